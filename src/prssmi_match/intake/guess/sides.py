"""The draft of one side: what fills its fields, its sites as the mapping will name them, and what is left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from prssmi_match.intake.columns import TABLES
from prssmi_match.intake.guess.asked import is_code
from prssmi_match.intake.guess.claims import claim_fields
from prssmi_match.intake.guess.families import asked_of
from prssmi_match.intake.guess.known_sites import KnownSites
from prssmi_match.intake.guess.labels import labels_of
from prssmi_match.intake.guess.stated_sites import stated_sites
from prssmi_match.intake.mapping.contacts import contact_questions

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from prssmi_match.intake.guess.asked import Asked, Export
    from prssmi_match.intake.guess.claims import Claim
    from prssmi_match.intake.surveys import Question

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
    sites : KnownSites
        Those of the other side.
    other_topics : tuple of str
        The topics of the other side.
    """

    export: Export
    claims: dict[str, Claim]
    contacts: tuple[Question, ...]
    sites: KnownSites
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
    first = {side: claim_fields(export, asked[side], KnownSites()) for side, export in exports.items()}
    sites = {side: stated_sites(first[side], export) for side, export in exports.items()}
    claims = {}
    for side, export in exports.items():
        fixed = [claim for name, claim in first[side].items() if name in _STATED_FIRST]
        claims[side] = claim_fields(export, asked[side], sites.get(_OTHER[side], KnownSites()), fixed)
    topics = {side: _topics(claims[side], export) for side, export in exports.items()}
    return tuple(
        Side(export, claims[side], contacts[side], sites.get(_OTHER[side], KnownSites()), topics.get(_OTHER[side], ()))
        for side, export in exports.items()
    )


def _asked(export: Export, contacts: Sequence[Question]) -> tuple[Asked, ...]:
    private = {question.key for question in contacts}
    return asked_of([question for question in export.survey.questions if question.key not in private])


def _topics(claims: Mapping[str, Claim], export: Export) -> tuple[str, ...]:
    claim = claims.get("topics")
    return () if claim is None else tuple(labels_of(claim.asked, claim.layout, export))
