"""What reads the export of a survey system, and where readers are found: ours, and those of other packages.

A reader is registered in the ``pyproject.toml`` of any installed package::

    [project.entry-points."prssmi_match.intake"]
    acme_forms = "acme_forms.reader:READER"

Our own are registered in the same way.
"""

from __future__ import annotations

from importlib.metadata import EntryPoint, entry_points
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from prssmi_match.intake.grid import Sheet
    from prssmi_match.intake.surveys.survey import Survey

__all__ = ["BUILT_IN", "GROUP", "SurveyReader", "survey_readers"]

GROUP = "prssmi_match.intake"
"""The entry-point group of survey readers."""
BUILT_IN = ("limesurvey", "qualtrics", "redcap", "surveymonkey", "google_forms", "microsoft_forms")
"""The systems that are read without any other package."""


class SurveyReader(Protocol):
    """Reads the exports of one survey system.

    Attributes
    ----------
    name : str
        What a mapping calls the system: lower case, with underscores.
    title : str
        What people call it.
    """

    @property
    def name(self) -> str:
        """What a mapping calls the system."""
        ...

    @property
    def title(self) -> str:
        """What people call the system."""
        ...

    def recognize(self, sheet: Sheet) -> str:
        """Return by what a sheet shows that it is an export of this system, in words; empty where it does not."""
        ...

    def read(self, sheet: Sheet) -> Survey:
        """Return the questions and responses of a sheet, with findings for what is wrong; never raise for them."""
        ...


def survey_readers() -> dict[str, SurveyReader]:
    """Return all readers by name: ours, and those that installed packages register.

    Raises
    ------
    ImportError, AttributeError
        If a registered reader cannot be loaded: a bug of the package that registers it.
    """
    ours = {name: EntryPoint(name, f"prssmi_match.intake.surveys.{name}:READER", GROUP) for name in BUILT_IN}
    # A package cannot take the place of one of our readers unseen.
    found = {point.name: point for point in entry_points(group=GROUP)} | ours
    readers: dict[str, SurveyReader] = {name: found[name].load() for name in sorted(found)}
    return readers
