"""Files that are written whole or not at all, also several together."""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path
from typing import TYPE_CHECKING

from prssmi_match.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["write_whole"]


def write_whole(folder: str | Path, texts: Mapping[str, str | bytes]) -> tuple[Path, ...]:
    """Write texts, as UTF-8, or bytes as files of a folder, all or none.

    Every text is first written beside its target; only when all are safe on the disk do they take their names. Should
    one then fail to, those before it get their earlier content back.

    Parameters
    ----------
    folder : str or Path
        Made where it is missing.
    texts : mapping of str to str or bytes
        File name to content.

    Returns
    -------
    tuple of Path
        The files, in the order given.

    Raises
    ------
    OutputError
        If a file cannot be written.
    """
    folder = Path(folder)
    targets = [folder / name for name in texts]
    drafts: list[Path] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for target, text in zip(targets, texts.values(), strict=True):
            drafts.append(_beside(target))
            _write_draft(drafts[-1], text.encode() if isinstance(text, str) else text)
        _take_places(drafts, targets)
    except OSError as error:
        raise OutputError(f"Nothing was written to {folder}: {error.strerror or error}") from error
    finally:
        for draft in drafts:
            with contextlib.suppress(OSError):
                draft.unlink(missing_ok=True)
    return tuple(targets)


def _beside(target: Path) -> Path:
    return target.with_name(f".{target.name}.{secrets.token_hex(8)}")


def _write_draft(draft: Path, content: bytes) -> None:
    # "x" never follows or overwrites what somebody else put there, and leaves the usual permissions (mkstemp does not).
    with draft.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _take_places(drafts: list[Path], targets: list[Path]) -> None:
    before = [target.read_bytes() if target.exists() else None for target in targets]
    done: list[tuple[Path, bytes | None]] = []
    try:
        for draft, target, content in zip(drafts, targets, before, strict=True):
            os.replace(draft, target)  # noqa: PTH105 - the one call that swaps a file in one step on every system
            done.append((target, content))
    except BaseException:
        for target, content in done:
            _restore(target, content)
        raise


def _restore(target: Path, content: bytes | None) -> None:
    if content is None:
        target.unlink(missing_ok=True)
        return
    draft = _beside(target)
    _write_draft(draft, content)
    draft.replace(target)
