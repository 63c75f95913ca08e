"""A new override: checked against the document, and its cost measured with all earlier ones in force."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from prssmi_match.errors import Finding, ProblemError
from prssmi_match.problem.defects import defect_of, format_place
from prssmi_match.problem.text import nearest
from prssmi_match.problem.wording import aim_changes, label_mentee, override_sentence, recorded_sentence
from prssmi_match.records.ledger.apply import apply_ledger, cannot_apply, sites_of
from prssmi_match.records.ledger.model import CapacityOverride, Cost, Ledger, Override, UndoOverride, undone
from prssmi_match.solution.move import Move
from prssmi_match.solution.status import Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from prssmi_match.explanation.rerun import Rerun
    from prssmi_match.problem.document import Problem
    from prssmi_match.solving import Budget

__all__ = ["Recorded", "record_override", "words_of"]

_OVERRIDE: TypeAdapter[Override] = TypeAdapter(Annotated[Override, Field(discriminator="action")])


class Recorded(BaseModel):
    """A new override, and what it does.

    Attributes
    ----------
    ledger : Ledger
        With it at the end.
    moves : tuple of Move
        Who is then elsewhere.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    override: Override
    ledger: Ledger
    moves: tuple[Move, ...]
    sentence: str

    def __str__(self) -> str:
        """Return the sentence."""
        return self.sentence


def record_override(  # noqa: PLR0913 - who, when and why are all needed
    ledger: Ledger,
    problem: Problem,
    action: Mapping[str, Any],
    *,
    who: str,
    why: str,
    when: datetime | None = None,
    time_limit: float | None = None,
) -> Recorded:
    """Return a ledger with one more override, its cost measured by matching without and with it.

    Parameters
    ----------
    problem : Problem
        The document without any override.
    action : mapping
        ``action`` (``pin``, ``forbid``, ``swap``, ``hold``, ``capacity`` or ``undo``) and its fields: ``mentee``,
        ``mentor``, ``max_mentees``, ``undoes``; of a swap ``pairs``, or ``mentees``: the two that exchange the mentors
        that they have in the answer so far.
    when : datetime or None
        With a time zone; now by default.
    time_limit : float or None
        Seconds for both matches.

    Raises
    ------
    ProblemError
        With every finding: a site that is unknown, nothing to undo, no reason given, ...
    """
    # The engine is slow to import, and reading and applying a ledger do without it.
    from prssmi_match.explanation.rerun import rerun
    from prssmi_match.solving import Budget

    budget = Budget(time_limit)
    before = rerun(apply_ledger(problem, ledger).problem, budget)
    stated = dict(action)
    if stated.get("action") == "swap" and "mentees" in stated:
        stated["pairs"] = _exchanged(problem, before, stated.pop("mentees"))
    moment = datetime.now(UTC).replace(microsecond=0) if when is None else when
    override = _read({**stated, "id": ledger.next_id, "who": who, "why": why, "when": moment})
    if findings := list(_defects(problem, ledger, override)):
        raise ProblemError(findings)
    return _measured(problem, ledger, override, before, budget)


def _measured(problem: Problem, ledger: Ledger, override: Override, before: Rerun, budget: Budget) -> Recorded:
    """Return a new override with its cost, and what became possible or impossible by it."""
    from prssmi_match.explanation.conflict import find_conflict
    from prssmi_match.explanation.rerun import losses, moves, rerun

    after = rerun(apply_ledger(problem, Ledger(overrides=(*ledger.overrides, override))).problem, budget)
    clash = None
    if after.status is Status.INFEASIBLE and before.status is not Status.INFEASIBLE:
        clash = [member.sentence for member in find_conflict(after.problem, budget).members]
    draw = problem.program.tiers[-1].name  # how the lots fall is no loss
    lost = {tier: loss for tier, loss in losses(before.values, after.values).items() if tier != draw}
    moved: tuple[Move, ...] = ()
    count = None
    if before.matching is not None and after.matching is not None:
        moved = moves(problem, before.matching, after.matching)
        count = len(moved)
    override = override.model_copy(update={"cost": Cost(status=after.status.value, moves=count, losses=lost)})
    aims = aim_changes(problem, {tier: -loss for tier, loss in lost.items()})
    words = words_of(problem, ledger, override)
    told = recorded_sentence(words, aims, count, was=before.status, status=after.status, clash=clash)
    return Recorded(
        override=override, ledger=Ledger(overrides=(*ledger.overrides, override)), moves=moved, sentence=told
    )


