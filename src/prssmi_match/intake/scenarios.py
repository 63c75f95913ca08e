"""JSON text to scenarios."""

from __future__ import annotations

from pydantic import ValidationError

from prssmi_match.errors import ProblemError
from prssmi_match.intake.json_document import parse_json
from prssmi_match.problem.defects import plain_findings
from prssmi_match.problem.scenario import Scenario, Scenarios

__all__ = ["parse_scenarios"]


def parse_scenarios(text: str, source: str = "scenarios") -> tuple[Scenario, ...]:
    """Return the scenarios that a JSON text states.

    Raises
    ------
    ProblemError
        With every finding.
    """
    document, findings = parse_json(text, source)
    try:
        scenarios = Scenarios.model_validate(document).scenarios
    except ValidationError as error:
        findings += plain_findings(error, document, {"scenarios": tuple(Scenario.model_fields)}, source)
    else:
        if not findings:
            return scenarios
    raise ProblemError(findings)
