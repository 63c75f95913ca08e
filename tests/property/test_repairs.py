"""Repairs against the oracle: each works, no part of one does, and none that is cheaper or as minimal is left out."""

from __future__ import annotations

import re
from itertools import product
from math import prod
from typing import get_args

import pytest
from hypothesis import HealthCheck, assume, event, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

import prssmi_match as pm
from oracle.brute_force import best
from property.strategies import MENTEES, MENTORS, documents, mentees, mentors, rules, shuffled
from property.test_relabeling import NAMES, renamed
from prssmi_match.compatibility import assess
from prssmi_match.explanation.costs import COSTS
from prssmi_match.explanation.repairs import find_repairs
from prssmi_match.problem.changes import ChangeKind, Lever, Owner, apply_changes, setting_steps
from prssmi_match.problem.facts import Fact
from prssmi_match.solving import Budget, solve

CALM = [HealthCheck.too_slow, HealthCheck.filter_too_much]
QUICK = settings(max_examples=12, suppress_health_check=CALM)
BRIEF = settings(max_examples=5, suppress_health_check=CALM)
LONG = settings(max_examples=400, suppress_health_check=CALM)
KINDS = get_args(ChangeKind)
MUSTS = ("setting_fit", "mentee_preference", "pair_score")


def infeasible(doc):
    """Return the problem of a document that has no matching; other documents are passed over."""
    problem = pm.Problem.model_validate(doc)
    assume(solve(assess(problem), (), Budget()).status == "infeasible")
    return problem


def is_possible(problem):
    """Tell whether the oracle finds a matching that keeps every rule of the program."""
    stated = [{**named.rule.model_dump(mode="json"), "id": named.id} for named in problem.program.rules]
    doc = problem.model_dump(mode="json", exclude={"policy", "strengths"})
    return best({**doc, "preset": "none", "rules": stated}) is not None


def works(problem, amounts):
    """Tell whether the changed document has a matching; some parts of a repair make no valid document at all."""
    try:
        return is_possible(apply_changes(problem, amounts))
    except ValidationError:
        return False


def amounts_of(repair):
    """Return the amounts of a repair by lever."""
    return {Lever(change.kind, change.fact, change.part): change.amount for change in repair.changes}


def parts(amounts, most=80):
    """Give the proper parts of a repair: all of them, or where those are many, what lacks one unit or one change."""
    if prod(amount + 1 for amount in amounts.values()) <= most:
        choices = [dict(zip(amounts, part, strict=True)) for part in product(*(range(a + 1) for a in amounts.values()))]
    else:
        choices = [{**amounts, lever: less} for lever, amount in amounts.items() for less in (0, amount - 1)]
    for choice in choices:
        if choice != amounts:
            yield {lever: amount for lever, amount in choice.items() if amount}


def check_repairs(doc, limit=4):
    """Hold every repair of an infeasible document against the oracle."""
    problem = infeasible(doc)
    menu = find_repairs(problem, Budget(), limit=limit)
    event(f"{len(menu.repairs)} repairs, complete: {menu.complete}")
    assert menu.repairs or menu.complete
    assert [repair.cost for repair in menu.repairs] == sorted(repair.cost for repair in menu.repairs)
    for repair in menu.repairs:
        amounts = amounts_of(repair)
        assert len(amounts) == len(repair.changes)
        assert repair.cost == sum(change.cost for change in repair.changes) > 0
        mended = repair.apply(problem)
        assert pm.match(mended).has_matching
        assert best({**mended.model_dump(mode="json"), "policy": {"tiers": []}}) is not None
        assert not any(works(problem, part) for part in parts(amounts)), repair.sentence


@given(doc=documents(special=False))
@QUICK
def test_every_repair_works_and_no_part_of_it_does(doc):
    """Applied to the document a repair makes it feasible, with fewer or smaller changes it does not; they ascend."""
    check_repairs(doc)


@pytest.mark.slow
@given(doc=documents(special=False))
@LONG
def test_every_repair_works_at_length(doc):
    """The same, on many more documents."""
    check_repairs(doc)


