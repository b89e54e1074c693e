"""The window desk of a government service center (政务服务中心)."""

__version__ = "0.1.0"
