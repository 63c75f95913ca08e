"""The JSON Schemas of the documents in and out, generated from the models."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from prssmi_match.intake.mapping import Mapping
from prssmi_match.problem.calendar import Calendar
from prssmi_match.problem.document import Problem
from prssmi_match.problem.scenario import Scenarios
from prssmi_match.records.findings import Findings
from prssmi_match.records.ledger import Ledger, Recorded
from prssmi_match.records.run_record import RunRecord
from prssmi_match.solution.alternatives import Alternatives
from prssmi_match.solution.backups import Backups
from prssmi_match.solution.certainty import Certainty
from prssmi_match.solution.change_curve import ChangeCurve
from prssmi_match.solution.comparison import Comparison
from prssmi_match.solution.diagnosis import Diagnosis
from prssmi_match.solution.evaluation import Evaluation
from prssmi_match.solution.explanation import Explanation
from prssmi_match.solution.give_up_curve import GiveUpCurve
from prssmi_match.solution.matching import Matching
from prssmi_match.solution.milestones import Milestones
from prssmi_match.solution.pair_prices import PairPrices
from prssmi_match.solution.rematch import Rematch
from prssmi_match.solution.replay import Replay
from prssmi_match.solution.result import Result
from prssmi_match.solution.rule_costs import RuleCosts
from prssmi_match.solution.schedule import PlanDiagnosis, Schedule
from prssmi_match.solution.slot_values import SlotValues
from prssmi_match.solution.survey_summary import SurveySummary
from prssmi_match.solution.sweep import Sweep
from prssmi_match.solution.verification import Verification
from prssmi_match.solution.waitlist import Waitlist
from prssmi_match.solution.weight_ranges import WeightRanges
from prssmi_match.solution.why_not import WhyNot
from prssmi_match.solution.withdrawals import Withdrawals

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from pydantic import BaseModel

__all__ = ["MODELS", "generate_schema", "shipped_schema", "write_schemas"]

MODELS: dict[str, type[BaseModel]] = {
    "problem": Problem,
    "calendar": Calendar,
    "schedule": Schedule,
    "plan_diagnosis": PlanDiagnosis,
    "scenarios": Scenarios,
    "mapping": Mapping,
    "ledger": Ledger,
    "recorded": Recorded,
    "run_record": RunRecord,
    "replay": Replay,
    "findings": Findings,
    "matching": Matching,
    "result": Result,
    "verification": Verification,
    "evaluation": Evaluation,
    "explanation": Explanation,
    "why_not": WhyNot,
    "diagnosis": Diagnosis,
    "alternatives": Alternatives,
    "comparison": Comparison,
    "certainty": Certainty,
    "slot_values": SlotValues,
    "rule_costs": RuleCosts,
    "weight_ranges": WeightRanges,
    "give_up_curve": GiveUpCurve,
    "pair_prices": PairPrices,
    "rematch": Rematch,
    "change_curve": ChangeCurve,
    "withdrawals": Withdrawals,
    "backups": Backups,
    "waitlist": Waitlist,
    "sweep": Sweep,
    "milestones": Milestones,
    "survey_summary": SurveySummary,
}
"""The documents by name."""
WRITTEN = {"problem", "calendar", "scenarios", "mapping", "ledger"}
"""Those that are written for this library."""


def generate_schema(name: str) -> str:
    """Return the JSON Schema (draft 2020-12) of a document as text, as it is shipped."""
    # Problem and mapping are what others write; the others are what they read.
    mode: Literal["validation", "serialization"] = "validation" if name in WRITTEN else "serialization"
    schema: dict[str, Any] = MODELS[name].model_json_schema(mode=mode)
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return json.dumps({**head, **schema}, indent=2, ensure_ascii=False) + "\n"


def shipped_schema(name: str) -> Traversable:
    """Return the file that is shipped with the package."""
    return resources.files("prssmi_match") / "schemas" / f"{name}.schema.json"


def write_schemas(folder: Path) -> None:
    """Write every schema to a folder, as it is shipped."""
    for name in MODELS:
        (folder / f"{name}.schema.json").write_text(generate_schema(name), encoding="utf-8")


if __name__ == "__main__":
    write_schemas(Path(__file__).parents[1] / "schemas")
