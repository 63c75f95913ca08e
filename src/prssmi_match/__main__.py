"""Run the command line: ``python -m prssmi_match``."""

from __future__ import annotations

import sys

from prssmi_match.cli import main

if __name__ == "__main__":
    sys.exit(main())
