"""The findings of an input as a document: what ``check --json`` gives, and every command whose input cannot be read."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from prssmi_match.solution.caution import Caution

__all__ = ["FindingRow", "Findings"]


class FindingRow(BaseModel):
    """One finding; the fields from ``file`` on are there where it stands in a table."""

    model_config = ConfigDict(extra="forbid")

    code: str = Field(description="Stable name of the kind of finding.")
    place: str = Field(description="Where it is, in words.")
    found: str = Field(description="What is written there.")
    expected: str = Field(description="What is expected instead.")
    sentence: str = Field(description="What is wrong, and the fix.")
    severity: Literal["error", "warning"]
    file: str | None = None
    sheet: str | None = Field(default=None, description="Empty outside of workbooks.")
    row: int | None = Field(default=None, description="As a spreadsheet counts it, from 1; null for the whole table.")
    column: str | None = Field(default=None, description="The header of the column; empty for the whole row.")
    cell: str | None = Field(
        default=None, description="As a spreadsheet names it, such as C7; empty for no single one."
    )
    question: str | None = Field(default=None, description="What a survey asked there.")


class Findings(BaseModel):
    """All findings of an input."""

    model_config = ConfigDict(extra="forbid")

    findings: tuple[FindingRow, ...]
    warnings: tuple[Caution, ...] = Field(default=(), description="About what the rules ask for; of check only.")
    notes: tuple[str, ...] = Field(default=(), description="What was done to read the input.")
    files: tuple[str, ...] = Field(default=(), description="What was written; of convert only.")
    draft: str | None = Field(default=None, description="A drafted mapping, as TOML; of convert --guess only.")
