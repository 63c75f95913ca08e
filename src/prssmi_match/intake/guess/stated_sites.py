"""The sites that an export states: those that the other side's answers can mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.intake.guess.asked import text_of
from prssmi_match.intake.guess.known_sites import KnownSites
from prssmi_match.intake.mapping.convert import slug

if TYPE_CHECKING:
    from collections.abc import Mapping

    from prssmi_match.intake.guess.asked import Export
    from prssmi_match.intake.guess.claims import Claim
    from prssmi_match.intake.surveys import Response

__all__ = ["stated_sites"]


def stated_sites(claims: Mapping[str, Claim], export: Export) -> KnownSites:
    """Return the sites of an export: by the ids that they state, or by ids made of their names."""
    names: dict[str, str] = {}
    named_by = "organization" if not claims.keys() & {"id", "name"} else "name"
    for response in export.responses:
        name = _stated(claims, named_by, response)
        site = _stated(claims, "id", response) if "id" in claims else slug(name)
        if site:
            # Of a site that is stated twice under two names, the same is taken in every order of the rows.
            names[site] = min(name, names.get(site, name))
    return KnownSites(dict(sorted(names.items())))


def _stated(claims: Mapping[str, Claim], field: str, response: Response) -> str:
    return text_of(response, claims[field].asked.columns[0]) if field in claims else ""
