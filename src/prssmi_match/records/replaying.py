"""A recorded run solved again, and held against what was recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.explanation.answer import answered
from prssmi_match.problem.wording import label_mentee, label_mentor, replay_sentence
from prssmi_match.records.digest import digest
from prssmi_match.records.provenance import provenance
from prssmi_match.records.run_record import RecordedTier, expanded_rules
from prssmi_match.solution.matching import Matching
from prssmi_match.solution.replay import Difference, Replay
from prssmi_match.solution.status import Status
from prssmi_match.solving import Budget
from prssmi_match.verification import check_matching, evaluate_matching

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.problem.document import Problem
    from prssmi_match.records.run_record import RunRecord
    from prssmi_match.solution.result import Result
    from prssmi_match.solving import OnProgress

__all__ = ["replay_record"]


def replay_record(
    record: RunRecord,
    *,
    problem: Problem | None = None,
    time_limit: float | None = None,
    on_progress: OnProgress | None = None,
) -> Replay:
    """Solve a recorded run again, and say whether the same answer comes out, or what differs.

    Parameters
    ----------
    problem : Problem or None
        The input as it is now, overrides applied: whether it is still the one that was recorded.
    time_limit : float or None
        Seconds.
    """
    workers = int(record.settings.get("workers") or 1)
    budget = Budget(time_limit, workers, on_progress)
    source = provenance(record.document, time_limit=time_limit, workers=workers)
    result = answered(record.document, budget, source)
    differences = (*_of_record(record), *_of_input(record, problem), *_of_answer(record), *_of_run(record, result))
    proved = {Status.OPTIMAL, Status.INFEASIBLE}
    comparable = record.status in proved and result.status in proved
    told = [row for row in differences if comparable or row.what in {"record", "input", "answer"}]
    same = False if told else True if comparable or not differences else None
    versions = {
        name: (then, now)
        for name, then in record.versions.items()
        if (now := source.versions.get(name, "none")) != then
    }
    return Replay(
        same=same,
        status=result.status,
        differences=differences,
        versions=versions,
        sentence=replay_sentence(same, [row.sentence for row in differences], versions),
    )


def _of_record(record: RunRecord) -> Iterator[Difference]:
    """Give what in the record does not fit together: somebody has changed it."""
    now = digest(record.document)
    if now != record.document_digest:
        sentence = "The document in the record is not the one that was recorded: the record was changed."
        yield Difference(what="record", recorded=record.document_digest, now=now, sentence=sentence)
    stated = {rule.id: rule for rule in record.rules}
    meant = {rule.id: rule for rule in expanded_rules(record.document)}
    for name in sorted(stated.keys() | meant.keys()):
        if stated.get(name) != meant.get(name):
            sentence = f"The rule {name!r} is not in force in this version as it was when the run was recorded."
            yield Difference(what="record", recorded=str(stated.get(name)), now=str(meant.get(name)), sentence=sentence)
    tiers = tuple(tier.model_dump(mode="json") for tier in record.document.program.tiers)
    if tiers != record.policy:
        sentence = "The aims are not those that were recorded."
        yield Difference(what="record", recorded=str(record.policy), now=str(tiers), sentence=sentence)


def _of_input(record: RunRecord, problem: Problem | None) -> Iterator[Difference]:
    if problem is not None and (now := digest(problem)) != record.digest:
        sentence = "The input is not the one that was recorded: it has changed since."
        yield Difference(what="input", recorded=record.digest, now=now, sentence=sentence)


def _of_answer(record: RunRecord) -> Iterator[Difference]:
    """Give what the independent check finds of the recorded answer that the record does not say."""
    if record.pairs is None:
        return
    matching = Matching(pairs=record.pairs)
    verification = check_matching(record.document, matching)
    for violation in verification.violations:
        yield Difference(what="answer", recorded="kept", now=violation.rule_id, sentence=violation.sentence)
    values = {tier.name: tier.value for tier in evaluate_matching(record.document, matching).tiers}
    for tier in record.tiers:
        if values.get(tier.name) != tier.value:
            reached = f"{values.get(tier.name)} in {tier.name}, not the {tier.value}"
            sentence = f"The recorded answer reaches {reached} of the record."
            yield Difference(what="answer", recorded=str(tier.value), now=str(values.get(tier.name)), sentence=sentence)


def _of_run(record: RunRecord, result: Result) -> Iterator[Difference]:
    if result.status is not record.status:
        sentence = f"The run ended as {record.status} then and as {result.status} now."
        yield Difference(what="status", recorded=record.status, now=result.status, sentence=sentence)
    now = {tier.name: RecordedTier.model_validate(tier.model_dump(exclude={"seconds"})) for tier in result.tiers}
    for tier in record.tiers:
        again = now.get(tier.name)
        if again is not None and again != tier:
            then, later = (f"{one.value} of at most {one.bound}" for one in (tier, again))
            sentence = f"The aim {tier.name} reached {then} then, {later} now."
            yield Difference(what="tier", recorded=str(tier.value), now=str(again.value), sentence=sentence)
    yield from _of_pairs(record, result)


def _of_pairs(record: RunRecord, result: Result) -> Iterator[Difference]:
    if result.answer is None or record.pairs is None:
        return
    then, problem = Matching(pairs=record.pairs), record.document
    for mentee in sorted({pair.mentee for matching in (then, result.answer) for pair in matching.pairs}):
        mentors = then.mentor_of(mentee), result.answer.mentor_of(mentee)
        if mentors[0] != mentors[1]:
            names = ["nobody" if mentor is None else label_mentor(problem, mentor) for mentor in mentors]
            sentence = f"{label_mentee(problem, mentee)} was with {names[0]} and is with {names[1]} now."
            yield Difference(what="pairs", recorded=names[0], now=names[1], sentence=sentence)
