"""A recorded run solved again, and held against what was recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.explanation.answer import answered
from prssmi_match.problem.wording import label_mentee, label_mentor, recorded_value_sentence, replay_sentence
from prssmi_match.records.digest import digest
from prssmi_match.records.input_changes import input_changes
from prssmi_match.records.provenance import provenance
from prssmi_match.records.reduced import reduced
from prssmi_match.records.run_record import RecordedTier, checksum_of, program_of
from prssmi_match.solution.matching import Matching
from prssmi_match.solution.replay import Difference, Replay
from prssmi_match.solution.status import Status
from prssmi_match.solving import Budget
from prssmi_match.verification import check_matching, evaluate_matching

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from prssmi_match.problem.document import Problem
    from prssmi_match.records.run_record import RecordedRule, RunRecord
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
    # One worker: what was proved does not depend on how many there were.
    source = provenance(record.document, time_limit=time_limit, workers=1)
    result = answered(record.document, Budget(time_limit, 1, on_progress), source)
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
    """Give what in the record does not fit together: somebody has changed it, or this version reads it otherwise."""
    for recorded, now, sentence in (
        (record.checksum, checksum_of(record), "The record is not as it was written: it was changed, or damaged."),
        (record.document_digest, digest(record.document), "The document in the record is not the recorded one."),
    ):
        if recorded != now:
            yield Difference(what="record", recorded=recorded, now=now, sentence=sentence)
    meant = program_of(record.document)
    yield from _of_rules(record.rules, meant["rules"])
    for field, words in (
        ("policy", "The aims are"),
        ("expectations", "What is expected of teams and travelers is"),
        ("seed", "The seed of the draw is"),
    ):
        stated = getattr(record, field)
        if stated != meant[field]:
            sentence = f"{words} not what the document in the record asks for."
            yield Difference(what="record", recorded=str(stated), now=str(meant[field]), sentence=sentence)


def _of_rules(recorded: Iterable[RecordedRule], meant: Iterable[RecordedRule]) -> Iterator[Difference]:
    then, now = ({rule.id: rule for rule in rules} for rules in (recorded, meant))
    for name in sorted(then.keys() | now.keys()):
        if then.get(name) != now.get(name):
            sentence = f"The rule {name!r} is not what the document in the record asks for."
            yield Difference(what="record", recorded=str(then.get(name)), now=str(now.get(name)), sentence=sentence)


def _of_input(record: RunRecord, problem: Problem | None) -> Iterator[Difference]:
    if problem is None or (now := digest(problem)) == record.digest:
        return
    sentence = "The input is not the one that was recorded: it has changed since."
    yield Difference(what="input", recorded=record.digest, now=now, sentence=sentence)
    changed = input_changes(record.document, problem if record.personal else reduced(problem))
    for then, later, sentence in changed:
        yield Difference(what="input", recorded=then, now=later, sentence=sentence)


def _of_answer(record: RunRecord) -> Iterator[Difference]:
    """Give what the independent check finds of the recorded answer that the record does not say."""
    if record.pairs is None:
        return
    matching = Matching(pairs=record.pairs)
    verification = check_matching(record.document, matching)
    for violation in verification.violations:
        yield Difference(what="answer", recorded="kept", now=violation.rule_id, sentence=violation.sentence)
    values = {tier.name: tier.value for tier in evaluate_matching(record.document, matching).tiers}
    told = {tier.name: tier.value for tier in record.tiers}
    for name in [*told, *(name for name in values if name not in told)]:
        if values.get(name) != told.get(name):
            sentence = recorded_value_sentence(name, told.get(name), values.get(name))
            yield Difference(what="answer", recorded=str(told.get(name)), now=str(values.get(name)), sentence=sentence)
    matched = {mentee for mentee, _ in record.pairs}
    left = tuple(site.id for site in record.document.mentee_by_id.values() if site.available and site.id not in matched)
    if left != record.unmatched:
        sentence = "The mentees without a mentor are not those that the recorded pairs leave."
        yield Difference(what="answer", recorded=", ".join(record.unmatched), now=", ".join(left), sentence=sentence)


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
        if result.answer is not None and record.status is result.status:
            sentence = "The record holds no pairs, and there are some now."
            yield Difference(what="pairs", recorded="", now=str(len(result.answer.pairs)), sentence=sentence)
        return
    then, problem = Matching(pairs=record.pairs), record.document
    for mentee in sorted({pair.mentee for matching in (then, result.answer) for pair in matching.pairs}):
        mentors = then.mentor_of(mentee), result.answer.mentor_of(mentee)
        if mentors[0] != mentors[1]:
            names = ["nobody" if mentor is None else label_mentor(problem, mentor) for mentor in mentors]
            sentence = f"{label_mentee(problem, mentee)} was with {names[0]} and is with {names[1]} now."
            yield Difference(what="pairs", recorded=names[0], now=names[1], sentence=sentence)
