"""The environments of packages that cannot be in ours: made once, pinned in ``peers/outside``."""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

__all__ = ["OUTSIDE", "python_of"]

OUTSIDE = Path(__file__).parent / "peers" / "outside"


def python_of(package: str, folder: Path) -> Path | None:
    """Return the interpreter of an environment with a package, or None where it cannot be installed.

    It is made anew where the pins have changed.
    """
    pins = (OUTSIDE / f"{package}.txt").read_text(encoding="utf-8")
    home = folder / package
    python, ready = home / "bin" / "python", home / "pins.txt"
    if ready.exists() and ready.read_text(encoding="utf-8") == pins:
        return python
    venv.create(home, clear=True, with_pip=True)
    wanted = [str(OUTSIDE / f"{package}.txt")]
    command = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", *wanted]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own pins
    if done.returncode:
        print(done.stderr.strip().splitlines()[-1:], file=sys.stderr)
        return None
    ready.write_text(pins, encoding="utf-8")
    return python
