"""Who is matched with whom."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import AfterValidator, BeforeValidator

from prssmi_match.solution.part import Part

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["Matching", "Pair"]


class Pair(Part):
    """A mentee and its mentor.

    Attributes
    ----------
    assumed : tuple of str
        Pair criteria of the policy whose points for this pair rest on an unknown, in alphabetical order.
    provisional : bool
        Whether the mentee is not yet ready.
    """

    mentee: str
    mentor: str
    assumed: tuple[str, ...] = ()
    provisional: bool = False

    @property
    def key(self) -> tuple[str, str]:
        """The two ids."""
        return self.mentee, self.mentor


def _as_pair(value: Any) -> Any:  # noqa: ANN401 - a validator sees whatever was written
    if isinstance(value, list | tuple) and len(value) == 2:  # noqa: PLR2004 - a pair
        return {"mentee": value[0], "mentor": value[1]}
    return value


def _in_order(pairs: tuple[Pair, ...]) -> tuple[Pair, ...]:
    return tuple(sorted(pairs, key=lambda pair: pair.key))


class Matching(Part):
    """Pairs, sorted by mentee id.

    One made by hand takes pairs or 2-tuples, and may break any rule; that is for ``verify`` to tell.

    >>> Matching(pairs=[("pine", "oak")]).mentor_of("pine")
    'oak'
    """

    pairs: Annotated[tuple[Annotated[Pair, BeforeValidator(_as_pair)], ...], AfterValidator(_in_order)] = ()
    unmatched: tuple[str, ...] = ()

    if TYPE_CHECKING:  # what the validators take, for type checkers

        def __init__(self, *, pairs: Iterable[Pair | tuple[str, str]] = (), unmatched: Iterable[str] = ()) -> None: ...

    def mentor_of(self, mentee: str) -> str | None:
        """Return the mentor of a mentee, or None where it has none."""
        mentors = self._mentors_by_mentee.get(mentee, ())
        return mentors[0] if mentors else None

    def mentees_of(self, mentor: str) -> tuple[str, ...]:
        """Return the mentees of a mentor, sorted by id."""
        return self._mentees_by_mentor.get(mentor, ())

    @cached_property
    def _mentors_by_mentee(self) -> Mapping[str, tuple[str, ...]]:
        return _grouped((pair.mentee, pair.mentor) for pair in self.pairs)

    @cached_property
    def _mentees_by_mentor(self) -> Mapping[str, tuple[str, ...]]:
        return _grouped((pair.mentor, pair.mentee) for pair in self.pairs)


def _grouped(items: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    groups: dict[str, list[str]] = {}
    for key, value in items:
        groups.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in groups.items()}
