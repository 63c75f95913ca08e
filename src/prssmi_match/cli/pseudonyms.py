"""A document under pseudonyms, and its key, which is kept apart."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from prssmi_match.cli.streams import STANDARD, note
from prssmi_match.files import write_whole
from prssmi_match.intake.pseudonyms import Key, pseudonymize, read_key

if TYPE_CHECKING:
    from argparse import Namespace

    from prssmi_match.problem.document import Problem

__all__ = ["with_pseudonyms"]


def with_pseudonyms(problem: Problem, arguments: Namespace) -> Problem:
    """Return the problem under pseudonyms; the key is written before anything else is, or nothing is.

    Raises
    ------
    ProblemError
        If the key cannot be read, or the problem is pseudonymized already.
    """
    path = Path(arguments.key)
    _refuse_nearness(path, arguments)
    known = read_key(path.read_bytes().decode("utf-8-sig"), path.name) if path.exists() else Key.new()
    masked = pseudonymize(problem, known)
    mask = os.umask(0o077)  # readable by its owner alone, from the first moment
    try:
        write_whole(path.parent, {path.name: masked.key.to_text()})
    finally:
        os.umask(mask)
    note(f"Key: {path}. Keep it apart: it tells who is who.")
    for finding in masked.findings:
        note(str(finding))
    return masked.problem


def _refuse_nearness(key: Path, arguments: Namespace) -> None:
    """Refuse a key that would go where the document goes."""
    if arguments.output == STANDARD:
        return
    output, place = Path(arguments.output).resolve(), key.resolve()
    alone = output.suffix.lower() == ".json"
    if place.parent == output.parent if alone else output in place.parents:
        folder = output.parent if alone else output
        arguments.refuse(f"the key would lie in {folder}, beside what is shared; name a file in another folder")
