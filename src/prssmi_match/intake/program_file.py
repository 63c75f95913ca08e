"""``program.toml``: every field of the document that is not a table."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

from prssmi_match.errors import Finding
from prssmi_match.intake.columns import TABLES
from prssmi_match.intake.encoding import decode
from prssmi_match.intake.toml_text import malformed_toml

if TYPE_CHECKING:
    from prssmi_match.intake.grid import Tables

__all__ = ["read_program"]


def read_program(data: bytes, source: str, tables: Tables) -> None:
    """Read the fields into ``tables``, or the finding that says why not; TOML is always UTF-8."""
    tables.program_source = source
    text = decode(data, source) if data.strip() else ""
    if isinstance(text, Finding):
        tables.findings.append(text)
        return
    try:
        fields = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        tables.findings.append(malformed_toml(source, str(error)))
        return
    for name in sorted(fields.keys() & TABLES.keys()):
        sentence = f"{name} is a table of its own: move it to {name}.csv, or the sheet {name}."
        tables.findings.append(Finding("misplaced_table", f"{source}, {name}", name, "the other fields", sentence))
    tables.program = {name: value for name, value in fields.items() if name not in TABLES}
