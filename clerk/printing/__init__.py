"""The way of a PDF to a printer: the system's queues over IPP, a roll over the network, a folder.

Beside the screen, not in it: nothing here needs Qt. The one way that does, Windows' own printing,
is ``ui/windows_printers.py`` and keeps the same promises (``usecases/ports.py``).
"""
