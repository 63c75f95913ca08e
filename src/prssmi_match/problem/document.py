"""The problem document: one model, read with all its defects at once."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, Self, get_args

from pydantic import (
    BaseModel,
    Field,
    ModelWrapValidatorHandler,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from prssmi_match.problem.defects import Defect, defect_of
from prssmi_match.problem.expectations import Expectations
from prssmi_match.problem.history import PastRow
from prssmi_match.problem.magnitude import magnitude_defects
from prssmi_match.problem.participants import Mentee, Mentor, PairRow, PreviousPair
from prssmi_match.problem.policy import Policy
from prssmi_match.problem.presets import PresetName
from prssmi_match.problem.program import Program, expand
from prssmi_match.problem.references import reference_defects
from prssmi_match.problem.rules import Rule
from prssmi_match.problem.strengths import Strengths
from prssmi_match.problem.values import Count, Document, Rows, Text
from prssmi_match.showing import Shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["Problem", "as_written"]


class Problem(Shown, Document):
    """Everything that a match depends on.

    Reading a document raises :class:`pydantic.ValidationError` with all findings at once, those of fields and those
    of references together; each has a stable ``type``, its place as ``loc`` and a sentence as ``msg``.
    """

    schema_version: Literal["1"] = "1"
    name: Text | None = None
    preset: PresetName = "prssmi_2019"
    default_capacity: Count = Field(default=3, description="mentees of a mentor that states no max_mentees")
    mentees: Rows[Mentee] = ()
    mentors: Rows[Mentor] = ()
    pairs: Rows[PairRow] = ()
    previous: Rows[PreviousPair] = ()
    history: Rows[PastRow] = Field(default=(), description="what became of the sites in earlier rounds")
    rules: Rows[Rule] = Field(default=(), description="extend the preset's; one with a preset rule's id replaces it")
    policy: Policy | None = Field(default=None, description="replaces the preset's")
    strengths: Strengths | None = Field(default=None, description="weights and hard rules in words; not beside policy")
    expectations: Expectations | None = Field(default=None, description="replaces the preset's")

    @field_validator("strengths")
    @classmethod
    def _not_beside_policy(cls, value: Strengths | None, info: ValidationInfo) -> Strengths | None:
        if value is not None and info.data.get("policy") is not None:
            raise PydanticCustomError("one_of", "State either strengths or policy: strengths make the policy")
        return value

    @model_validator(mode="wrap")
    @classmethod
    def _all_findings(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:  # noqa: ANN401 - as written
        if isinstance(data, cls):
            return handler(data)
        document = as_written(data)
        defects: list[Defect] = []
        problem: Self | None = None
        try:
            problem = handler(data)
        except ValidationError as error:
            fields = _known_fields()
            defects = [defect_of(details, document, fields) for details in error.errors(include_url=False)]
        defects += reference_defects(document)
        if problem is not None and not defects:
            defects += magnitude_defects(problem)
        if defects or problem is None:
            raise ValidationError.from_exception_data(cls.__name__, [defect.details() for defect in defects])
        return problem

    @cached_property
    def program(self) -> Program:
        """The rules, tiers and expectations in force: the preset merged with the document."""
        return expand(self)

    @cached_property
    def mentee_by_id(self) -> Mapping[str, Mentee]:
        """The mentees by id, in the order of ids."""
        return {mentee.id: mentee for mentee in sorted(self.mentees, key=lambda mentee: mentee.id)}

    @cached_property
    def mentor_by_id(self) -> Mapping[str, Mentor]:
        """The mentors by id, in the order of ids."""
        return {mentor.id: mentor for mentor in sorted(self.mentors, key=lambda mentor: mentor.id)}

    @cached_property
    def shared_names(self) -> Counter[tuple[str, str]]:
        """How often each name stands on each side; a name that stands twice does not tell a site apart."""
        sides = (("mentees", self.mentees), ("mentors", self.mentors))
        return Counter((side, site.name) for side, sites in sides for site in sites if site.name is not None)

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Return a copy, with fields replaced; what is worked out from the fields is worked out anew."""
        copy = super().model_copy(update=update, deep=deep)
        for name in ("program", "mentee_by_id", "mentor_by_id", "shared_names"):
            copy.__dict__.pop(name, None)
        return copy

    def capacity(self, mentor: Mentor) -> int:
        """Return the most mentees of a mentor; ``default_capacity`` where it states none."""
        return self.default_capacity if mentor.max_mentees is None else mentor.max_mentees


def as_written(value: Any) -> Any:  # noqa: ANN401 - whatever was written
    """Return models as the dictionaries that they were made of."""
    match value:
        case str() | int() | float() | None:
            return value
        case BaseModel():
            return {name: as_written(getattr(value, name)) for name in type(value).model_fields}
        case dict():
            return {key: as_written(item) for key, item in value.items()}
        case list() | tuple():
            return [as_written(item) for item in value]
        case _:
            return value


def _known_fields() -> dict[str, Iterable[str]]:
    parts: dict[str, type[BaseModel]] = {
        "document": Problem,
        "mentees": Mentee,
        "mentors": Mentor,
        "pairs": PairRow,
        "previous": PreviousPair,
        "history": PastRow,
    }
    kinds = {kind.model_fields["kind"].default: kind for kind in get_args(get_args(Rule)[0])}
    return {name: tuple(model.model_fields) for name, model in {**parts, **kinds}.items()}
