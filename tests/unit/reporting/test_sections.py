from __future__ import annotations

import pytest

from prssmi_match.reporting import build_report
from prssmi_match.reporting.document import Facts, Items, Table, Text, plain_text
from prssmi_match.solution.conflict import Conflict, ConflictMember
from prssmi_match.solution.result import Condition
from prssmi_match.solution.status import Status
from prssmi_match.solution.verification import Verification, Violation
from unit.reporting.cohorts import answer, no_answer, spring, spring_problem

PAIRS = [("alder", "oak"), ("birch", "elm"), ("cedar", "elm")]


def _section(result, name):
    return build_report(result).section(name)


def _words(result, name):
    """The paragraphs and list items of a section."""
    words = []
    for block in _section(result, name).blocks:
        match block:
            case Text(content, _):
                words.append(plain_text(content))
            case Items(items):
                words += map(plain_text, items)
            case Facts(facts):
                words += [f"{label}: {plain_text(value)}" for label, value in facts]
    return words


def _rows(result, name, number=0):
    """The cells of a table of a section, by row."""
    tables = [block for block in _section(result, name).blocks if isinstance(block, Table)]
    return [[plain_text(cell) for cell in row] for row in tables[number].rows]


def test_the_summary_counts_and_says_what_to_confirm():
    """How many of how many, the mentors used, and every open point by site."""
    words = _words(spring(), "summary")
    assert words[0].startswith("Proved best")
    assert words[1:] == [
        "Mentees matched: 3 of 4 available",
        "Mentors used: 2 of 3 available",
        "Independent check: Every rule is kept",
        "To confirm first: 4 things",
        "Without a mentor: Dogwood Parish. The reasons are told under Without a mentor.",
        "To confirm before anybody is told:",
        "Birch County is provisional: confirm that it is ready.",
        "Alder County: 7 travelers; the program pays for 3",
        "Elm City states no capacity; 3 mentees are assumed.",
        "The points of 3 pairs rest on something unknown, marked in The answer.",
    ]


def test_a_long_list_to_confirm_is_cut_with_a_pointer():
    """The summary stays a summary; the count stays the whole count."""
    conditions = tuple(Condition(mentee="alder", field="travelers", sentence=f"no. {number}") for number in range(11))
    words = _words(spring(conditions=conditions), "summary")
    assert "3 more: see Conditions." in words
    assert "To confirm first: 14 things" in words


def test_an_unproved_answer_names_the_aims_that_time_cut_off():
    """A feasible answer is never called best; unreached tiers count as not proved."""
    tiers = spring().tiers[:3]
    cut = (*tiers[:2], tiers[2].model_copy(update={"proved": False, "bound": tiers[2].best + 7}))
    words = _words(spring(status=Status.FEASIBLE, tiers=cut), "summary")
    assert "not proved best" in words[0]
    assert "“fit”, “fairness”, “balance”, “fit_again” and “lottery”" in words[0]
    rows = _rows(spring(status=Status.FEASIBLE, tiers=cut), "tiers", 1)
    assert [row[4] for row in rows] == ["Yes", "Yes", "No", *["Not reached in time"] * 4]


@pytest.mark.parametrize(
    ("status", "start"),
    [(Status.INFEASIBLE, "There is no answer: proved"), (Status.UNKNOWN, "No answer was found in the time given")],
)
def test_no_answer_is_told_in_plain_words(status, start):
    """Impossible and out of time are told apart."""
    assert _words(no_answer(status), "summary")[0].startswith(start)


def test_the_conflict_lists_every_member_with_its_sentence():
    """The conflict stands in the words of its members, with the rule to change."""
    assert _rows(no_answer(), "conflict") == [
        ["At least 4 mentees are matched.", "selection"],
        ["Oak City takes at most 2 mentees.", "capacity:oak"],
    ]


@pytest.mark.parametrize(
    ("conflict", "words"),
    [
        (None, "not worked out"),
        (Conflict(members=(ConflictMember(rule_id="a", sentence="A."),)), "This cannot hold"),
        (Conflict(members=(ConflictMember(rule_id="a", sentence="A."),) * 2), "without any one of them"),
        (Conflict(members=(ConflictMember(rule_id="a", sentence="A."),) * 2, minimal=False), "Time ran out"),
    ],
)
def test_the_conflict_claims_no_more_than_is_proved(conflict, words):
    """That a conflict is minimal is said only where it is."""
    assert words in _words(no_answer(conflict=conflict), "conflict")[0]


