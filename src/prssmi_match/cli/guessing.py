"""A draft of a mapping, for a person to check."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from prssmi_match.cli.exit_codes import ExitCode
from prssmi_match.cli.streams import STANDARD, note, put
from prssmi_match.errors import Finding, ProblemError
from prssmi_match.intake.exports import read_sheet
from prssmi_match.intake.guess import draft_mapping
from prssmi_match.intake.surveys import read_survey

if TYPE_CHECKING:
    from argparse import Namespace

    from prssmi_match.intake.surveys import Recognized

__all__ = ["guess"]


def guess(arguments: Namespace, exports: dict[str, tuple[str, bytes]]) -> ExitCode:
    """Write the draft, and tell what it was made of and what is open.

    Raises
    ------
    ProblemError
        If an export cannot be read, or its system is not known.
    """
    surveys: dict[str, tuple[str, Recognized]] = {}
    findings: list[Finding] = []
    for side, (file, data) in exports.items():
        read = read_sheet(data, file, encoding=arguments.encoding)
        recognized = read if isinstance(read, Finding) else read_survey(read[0])
        if isinstance(recognized, Finding):
            findings.append(recognized)
        else:
            surveys[side] = (file, recognized)
            note(recognized.note)
    if findings:
        raise ProblemError(findings)
    draft, recognized_as = draft_mapping(surveys), [recognized.note for _, recognized in surveys.values()]
    text = draft.text.rstrip("\n")
    if arguments.output != STANDARD or not arguments.json:
        put(text, arguments.output)
    if arguments.json:
        where = {"draft": text} if arguments.output == STANDARD else {"files": [arguments.output]}
        told = {"findings": [], "notes": [*recognized_as, *draft.notes], **where}
        put(json.dumps(told, indent=2, ensure_ascii=False), STANDARD)
    for words in draft.notes:
        note(words)
    return ExitCode.DONE
