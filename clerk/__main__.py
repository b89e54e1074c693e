"""``python -m clerk``."""

import sys

from clerk.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
