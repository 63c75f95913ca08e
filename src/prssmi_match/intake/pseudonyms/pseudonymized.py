"""A document under pseudonyms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from prssmi_match.errors import Finding, ProblemError
from prssmi_match.intake.pseudonyms.allocation import extended
from prssmi_match.intake.pseudonyms.entry import SITES
from prssmi_match.intake.pseudonyms.losses import losses
from prssmi_match.intake.pseudonyms.mask import Mask
from prssmi_match.intake.pseudonyms.masked_program import masked_policy, masked_rules
from prssmi_match.intake.pseudonyms.masked_sites import masked_pair, masked_past, masked_site
from prssmi_match.intake.pseudonyms.names import Names
from prssmi_match.intake.pseudonyms.needs import needs_of
from prssmi_match.intake.pseudonyms.originals import sites_of, texts_of
from prssmi_match.problem.document import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from prssmi_match.intake.pseudonyms.key import Key
    from prssmi_match.intake.pseudonyms.needs import Needs

__all__ = ["Pseudonymized", "pseudonymize"]


@dataclass(frozen=True, slots=True)
class Pseudonymized:
    """A document under pseudonyms, and the key to it.

    Parameters
    ----------
    problem : Problem
        The document that can be shared.
    key : Key
        The key that was given and all that is new, to be kept in place of the one that was given, and apart from the
        document: whoever has both knows everybody.
    findings : tuple of Finding
        Warnings: what was left out (``left_out``), what stands under a pseudonym besides sites and organizations
        (``replaced``), and what can still tell who a site is (``still_identifying``).
    """

    problem: Problem
    key: Key
    findings: tuple[Finding, ...]


def pseudonymize(problem: Problem, key: Key) -> Pseudonymized:
    """Return the document with pseudonyms for all ids, names and organizations, and without what no match needs.

    The same key gives the same site the same pseudonym in every export; the order of rows plays no role, and that of
    the new rows tells nothing. What the answer is judged by stays the same: every tier before the lottery has the same
    best value. The lottery draws by ids, so among equally good answers it may choose another one.

    Parameters
    ----------
    problem : Problem
        The document as it is; nothing of it is changed.
    key : Key
        That of the earlier exports, or ``Key.new()`` for the first one.

    Raises
    ------
    ProblemError
        If ids of the document are pseudonyms of this key already.
    """
    _refuse_pseudonyms(problem, key)
    needs = needs_of(problem)
    with_sites = extended(key, sites_of(problem))
    names = Names(_texts_of_sites(with_sites))
    texts = tuple(texts_of(problem, needs, names))
    known = extended(with_sites, texts)
    masked = Problem.model_validate(_document(Mask(known), problem, needs))
    return Pseudonymized(masked, known, losses(problem, needs, texts))


def _refuse_pseudonyms(problem: Problem, key: Key) -> None:
    sides = {
        "mentees": [mentee.id for mentee in problem.mentees],
        "mentors": [mentor.id for mentor in problem.mentors],
    }
    findings = [
        Finding(
            "already_pseudonymized",
            f"{side}[{row}].id",
            repr(site_id),
            "the id of a site",
            f"{site_id!r} is a pseudonym of this key: the document is pseudonymized already. Use the original one.",
        )
        for side, ids in sides.items()
        for row, site_id in enumerate(ids)
        if site_id in key.sites
    ]
    if findings:
        raise ProblemError(findings)


def _texts_of_sites(key: Key) -> Iterable[str]:
    """Yield what names the sites and organizations of this export and of earlier ones."""
    for entry in key.entries:
        if entry.kind in SITES:
            yield from filter(None, (entry.original, entry.name, entry.organization))
        elif entry.kind == "organization":
            yield entry.original


def _document(mask: Mask, problem: Problem, needs: Needs) -> dict[str, Any]:
    """Return the fields of the document; its name is free text, and left out."""
    fields = {
        "schema_version": problem.schema_version,
        "preset": problem.preset,
        "default_capacity": problem.default_capacity,
        "mentees": _in_order((masked_site(mask, site, needs.mentees) for site in problem.mentees), "id"),
        "mentors": _in_order((masked_site(mask, site, needs.mentors) for site in problem.mentors), "id"),
        "pairs": _in_order((masked_pair(mask, pair) for pair in problem.pairs), "mentee", "mentor"),
        "previous": _in_order((masked_pair(mask, pair) for pair in problem.previous), "mentee", "mentor"),
        "history": _in_order((masked_past(mask, row) for row in problem.history), "round", "mentee"),
        "rules": masked_rules(mask, problem),
        "policy": masked_policy(mask, problem.policy),
        "strengths": problem.strengths,
        "expectations": problem.expectations,
    }
    return {name: value for name, value in fields.items() if name in problem.model_fields_set}


def _in_order(rows: Iterable[dict[str, Any]], *by: str) -> list[dict[str, Any]]:
    """Return rows sorted by pseudonyms: the order of the originals would tell of their ids."""
    return sorted(rows, key=lambda row: [row[field] for field in by])
