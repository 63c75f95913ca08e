"""A folder of tables, written from text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from prssmi_match.errors import ProblemError
from prssmi_match.intake import read_problem

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from prssmi_match.errors import Finding

__all__ = ["findings_of", "folder"]


@pytest.fixture
def folder(tmp_path: Path) -> Callable[..., Path]:
    """Write a folder: ``folder(mentees="id,name", program="...")``; mentors default to oak, elm and ash."""

    def write(**tables: str | bytes | None) -> Path:
        for name, content in {"mentors": "id\noak\nelm\nash\n", **tables}.items():
            if content is None:
                continue
            file = tmp_path / ("program.toml" if name == "program" else f"{name}.csv")
            file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return tmp_path

    return write


@pytest.fixture
def findings_of() -> Callable[..., list[Finding]]:
    """Return the findings of a path that cannot be read as a problem."""

    def read(path: Path, **options: str) -> list[Finding]:
        with pytest.raises(ProblemError) as caught:
            read_problem(path, **options)
        return list(caught.value.findings)

    return read
