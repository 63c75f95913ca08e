"""Print the JSON Schema of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.cli.exit_codes import ExitCode
from prssmi_match.cli.streams import put
from prssmi_match.records.schemas import shipped_schema

if TYPE_CHECKING:
    from argparse import Namespace

__all__ = ["run"]


def run(arguments: Namespace) -> ExitCode:
    """Give the schema as it is shipped."""
    put(shipped_schema(arguments.document).read_text(encoding="utf-8").rstrip("\n"), arguments.output)
    return ExitCode.DONE
