"""The sections of what is worked out besides an answer: reasons, prices, other answers, ..."""

from __future__ import annotations

import pytest

from prssmi_match.reporting import build_part, build_report
from prssmi_match.reporting.document import Items, Table, Text, plain_text
from prssmi_match.solution.comparison import TierChange
from prssmi_match.solution.conflict import Conflict
from prssmi_match.solution.tier_result import TierResult
from unit.reporting.cohorts import no_answer, spring
from unit.reporting.parts import (
    alternatives,
    certainty,
    comparison,
    curve,
    diagnosis,
    every_part,
    explanation,
    impossible,
    possible,
    rule_costs,
    slot_values,
    weight_ranges,
)


def _words(section):
    """Every paragraph, item and cell of a section."""
    words = []
    for block in section.blocks:
        match block:
            case Text(content, _):
                words.append(plain_text(content))
            case Items(items):
                words += map(plain_text, items)
            case Table(_, rows, _):
                words += [plain_text(cell) for row in rows for cell in row]
    return words


def _ids(report):
    return [section.id for section in report.sections]


def test_reasons_stand_once_and_in_reading_order():
    """Reasons of pairs follow the grid; those of unmatched mentees take the place of the general limits."""
    result = spring()
    report = build_report(result, [explanation(result)])
    assert _ids(report)[:6] == ["summary", "answer", "unmatched", "conditions", "grid", "reasons"]
    assert _words(report.section("unmatched")) == [
        "1 available mentee is without a mentor in this answer.",
        "Dogwood Parish", "Lost the draw", "dogwood lost the draw.",
    ]  # fmt: skip


def test_reasons_name_the_sites_and_show_sums_that_add_up():
    """By themselves, reasons come with the points of every aim; aims that measure the same share one sum."""
    result = spring()
    words = _words(build_part(result.problem, explanation(result))[0])
    points = "9000 = setting fit 4 x 500 + topic fit 3 x 1000 + mentee preference 2 x 1000 + mentor preference 1000"
    assert words[0] == "Alder County with Oak City"
    assert words[1] == (
        f"alder asks about it. oak knows it. Points in “fit”, “fairness” and “fit again”: {points} + locale fit 1000*."
    )


def test_points_that_the_answer_shows_are_not_told_again():
    """In a report, the reasons leave out the sums that the table of pairs has."""
    result = spring()
    report = build_report(result, [explanation(result)])
    assert _words(report.section("reasons"))[1] == "alder asks about it. oak knows it."


def test_no_reason_is_claimed_where_time_ran_out():
    """A mentee whose reason is missing is still named; with none worked out, the section of the result stays."""
    result = spring()
    some = explanation(result, complete=False)
    nothing = explanation(result, unmatched=(), complete=False)
    report = build_report(result, [nothing])
    assert "The program matches at most 3 mentees, and that many are matched." in _words(report.section("unmatched"))
    assert "Time ran out" in _words(report.section("reasons"))[0]
    told = some.model_copy(update={"pairs": some.pairs[1:]})
    assert "Why Alder County is without a mentor was not worked out in time." in _words(
        build_report(result, [told]).section("unmatched")
    )


def test_an_answer_without_pairs_has_no_reasons():
    """Nobody is matched: that is said, and the table is left out."""
    result = spring()
    words = _words(build_part(result.problem, explanation(result, pairs=()))[0])
    assert words == ["There is no pair to give reasons for."]


@pytest.mark.parametrize(
    ("sites", "title", "demand"),
    [
        (("dogwood", "elm"), "Why is Dogwood Parish not with Elm City?", "pair Dogwood Parish with Elm City"),
        (("dogwood", None), "Why is Dogwood Parish not matched?", "match Dogwood Parish"),
        ((None, "fir"), "Why is Fir Valley not used?", "use Fir Valley"),
    ],
)
def test_why_not_asks_and_answers(sites, title, demand):
    """Each kind of question has its title, its price and who would be elsewhere."""
    result = spring()
    section = build_report(result, [possible(result, *sites)]).section("why-not")
    assert plain_text(section.title) == title
    assert _words(section) == [
        f"It is possible to {demand}. The price: 1 mentee fewer is matched.",
        "Who would then be elsewhere:",
        "alder moves from oak to None.",
    ]


