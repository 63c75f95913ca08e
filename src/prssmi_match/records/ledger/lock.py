"""One writer at a time, so that of two decisions at the same moment none is lost."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

from prssmi_match.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

try:
    import fcntl
except ImportError:  # pragma: no cover - Windows, where two writers at the same moment are not kept apart
    fcntl = None  # type: ignore[assignment]

__all__ = ["alone"]


@contextlib.contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Wait until no other process writes a ledger of a folder, and keep others waiting meanwhile.

    The folder itself is locked, so no file is left behind, and the system lets go of it whatever happens.

    Raises
    ------
    OutputError
        If there is no such folder, and none can be made.
    """
    if fcntl is None:  # pragma: no cover - see above
        yield
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = os.open(folder, os.O_RDONLY)
    except OSError as error:
        raise OutputError(f"Nothing was written to {folder}: {error.strerror or error}") from error
    try:
        with contextlib.suppress(OSError):  # some network file systems have no locks
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        os.close(lock)