@st.composite
def small_documents(draw):
    """Draw up to three mentees and two mentors with rules that clash readily, and now and then strengths."""
    mentee_ids, mentor_ids = MENTEES[: draw(st.integers(1, 3))], MENTORS[: draw(st.integers(1, 2))]
    doc = {
        "preset": draw(st.sampled_from(["none", "prssmi_2019", "stable"])),
        "default_capacity": draw(st.integers(0, 2)),
        "mentees": [draw(mentees(site, mentor_ids)) for site in mentee_ids],
        "mentors": [draw(mentors(site, mentee_ids)) for site in mentor_ids],
        "rules": draw(st.lists(rules(mentee_ids, mentor_ids), min_size=1, max_size=4)),
    }
    if draw(st.booleans()):
        strengths = st.dictionaries(st.sampled_from(MUSTS), st.sampled_from(["must", "low"]), min_size=1)
        doc["strengths"] = draw(strengths)
    return doc


def all_levers(problem):
    """Give every lever of a document with the most that it can be moved; None is no limit."""
    for mentee in problem.mentees:
        if mentee.status in {"hold", "withdrawn"}:
            yield Lever("mentee_availability", Fact("mentee_availability", (mentee.id,))), 1
        for other in mentee.unacceptable:
            yield Lever("mentee_veto", Fact("mentee_veto", (mentee.id, other))), 1
    for mentor in problem.mentors:
        own = {kind: Lever(kind, Fact(kind, (mentor.id,))) for kind in KINDS[:3]}
        yield own["capacity"], None
        yield own["min_mentees"], mentor.min_mentees
        if mentor.max_workload is not None:
            yield own["max_workload"], None
        if mentor.status == "withdrawn":
            yield Lever("mentor_availability", Fact("mentor_availability", (mentor.id,))), 1
        for other in mentor.unacceptable:
            yield Lever("mentor_veto", Fact("mentor_veto", (mentor.id, other))), 1
    settings = [getattr(named.rule, "setting", None) for named in problem.program.rules]
    if not any(settings):
        yield Lever("setting", Fact("setting")), 1
    for named in problem.program.rules:
        yield from rule_levers(problem, named)


def rule_levers(problem, named):
    """Give the levers of one rule."""
    fact, rule = Fact("rule", (named.id,)), named.rule
    fields = rule.model_dump()
    if rule.kind in KINDS:
        yield Lever(rule.kind, fact), 1
    if fields.get("min") is not None:
        yield Lever("minimum", fact), rule.min
    if fields.get("max") is not None:
        yield Lever("maximum", fact), None
    for site in (*fields.get("must_match", ()), *fields.get("must_open", ())):
        yield Lever("must", fact, site), 1
    if fields.get("setting") in {"any", "all"}:
        yield Lever("setting", fact), len(setting_steps(problem, fact))
    for test in ("no_prior_mentor", "listed_only", "scored_only"):
        if fields.get(test):
            yield Lever(test, fact), 1
    if fields.get("max_km") is not None:
        yield Lever("max_km", fact), None
    for field in ("team_size", "travelers"):
        if fields.get(field) is not None:
            yield Lever(field, fact, "low"), fields[field][0]
            yield Lever(field, fact, "high"), None


