import copy
import re

import pytest

import prssmi_match as pm
from prssmi_match.explanation import find_conflict
from prssmi_match.solving import Budget

SOLVER_WORDS = re.compile(r"constraint|infeasib|variable|solver|literal|bound|unsat|_|\bids?\b", re.IGNORECASE)
MENTEES = [{"id": "p", "name": "Pine"}, {"id": "b", "name": "Bay"}, {"id": "l", "name": "Lake"}]
MENTORS = [{"id": "o", "name": "Oak"}, {"id": "e", "name": "Elm"}]
PIN = {"id": "pin", "kind": "pin", "mentee": "p", "mentor": "o"}


def document(*rules, p=(), o=(), **fields):
    """Return three mentees and two mentors, with more fields of Pine and of Oak."""
    mentees = [{**MENTEES[0], **dict(p)}, *MENTEES[1:]]
    mentors = [{**MENTORS[0], **dict(o)}, *MENTORS[1:]]
    return {"preset": "none", "mentees": mentees, "mentors": mentors, "rules": list(rules), **fields}


CONFLICTS = {
    "a pin against the mentee's veto": (
        document(PIN, p={"unacceptable": ["o"]}),
        {
            "pin": "Pine must be paired with Oak.",
            "mentee_veto:p:o": "Pine does not accept Oak.",
        },
    ),
    "a pin against the mentor's veto": (
        document(PIN, o={"unacceptable": ["p"]}),
        {"pin": "Pine must be paired with Oak.", "mentor_veto:o:p": "Oak does not accept Pine."},
    ),
    "a pin of a mentor that has withdrawn": (
        document(PIN, o={"status": "withdrawn"}),
        {"pin": "Pine must be paired with Oak.", "mentor_availability:o": "Oak has withdrawn as a mentor."},
    ),
    "a pin within one organization": (
        document(PIN, p={"organization": "Sheriff"}, o={"organization": "SHERIFF"}),
        {"pin": "Pine must be paired with Oak.", "organization:p:o": "Pine and Oak belong to the same organization."},
    ),
    "a pin of sites that share no setting": (
        document(PIN, p={"settings": ["diversion"]}, o={"settings": ["child_welfare"]}),
        {
            "pin": "Pine must be paired with Oak.",
            "setting": "A mentor must cover at least one of the mentee's settings, as no rule says otherwise.",
        },
    ),
    "a pin against an eligibility rule, which gives its reason": (
        document(
            PIN,
            {"id": "new", "kind": "eligibility", "no_prior_mentor": True, "reason": "Board decision of May"},
            p={"prior_mentors": ["o"]},
        ),
        {
            "pin": "Pine must be paired with Oak.",
            "new": (
                "A pair is possible only where the mentor has not mentored the mentee before; what is unknown passes. "
                "(Reason: Board decision of May.)"
            ),
        },
    ),
    "a pin against a forbid": (
        document(PIN, {**PIN, "id": "no", "kind": "forbid"}),
        {"pin": "Pine must be paired with Oak.", "no": "Pine must not be paired with Oak."},
    ),
    "a pin against a workload": (
        document(PIN, p={"workload": 5}, o={"max_workload": 4}),
        {"pin": "Pine must be paired with Oak.", "max_workload:o": "Oak takes a workload of at most 4."},
    ),
    "two pins to one seat": (
        document(PIN, {**PIN, "id": "pin-b", "mentee": "b"}, o={"max_mentees": 1}),
        {
            "pin": "Pine must be paired with Oak.",
            "pin-b": "Bay must be paired with Oak.",
            "capacity:o": "Oak takes at most 1 mentee.",
        },
    ),
    "a seat for a mentee on hold": (
        document({"id": "in", "kind": "selection", "must_match": ["p"]}, p={"status": "hold"}),
        {"in": "Pine must be matched.", "mentee_availability:p": "Pine is on hold."},
    ),
    "a quota above what there is": (
        document({"id": "rural", "kind": "quota", "where": {"locale": "rural"}, "min": 2}, p={"locale": "rural"}),
        {"rural": "At least 2 mentees with locale rural are matched in the whole cohort."},
    ),
    "a quota above what is left": (
        document(
            {"id": "rural", "kind": "quota", "where": {"locale": "rural"}, "min": 2},
            {"id": "no", "kind": "opening", "max": 0},
            p={"locale": "rural"},
            mentees=[{"id": "p", "locale": "rural"}, {"id": "b", "locale": "rural"}],
        ),
        {
            "rural": "At least 2 mentees with locale rural are matched in the whole cohort.",
            "no": "At most 0 mentors are used.",
        },
    ),
    "more mentees than two mentors take": (
        document(
            {"id": "most", "kind": "opening", "max": 2},
            {"id": "all", "kind": "selection", "must_match": ["p", "b", "l"]},
            mentors=[{**mentor, "max_mentees": 1} for mentor in (*MENTORS, {"id": "a", "name": "Ash"})],
        ),
        {
            "most": "At most 2 mentors are used.",
            "all": "Bay, Lake and Pine must be matched.",
            "capacity:a": "Ash takes at most 1 mentee.",
            "capacity:e": "Elm takes at most 1 mentee.",
            "capacity:o": "Oak takes at most 1 mentee.",
        },
    ),
    "a mentor that must be used but not for so few": (
        document({"id": "use", "kind": "opening", "must_open": ["o"]}, o={"min_mentees": 4, "max_mentees": 5}),
        {"use": "Oak must be used.", "min_mentees:o": "Oak takes at least 4 mentees, or none."},
    ),
    "together and apart": (
        document(
            {"id": "friends", "kind": "together", "mentees": ["p", "b"]},
            {"id": "rivals", "kind": "apart", "mentees": ["p", "b"]},
            {"id": "in", "kind": "selection", "must_match": ["p"]},
        ),
        {
            "friends": "Bay and Pine share one mentor, or none of them is matched.",
            "rivals": "No two of Bay and Pine may share a mentor.",
            "in": "Pine must be matched.",
        },
    ),
    "a pin that would be resented": (
        document(
            {**PIN, "mentor": "e"},
            {"id": "stable", "kind": "stability"},
            p={"preferences": [["o"], ["e"]]},
            o={"preferences": [["p"]], "max_mentees": 1},
        ),
        {
            "pin": "Pine must be paired with Elm.",
            "stable": "No mentee and mentor may both prefer each other to what they have.",
        },
    ),
}
EXAMPLES = pytest.mark.parametrize(("written", "members"), CONFLICTS.values(), ids=CONFLICTS)


