"""Why something is not in an answer: what forbids it, or what it would cost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.compatibility.refused import refusals_of
from prssmi_match.errors import Finding, ProblemError
from prssmi_match.explanation.best import best_answers
from prssmi_match.explanation.conflict import find_conflict
from prssmi_match.explanation.demand import with_demand
from prssmi_match.explanation.repairs import find_repairs
from prssmi_match.explanation.rerun import Rerun, judged, losses, moves, rerun
from prssmi_match.problem.text import nearest
from prssmi_match.problem.wording import aim_changes, demand_words, price_sentence, refused_sentence
from prssmi_match.solution.status import Status
from prssmi_match.solution.why_not import WhyNot
from prssmi_match.solving import resume
from prssmi_match.solving.best import assigned

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from prssmi_match.problem.document import Problem
    from prssmi_match.solution.conflict import Conflict, ConflictMember
    from prssmi_match.solution.repair import Repairs
    from prssmi_match.solution.result import Result
    from prssmi_match.solving import BestAnswers, Budget

__all__ = ["find_why_not"]


def find_why_not(  # noqa: PLR0913 - what is asked, and what is known
    result: Result,
    budget: Budget,
    mentee: str | None,
    mentor: str | None,
    *,
    costs: Mapping[str, int | None] | None = None,
    answers: BestAnswers | None = None,
) -> WhyNot:
    """Return why a pair is not in the answer, a mentee not matched, or a mentor not used.

    Parameters
    ----------
    answers : BestAnswers or None
        The best answers of the result, where several questions are put to it.

    Raises
    ------
    ProblemError
        If an id is unknown, or none is given.
    NoMatchingError
        If the result has no matching.
    ValueError
        If ``costs`` names nothing that can be changed.
    """
    problem, matching = result.problem, result.matching
    if findings := list(_findings(problem, mentee, mentor)):
        raise ProblemError(findings)
    if any(mentee in {None, pair.mentee} and mentor in {None, pair.mentor} for pair in matching.pairs):
        return _in_answer(result, mentee, mentor)
    demanding, demand = with_demand(problem, mentee, mentor)
    answers = answers or best_answers(result, budget)
    again = _with(answers, demanding, mentee, mentor)
    if again.matching is not None:
        is_best = answers.has(assigned(answers.compatibility, again.matching))
        return _possible(result, again, (mentee, mentor), is_best=is_best)
    if again.status is Status.INFEASIBLE:
        conflict = find_conflict(demanding, budget, always=[demand])
        menu = find_repairs(demanding, budget, costs=costs, protected=frozenset([demand]))
        return _impossible(problem, mentee, mentor, conflict, menu)
    sentence = f"Whether it is possible to {demand_words(problem, mentee, mentor)} was not worked out in time."
    return WhyNot(mentee=mentee, mentor=mentor, possible=None, proved=False, sentence=sentence)


def _with(answers: BestAnswers, demanding: Problem, mentee: str | None, mentor: str | None) -> Rerun:
    """Match again with what is demanded; all other rules and the pairs are those of the answer."""
    if answers.is_network:
        return rerun(demanding, answers.budget)
    grid = answers.compatibility
    wanted = [
        position
        for position, (one, other) in enumerate(grid.pairs)
        if mentee in {None, grid.mentees[one].id} and mentor in {None, grid.mentors[other].id}
    ]
    if not wanted:
        return Rerun(demanding, Status.INFEASIBLE)
    return judged(demanding, resume(answers.demanding(wanted), demanding.program.tiers))


def _in_answer(result: Result, mentee: str | None, mentor: str | None) -> WhyNot:
    sentence = f"Nothing is needed to {demand_words(result.problem, mentee, mentor)}: the answer does."
    price = {tier.name: 0 for tier in result.tiers}
    return WhyNot(mentee=mentee, mentor=mentor, possible=True, in_answer=True, price=price, sentence=sentence)


def _possible(result: Result, again: Rerun, demanded: tuple[str | None, str | None], *, is_best: bool) -> WhyNot:
    mentee, mentor = demanded
    problem, proved = result.problem, again.proved and result.status is Status.OPTIMAL
    assert again.matching is not None  # noqa: S101 - the caller has looked
    price = losses({tier.name: tier.value for tier in result.tiers}, again.values)
    changed = moves(problem, result.matching, again.matching)
    lost = aim_changes(problem, {name: -loss for name, loss in price.items()})
    demand, sentences = demand_words(problem, mentee, mentor), [move.sentence for move in changed]
    return WhyNot(
        mentee=mentee,
        mentor=mentor,
        possible=True,
        price=price,
        moves=changed,
        is_best=is_best,
        proved=proved,
        sentence=" ".join([price_sentence(demand, lost, is_best=is_best, proved=proved), *sentences]),
    )


def _impossible(problem: Problem, mentee: str | None, mentor: str | None, conflict: Conflict, menu: Repairs) -> WhyNot:
    members = _about_the_pair(problem, mentee, mentor, conflict.members)
    rules, repairs = [row.sentence for row in members], [row.sentence for row in menu.repairs]
    return WhyNot(
        mentee=mentee,
        mentor=mentor,
        possible=False,
        rules=members,
        repairs=menu.repairs,
        proved=conflict.minimal and bool(menu.repairs or menu.complete),
        sentence=refused_sentence(demand_words(problem, mentee, mentor), rules, repairs),
    )


def _about_the_pair(
    problem: Problem, mentee: str | None, mentor: str | None, members: tuple[ConflictMember, ...]
) -> tuple[ConflictMember, ...]:
    """Return members in which what refuses this very pair is told about its two sites, not as the whole rule."""
    if mentee is None or mentor is None:
        return members
    refused: dict[str, list[str]] = {}
    for ground in refusals_of(problem, mentee)[mentor]:
        refused.setdefault(ground.rule_id, []).append(ground.sentence)
    return tuple(
        member.model_copy(update={"sentence": " ".join(refused.get(member.rule_id, [member.sentence]))})
        for member in members
    )


def _findings(problem: Problem, mentee: str | None, mentor: str | None) -> Iterator[Finding]:
    if mentee is None and mentor is None:
        sentence = "Name a mentee, a mentor, or both."
        yield Finding(code="missing", place="mentee", found="nothing", expected="an id", sentence=sentence)
    for place, site, known in (("mentee", mentee, problem.mentee_by_id), ("mentor", mentor, problem.mentor_by_id)):
        if site is not None and site not in known:
            close = nearest(site, known)
            guess = f" Did you mean {close!r}?" if close else ""
            sentence = f"There is no {place} {site!r}.{guess}"
            yield Finding(
                code="unknown_id", place=place, found=site, expected=f"the id of a {place}", sentence=sentence
            )
