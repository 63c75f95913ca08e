"""The draft of one side: what fills its fields, its sites as the mapping will name them, and what is left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from prssmi_match.intake.columns import TABLES
from prssmi_match.intake.guess.asked import is_code, text_of
from prssmi_match.intake.guess.claims import claim_fields
from prssmi_match.intake.guess.families import asked_of
from prssmi_match.intake.guess.labels import labels_of
from prssmi_match.intake.mapping.contacts import contact_questions
from prssmi_match.intake.mapping.convert import slug

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from prssmi_match.intake.guess.asked import Asked, Export
    from prssmi_match.intake.guess.claims import Claim
    from prssmi_match.intake.surveys import Question, Response

__all__ = ["Side", "sides_of"]

_OTHER = {"mentees": "mentors", "mentors": "mentees"}
_STATED_FIRST = ("id", "name", "organization")


@dataclass(frozen=True, slots=True)
class Side:
    """What was found in the export of one side.

    Parameters
    ----------
    claims : dict of str to Claim
        What fills the fields.
    contacts : tuple of Question
        The questions that hold contact data.
    sites : mapping of str to str
        Names of the other side's sites by id; empty where they are not known.
    other_topics : tuple of str
        The topics of the other side.
    """

    export: Export
    claims: dict[str, Claim]
    contacts: tuple[Question, ...]
    sites: Mapping[str, str]
    other_topics: tuple[str, ...] = ()

    @property
    def unused(self) -> tuple[Question, ...]:
        """The questions that no field is filled from, contact data aside."""
        used = {key for claim in self.claims.values() for key in claim.asked.keys}
        used |= {question.key for question in self.contacts}
        return tuple(question for question in self.export.survey.questions if question.key not in used)

    @property
    def missing(self) -> tuple[str, ...]:
        """The fields that no question was found for."""
        # A location is one column, or two.
        beside = {"latitude", "longitude"} if "latitude" not in self.claims else {"location"}
        columns = [column.name for column in TABLES[self.export.side].columns if column.name not in beside]
        return tuple(name for name in columns if name not in self.claims)

    @property
    def has_codes_only(self) -> bool:
        """Whether the export names the questions by codes, without what was asked."""
        questions = self.export.survey.questions
        bare = [question for question in questions if question.text == question.key and is_code(question.key)]
        return 2 * len(bare) > len(questions)


def sides_of(exports: Mapping[str, Export]) -> tuple[Side, ...]:
    """Return what was found in all exports; sites first, since the other side's answers name them."""
    contacts = {side: contact_questions(export.survey) for side, export in exports.items()}
    asked = {side: _asked(export, contacts[side]) for side, export in exports.items()}
    first = {side: claim_fields(export, asked[side], {}) for side, export in exports.items()}
    sites = {side: _sites(first[side], export) for side, export in exports.items()}
    claims = {
        side: claim_fields(
            export, asked[side], sites.get(_OTHER[side], {}), [c for n, c in first[side].items() if n in _STATED_FIRST]
        )
        for side, export in exports.items()
    }
    topics = {side: _topics(claims[side], export) for side, export in exports.items()}
    return tuple(
        Side(export, claims[side], contacts[side], sites.get(_OTHER[side], {}), topics.get(_OTHER[side], ()))
        for side, export in exports.items()
    )


def _asked(export: Export, contacts: Sequence[Question]) -> tuple[Asked, ...]:
    private = {question.key for question in contacts}
    return asked_of([question for question in export.survey.questions if question.key not in private])


def _sites(claims: Mapping[str, Claim], export: Export) -> dict[str, str]:
    """Return the sites as the mapping will name them: by what states the id, or by an id made of the name."""
    sites: dict[str, str] = {}
    for response in export.responses:
        named = _stated(claims, "name", response)
        site = _stated(claims, "id", response) if "id" in claims else slug(named or "")
        if not claims.keys() & {"id", "name"}:
            named = _stated(claims, "organization", response)
            site = slug(named)
        if site:
            # Of a site that is stated twice under two names, the same is taken in every order of the rows.
            sites[site] = min(named, sites.get(site, named))
    return dict(sorted(sites.items()))


def _stated(claims: Mapping[str, Claim], field: str, response: Response) -> str:
    return text_of(response, claims[field].asked.columns[0]) if field in claims else ""


def _topics(claims: Mapping[str, Claim], export: Export) -> tuple[str, ...]:
    claim = claims.get("topics")
    return () if claim is None else tuple(labels_of(claim.asked, claim.layout, export))