def test_why_not_names_what_stands_against_it_and_the_ways_out():
    """Every rule, and every change with its number, its cost and whom it is up to."""
    (section,) = build_part(spring().problem, impossible("dogwood", "fir"))
    dogwood = "mentee_availability of dogwood"
    assert _words(section) == [
        "It is not possible to pair Dogwood Parish with Fir Valley. These stand against it:",
        "dogwood stands against it.", "fir stands against it.",
        "1", "3", "Change the pin of promised. (Up to the program.)",
        "2", "4", f"Change the {dogwood}. (Up to Dogwood Parish.) Change the capacity of fir. (Up to Fir Valley.)",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("proved", "words"), [(True, "No change that may be made"), (False, "Time ran out before a change was found")]
)
def test_why_not_without_a_way_out_says_whether_that_is_known(proved, words):
    """That nothing helps is claimed only where it is proved."""
    (section,) = build_part(spring().problem, impossible("dogwood", "fir", repairs=(), proved=proved))
    assert _words(section)[-1].startswith(words)


@pytest.mark.parametrize("changes", [{"in_answer": True, "sentence": "It has it."}, {"possible": None}])
def test_why_not_that_needs_no_price_is_one_sentence(changes):
    """What the answer has already, and what was not worked out, is the sentence alone."""
    result = spring()
    (section,) = build_part(result.problem, possible(result, "alder", "oak", **changes))
    assert _words(section) == [changes.get("sentence", "All.")]


def test_a_diagnosis_tells_every_conflict_and_the_ways_out_right_after():
    """It takes the place of the one conflict of the result; the menu follows, with costs and who decides."""
    report = build_report(no_answer(), [diagnosis("alder", "birch")])
    assert _ids(report)[:4] == ["summary", "conflict", "repairs", "grid"]
    assert _words(report.section("conflict")) == [
        "There are 2 conflicts, and each has to be settled. The smallest comes first.",
        "The rules and facts of one conflict cannot all hold together; without any one of them, the others can.",
        "alder says no.", "veto:alder",
        "alder says no.", "veto:alder", "birch says no.", "veto:birch",
    ]  # fmt: skip
    alder, birch = "mentee_veto of alder. (Up to Alder County.)", "mentee_veto of birch. (Up to Birch County.)"
    assert _words(report.section("repairs"))[1:] == [
        "1", "4", f"Change the {alder} Change the {birch}",
        "2", "2", "Change the pin of alder. (Up to the program.)",
    ]  # fmt: skip


def test_a_single_conflict_reads_as_before():
    """One conflict has no number."""
    one = diagnosis("alder", "birch").conflicts[1]
    conflict, *_ = build_part(spring().problem, diagnosis("alder", "birch", conflicts=(one,)))
    assert _words(conflict)[0].startswith("These cannot all hold together; without any one of them, the others can.")


@pytest.mark.parametrize(
    ("changes", "section", "words"),
    [
        ({"conflicts": ()}, 0, "Which rules and facts conflict was not worked out."),
        ({"conflicts_complete": False}, 0, "There may be more conflicts."),
        ({"conflicts": (Conflict(members=(), minimal=False),) * 2}, 0, "Time ran out before each was known to matter."),
        ({"repairs_complete": False}, 1, "There may be more ways than these."),
        ({"repairs": ()}, 1, "No change that may be made settles it."),
        ({"repairs": (), "repairs_complete": False}, 1, "Time ran out before a change was found"),
    ],
)
def test_a_diagnosis_claims_no_more_than_is_known(changes, section, words):
    """What was cut short says so."""
    sections = build_part(spring().problem, diagnosis("alder", "birch", **changes))
    assert any(words in told for told in _words(sections[section]))


