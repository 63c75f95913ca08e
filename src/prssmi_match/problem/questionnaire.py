"""The short survey at the end of a mentorship: its questions, and the text to paste into any survey tool."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["LEVELS", "OUTCOMES", "QUESTIONS", "QUESTION_BY_CODE", "Question", "questionnaire"]

OUTCOMES = {"completed": "Yes, it ran to its end", "ended_early": "No, it ended early"}
"""What became of a mentorship, as the survey asks for it."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the survey.

    Parameters
    ----------
    code : str
        Its short name, for survey tools that have them.
    text : str
        What is asked.
    kind : {"site", "outcome", "level", "text"}
        What answers it: a list of the sites, yes or no, a number from 1 to 5, or the site's own words.
    ends : tuple of str
        What 1 and 5 mean.
    """

    code: str
    text: str
    kind: Literal["site", "outcome", "level", "text"]
    ends: tuple[str, str] = ("not at all", "very")


QUESTIONS = (
    Question("SITE", "Which site do you answer for?", "site"),
    Question("OUTCOME", "Did your mentorship run to its end?", "outcome"),
    Question("SATISFIED", "All in all, how satisfied are you with the mentorship?", "level"),
    Question("MATCH", "How well did your mentor site fit what you needed?", "level"),
    Question("SESSIONS", "How useful were the learning sessions?", "level"),
    Question("VISIT", "How useful was the site visit?", "level"),
    Question("WORKPLAN", "How likely is it that your workplan will be carried out?", "level"),
    Question("LESSONS", "What is the most important thing that you learned?", "text"),
    Question("CHANGE", "What should the program do differently next time?", "text"),
)
"""All questions, in the order in which they are asked; every one may be left open but the first."""
QUESTION_BY_CODE = {question.code: question for question in QUESTIONS}
LEVELS = tuple(question.code for question in QUESTIONS if question.kind == "level")
"""The codes of the questions that are answered from 1 to 5."""


def questionnaire() -> str:
    """Return the survey as text: what to paste into a survey tool, question by question."""
    head = (
        "# End-of-mentorship survey\n\n"
        "Nine questions, about five minutes. One answer per mentee site. Keep the words of the questions as they are "
        "(or the codes in brackets, where your survey tool has codes): the answers are read by them. Only the first "
        "question needs an answer. Ask for no names of people.\n"
    )
    return "\n".join([head, *(_asked(number, one) for number, one in enumerate(QUESTIONS, start=1))])


def _asked(number: int, question: Question) -> str:
    how = {
        "site": "One choice from the list of the mentee sites, by name or id; must be answered.",
        "outcome": f"One choice: {' / '.join(OUTCOMES.values())}.",
        "level": f"One choice: 1 / 2 / 3 / 4 / 5 (1: {question.ends[0]}, 5: {question.ends[1]}).",
        "text": "A few sentences.",
    }[question.kind]
    return f"{number}. [{question.code}] {question.text}\n   {how}\n"
