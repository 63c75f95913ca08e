"""What is wrong with templates, in words, with file and line."""

from __future__ import annotations

import traceback
from pathlib import PurePath
from typing import TYPE_CHECKING

from prssmi_match.errors import Finding
from prssmi_match.problem.text import nearest
from prssmi_match.problem.wording import enumeration
from prssmi_match.reporting.letters.view import LetterKind

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["ENDING", "finding_of", "findings_of_folder"]

ENDING = ".txt.j2"


def findings_of_folder(folder: Path) -> list[Finding]:
    """Return what is wrong with a folder before any template is read: a misspelled name would be ours in silence."""
    if not folder.is_dir():
        return [Finding("no_folder", str(folder), str(folder), "a folder", f"There is no folder {folder}.")]
    known = [f"{kind}{ENDING}" for kind in LetterKind]
    findings = []
    for file in sorted(folder.glob("*.j2")):
        if not file.name.startswith("_") and file.name not in known:
            meant = nearest(file.name, known)
            hint = f" Did you mean {meant}?" if meant else f" The names are {enumeration(known)}."
            sentence = f"{file.name} is no template of a letter; what others include begins with an underscore.{hint}"
            findings.append(Finding("unknown_template", file.name, file.name, meant or "", sentence))
    if not findings and not any(folder.glob("*.j2")):
        sentence = f"The folder {folder} holds no template: their names end with {ENDING}."
        findings.append(Finding("no_template", str(folder), "", ENDING, sentence))
    return findings


def finding_of(error: Exception, template: str) -> Finding:
    """Return what went wrong in a template, with its file and line, as far as the error tells."""
    from jinja2.exceptions import SecurityError, TemplateNotFound, TemplateSyntaxError, UndefinedError

    name, line = _place_of(error, template)
    place = name if line is None else f"{name}, line {line}"
    match error:
        case TemplateSyntaxError():
            code, words = "template_syntax", f"is not written as a template should be: {error.message}"
        case UndefinedError():
            code, words = "template_unknown_name", f"names something that a letter does not know: {error.message}"
        case SecurityError():
            code, words = "template_not_allowed", f"does what a template may not do: {error}"
        case TemplateNotFound():
            code, words = "template_missing", f"asks for the template {error.message}, which there is not"
        case UnicodeDecodeError():
            code, words = "template_encoding", "is not text in UTF-8; save it as UTF-8"
        case _:
            code, words = "template_error", f"cannot be carried out: {type(error).__name__}: {error}"
    return Finding(code, place, "", "", f"{name} {words.rstrip('.')}.")


def _place_of(error: Exception, template: str) -> tuple[str, int | None]:
    from jinja2 import TemplateSyntaxError

    if isinstance(error, TemplateSyntaxError):
        return PurePath(error.name or template).name, error.lineno
    frames = [
        frame for frame in traceback.extract_tb(error.__traceback__) if PurePath(frame.filename).name.endswith(ENDING)
    ]
    return (PurePath(frames[-1].filename).name, frames[-1].lineno) if frames else (template, None)
