"""A document with changes made: all at once, and validated."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from prssmi_match.problem.changes.musts import setting_steps, wish_of
from prssmi_match.problem.changes.rules import changed_fields
from prssmi_match.problem.presets import PRESETS
from prssmi_match.problem.program import number
from prssmi_match.problem.rules import Eligibility, Selection

if TYPE_CHECKING:
    from collections.abc import Mapping

    from prssmi_match.problem.changes.levers import Lever
    from prssmi_match.problem.document import Problem
    from prssmi_match.problem.participants import Mentee, Mentor
    from prssmi_match.problem.rules import Rule

__all__ = ["apply_changes"]


def apply_changes(problem: Problem, amounts: Mapping[Lever, int]) -> Problem:
    """Return the document with each lever moved by its amount; the document itself stays as it is.

    Raises
    ------
    ValueError
        If the document has nothing that a lever could move, or not by so much.
    """
    copy = _Copy(problem)
    for lever, amount in sorted(amounts.items()):
        copy.move(lever, amount)
    return copy.validated()


class _Copy:
    """The rows of a document by the ids that it had before anything was changed."""

    def __init__(self, problem: Problem) -> None:
        self._problem = problem
        self._mentees: dict[str, Mentee] = {site.id: site for site in problem.mentees}
        self._mentors: dict[str, Mentor] = {site.id: site for site in problem.mentors}
        self._rules: dict[str, Rule] = {named.id: named.rule for named in number(problem.rules)}
        self._in_force = {named.id: named.rule for named in problem.program.rules}
        self._more: list[Rule] = []
        self._strengths = dict(problem.strengths or {})

    def validated(self) -> Problem:
        """Return the changed document, read anew."""
        fields: dict[str, Any] = {name: getattr(self._problem, name) for name in self._problem.model_fields_set}
        fields["mentees"] = [_written(site) for site in self._mentees.values()]
        fields["mentors"] = [_written(site) for site in self._mentors.values()]
        fields["rules"] = [_written(rule) | {"kind": rule.kind} for rule in (*self._rules.values(), *self._more)]
        if self._strengths:
            fields["strengths"] = self._strengths
        return type(self._problem).model_validate(fields)

    def move(self, lever: Lever, amount: int) -> None:
        """Make one change."""
        match lever.kind:
            case "mentee_veto" | "mentee_availability":
                self._move_mentee(lever)
            case "capacity" | "min_mentees" | "max_workload" | "mentor_veto" | "mentor_availability":
                self._move_mentor(lever, amount)
            case "pin" | "forbid" | "together" | "apart" | "stability":
                self._drop(lever)
            case _:
                self._move_rule(lever, amount)

    def _move_mentee(self, lever: Lever) -> None:
        site = self._mentees.get(lever.fact.sites[0])
        if site is not None and lever.kind == "mentee_veto" and lever.fact.sites[1] in site.unacceptable:
            update: dict[str, Any] = {"unacceptable": _without(lever.fact.sites[1], site)}
        elif site is not None and lever.kind == "mentee_availability" and not site.available:
            update = {"status": "ready"}
        else:
            raise _gone(lever)
        self._mentees[site.id] = site.model_copy(update=update)

    def _move_mentor(self, lever: Lever, amount: int) -> None:
        site = self._mentors.get(lever.fact.sites[0])
        if site is None:
            raise _gone(lever)
        if lever.kind == "capacity":
            update: dict[str, Any] = {"max_mentees": self._problem.capacity(site) + amount}
        elif lever.kind == "min_mentees" and site.min_mentees >= amount:
            update = {"min_mentees": site.min_mentees - amount}
        elif lever.kind == "max_workload" and site.max_workload is not None:
            update = {"max_workload": site.max_workload + amount}
        elif lever.kind == "mentor_veto" and lever.fact.sites[1] in site.unacceptable:
            update = {"unacceptable": _without(lever.fact.sites[1], site)}
        elif lever.kind == "mentor_availability" and not site.available:
            update = {"status": "active"}
        else:
            raise _gone(lever)
        self._mentors[site.id] = site.model_copy(update=update)

    def _drop(self, lever: Lever) -> None:
        """Drop a rule; where the preset has one of this id, it would come back, so one that binds nothing stays."""
        rule_id = lever.fact.id
        if rule_id not in self._in_force or self._in_force[rule_id].kind != lever.kind:
            raise _gone(lever)
        if rule_id in {rule.id for rule in PRESETS[self._problem.preset].rules}:
            self._rules[rule_id] = Selection(id=rule_id, reason="In place of a rule that was dropped")
        else:
            del self._rules[rule_id]

    def _move_rule(self, lever: Lever, amount: int) -> None:
        """Change a rule; one of the preset becomes one of the document, and a must of the strengths a wish."""
        if lever.fact.kind == "setting":
            self._open_settings(lever)
            return
        rule_id = lever.fact.id
        rule = self._rules.get(rule_id) or self._in_force.get(rule_id)
        update = None if rule is None else self._update(rule, lever, amount)
        if rule is None or update is None:
            raise _gone(lever)
        wish = wish_of(self._problem, rule_id)
        if wish is None:
            self._rules[rule_id] = rule.model_copy(
                update=update if rule_id in self._rules else {**update, "id": rule_id}
            )
            return
        self._strengths[wish] = "high"
        if lever.kind == "setting" and amount > 1:
            self._more.append(Eligibility(setting="off"))

    def _update(self, rule: Rule, lever: Lever, amount: int) -> dict[str, Any] | None:
        if lever.kind != "setting":
            return changed_fields(rule, lever, amount)
        steps = setting_steps(self._problem, lever.fact)
        stated = isinstance(rule, Eligibility) and rule.setting in {"any", "all"}
        return {"setting": steps[amount - 1]} if stated and amount <= len(steps) else None

    def _open_settings(self, lever: Lever) -> None:
        """State that settings do not matter, where no rule states anything of them."""
        if any(isinstance(rule, Eligibility) and rule.setting is not None for rule in self._in_force.values()):
            raise _gone(lever)
        self._more.append(Eligibility(setting="off"))


def _written(row: Mentee | Mentor | Rule) -> dict[str, Any]:
    return {name: getattr(row, name) for name in row.model_fields_set}


def _without(other: str, site: Mentee | Mentor) -> tuple[str, ...]:
    return tuple(one for one in site.unacceptable if one != other)


def _gone(lever: Lever) -> ValueError:
    what = f"{lever.fact.id!r}" if not lever.part else f"{lever.part!r} of {lever.fact.id!r}"
    return ValueError(f"This document has no {lever.kind} of {what} to change; the repair was made for another one.")
