"""What the rules ask of a matching, as numbers of mentees or pairs that are counted: where that is all they ask.

A row counts the matched ones among some mentees, or the chosen ones among some pairs of one mentor. Rules that ask for
more (minimums that bind only where a mentor is used, mentees that go together, stability) are not for a network, unless
they cannot bind. A limit of mentors is told beside the rows.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from prssmi_match.compatibility.profiles import has_values
from prssmi_match.problem.rules import (
    Apart,
    Eligibility,
    Forbid,
    Opening,
    Pin,
    Quota,
    Selection,
    Stability,
    Together,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from prssmi_match.compatibility import Compatibility
    from prssmi_match.compatibility.profiles import MentorProfile
    from prssmi_match.problem.program import NamedRule
    from prssmi_match.solution.proof import RowKey

__all__ = ["NotANetworkError", "Row", "Rows"]


class NotANetworkError(Exception):
    """What is asked cannot be told by a network; never leaves the engine."""


class Row(NamedTuple):
    """Low <= number counted <= high, inclusive; None is no limit.

    ``members`` are positions of mentees, or of pairs.
    """

    key: RowKey
    members: Sequence[int]
    low: int
    high: int | None

    @property
    def most(self) -> int:
        """How many it can be at most."""
        return len(self.members) if self.high is None else min(self.high, len(self.members))


@dataclass(slots=True)
class Rows:
    """The rows of a problem.

    Attributes
    ----------
    sure : set of int
        The mentors that every matching uses; their minimums bind like any other.
    opened : int
        The most mentors that may be used, which no row tells.

    Raises
    ------
    NotANetworkError
        If a rule asks for what rows cannot say, or no matching can keep one.
    """

    compatibility: Compatibility
    mentees: list[Row] = field(default_factory=list)
    pairs: list[Row] = field(default_factory=list)
    sure: set[int] = field(init=False)
    opened: int = field(init=False)

    def __post_init__(self) -> None:
        self.sure = self._used_for_sure()
        self.opened = len(self.compatibility.mentors)
        for named in self.compatibility.problem.program.rules:
            self._add_rule(named)
        for mentor in range(len(self.compatibility.mentors)):
            self._add_mentor(mentor)
        if any(row.low > row.most for row in (*self.mentees, *self.pairs)):
            raise NotANetworkError

    def _used_for_sure(self) -> set[int]:
        rules = [named.rule for named in self.compatibility.problem.program.rules]
        named = {rule.mentor for rule in rules if isinstance(rule, Pin)}
        named.update(mentor for rule in rules if isinstance(rule, Opening) for mentor in rule.must_open)
        index = self.compatibility.mentor_index
        return {index[mentor] for mentor in named if mentor in index}

    def _add_rule(self, named: NamedRule) -> None:
        rule = named.rule
        match rule:
            case Eligibility() | Forbid():
                return
            case Pin():
                pinned = self.compatibility.positions_of(rule.mentee, rule.mentor)
                self.pairs.append(Row(("rule", named.id), pinned, 1, 1))
            case Apart():
                self._add_apart(named.id, rule)
            case Selection():
                self._add_selection(named.id, rule)
            case Opening():
                self._add_opening(named.id, rule)
            case Quota():
                self._add_quota(named.id, rule)
            case Together():
                if len(set(rule.mentees)) > 1:
                    raise NotANetworkError
            case Stability():
                raise NotANetworkError

    def _add_apart(self, rule_id: str, rule: Apart) -> None:
        """Give each mentor at most one of them."""
        index = self.compatibility.mentee_index
        members = {index[mentee] for mentee in rule.mentees if mentee in index}
        for mentor, own in self._at_each_mentor(members):
            if len(own) > 1:
                self.pairs.append(Row(("rule", rule_id, mentor.id), own, 0, 1))

    def _at_each_mentor(self, members: set[int]) -> Iterator[tuple[MentorProfile, list[int]]]:
        """Give each mentor with its pairs with some mentees."""
        for mentor, reach in zip(self.compatibility.mentors, self.compatibility.pairs_of_mentor, strict=True):
            yield mentor, [position for position in reach if self.compatibility.pairs[position][0] in members]

    def _add_selection(self, rule_id: str, rule: Selection) -> None:
        self.mentees.append(Row(("rule", rule_id), self._reachable(), rule.min or 0, rule.max))
        index = self.compatibility.mentee_index
        for mentee in sorted(set(rule.must_match)):
            members = [index[mentee]] if mentee in index else []
            self.mentees.append(Row(("rule", rule_id, mentee), members, 1, None))

    def _reachable(self) -> list[int]:
        return [mentee for mentee, positions in enumerate(self.compatibility.pairs_of_mentee) if positions]

    def _add_opening(self, rule_id: str, rule: Opening) -> None:
        if (rule.min or 0) > len(self.sure):
            raise NotANetworkError
        if rule.max is not None:
            self.opened = min(self.opened, rule.max)
        reach, index = self.compatibility.pairs_of_mentor, self.compatibility.mentor_index
        for mentor in sorted(set(rule.must_open)):
            members = reach[index[mentor]] if mentor in index else ()
            self.pairs.append(Row(("rule", rule_id, mentor), members, 1, None))

    def _add_quota(self, rule_id: str, rule: Quota) -> None:
        counted = {mentee for mentee in self._reachable() if self._is_counted(mentee, rule)}
        if rule.per == "cohort":
            self.mentees.append(Row(("rule", rule_id), sorted(counted), rule.min or 0, rule.max))
            return
        for mentor, own in self._at_each_mentor(counted):
            low = (rule.min or 0) if self.compatibility.pairs_of_mentor[mentor.index] else 0
            if low and mentor.index not in self.sure:
                raise NotANetworkError
            if low or (rule.max is not None and rule.max < len(own)):
                self.pairs.append(Row(("rule", rule_id, mentor.id), own, low, rule.max))

    def _is_counted(self, mentee: int, rule: Quota) -> bool:
        return has_values(self.compatibility.mentees[mentee].site, rule.where)

    def _add_mentor(self, mentor: int) -> None:
        """Add a mentor's capacity, minimum and workload, where they can bind."""
        reach = self.compatibility.pairs_of_mentor[mentor]
        site = self.compatibility.mentors[mentor].site
        capacity = self.compatibility.problem.capacity(site)
        if capacity < len(reach):
            self.pairs.append(Row(("capacity", site.id), reach, 0, capacity))
        if site.min_mentees > 1 and reach:
            if mentor not in self.sure:
                raise NotANetworkError
            self.pairs.append(Row(("min_mentees", site.id), reach, site.min_mentees, None))
        if site.max_workload is not None:
            self._add_workload(mentor, min(capacity, len(reach)), site.max_workload)

    def _add_workload(self, mentor: int, most: int, limit: int) -> None:
        """Where all pairs of a mentor take the same of its workload, that is a number of mentees."""
        reach = self.compatibility.pairs_of_mentor[mentor]
        workloads = sorted((self.compatibility.workload(position) for position in reach), reverse=True)
        if sum(workloads[:most]) <= limit:
            return
        if workloads[0] != workloads[-1]:
            raise NotANetworkError
        key = ("max_workload", self.compatibility.mentors[mentor].id)
        self.pairs.append(Row(key, reach, 0, limit // workloads[0]))
