"""Tokens in place of what people typed: equal where the texts were, and nothing of them can be read back."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from prssmi_match.intake.pseudonyms.needs import ATTRIBUTES
from prssmi_match.problem.rules import Quota
from prssmi_match.problem.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from prssmi_match.problem.document import Problem
    from prssmi_match.problem.participants import Mentee, Mentor

__all__ = ["Tokens", "tokens_of"]

_CODE = re.compile(r"[A-Za-z]{2,3}")
"""A state as it is abbreviated, which says nothing of a person."""


class Tokens:
    """The token of each text, by the field in which it stands."""

    def __init__(self, texts: Mapping[str, set[str]]) -> None:
        self._tokens = {
            field: {text: f"{field.split('.')[0].rstrip('s')}-{number}" for number, text in enumerate(sorted(known), 1)}
            for field, known in texts.items()
        }

    def organization(self, text: str | None) -> str | None:
        """Return the token of an organization; None where no site of the other side shares it."""
        return self._tokens["organizations"].get(fold(text or ""))

    def topics(self, topics: Mapping[str, int]) -> dict[str, int]:
        """Return topics with their levels."""
        return {self._tokens["topics"][fold(text)]: level for text, level in topics.items()}

    def value(self, field: str, text: str) -> str:
        """Return the token of a value of ``state`` or ``attributes.X``; other values, codes and blanks as they are."""
        return self._tokens.get(field, {}).get(text, text)


def tokens_of(problem: Problem) -> Tokens:
    """Return tokens for all organizations, topics, states and attributes of a problem, its rules among them."""
    texts: dict[str, set[str]] = defaultdict(set)
    sides = [{fold(site.organization or "") for site in side} for side in (problem.mentees, problem.mentors)]
    texts["organizations"] = (sides[0] & sides[1]) - {""}
    for site in _sites(problem):
        texts["topics"].update(map(fold, site.topics))
    for field, text in _values(problem):
        if text.strip() and not (field == "state" and _CODE.fullmatch(text)):
            texts[field].add(text)
    return Tokens(texts)


def _values(problem: Problem) -> Iterator[tuple[str, str]]:
    """Give every value of a state or an attribute with its field."""
    for site in _sites(problem):
        yield from ((f"{ATTRIBUTES}{name}", text) for name, text in site.attributes.items())
        yield "state", site.state or ""
    for rule in (named.rule for named in problem.program.rules):
        if isinstance(rule, Quota):
            yield from _typed(rule.where.items())


def _sites(problem: Problem) -> Iterator[Mentee | Mentor]:
    yield from problem.mentees
    yield from problem.mentors


def _typed(items: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    return ((field, text) for field, text in items if field == "state" or field.startswith(ATTRIBUTES))
