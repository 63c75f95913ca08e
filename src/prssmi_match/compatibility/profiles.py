"""The sites with everything that is looked up once a pair, worked out once a site."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from prssmi_match.problem.participants import Mentee, Mentor
from prssmi_match.problem.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["MenteeProfile", "MentorProfile", "Profile", "has_values", "profiles", "values_of"]

S = TypeVar("S", Mentee, Mentor)


@dataclass(frozen=True, slots=True, eq=False)
class Profile(Generic[S]):
    """A site, its position among the sites of its side, and what pairs ask of it; None and empty are unknown."""

    index: int
    site: S
    id: str
    organization: str | None
    settings: frozenset[str]
    topics: Mapping[str, int]
    unacceptable: frozenset[str]
    rank: Mapping[str, int]
    unlisted: int

    def group(self, other: str) -> int:
        """Return the group of another site in this one's preferences; the unlisted come after all that is listed."""
        return self.rank.get(other, self.unlisted)


MenteeProfile = Profile[Mentee]
MentorProfile = Profile[Mentor]


def profiles(sites: Iterable[S]) -> tuple[Profile[S], ...]:
    """Return the profiles of sites, in the order given."""
    return tuple(
        Profile(
            index=index,
            site=site,
            id=site.id,
            organization=fold(site.organization or "") or None,
            settings=frozenset(site.settings),
            topics={fold(topic): level for topic, level in site.topics.items()},
            unacceptable=frozenset(site.unacceptable),
            rank={other: group for group, tied in enumerate(site.preferences) for other in tied},
            unlisted=len(site.preferences),
        )
        for index, site in enumerate(sites)
    )


def values_of(site: Mentee | Mentor, field: str) -> frozenset[str]:
    """Return the values that a site has of a field; empty is unknown.

    Parameters
    ----------
    field : str
        ``settings``, ``state``, ``locale``, ``stage`` or ``attributes.X``.
    """
    if field == "settings":
        return frozenset(site.settings)
    if field.startswith("attributes."):
        value = site.attributes.get(field.removeprefix("attributes."))
    else:
        value = getattr(site, field, None)
    return frozenset({value}) if value is not None and value.strip() else frozenset()


def has_values(site: Mentee | Mentor, where: Mapping[str, str]) -> bool:
    """Whether each of the named fields of a site has, or contains, its value; unknown never does."""
    return all(value in values_of(site, field) for field, value in where.items())