def test_the_answer_shows_points_marks_and_names():
    """Each pair with its points by criterion, the weighted total, and what was assumed."""
    assert _rows(spring(), "answer")[1] == [
        "Birch County", "Elm City", "1000", "689*", "600*", "0*", "1000", "8267*",
        "Provisional: not yet ready. Assumed, because unknown: mentee preference, mentor preference and topic fit.",
    ]  # fmt: skip


def test_the_points_are_those_of_the_first_tier_that_has_any():
    """A policy of its own: its criteria are the columns, two of one kind told apart."""
    same = [{"criterion": "same_value", "field": "state"}, {"criterion": "same_value", "field": "attributes.grantee"}]
    tiers = [
        {"name": "seats", "maximize": [{"criterion": "coverage"}]},
        {"name": "choice", "generous": {}},
        {"name": "likeness", "max_min": {"maximize": [*same, {"criterion": "pair_score", "weight": 2}]}},
        {"name": "fit", "maximize": [{"criterion": "topic_fit"}]},
    ]
    rows = [{"mentee": "alder", "mentor": "oak", "score": 12}]
    result = answer(spring_problem(policy={"tiers": tiers}, pairs=rows), PAIRS)
    (table,) = [block for block in _section(result, "answer").blocks if isinstance(block, Table)]
    assert [plain_text(column.title) for column in table.columns[2:6]] == [
        "Same state", "Same grantee", "Pair score, times 2", "Total",
    ]  # fmt: skip
    assert _rows(result, "answer")[0][2:6] == ["500*", "500*", "12", "1024*"]


def test_an_answer_without_points_is_just_the_pairs():
    """A policy that gives pairs no points leaves the columns out."""
    problem = spring_problem(policy={"tiers": [{"name": "seats", "maximize": [{"criterion": "coverage"}]}]})
    assert _rows(answer(problem, [("alder", "oak")]), "answer") == [["Alder County", "Oak City"]]


def test_sites_that_share_a_name_are_told_apart():
    """Two sites of one name carry their ids."""
    mentees = [{"id": "a", "name": "Washington County"}, {"id": "b", "name": "Washington County"}]
    problem = spring_problem(mentees=mentees, mentors=[{"id": "oak", "max_mentees": 2}], rules=[])
    result = answer(problem, [("a", "oak"), ("b", "oak")])
    assert [row[0] for row in _rows(result, "answer")] == ["Washington County (a)", "Washington County (b)"]


def test_conditions_stand_beside_their_mentee():
    """The condition by the name of the site."""
    assert _rows(spring(), "conditions") == [["Alder County", "7 travelers; the program pays for 3"]]


def test_a_reached_maximum_is_named_beside_the_unmatched():
    """Dogwood Parish has no mentor, and the selection of three is full."""
    words = _words(spring(), "unmatched")
    assert "Dogwood Parish" in words
    assert "The program matches at most 3 mentees, and that many are matched." in words
    assert not [word for word in words if "mentor" in word and "at most" in word]


def test_limits_that_are_not_reached_are_not_named():
    """No reason is claimed that the data do not hold."""
    words = _words(answer(spring_problem(rules=[]), PAIRS[:1]), "unmatched")
    assert words[0] == "3 available mentees are without a mentor in this answer."
    assert words[-1].startswith("No limit on the whole cohort is reached")


def test_full_mentors_and_a_reached_opening_are_named():
    """One mentor may be used and it is full: both are facts."""
    problem = spring_problem(rules=[{"kind": "opening", "max": 1}])
    words = _words(answer(problem, [("alder", "oak"), ("birch", "oak")]), "unmatched")
    assert "The program uses at most 1 mentor, and that many are used." in words
    assert "Every mentor that is used has as many mentees as it takes." in words


def test_sites_that_take_no_part_are_listed():
    """On hold and withdrawn, from both sides."""
    assert _rows(spring(), "availability") == [
        ["Hazel Township", "Mentee", "On hold"],
        ["juniper", "Mentee", "Withdrawn"],
        ["Yew Springs", "Mentor", "Withdrawn"],
    ]


def test_loads_show_every_available_mentor():
    """Used and unused, assumed capacity marked, workload beside its limit."""
    assert _rows(spring(), "loads") == [
        ["Elm City", "2", "3*", "0", "2 of 4", "Birch County, Cedar Falls Court"],
        ["Fir Valley", "0", "2", "0", "0 (no limit)", "Not used"],
        ["Oak City", "1", "2", "1", "1 (no limit)", "Alder County"],
    ]


