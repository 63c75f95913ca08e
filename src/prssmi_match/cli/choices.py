"""What arguments can name: inputs, documents, questions, parts of a report, decisions."""

from __future__ import annotations

__all__ = ["ACTIONS", "DOCUMENTS", "INPUT", "PARTS", "QUESTIONS"]

INPUT = (
    "a JSON document, a folder of tables or of survey exports with a mapping.toml, an Excel workbook, or - for a JSON "
    "document on standard input"
)
QUESTIONS = {
    "certainty": "what all equally good answers have in common, and where only the draw decided",
    "slots": "what one more or one fewer place at each mentor would change",
    "pairs": "what every other possible pair would cost",
    "rules": "what the answer would be without each rule",
    "weights": "how far each weight can move before the best answers change",
    "changes": "what changing more pairs of the earlier answer would gain",
    "withdrawals": "who would go where if a mentor left",
    "backups": "a second mentor for every mentee, if its mentor left",
    "waitlist": "who comes in when a seat becomes free",
    "give-up": "what the later aims gain for each step that an aim gives up (with --tier)",
}
"""What can be asked of ``what-if``."""
DOCUMENTS = (
    "problem", "calendar", "schedule", "plan_diagnosis",
    "scenarios", "mapping", "ledger", "recorded", "run_record", "replay", "findings", "matching",
    "result", "verification", "evaluation", "explanation", "why_not", "diagnosis", "alternatives", "comparison",
    "certainty", "slot_values", "rule_costs", "weight_ranges", "give_up_curve", "pair_prices", "rematch",
    "change_curve", "withdrawals", "backups", "waitlist", "sweep",
    "milestones", "survey_summary",
)  # fmt: skip
"""The documents in and out that have a schema."""
PARTS = (*QUESTIONS, "alternatives", "all")
"""What a report can be given besides."""


ACTIONS = {
    "pin": "MENTEE MENTOR",
    "forbid": "MENTEE MENTOR",
    "swap": "MENTEE MENTEE",
    "hold": "MENTEE",
    "capacity": "MENTOR NUMBER",
    "undo": "ID",
    "list": "",
}
"""What can be decided by hand, and what each names."""
