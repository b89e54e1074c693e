"""The command line; Qt is imported only where a window opens."""
