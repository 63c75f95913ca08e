"""What the facts and rules of a document count, and within which limits: looked up by key, from the document alone."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from prssmi_match.problem.rules import Apart, Opening, Pin, Quota, Selection
from prssmi_match.verification.checks.quota import has_all

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prssmi_match.problem.rules import Rule
    from prssmi_match.solution.proof import RowKey
    from prssmi_match.verification.view import View

__all__ = ["Counted", "Limits"]


class Counted(NamedTuple):
    """The chosen ones among some pairs (by position) are at least and at most so many."""

    positions: Sequence[int]
    low: int
    high: int


class Limits:
    """The limits that every matching keeps.

    Parameters
    ----------
    view : View
        The problem; the matching beside it is not read.
    pairs : list of (str, str)
        The admissible pairs.
    """

    def __init__(self, view: View, pairs: list[tuple[str, str]]) -> None:
        self._sites = view.sites
        self._rules = {named.id: named.rule for named in view.problem.program.rules}
        self._pairs = pairs
        self._known: dict[RowKey, Counted] = {}
        self._of_mentee: dict[str, list[int]] = defaultdict(list)
        self._of_mentor: dict[str, list[int]] = defaultdict(list)
        for position, (mentee, mentor) in enumerate(pairs):
            self._of_mentee[mentee].append(position)
            self._of_mentor[mentor].append(position)

    def of(self, key: RowKey) -> Counted:
        """Return what a key counts.

        Raises
        ------
        KeyError
            If the document says nothing by that key.
        """
        if key not in self._known:
            positions, low, high = self._stated(key)
            mentees = len({self._pairs[position][0] for position in positions})  # each has one mentor at most
            self._known[key] = Counted(positions, low, mentees if high is None else min(high, mentees))
        return self._known[key]

    def _stated(self, key: RowKey) -> tuple[Sequence[int], int, int | None]:
        match key:
            case ("mentee", mentee):
                return self._of_mentee[mentee], 0, 1
            case ("capacity", mentor):
                return self._of_mentor[mentor], 0, self._sites.capacity[mentor]
            case ("min_mentees", mentor) if mentor in self._used_for_sure:
                return self._of_mentor[mentor], self._sites.mentors[mentor].min_mentees, None
            case ("max_workload", mentor):
                return self._of_mentor[mentor], 0, self._most_by_workload(mentor)
            case ("rule", rule_id):
                return self._in_all(self._rules[rule_id])
            case ("rule", rule_id, site):
                return self._at_site(self._rules[rule_id], site)
            case _:
                raise KeyError(key)

    @cached_property
    def _used_for_sure(self) -> set[str]:
        """The mentors that have a mentee in every matching."""
        rules = self._rules.values()
        opened = {mentor for rule in rules if isinstance(rule, Opening) for mentor in rule.must_open}
        return opened | {rule.mentor for rule in rules if isinstance(rule, Pin)}

    def _most_by_workload(self, mentor: str) -> int | None:
        """Return how many of a mentor's pairs fit into its workload, each taken for the lightest."""
        most = self._sites.mentors[mentor].max_workload
        lightest = min((self._sites.workload(*self._pairs[at]) for at in self._of_mentor[mentor]), default=0)
        return None if most is None or lightest == 0 else most // lightest

    def _in_all(self, rule: Rule) -> tuple[Sequence[int], int, int | None]:
        match rule:
            case Pin():
                return [at for at, pair in enumerate(self._pairs) if pair == (rule.mentee, rule.mentor)], 1, 1
            case Selection():
                return range(len(self._pairs)), rule.min or 0, rule.max
            case Quota() if rule.per == "cohort":
                return self._with(rule, range(len(self._pairs))), rule.min or 0, rule.max
            case _:
                raise KeyError(rule)

    def _at_site(self, rule: Rule, site: str) -> tuple[Sequence[int], int, int | None]:
        match rule:
            case Selection() if site in rule.must_match:
                return self._of_mentee[site], 1, None
            case Opening() if site in rule.must_open:
                return self._of_mentor[site], 1, None
            case Apart():
                members = [at for at in self._of_mentor[site] if self._pairs[at][0] in rule.mentees]
                return members, 0, 1
            case Quota() if rule.per == "mentor":
                low = (rule.min or 0) if site in self._used_for_sure else 0
                return self._with(rule, self._of_mentor[site]), low, rule.max
            case _:
                raise KeyError(site)

    def _with(self, rule: Quota, positions: Sequence[int]) -> list[int]:
        return [at for at in positions if has_all(self._sites.mentees[self._pairs[at][0]], rule.where)]
