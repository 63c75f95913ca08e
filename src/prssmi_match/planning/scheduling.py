"""The use cases of planning: the dates of a matched cohort, and why there are none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from prssmi_match.errors import ProblemError, VerificationError
from prssmi_match.planning.agenda import Agenda
from prssmi_match.planning.conflict import find_plan_conflict
from prssmi_match.planning.dates import parts_of
from prssmi_match.planning.moved import is_moved
from prssmi_match.planning.notes import assumptions_of, conditions_of, moved_sentence
from prssmi_match.planning.provenance import provenance_of
from prssmi_match.planning.references import reference_findings
from prssmi_match.planning.repairs import find_plan_repairs
from prssmi_match.planning.room import has_dates
from prssmi_match.planning.tiers import find_dates
from prssmi_match.solution.schedule import Moved, PlanDiagnosis, Schedule
from prssmi_match.solution.status import Status
from prssmi_match.solution.tier_result import TierResult
from prssmi_match.solving import Budget
from prssmi_match.verification.schedule import check_schedule, value_of_aims

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.planning.variables import Dates
    from prssmi_match.problem.calendar import Calendar
    from prssmi_match.solution.conflict import Conflict
    from prssmi_match.solution.result import Provenance, Result
    from prssmi_match.solution.verification import Verification
    from prssmi_match.solving import OnProgress, OnStep
    from prssmi_match.solving.in_order import Ended, TierOutcome

__all__ = ["diagnose", "schedule", "verify"]


def schedule(
    result: Result,
    calendar: Calendar,
    *,
    time_limit: float | None = None,
    workers: int = 1,
    on_progress: OnProgress | None = None,
) -> Schedule:
    """Give every session, visit and call of a matched cohort its date, prove that none are better, and verify them.

    Parameters
    ----------
    result : Result
        Of a match; its pairs visit each other.
    calendar : Calendar
        When that can be.
    time_limit : float or None
        Seconds for the whole call. Where it ends the search, the best dates so far are returned as ``feasible``.
    workers : int
        Threads of the solver. Once every tier is proved, the dates do not depend on them.
    on_progress : callable or None
        Called with ``tier, incumbent, bound, seconds``.

    Returns
    -------
    Schedule
        ``infeasible`` and ``unknown`` are statuses; an infeasible one names a minimal conflict.

    Raises
    ------
    NoMatchingError
        If the result has no matching.
    ProblemError
        If the calendar names sites that the problem does not have.
    MissingExtraError
        If it names holidays, and the package that knows them is not installed.
    VerificationError
        If the dates fail their own verification: a bug of this library.
    """
    budget = Budget(time_limit, workers, on_progress)
    agenda = _agenda(result, calendar, budget)
    source = provenance_of(result, calendar, time_limit=time_limit, workers=workers)
    ended = find_dates(agenda, budget)
    if ended.assignment is None:
        conflict = find_plan_conflict(agenda, budget) if ended.status is Status.INFEASIBLE else None
        return _told(agenda, ended, source, conflict=conflict)
    told = _told(
        agenda, ended, source, **parts_of(agenda, ended.assignment), moved=tuple(_moved(agenda, ended.assignment))
    )
    return _verified(agenda, ended, told)


def diagnose(  # noqa: PLR0913 - what is known, and the limits of every search
    result: Result,
    calendar: Calendar,
    *,
    limit: int = 5,
    conflict: Conflict | None = None,
    time_limit: float | None = None,
    workers: int = 1,
    on_progress: OnStep | None = None,
) -> PlanDiagnosis:
    """Say whether a matched cohort can be given its dates; where not, why, and what would settle it.

    Parameters
    ----------
    limit : int
        The most repairs.
    conflict : Conflict or None
        That of an infeasible schedule of the same documents, which is then not worked out again.
    time_limit, workers
        As for :func:`schedule`.
    on_progress : callable or None
        Called with ``what, done, total, seconds``.

    Returns
    -------
    PlanDiagnosis
        ``.feasible``, ``.conflict``, and ``.repairs``, the cheapest first: ``.apply(calendar)`` gives a calendar with
        which there are dates.
    """
    budget = Budget(time_limit, workers, on_step=on_progress)
    agenda = _agenda(result, calendar, budget)
    feasible = False if conflict is not None else has_dates(agenda, budget)
    if feasible is not False:
        sentence = (
            "Every session, visit and call can have a date."
            if feasible
            else "Whether there are dates was not worked out in time."
        )
        return PlanDiagnosis(feasible=feasible, sentence=sentence)
    if conflict is None:
        conflict = find_plan_conflict(agenda, budget)
    repairs, complete = find_plan_repairs(agenda, conflict, budget, limit)
    return PlanDiagnosis(
        feasible=False, sentence=conflict.sentence, conflict=conflict, repairs=repairs, repairs_complete=complete
    )


def verify(plan: Schedule, calendar: Calendar | None = None) -> Verification:
    """Check any schedule against every rule of a calendar, from the documents alone; by default its own calendar."""
    return check_schedule(plan.problem, plan.matching, plan.calendar if calendar is None else calendar, plan)


def _agenda(result: Result, calendar: Calendar, budget: Budget) -> Agenda:
    findings = reference_findings(result.problem, calendar)
    if findings:
        raise ProblemError(findings)
    return Agenda(result.problem, result.matching, calendar, budget=budget)


def _told(agenda: Agenda, ended: Ended[Dates], source: Provenance, **parts: Any) -> Schedule:  # noqa: ANN401 - fields of the model
    return Schedule(
        status=ended.status,
        tiers=tuple(_tier(outcome) for outcome in ended.tiers),
        assumptions=assumptions_of(agenda),
        provenance=source,
        matching=agenda.matching,
        problem=agenda.problem,
        calendar=agenda.calendar,
        **parts,
    )


def _verified(agenda: Agenda, ended: Ended[Dates], told: Schedule) -> Schedule:
    """Return a schedule once the verifier agrees with every date and number of it."""
    documents = agenda.problem, agenda.matching, agenda.calendar
    verification = check_schedule(*documents, told)
    values = value_of_aims(*documents, told)
    wrong = [violation.sentence for violation in verification.violations]
    wrong += [
        f"tier {tier.name}: the verifier finds {values[tier.name]}, the engine {tier.step.value}"
        for tier in ended.tiers
        if tier.name in values and not tier.step.value <= values[tier.name] <= tier.step.bound
    ]
    if wrong:
        raise VerificationError(wrong, agenda.calendar.model_dump_json())
    tiers = tuple(tier.model_copy(update={"value": values.get(tier.name, tier.best)}) for tier in told.tiers)
    update = {"tiers": tiers, "verification": verification, "conditions": conditions_of(agenda, told)}
    return told.model_copy(update=update)


def _tier(outcome: TierOutcome) -> TierResult:
    return TierResult(
        name=outcome.name,
        best=outcome.step.value,
        bound=outcome.step.bound,
        proved=outcome.step.proved,
        value=outcome.step.value,
        seconds=outcome.seconds,
    )


def _moved(agenda: Agenda, dates: Dates) -> Iterator[Moved]:
    for event, place in sorted(zip(agenda.events, dates, strict=True), key=lambda pair: pair[0].key):
        before, option = agenda.earlier(event.key), event.options[place]
        if before is not None and is_moved(agenda, event, option):
            sentence = moved_sentence(agenda, event, before.day, option.day)
            yield Moved(key=event.key, before=before.day, after=option.day, sentence=sentence)
