"""Texts of a survey in a TOML file: as strings, and as comments that cannot end early."""

from __future__ import annotations

import unicodedata

__all__ = ["comment", "quoted", "shown"]

_LONGEST = 120


def quoted(text: str) -> str:
    """Return a text as a TOML string; what cannot be seen is written as a code.

    Raises
    ------
    ModuleNotFoundError
        If tomlkit is not installed.
    """
    import tomlkit

    # A lone half of a pair, which TOML cannot hold, never comes from a file.
    written: str = tomlkit.string(text.encode("utf-8", "replace").decode()).as_string()
    return "".join(f"\\U{ord(letter):08X}" if _is_hidden(letter) else letter for letter in written)


def shown(text: str) -> str:
    """Return a text for a comment: one line, nothing hidden, shortened where it is long."""
    line = " ".join("".join(" " if _is_hidden(letter) else letter for letter in text[: 4 * _LONGEST]).split())
    return f"{line[: _LONGEST - 3]}..." if len(line) > _LONGEST else line


def comment(text: str) -> str:
    """Return a line that TOML does not read."""
    return f"# {text}"


def _is_hidden(letter: str) -> bool:
    """Whether a letter steers how text is shown, instead of being shown."""
    return unicodedata.category(letter) in {"Cc", "Cf", "Cs", "Zl", "Zp"}
