"""The ledger as a TOML file: read with all findings, and only ever added to, whole or not at all."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import replace
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from prssmi_match.errors import Finding, ProblemError, Spot
from prssmi_match.files import write_whole
from prssmi_match.intake.encoding import decode
from prssmi_match.intake.toml_text import malformed_toml
from prssmi_match.problem.defects import as_findings
from prssmi_match.problem.wording import override_written_meanwhile
from prssmi_match.records.ledger.lock import alone
from prssmi_match.records.ledger.model import Ledger, Override

if TYPE_CHECKING:
    from datetime import datetime

__all__ = ["append_override", "as_text", "parse_ledger", "read_ledger"]

HEAD = "# Decisions of the program, the first one first. Add to the end; to take one back, add an undo.\n"


def read_ledger(path: str | Path) -> Ledger:
    """Return the ledger of a file; an empty one where there is no such file.

    Raises
    ------
    ProblemError
        With every finding, if it cannot be read.
    """
    return parse_ledger(read_content(Path(path)), Path(path).name)


def parse_ledger(content: str | bytes, source: str = "ledger") -> Ledger:
    """Return the ledger that a text states.

    Raises
    ------
    ProblemError
        With every finding.
    """
    text = decode(content, source) if isinstance(content, bytes) and content else content or ""
    if isinstance(text, Finding):
        raise ProblemError([text])
    try:
        stated = tomllib.loads(str(text))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ProblemError([malformed_toml(source, str(error))]) from None
    try:
        return Ledger.model_validate(stated)
    except ValidationError as error:
        found = as_findings(error)
    raise ProblemError([replace(each, place=f"{source}, {each.place}", spot=Spot(source)) for each in found])


def append_override(path: str | Path, override: Override) -> None:
    """Add an override to the end of a file; what stands there stays as it is, to the byte.

    Raises
    ------
    ProblemError
        If what stands there cannot be read, or has the id already.
    OutputError
        If it cannot be written; the file is then as it was.
    """
    path = Path(path)
    with alone(path.parent):
        before = read_content(path)
        _check(parse_ledger(before, path.name), override, path.name)
        head = before or HEAD.encode()
        gap = b"" if head.endswith(b"\n") else b"\n"
        write_whole(path.parent, {path.name: head + gap + b"\n" + as_text(override).encode()})


def read_content(path: Path) -> bytes:
    """Return the bytes of a ledger; none where there is no such file."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""


def _check(ledger: Ledger, override: Override, source: str) -> None:
    if any(other.id == override.id for other in ledger.overrides):
        sentence = override_written_meanwhile(source, override.id)
        raise ProblemError([Finding("duplicate_id", source, override.id, "an id of its own", sentence)])
    try:
        Ledger(overrides=(*ledger.overrides, override))
    except ValidationError as error:
        raise ProblemError([replace(each, place=f"{source}, {each.place}") for each in as_findings(error)]) from None


def as_text(override: Override) -> str:
    """Return an override as a block of TOML, its fields always in the same order."""
    fields = {name: getattr(override, name) for name in type(override).model_fields}
    own = {name: fields.pop(name) for name in ("id", "when", "who", "why", "action")}
    cost = fields.pop("cost")
    lines = [f"{name} = {_value(value)}" for name, value in {**own, **fields}.items()]
    if cost is not None:
        parts = {"status": cost.status, "moves": cost.moves, "losses": cost.losses}
        lines.append(f"cost = {_value({name: value for name, value in parts.items() if value is not None})}")
    return "\n".join(["[[overrides]]", *lines]) + "\n"


def _value(value: Any) -> str:  # noqa: ANN401 - any value of an override
    match value:
        case str():
            # A JSON string is a basic string of TOML but for DEL, which TOML wants escaped.
            return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")
        case int():
            return str(value)
        case tuple():
            return f"[{', '.join(map(_value, value))}]"
        case dict():
            return f"{{ {', '.join(f'{_key(key)} = {_value(item)}' for key, item in value.items())} }}"
        case _:
            return _moment(value)


def _key(name: str) -> str:
    return name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else _value(name)


def _moment(when: datetime) -> str:
    return when.astimezone(UTC).isoformat().replace("+00:00", "Z")
