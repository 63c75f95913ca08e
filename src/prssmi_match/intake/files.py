"""Files to bytes, or to the finding that says why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.errors import Finding, Spot

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["EXPECTED", "load", "not_a_source", "unreadable"]

EXPECTED = "a .json document, a folder with mentees.csv and mentors.csv or with mapping.toml, or an .xlsx workbook"
"""What can be read as a problem."""
LARGEST_FILE = 200_000_000
"""Bytes of a file."""


def load(path: Path) -> bytes | Finding:
    """Return the content of a file."""
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE:
            found, most = f"{size / 1e6:,.0f} MB", f"{LARGEST_FILE / 1e6:,.0f} MB"
            sentence = (
                f"{path.name} has {found}, more than the {most} that are read; keep only the rows that are needed."
            )
            return Finding("file_too_large", str(path), found, f"at most {most}", sentence, spot=Spot(path.name))
        return path.read_bytes()
    except FileNotFoundError:
        return not_a_source(path)
    except (OSError, ValueError) as error:
        return unreadable(path, error)


def unreadable(path: Path, error: Exception) -> Finding:
    """Return the finding for a file that the system does not give."""
    reason = (error.strerror if isinstance(error, OSError) else None) or type(error).__name__
    sentence = f"{path} cannot be read: {reason}."
    return Finding("unreadable_file", str(path), reason, "something readable", sentence, spot=Spot(path.name))


def not_a_source(path: Path) -> Finding:
    """Return the finding for a path that is not there, or is nothing that is read."""
    if not path.exists():
        return Finding("missing_file", str(path), "", EXPECTED, f"{path} does not exist; give {EXPECTED}.")
    if path.suffix.lower() in {".csv", ".txt", ".tsv"}:
        sentence = (
            f"{path} is one table; give the folder that holds it. If it is the export of a survey, start with "
            f"prssmi-match convert --guess."
        )
    else:
        sentence = f"{path} is none of the kinds of file that are read; give {EXPECTED}."
    return Finding("unknown_format", str(path), path.suffix, EXPECTED, sentence)
