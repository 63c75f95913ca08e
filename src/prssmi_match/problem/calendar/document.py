"""The calendar document: one model, read with all its defects at once."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, Self

from pydantic import Field, ModelWrapValidatorHandler, ValidationError, ValidationInfo, field_validator, model_validator
from pydantic_core import PydanticCustomError

from prssmi_match.problem.calendar.months import month_after
from prssmi_match.problem.calendar.plans import AfterPlan, CallPlan, SessionPlan, VisitPlan
from prssmi_match.problem.calendar.sites import EarlierDate, MenteeDates, MentorDates, SiteDates
from prssmi_match.problem.calendar.values import WEEKDAYS, Day, HolidayCode, Period, Weekdays, Zone
from prssmi_match.problem.defects import Defect, defect_of
from prssmi_match.problem.document import as_written
from prssmi_match.problem.values import Document, Rows, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["DEFAULT_ZONE", "LONGEST", "Calendar"]

DEFAULT_ZONE = "America/New_York"
"""The time zone of a program that states none; a schedule names it among its assumptions."""
LONGEST = 1100
"""Days of a program at most: three years."""


class Calendar(Document):
    """When a program's sessions, visits and calls can be. Only ``start`` and ``end`` are required.

    Reading one raises :class:`pydantic.ValidationError` with all findings at once, as reading a problem does.
    """

    schema_version: Literal["1"] = "1"
    name: Text | None = None
    start: Day = Field(description="the first day of the program")
    end: Day = Field(description="its last day")
    first_quarter_end: Day | None = Field(default=None, description="null: three months after the start")
    announced: Day | None = Field(default=None, description="when the plan is told to the sites; null: the start")
    time_zone: Zone | None = Field(default=None, description=f"of the program; null: {DEFAULT_ZONE}")
    weekdays: Weekdays = Field(default=WEEKDAYS[:5], description="days of the week on which people meet")
    holidays: Rows[HolidayCode] = Field(default=(), description="a country, or a part of it: US, US-MN")
    blackouts: Rows[Period] = Field(default=(), description="days on which nothing is planned for anybody")
    sessions: SessionPlan = Field(default_factory=SessionPlan)
    visits: VisitPlan = Field(default_factory=VisitPlan)
    calls: CallPlan = Field(default_factory=CallPlan)
    after: AfterPlan = Field(default_factory=AfterPlan)
    mentees: Rows[MenteeDates] = ()
    mentors: Rows[MentorDates] = ()
    earlier: Rows[EarlierDate] = Field(
        default=(), description="dates of an earlier plan, to be moved as little as can be"
    )
    refuse_pairs: bool = Field(
        default=False, description="whether a match refuses a pair that has no days in common for a visit"
    )

    @field_validator("end")
    @classmethod
    def _after_start(cls, value: date, info: ValidationInfo) -> date:
        start = info.data.get("start")
        if start is not None and value < start:
            context = {"start": str(start), "end": str(value)}
            raise PydanticCustomError(
                "days_reversed", "The program ends on {end}, before it starts on {start}", context
            )
        if start is not None and (value - start).days >= LONGEST:
            text = "The program has more than {most} days; plan one round at a time"
            raise PydanticCustomError("program_too_long", text, {"most": LONGEST})
        return value

    @field_validator("first_quarter_end")
    @classmethod
    def _in_window(cls, value: date | None, info: ValidationInfo) -> date | None:
        start, end = info.data.get("start"), info.data.get("end")
        if value is not None and start is not None and end is not None and not start <= value <= end:
            context = {"start": str(start), "end": str(end)}
            raise PydanticCustomError("out_of_window", "Input should be a day from {start} to {end}", context)
        return value

    @model_validator(mode="wrap")
    @classmethod
    def _all_findings(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:  # noqa: ANN401 - as written
        if isinstance(data, cls):
            return handler(data)
        document = as_written(data)
        defects: list[Defect] = []
        try:
            calendar = handler(data)
        except ValidationError as error:
            fields = {"document": Calendar.model_fields, "mentees": MenteeDates.model_fields}
            fields["mentors"] = MentorDates.model_fields
            defects = [defect_of(details, document, fields) for details in error.errors(include_url=False)]
            calendar = None
        defects += _repeated(document)
        if defects or calendar is None:
            raise ValidationError.from_exception_data(cls.__name__, [defect.details() for defect in defects])
        return calendar

    @cached_property
    def mentee_by_id(self) -> Mapping[str, MenteeDates]:
        """What mentees say of their days, by id, in the order of ids."""
        return {site.id: site for site in sorted(self.mentees, key=lambda site: site.id)}

    @cached_property
    def mentor_by_id(self) -> Mapping[str, MentorDates]:
        """What mentors say of their days, by id, in the order of ids."""
        return {site.id: site for site in sorted(self.mentors, key=lambda site: site.id)}

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Return a copy, with fields replaced; what is worked out from the fields is worked out anew."""
        copy = super().model_copy(update=update, deep=deep)
        for name in ("mentee_by_id", "mentor_by_id"):
            copy.__dict__.pop(name, None)
        return copy

    @property
    def zone(self) -> str:
        """The time zone of the program."""
        return self.time_zone or DEFAULT_ZONE

    def zone_of(self, site: SiteDates | None) -> str:
        """Return the time zone of a site, as ``mentee_by_id.get(...)`` gives it."""
        return (site.time_zone if site is not None else None) or self.zone

    def groups_at_once(self, mentor: str) -> int:
        """Return how many visits a mentor can host on a day."""
        return self._limit(mentor, "groups_at_once") or 0

    def visits_a_month(self, mentor: str) -> int | None:
        """Return how many visits can begin at a mentor in a month of the year; None where there is no limit."""
        return self._limit(mentor, "visits_a_month")

    def preparation_days(self, mentor: str) -> int:
        """Return how many days a mentor has free before a visit."""
        return self._limit(mentor, "preparation_days") or 0

    def _limit(self, mentor: str, field: str) -> int | None:
        own: int | None = getattr(self.mentor_by_id.get(mentor), field, None)
        general: int | None = getattr(self.visits, field)
        return general if own is None else own

    @property
    def months(self) -> tuple[tuple[date, date], ...]:
        """The first and the last day of each month that begins in the first quarter; each has a session."""
        begins = [self.start]
        while (begin := month_after(self.start, len(begins))) <= self.quarter_end:
            begins.append(begin)
        ends = [*(begin - timedelta(days=1) for begin in begins[1:]), self.quarter_end]
        return tuple(zip(begins, ends, strict=True))

    @property
    def sessions_before(self) -> int:
        """How many sessions come before a visit."""
        stated = self.visits.sessions_before
        return len(self.months) if stated is None else min(stated, len(self.months))

    @property
    def quarter_end(self) -> date:
        """The last day of the first quarter."""
        last = month_after(self.start, 3) - timedelta(days=1)
        return min(self.end, last) if self.first_quarter_end is None else self.first_quarter_end


def _repeated(document: object) -> Iterator[Defect]:
    """Yield a defect for every id or key that stands twice."""
    if not isinstance(document, dict):
        return
    for side, field, what in (
        ("mentees", "id", "mentee id"),
        ("mentors", "id", "mentor id"),
        ("earlier", "key", "key"),
    ):
        rows = document.get(side)
        seen: Counter[str] = Counter()
        for number, row in enumerate(rows if isinstance(rows, list) else ()):
            value = row.get(field) if isinstance(row, dict) else None
            if isinstance(value, str):
                seen[value] += 1
                if seen[value] > 1:
                    sentence = f"The {what} {value!r} stands twice in {side} of the calendar; keep one row."
                    yield Defect("duplicate_id", (side, number, field), value, sentence, "no repetition")