def test_a_diagnosis_with_a_conflict_keeps_its_warnings():
    """What to look at stands at the end, without the sentence that the sections before tell in full."""
    report = build_report(no_answer(), [diagnosis("alder", "birch")])
    assert _ids(report)[-2:] == ["diagnosis", "check"]
    assert _words(report.section("diagnosis")) == ["alder is all there is.", "birch is all there is."]
    assert len(build_part(spring().problem, diagnosis("alder", "birch", warnings=()))) == 2


@pytest.mark.parametrize("feasible", [True, None])
def test_a_diagnosis_without_a_conflict_is_what_to_look_at(feasible):
    """The sentence and the warnings."""
    (section,) = build_part(spring().problem, diagnosis("alder", "birch", feasible=feasible, sentence="It can."))
    assert _words(section) == ["It can.", "alder is all there is.", "birch is all there is."]


def test_several_questions_have_places_of_their_own():
    """Each question is a section, in the order in which they were asked."""
    result = spring()
    report = build_report(result, [possible(result, "dogwood", None), possible(result, None, "fir")])
    assert [name for name in _ids(report) if name.startswith("why-not")] == ["why-not", "why-not-2"]
    assert plain_text(report.section("why-not-2").title) == "Why is Fir Valley not used?"
    assert report.to_html()


def test_other_answers_are_told_by_their_sentences():
    """Each other answer has a number and its sentence; that time ran out is said."""
    result = spring()
    assert _words(build_part(result.problem, alternatives(result))[0]) == [
        "1 other answer.", "Answer 1", "Compared with the answer: alder loses its place with oak.",
    ]  # fmt: skip
    (section,) = build_part(result.problem, alternatives(result, answers=(), proved=False))
    assert "Time ran out" in _words(section)[1]


def test_certainty_lists_the_certain_by_mentor_and_the_others_in_full():
    """What all best answers share is short; what the draw decided comes with the way out of it."""
    result = spring()
    assert _words(build_part(result.problem, certainty(result))[0]) == [
        "2 answers.",
        "Elsewhere in some of them:",
        "Toss-up: alder is with oak in 1 of 2. The fewest moves to change that: alder moves from oak to None.",
        "In the same place in every one of them:",
        "Elm City: Birch County, Cedar Falls Court",
        "Without a mentor: Dogwood Parish",
    ]


def test_unproved_certainty_is_told():
    """Time ran out: then certain only means that nothing else was found."""
    result = spring()
    assert "nothing else was found" in _words(build_part(result.problem, certainty(result, proved=False))[0])[1]


def test_a_comparison_names_who_gains_who_loses_and_what_was_broken():
    """Sites in both directions, rules that the first breaks, aims without the draw, and the loads that change."""
    result = spring()
    words = _words(build_part(result.problem, comparison(result))[0])
    assert words[:6] == [
        "Before, these rules are broken:", "alder was promised.",
        "Better off:", "alder gets oak.",
        "Worse off:", "birch moves.",
    ]  # fmt: skip
    assert words[6:10] == ["“coverage”", "2", "3", "1"]
    assert words[-3:] == ["Oak City", "1", "2"]
    assert "“lottery”" not in words


def test_a_comparison_without_a_difference_is_its_sentence():
    """Nobody moves: nothing else is told."""
    result = spring()
    assert _words(build_part(result.problem, comparison(result, mentees=()))[0]) == ["All of it."]


def test_a_comparison_across_documents_says_so():
    """Aims that only one of the two has are told as not asked."""
    result = spring()
    tiers = (TierChange(tier="fit", before=None, after=3, change=None),)
    words = _words(build_part(result.problem, comparison(result, same_document=False, tiers=tiers))[0])
    assert words[0] == "These are answers of two different documents."
    assert words[words.index("“fit”") :][:4] == ["“fit”", "Not asked", "3", "Not asked"]