def words_of(problem: Problem, ledger: Ledger, override: Override) -> str:
    """Return what an override does, in words."""
    if isinstance(override, UndoOverride):
        undone = next((other for other in ledger.overrides if other.id == override.undoes), None)
        what = "" if undone is None else words_of(problem, ledger, undone)
        return override_sentence(problem, "undo", (), undoes=(override.undoes, what))
    mentees, mentors = sites_of(override)
    places = getattr(override, "max_mentees", None)
    return override_sentence(problem, override.action, (mentees, mentors), places=places)


def _read(stated: dict[str, Any]) -> Override:
    try:
        return _OVERRIDE.validate_python(stated)
    except ValidationError as error:
        raise ProblemError(list(_findings(error, stated))) from None


def _findings(error: ValidationError, stated: dict[str, Any]) -> Iterator[Finding]:
    for details in error.errors(include_url=False):
        defect = defect_of(details, stated, {})
        place = f"override, {format_place(defect.loc)}" if defect.loc else "override"
        yield Finding(defect.code, place, str(defect.found)[:60], defect.expected, defect.sentence)


def _exchanged(problem: Problem, before: Rerun, mentees: Any) -> tuple[tuple[str, str], ...]:  # noqa: ANN401 - as stated
    """Return the pairs after two mentees exchanged the mentors that they have now."""
    one, other = mentees
    mentors = [None if before.matching is None else before.matching.mentor_of(mentee) for mentee in (one, other)]
    findings = [
        Finding(
            "not_matched",
            "override, mentees",
            mentee,
            "a mentee with a mentor",
            f"{label_mentee(problem, mentee)} has no mentor, so there is nothing to swap. Pin it to a mentor instead.",
        )
        for mentee, mentor in zip((one, other), mentors, strict=True)
        if mentor is None
    ]
    if findings:
        raise ProblemError(findings)
    return ((one, str(mentors[1])), (other, str(mentors[0])))


def _defects(problem: Problem, ledger: Ledger, override: Override) -> Iterator[Finding]:
    for side, sites, known in zip(
        ("mentee", "mentor"), sites_of(override), (problem.mentee_by_id, problem.mentor_by_id), strict=True
    ):
        for site in sites:
            if site not in known:
                close = nearest(site, known)
                guess = f" Did you mean {close!r}?" if close else ""
                yield Finding(
                    "unknown_id",
                    f"override, {side}",
                    site,
                    f"the id of a {side}",
                    f"There is no {side} {site!r}.{guess}",
                )
    if isinstance(override, CapacityOverride) and override.mentor in problem.mentor_by_id:
        complaint = cannot_apply(problem, override, "override, max_mentees")
        yield from [] if complaint is None else [replace(complaint, severity="error")]
    if isinstance(override, UndoOverride):
        every = [other.id for other in ledger.overrides]
        if override.undoes not in every:
            close = nearest(override.undoes, every)
            guess = f" Did you mean {close!r}?" if close else ""
            sentence = f"There is no override {override.undoes!r} to undo.{guess}"
            yield Finding("unknown_id", "override, undoes", override.undoes, "the id of an override", sentence)
        elif override.undoes in undone(ledger):
            sentence = f"Override {override.undoes!r} is undone already; to bring it back, undo the undo."
            yield Finding("already_undone", "override, undoes", override.undoes, "an override in force", sentence)