def test_the_workload_of_a_pair_replaces_that_of_the_mentee():
    """Elm City carries 3 for Cedar and 1 for Birch."""
    rows = [{"mentee": "cedar", "mentor": "elm", "workload": 3}]
    assert _rows(answer(spring_problem(pairs=rows), PAIRS), "loads")[0][4] == "4 of 4"


def test_fairness_shows_the_spread_of_the_points():
    """From the worst-off matched mentee to the best-off, with the Gini coefficient in thousandths: 3332 / 73803."""
    assert [row[1] for row in _rows(spring(), "fairness")] == ["7334", "8267", "9000", "45"]


def test_every_aim_is_told_with_its_values_and_meaning():
    """Values, proof and profile of every tier, in the order of the policy."""
    rows = {row[0]: row for row in _rows(spring(), "tiers", 1)}
    assert list(rows) == ["coverage", "review", "fit", "fairness", "balance", "fit_again", "lottery"]
    assert rows["coverage"][1:] == ["3", "3", "3", "Yes", ""]
    assert rows["fairness"][5].startswith("1 mentee unmatched; 1 mentee at level 14")
    meanings = dict(_rows(spring(), "tiers", 0))
    assert list(meanings) == list(rows)
    assert meanings["coverage"] == "As much as possible: number of matched mentees."


def test_what_a_tier_gave_up_is_told():
    """The final value is below the best found only by what the tier allows."""
    tiers = spring().tiers
    given = (tiers[0], tiers[1].model_copy(update={"value": tiers[1].best - 12}), *tiers[2:])
    assert _rows(spring(tiers=given), "tiers", 1)[1][5] == "12 of the best given up for later aims"


def test_rank_tiers_show_who_got_which_choice():
    """The profile counts choices, the last entry those that were not listed."""
    problem = spring_problem(policy={"tiers": [{"name": "ranks", "rank_maximal": {}}]})
    assert _rows(answer(problem, PAIRS), "tiers", 1)[0][5] == "choice 1: 1, choice 2: 0, not listed: 0"


def test_rules_say_what_the_cohort_starts_from():
    """The preset's own sentence, with what it can cost; not where the cohort states its own aims."""
    assert "It can cost" in _words(spring(), "rules")[0]
    own = answer(spring_problem(policy={"tiers": []}), [("alder", "oak")])
    assert _words(own, "rules")[0] == "This cohort starts from the rules of “prssmi_2019”; its aims are its own."


def test_rules_are_told_with_reason_and_source():
    """Every rule in force, those of the program too, and what the cohort replaced."""
    rows = {row[0]: row[1:] for row in _rows(spring(), "rules")}
    assert rows["forbid"] == [
        "Cedar Falls Court must not be paired with Oak City.", "This cohort", "They share a director.",
    ]  # fmt: skip
    assert rows["opening"] == ["At most 6 mentors are used.", "The program", ""]
    assert _words(spring(), "rules")[-1] == "At most 15 mentees are matched."


def test_the_check_names_digest_versions_and_verdict():
    """What anybody needs to repeat the match."""
    rows = dict(_rows(spring(), "check"))
    assert rows["Fingerprint of the problem (SHA-256)"] == spring().provenance.digest
    assert rows["Version of ortools"] == "9.15.6755"
    assert "every rule is kept" in _words(spring(), "check")[0]


def test_a_failed_check_is_told_loudly():
    """Violations are listed by their sentences, and the summary says so too."""
    broken = Verification(violations=(Violation(rule_id="selection", amount=2, witnesses=(), sentence="Too many."),))
    result = spring(verification=broken)
    assert _rows(result, "check")[0] == ["Too many.", "selection", "2"]
    assert "Independent check: A rule is broken" in _words(result, "summary")


def test_an_unchecked_answer_is_told():
    """No check is not taken for a passed one."""
    result = spring(verification=None)
    assert "The answer was not checked." in _words(result, "check")
    assert "Independent check: Not made" in _words(result, "summary")


def test_blocking_pairs_are_counted():
    """Pairs that would rather have each other are told, whether or not stability is a rule."""
    wishes = Verification(blocking_pairs=(("alder", "elm"),))
    assert any(word.startswith("1 mentee and mentor would") for word in _words(spring(verification=wishes), "check"))
