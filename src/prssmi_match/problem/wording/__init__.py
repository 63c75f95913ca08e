"""The only place where rules, tiers and facts become plain words."""

from __future__ import annotations

from prssmi_match.problem.wording.aims import aim_change, aim_changes, aim_name
from prssmi_match.problem.wording.answers import (
    alternative_sentence,
    alternatives_sentence,
    certainty_sentence,
    change_words,
    loss_words,
    mentee_certainty_sentence,
    mentees_words,
    move_sentence,
)
from prssmi_match.problem.wording.changes import change_sentence, changes_sentence
from prssmi_match.problem.wording.comparisons import comparison_sentence, mentee_change_sentence
from prssmi_match.problem.wording.facts import fact_sentence
from prssmi_match.problem.wording.labels import Side, enumeration, label, label_mentee, label_mentor
from prssmi_match.problem.wording.life import (
    absorption_sentence,
    backup_sentence,
    backups_sentence,
    change_curve_sentence,
    change_step_sentence,
    changed_pair_sentence,
    clash_words,
    leaving_words,
    most_changes_sentence,
    rematch_sentence,
    vacancy_sentence,
    waiting_sentence,
)
from prssmi_match.problem.wording.memory import rounds_words
from prssmi_match.problem.wording.overrides import (
    capacity_below_minimum,
    hold_of_unavailable,
    override_refused,
    override_sentence,
    override_without_site,
    recorded_sentence,
    two_pins,
)
from prssmi_match.problem.wording.policy import criterion_words, tier_sentence
from prssmi_match.problem.wording.reasons import (
    demand_words,
    draw_sentence,
    held_back_sentence,
    no_mentor_sentence,
    open_sentence,
    outranked_sentence,
    pair_sentences,
    price_sentence,
    refused_sentence,
)
from prssmi_match.problem.wording.refusals import refusal_mark, refusal_sentence
from prssmi_match.problem.wording.replays import replay_sentence
from prssmi_match.problem.wording.rules import rule_sentence
from prssmi_match.problem.wording.what_if import (
    changed_sentence,
    give_up_sentence,
    scenario_sentence,
    slot_sentence,
    weight_sentence,
    without_rule_words,
)

__all__ = [
    "Side",
    "absorption_sentence",
    "aim_change",
    "aim_changes",
    "aim_name",
    "alternative_sentence",
    "alternatives_sentence",
    "backup_sentence",
    "backups_sentence",
    "capacity_below_minimum",
    "certainty_sentence",
    "change_curve_sentence",
    "change_sentence",
    "change_step_sentence",
    "change_words",
    "changed_pair_sentence",
    "changed_sentence",
    "changes_sentence",
    "clash_words",
    "comparison_sentence",
    "criterion_words",
    "demand_words",
    "draw_sentence",
    "enumeration",
    "fact_sentence",
    "give_up_sentence",
    "held_back_sentence",
    "hold_of_unavailable",
    "label",
    "label_mentee",
    "label_mentor",
    "leaving_words",
    "loss_words",
    "mentee_certainty_sentence",
    "mentee_change_sentence",
    "mentees_words",
    "most_changes_sentence",
    "move_sentence",
    "no_mentor_sentence",
    "open_sentence",
    "outranked_sentence",
    "override_refused",
    "override_sentence",
    "override_without_site",
    "pair_sentences",
    "price_sentence",
    "recorded_sentence",
    "refusal_mark",
    "refusal_sentence",
    "refused_sentence",
    "rematch_sentence",
    "replay_sentence",
    "rounds_words",
    "rule_sentence",
    "scenario_sentence",
    "slot_sentence",
    "tier_sentence",
    "two_pins",
    "vacancy_sentence",
    "waiting_sentence",
    "weight_sentence",
    "without_rule_words",
]
