"""The reasons for an answer: what speaks for each pair, and what leaves each other mentee without a mentor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.compatibility.profiles import profiles
from prssmi_match.explanation.best import best_answers
from prssmi_match.explanation.conflict import minimal_conflict
from prssmi_match.explanation.unmatched import find_unmatched_reasons
from prssmi_match.problem.wording import fact_sentence, pair_sentences
from prssmi_match.solution.conflict import ConflictMember
from prssmi_match.solution.explanation import Explanation, PairReasons, WhyUnmatched
from prssmi_match.solution.status import Status
from prssmi_match.solving.cpsat import GuardedFormulation
from prssmi_match.solving.objective import Objective
from prssmi_match.verification import evaluate_matching

if TYPE_CHECKING:
    from prssmi_match.problem.document import Problem
    from prssmi_match.solution.evaluation import PairEvaluation
    from prssmi_match.solution.explanation import UnmatchedReason
    from prssmi_match.solution.result import Result
    from prssmi_match.solving import BestAnswers, Budget

__all__ = ["find_explanation", "reasons_for_unmatched"]


def find_explanation(result: Result, budget: Budget) -> Explanation:
    """Return the reasons for every pair, and for every available mentee without a mentor.

    Raises
    ------
    NoMatchingError
        If the result has no matching.
    """
    answers = best_answers(result, budget)
    evaluation = result.evaluation or evaluate_matching(result.problem, result.matching)
    forced, complete = _forced_by_rules(answers)
    pairs = []
    for row in budget.each(evaluation.pairs, "pairs"):
        is_forced = (row.mentee, row.mentor) in forced
        pairs.append(_pair(result.problem, row, _forcing(result.problem, row, budget) if is_forced else ()))
    unmatched = list(find_unmatched_reasons(result, answers, budget))
    known = all(reason.kind is not WhyUnmatched.OPEN for reason in unmatched)
    done = len(pairs) == len(evaluation.pairs) and len(unmatched) == len(result.matching.unmatched)
    return Explanation(
        pairs=tuple(pairs),
        unmatched=tuple(unmatched),
        complete=complete and known and done and result.status is Status.OPTIMAL,
    )


def reasons_for_unmatched(result: Result, budget: Budget) -> tuple[UnmatchedReason, ...]:
    """Return the reason of every available mentee without a mentor, while the budget lasts.

    Raises
    ------
    NoMatchingError
        If the result has no matching.
    """
    if not result.matching.unmatched:
        return ()
    return tuple(find_unmatched_reasons(result, best_answers(result, budget), budget))


def _forced_by_rules(answers: BestAnswers) -> tuple[set[tuple[str, str]], bool]:
    """Return the pairs of the answer that every matching has, and whether that is proved."""
    search, compatibility = answers.search(upto=0), answers.compatibility
    forced = set(answers.answer.chosen)
    reached: bool | None = True
    while forced and reached:
        without = Objective([-int(position in forced) for position in range(len(compatibility.pairs))])
        reached = search.reach(without, 1 - len(forced), guide=without)
        if reached:
            forced &= search.incumbent.chosen_set
    if reached is None:
        return set(), False
    sites = (compatibility.pairs[position] for position in forced)
    return {(compatibility.mentees[a].id, compatibility.mentors[b].id) for a, b in sites}, True


def _forcing(problem: Problem, pair: PairEvaluation, budget: Budget) -> tuple[ConflictMember, ...]:
    """Return a minimal set of rules and facts that leave no matching without a pair."""
    rules = GuardedFormulation(problem)
    rules.leave_out(pair.mentee, pair.mentor)
    facts, _ = minimal_conflict(rules, budget)
    return tuple(ConflictMember(rule_id=fact.id, sentence=fact_sentence(problem, fact)) for fact in facts)


def _pair(problem: Problem, row: PairEvaluation, forced_by: tuple[ConflictMember, ...]) -> PairReasons:
    (mentee,) = profiles([problem.mentee_by_id[row.mentee]])
    (mentor,) = profiles([problem.mentor_by_id[row.mentor]])
    settings = tuple(sorted(mentee.settings & mentor.settings))
    topics = tuple(topic for topic in sorted(mentee.topics) if topic in mentor.topics)
    ranks = _rank(mentee.rank.get(mentor.id)), _rank(mentor.rank.get(mentee.id))
    forcing = [member.sentence for member in forced_by]
    sentences = pair_sentences(problem, (row.mentee, row.mentor), (settings, topics), ranks, forcing)
    return PairReasons(
        mentee=row.mentee,
        mentor=row.mentor,
        points=row.points,
        shared_settings=settings,
        shared_topics=topics,
        mentee_rank=ranks[0],
        mentor_rank=ranks[1],
        assumed=row.assumed,
        forced_by=forced_by,
        sentences=tuple(sentences),
    )


def _rank(group: int | None) -> int | None:
    return None if group is None else group + 1