def test_places_that_change_nothing_are_told_together():
    """What matters has a sentence of its own; the rest is a list of names."""
    result = spring()
    assert _words(build_part(result.problem, slot_values(result))[0]) == [
        "elm with -1.", "oak with -1.", "One place more changes nothing at Elm City, Oak City.",
    ]  # fmt: skip


def test_rules_that_cost_nothing_are_told_together():
    """What a rule costs is its sentence; those that cost nothing stand in their own words."""
    result = spring()
    assert _words(build_part(result.problem, rule_costs(result))[0]) == [
        "Without eligibility, more.",
        "Without any single one of these, the answer would be the same:",
        "Cedar Falls Court must not be paired with Oak City.",
        "At most 6 mentors are used.",
        "At most 3 mentees are matched.",
    ]


def test_nothing_is_called_unchanged_that_was_not_proved():
    """A row that ran out of time is told by its own sentence, and that some are missing is said."""
    result = spring()
    some = slot_values(result)
    unproved = tuple(row.model_copy(update={"proved": False, "change": {}, "moves": ()}) for row in some.rows)
    words = _words(build_part(result.problem, some.model_copy(update={"rows": unproved}))[0])
    assert words[0].startswith("Time ran out")
    assert words[1:] == [row.sentence for row in some.rows]


@pytest.mark.parametrize("part", [slot_values, rule_costs, weight_ranges, curve])
def test_without_rows_something_is_said(part):
    """A section is never empty, and what ran out of time says so."""
    result = spring()
    (none,) = build_part(result.problem, part(result, rows=()))
    assert len(_words(none)) == 1
    (late,) = build_part(result.problem, part(result, rows=(), complete=False))
    assert "Time ran out" in _words(late)[0]


def test_weights_stand_with_their_ends_and_what_is_not_known():
    """Marks for what has no end, what is not proved and what is not known between; explained in the caption."""
    result = spring()
    (section,) = build_part(result.problem, weight_ranges(result))
    table = next(block for block in section.blocks if isinstance(block, Table))
    rows = [[plain_text(cell) for cell in row] for row in table.rows]
    assert rows[0] == ["topic fit in “coverage”", "3", "1", "18"]
    assert rows[-1] == ["topic fit in “lottery”", "3", "1*?", "18+*?"]
    assert [mark in plain_text(table.caption) for mark in "+*?"] == [True] * 3


def test_a_curve_ends_where_more_brings_nothing():
    """Steps that bring nothing beyond the one before are told in one line."""
    result = spring()
    (section,) = build_part(result.problem, curve(result))
    assert plain_text(section.title) == "What giving up some of “review” would bring"
    assert _words(section) == [
        "0", "If review may give up 0, fit gains.",
        "10", "If review may give up 10, fit gains.",
        "The other amounts that were tried, up to 20, bring nothing further.",
    ]  # fmt: skip


def test_every_part_has_its_place_in_the_report():
    """All sections in reading order, each with an id of its own."""
    result = spring()
    ids = _ids(build_report(result, every_part(result)))
    order = [
        "answer",
        "unmatched",
        "certainty",
        "grid",
        "why-not",
        "reasons",
        "alternatives",
        "comparison",
        "slot-values",
    ]
    order += ["rule-costs", "weight-ranges", "give-up-curve", "give-up-curve-2", "sites", "tiers", "check"]
    assert [name for name in ids if name in order] == order


def test_what_has_no_section_is_refused():
    """A part of another type is a mistake of the caller, who is told which types there are."""
    tier = TierResult(name="fit", best=1, bound=1, proved=True, value=1, seconds=0)
    with pytest.raises(TypeError, match=r"no section for TierResult; it has for: Alternatives, "):
        build_report(spring(), [tier])