def conflict(written):
    """Return the conflict of an infeasible document, sentence by rule id."""
    result = pm.match(pm.Problem.model_validate(written))
    assert result.status == "infeasible"
    assert result.conflict.minimal
    return {member.rule_id: member.sentence for member in result.conflict.members}


def without(written, rule_id):
    """Return the document without one rule or fact."""
    mended = copy.deepcopy(written)
    kept = [rule for rule in mended["rules"] if rule["id"] != rule_id]
    if len(kept) < len(mended["rules"]):
        return {**mended, "rules": kept}
    kind, *sites = rule_id.split(":")
    if kind == "setting":
        mended["rules"].append({"id": "open", "kind": "eligibility", "setting": "off"})
        return mended
    by_id = {site["id"]: site for site in [*mended["mentees"], *mended["mentors"]]}
    cure = {
        "mentee_availability": {"status": "ready"},
        "mentor_availability": {"status": "active"},
        "mentee_veto": {"unacceptable": []},
        "mentor_veto": {"unacceptable": []},
        "organization": {"organization": None},
        "capacity": {"max_mentees": 99},
        "min_mentees": {"min_mentees": 0},
        "max_workload": {"max_workload": None},
    }
    by_id[sites[0]].update(cure[kind])
    return mended


@EXAMPLES
def test_conflict(written, members):
    """The rules and facts that clash are named, no others, each in plain words with the names of the sites."""
    assert conflict(written) == members


@EXAMPLES
def test_every_member_is_needed(written, members):
    """Whichever member of the conflict is given up in the document itself, a matching exists."""
    for rule_id in members:
        assert pm.match(pm.Problem.model_validate(without(written, rule_id))).has_matching, rule_id


@EXAMPLES
def test_sentences_have_no_words_of_the_solver(written, members):
    """A coordinator who has never seen code can read every sentence."""
    for sentence in conflict(written).values():
        assert not SOLVER_WORDS.search(sentence), sentence


def test_unrelated_rules_are_left_out():
    """Rules and vetoes that play no part are not blamed."""
    written = document(
        PIN,
        {"id": "few", "kind": "selection", "max": 2},
        {"id": "q", "kind": "quota", "where": {"state": "MN"}, "max": 1},
        {"id": "apart", "kind": "apart", "mentees": ["b", "l"]},
        p={"unacceptable": ["o", "e"]},
        o={"max_mentees": 1},
    )
    assert set(conflict(written)) == {"pin", "mentee_veto:p:o"}


def test_order_of_rows_does_not_matter():
    """The same document in another order has the same conflict."""
    written = CONFLICTS["more mentees than two mentors take"][0]
    turned = {**written, **{side: written[side][::-1] for side in ("mentees", "mentors", "rules")}}
    assert list(conflict(turned).items()) == list(conflict(written).items())


def test_out_of_time():
    """Where time ran out, what is known to clash is still told, and not called minimal."""
    problem = pm.Problem.model_validate(CONFLICTS["a pin against a forbid"][0])
    found = find_conflict(problem, Budget(time_limit=0))
    assert not found.minimal
    assert {"pin", "no"} <= {member.rule_id for member in found.members}
