"""One response to the survey at the end."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from prssmi_match.problem.naming import called, sites_called
from prssmi_match.problem.questionnaire import OUTCOMES, QUESTIONS
from prssmi_match.problem.text import fold, nearest
from prssmi_match.problem.wording.labels import enumeration
from prssmi_match.solution.survey_summary import SurveyAnswer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from prssmi_match.problem.document import Problem
    from prssmi_match.problem.history import Outcome
    from prssmi_match.solution.matching import Matching

__all__ = ["Fault", "read_answer"]

_LEVEL = re.compile(r"(?:AO?0?)?([1-5])(?:\.0+)?(?:\D.*)?", re.DOTALL)
"""``4``, ``4.0``, ``4 - very``, and a survey tool's own ``A4`` or ``AO04``; not ``45``."""
_YES, _NO = {"yes", "y", "true", "1"}, {"no", "n", "false", "0"}


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a response."""

    code: str
    found: str
    expected: str
    sentence: str
    warning: bool = False


def read_answer(
    cells: Mapping[str, str], problem: Problem, matching: Matching
) -> tuple[SurveyAnswer | None, list[Fault]]:
    """Return what a response says, by the codes of the questions, and what is wrong with it."""
    faults: list[Fault] = []
    mentee = _mentee(cells.get("SITE", ""), problem, matching, faults)
    outcome = _outcome(cells["OUTCOME"], faults) if "OUTCOME" in cells else None
    levels = {
        question.code: level
        for question in QUESTIONS
        if question.kind == "level" and question.code in cells
        if (level := _level(question.code, cells[question.code], faults)) is not None
    }
    texts = {one.code: cells[one.code] for one in QUESTIONS if one.kind == "text" and one.code in cells}
    if mentee is None:
        return None, faults
    return SurveyAnswer(mentee=mentee, outcome=outcome, levels=levels, texts=texts), faults


def _mentee(word: str, problem: Problem, matching: Matching, faults: list[Fault]) -> str | None:
    found = sites_called(problem, "mentees", word) if word else []
    if len(found) == 1:
        if matching.mentor_of(found[0]) is not None:
            return found[0]
        sentence = f"{word!r} has no mentor in this round; its answer is left out."
        faults.append(Fault("not_in_plan", word, "a mentee with a mentor", sentence, warning=True))
        return None
    if found:
        expected = f"one of {enumeration(found, 'or')}"
        faults.append(Fault("shared_name", word, expected, f"{len(found)} mentees are called {word!r}; use an id."))
        return None
    close = nearest(word, (name for _, name in called(problem, "mentees"))) if word else None
    guess = f"Did you mean {close!r}?" if close else "Write its id or name, or remove the row."
    sentence = f"There is no mentee {word!r}. {guess}" if word else f"The answer names no site. {guess}"
    faults.append(Fault("unknown_id" if word else "missing", word, "the id or name of a mentee", sentence))
    return None


def _outcome(word: str, faults: list[Fault]) -> Outcome | None:
    folded = fold(word)
    if folded in _YES or folded == fold(OUTCOMES["completed"]):
        return "completed"
    if folded in _NO or folded == fold(OUTCOMES["ended_early"]):
        return "ended_early"
    known = enumeration(OUTCOMES.values(), "or")
    faults.append(Fault("unknown_value", word, known, f"{word!r} does not say whether it ran to its end; use {known}."))
    return None


def _level(code: str, word: str, faults: list[Fault]) -> int | None:
    if (match := _LEVEL.fullmatch(word)) is not None:
        return int(match[1])
    sentence = f"{word!r} is no answer from 1 to 5 to the question {code}; write the number, or clear the cell."
    faults.append(Fault("not_a_level", word, "a number from 1 to 5", sentence))
    return None