def within(levers, price, purse):
    """Give all amounts of these levers that cost no more than there is to spend."""
    if not levers:
        yield {}
        return
    (lever, most), *others = levers
    cost = price[lever.kind]
    for amount in range(min(purse // cost, purse if most is None else most) + 1):
        for rest in within(others, price, purse - amount * cost):
            yield ({lever: amount} if amount else {}) | rest


def check_menu(doc, price, purse):
    """Hold the menu against every minimal repair that can be afforded."""
    problem = infeasible(doc)
    levers = [(lever, most) for lever, most in all_levers(problem) if price[lever.kind] is not None]
    tried = sorted(within(levers, price, purse), key=lambda amounts: sum(price[x.kind] * a for x, a in amounts.items()))
    assume(len(tried) <= 1500)
    minimal = []
    for amounts in tried:
        if any(all(amounts.get(lever, 0) >= amount for lever, amount in one.items()) for one in minimal):
            continue
        if works(problem, amounts):
            minimal.append(amounts)
    menu = find_repairs(problem, Budget(), costs=price, limit=len(minimal) + 1)
    found = [amounts_of(repair) for repair in menu.repairs if repair.cost <= purse]
    event(f"{len(found)} repairs, stability: {any(named.rule.kind == 'stability' for named in problem.program.rules)}")
    assert {frozenset(amounts.items()) for amounts in found} == {frozenset(amounts.items()) for amounts in minimal}
    assert len(found) == len(minimal)
    assert menu.complete or len(menu.repairs) > len(minimal)


prices = st.fixed_dictionaries({kind: st.sampled_from([COSTS[kind], 1, 2, None]) for kind in KINDS})


@given(doc=small_documents(), price=prices)
@QUICK
def test_the_menu_is_all_there_is(doc, price):
    """The repairs are exactly the minimal ones among all changes that can be afforded, so the first is the cheapest."""
    check_menu(doc, price, 3)


@pytest.mark.slow
@given(doc=small_documents(), price=prices)
@LONG
def test_the_menu_is_all_there_is_at_length(doc, price):
    """The same, on many more documents and with more to spend."""
    check_menu(doc, price, 6)


def told(menu):
    """Return all that a menu says; rules without an id are numbered as they are written."""
    return [(repair.cost, repair.sentence) for repair in menu.repairs], menu.complete


@given(data=st.data(), doc=documents(special=False))
@BRIEF
def test_order_of_rows_does_not_matter(data, doc):
    """Whatever the order of sites, rules and lists, the menu is the same, also where it is cut."""
    problem = infeasible(doc)
    other = pm.Problem.model_validate(data.draw(shuffled(doc)))
    assert told(find_repairs(other, Budget(), limit=3)) == told(find_repairs(problem, Budget(), limit=3))


@given(doc=documents(special=False), random=st.randoms(use_true_random=False))
@BRIEF
def test_names_do_not_matter(doc, random):
    """Under other ids the repairs cost the same."""
    problem = infeasible(doc)
    ids = sorted({*problem.mentee_by_id, *problem.mentor_by_id})
    other = renamed(doc, dict(zip(ids, random.sample(NAMES, len(ids)), strict=True)))
    menus = [find_repairs(one, Budget()) for one in (problem, pm.Problem.model_validate(other))]
    assert len({tuple(repair.cost for repair in menu.repairs) for menu in menus}) == 1


@given(data=st.data(), doc=documents(special=False))
@BRIEF
def test_what_is_not_negotiable_stays(data, doc):
    """What is protected, and what costs None by kind, owner or id, is in no repair."""
    problem = infeasible(doc)
    changes = [change for repair in find_repairs(problem, Budget()).repairs for change in repair.changes]
    assume(changes)
    refused = data.draw(st.sampled_from(changes))
    key = data.draw(st.sampled_from([refused.kind, refused.owner, refused.rule_id, "protected"]))
    if key == "protected":
        menu = find_repairs(problem, Budget(), protected=frozenset([refused.fact]))
        assert all(change.fact != refused.fact for repair in menu.repairs for change in repair.changes)
    else:
        menu = find_repairs(problem, Budget(), costs={key: None})
        assert not any(
            key == change.rule_id or (key in {*KINDS, *get_args(Owner)} and key in {change.kind, change.owner})
            for repair in menu.repairs
            for change in repair.changes
        )


@given(doc=documents(special=False))
@BRIEF
def test_sentences_name_sites_by_their_names(doc):
    """Where sites have names, no id of a site and no word of the code is in a sentence."""
    for side in ("mentees", "mentors"):
        for row in doc[side]:
            row["name"] = f"{side[:-1].title()} {row['id'].upper()}"
    menu = find_repairs(infeasible(doc), Budget())
    ids = "|".join({*MENTEES, *MENTORS} - {"Lake", "Elm"})
    for repair in menu.repairs:
        for sentence in (repair.sentence, *(change.sentence for change in repair.changes)):
            assert not re.search(rf"\b({ids}|Elm|Lake)\b|_|None|\bid\b", sentence), sentence
            assert sentence.endswith(".")
