"""Sites and pairs under pseudonyms, with what the match needs of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from prssmi_match.intake.pseudonyms.needs import ATTRIBUTES
from prssmi_match.problem.participants import Mentee, Mentor, PairRow, PreviousPair

if TYPE_CHECKING:
    from prssmi_match.intake.pseudonyms.mask import Mask
    from prssmi_match.problem.history import PastRow

__all__ = ["AS_WRITTEN", "masked_pair", "masked_past", "masked_site"]

AS_WRITTEN = frozenset(
    {
        "status",
        "settings",
        "stage",
        "locale",
        "locales_served",
        "team_size",
        "travelers",
        "workload",
        "min_mentees",
        "max_mentees",
        "max_workload",
        "review_score",
    }
)
"""The fields of a site that stay as they are. A field that is neither here nor masked is left out."""


def masked_site(mask: Mask, site: Mentee | Mentor, needed: set[str]) -> dict[str, Any]:
    """Return the fields of a site as they are to be written; those that are unknown or not needed are left out.

    Parameters
    ----------
    mask : Mask
        The pseudonyms.
    site : Mentee or Mentor
        The site as it is.
    needed : set of str
        The fields that rules and aims read on this side.
    """
    masked = {
        "id": mask.site(site.id),
        "name": None if site.name is None else mask.name(site.id),
        "organization": mask.organization(site.organization),
        "state": mask.text("value", site.state) if site.state and "state" in needed else None,
        "topics": {mask.text("topic", topic): level for topic, level in site.topics.items()},
        "preferences": tuple(mask.sites(group) for group in site.preferences),
        "unacceptable": mask.sites(site.unacceptable),
        "prior_mentors": mask.sites(site.prior_mentors) if isinstance(site, Mentee) else (),
        "attributes": {
            mask.text("field", name): mask.text("value", value)
            for name, value in site.attributes.items()
            if f"{ATTRIBUTES}{name}" in needed
        },
        "location": site.location if "location" in needed else None,
    }
    as_written = {name: getattr(site, name) for name in AS_WRITTEN & type(site).model_fields.keys()}
    fields = as_written | masked
    return {name: fields[name] for name in site.model_fields_set & fields.keys() if fields[name] not in (None, {}, ())}


def masked_pair(mask: Mask, pair: PairRow | PreviousPair) -> dict[str, Any]:
    """Return the fields of a pair as they are to be written."""
    sites = {"mentee": mask.site(pair.mentee), "mentor": mask.site(pair.mentor)}
    if isinstance(pair, PreviousPair):
        return sites
    return sites | {name: getattr(pair, name) for name in pair.model_fields_set & {"score", "workload"}}


def masked_past(mask: Mask, row: PastRow) -> dict[str, Any]:
    """Return what an earlier round says of a mentee, as it is to be written; lessons and answers are free text."""
    sites = {"mentee": mask.site(row.mentee)} | ({} if row.mentor is None else {"mentor": mask.site(row.mentor)})
    known = {name: getattr(row, name) for name in ("round", "outcome", "satisfaction")}
    return sites | {name: value for name, value in known.items() if value is not None}
