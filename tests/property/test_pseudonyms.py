"""Pseudonyms change no tier and give nobody away; keys come back exactly."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

import prssmi_match as pm
from property.policies import every_criterion
from property.rich import rich_documents
from property.strategies import MENTEES, MENTORS, documents, shuffled
from prssmi_match.errors import ProblemError
from prssmi_match.intake.pseudonyms import Key, pseudonymize, read_key, reveal_matching
from prssmi_match.intake.pseudonyms.allocation import extended
from prssmi_match.intake.pseudonyms.cells import bare, guarded
from prssmi_match.intake.pseudonyms.entry import Entry

FEW = settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
LONG = settings(max_examples=400, suppress_health_check=[HealthCheck.too_slow])
SECRET = bytes(range(32))
IDS = sorted({*MENTEES, *MENTORS, "gone", "left"})
# Letters that no word of a document and no code is made of alone; marks that names are typed with.
TEXTS = st.text("åéжZßŁ-_ '\"=\\;,", min_size=4, max_size=9).filter(lambda text: sum(map(str.isalpha, text)) >= 4)


def hidden(doc, key=None):
    """Return a document under pseudonyms."""
    return pseudonymize(pm.Problem.model_validate(doc), key or Key(SECRET))


def held(result):
    """Return what all best answers share of the tiers before the lottery.

    Not so the first of a profile, nor how much of what a tier may give up an answer did.
    """
    return [(tier.best, tier.profile and tier.profile[1:]) for tier in result.tiers[:-1]]


def check_answer(doc):
    """Hold status and tiers under pseudonyms against those of the document, and the answer revealed against it."""
    problem, done = pm.Problem.model_validate(doc), hidden(doc)
    before, after = pm.match(problem), pm.match(done.problem)
    event(f"status: {before.status}")
    assert after.status == before.status
    assert held(after) == held(before)
    if after.has_matching:
        revealed = reveal_matching(after.matching, done.key)
        assert pm.verify(problem, revealed).valid
        scored = pm.evaluate(problem, revealed)
        assert [(tier.value, tier.profile) for tier in scored.tiers[:-1]] == [
            (tier.value, tier.profile) for tier in after.tiers[:-1]
        ]


@given(doc=documents())
@FEW
def test_pseudonyms_change_no_tier_before_the_lottery(doc):
    """Status and tiers are the same under pseudonyms, and the answer revealed is as good in the document itself."""
    check_answer(doc)


@given(doc=rich_documents(), policy=every_criterion())
@FEW
def test_every_pair_of_sites_is_judged_as_before(doc, policy):
    """By every criterion, any matching has the same score under pseudonyms: what was left out was not needed."""
    doc = {**doc, "policy": policy}
    problem, done = pm.Problem.model_validate(doc), hidden(doc)
    for shift in range(len(doc["mentors"])):
        pairs = [
            (row["id"], doc["mentors"][(shift + number) % len(doc["mentors"])]["id"])
            for number, row in enumerate(doc["mentees"])
        ]
        names = [(done.key.pseudonym("mentee", one), done.key.pseudonym("mentor", two)) for one, two in pairs]
        before, after = (
            pm.evaluate(problem, pm.Matching(pairs=pairs)),
            pm.evaluate(done.problem, pm.Matching(pairs=names)),
        )
        assert [(tier.value, tier.profile) for tier in after.tiers[:-1]] == [
            (tier.value, tier.profile) for tier in before.tiers[:-1]
        ]
        valid = [pm.verify(problem, pm.Matching(pairs=pairs)), pm.verify(done.problem, pm.Matching(pairs=names))]
        assert len(valid[0].violations) == len(valid[1].violations)


def renamed(value, names):
    """Return a document with every id replaced."""
    if isinstance(value, dict):
        return {key: renamed(item, names) for key, item in value.items()}
    if isinstance(value, list):
        return [renamed(item, names) for item in value]
    return names.get(value, value) if isinstance(value, str) else value


@st.composite
def telling_documents(draw):
    """Draw a document whose sites have telling ids, names and organizations, which stand in other texts, too."""
    texts = draw(st.lists(TEXTS, min_size=40, max_size=40, unique=True))
    doc = renamed(draw(documents()), {site: texts.pop() for site in IDS})
    for row in (*doc["mentees"], *doc["mentors"]):
        row["name"], row["organization"] = texts.pop(), texts.pop()
    said = st.sampled_from([row[field] for row in doc["mentees"] for field in ("id", "name", "organization")] or ["-"])
    for row in (*doc["mentees"], *doc["mentors"]):
        row["topics"] = {f"{draw(said)} ways": 3}
        row["attributes"] = {(field := draw(said)): f"the {draw(said)}s", "grantee": draw(said)}
        row["state"] = draw(said)
        doc["rules"].append({"kind": "quota", "where": {f"attributes.{field}": draw(said), "state": draw(said)}})
    for number, rule in enumerate(doc["rules"]):
        rule["reason"] = draw(said)
        rule.setdefault("id", f"{draw(said)}-{number}")
    doc["name"] = draw(said)
    criteria = [{"criterion": "same_value", "field": field} for field in ("state", f"attributes.{draw(said)}")]
    doc["policy"] = {"tiers": [{"name": f"{draw(said)} first", "maximize": criteria}]}
    return doc


def texts_in(value):
    """Yield every text of plain data, names of fields included."""
    match value:
        case dict():
            for name, item in value.items():
                yield name
                yield from texts_in(item)
        case list():
            for item in value:
                yield from texts_in(item)
        case str():
            yield value


def loose(text):
    """Return a text without case and accents."""
    return "".join(one for one in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(one))


@given(doc=telling_documents())
@FEW
def test_nobody_is_named(doc):
    """No id, name or organization stands anywhere in the new document, in whatever case; nor in a finding."""
    done = hidden(doc)
    sites = (*doc["mentees"], *doc["mentors"])
    originals = {row[field] for row in sites for field in ("id", "name", "organization")}
    originals |= {site for pair in doc["previous"] for site in pair.values()}
    originals |= {row[side] for row in doc["history"] for side in ("mentee", "mentor") if row.get(side) is not None}
    shown = done.problem.model_dump_json()
    texts = [loose(text) for text in texts_in(json.loads(shown))]
    event(f"sites: {len(sites)}")
    for original in originals:
        assert original not in shown
        assert not any(loose(original) in text for text in texts)
    assert pm.Problem.model_validate_json(shown) == done.problem


@given(data=st.data(), doc=documents())
@FEW
def test_order_of_rows_plays_no_role(data, doc):
    """A shuffled document has the same key, and the same new document but for the order of rules."""
    one, other = hidden(doc), hidden(data.draw(shuffled(doc)))
    assert one.key == other.key

    def plain(done):
        fields = done.problem.model_dump()
        return {**fields, "rules": sorted(json.dumps(rule, sort_keys=True) for rule in fields["rules"])}

    unsorted = {"settings", "locales_served", "policy"}
    sides = ("mentees", "mentors")
    for left, right in zip(
        *([row for side in sides for row in plain(done)[side]] for done in (one, other)), strict=True
    ):
        assert {name: left[name] for name in left.keys() - unsorted} == {
            name: right[name] for name in right.keys() - unsorted
        }
    assert plain(one)["rules"] == plain(other)["rules"]
    for table in ("pairs", "previous", "history"):
        assert getattr(one.problem, table) == getattr(other.problem, table)


@given(docs=st.lists(documents(), min_size=2, max_size=3))
@FEW
def test_pseudonyms_are_stable_over_exports(docs):
    """Whatever exports come one after the other through the key's file, nobody's pseudonym changes or is used twice."""
    key, seen = Key(SECRET), {}
    for doc in docs:
        key = hidden(doc, read_key(key.to_text())).key
        now = dict(key.pseudonyms)
        assert seen.items() <= now.items()
        assert len(set(now.values())) == len(now)
        seen = now


ENTRIES = st.builds(
    Entry,
    st.sampled_from(["mentee", "mentor", "organization", "topic", "value", "rule"]),
    st.text(min_size=1).filter(str.strip),
    st.text(),
    st.text(),
)


@given(wanted=st.lists(ENTRIES, max_size=6))
@settings(max_examples=100)
def test_any_key_comes_back_exactly(wanted):
    """Whatever ids and names hold, the key that is read is the key that was written."""
    key = extended(Key(SECRET), wanted)
    assert read_key(key.to_text()) == key


@given(text=st.text(st.sampled_from("a1 '=+-@;,|\t\r\n\"é\uff1d")))
@settings(max_examples=300)
def test_guarded_cells_come_back_and_begin_no_formula(text):
    """Every text is read back, and none begins a formula, wherever a spreadsheet would split it."""
    cell = guarded(text)
    assert bare(cell) == text
    for mark in (None, *";,|\t\r\n"):
        parts = [cell] if mark is None else cell.split(mark)
        assert not any(part.lstrip(" ").startswith(("=", "+", "-", "@", "\uff1d")) for part in parts)


@given(data=st.data(), wanted=st.lists(ENTRIES, min_size=1, max_size=3))
@settings(max_examples=150)
def test_a_damaged_key_file_is_read_or_has_findings(data, wanted):
    """Whatever is cut out of the file or put into it, there is a key that fits its secret, or there are findings."""
    text = extended(Key(SECRET), wanted).to_text()
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 5)))
    damaged = text[:start] + data.draw(st.text(st.sampled_from("ab2,;\"'\r\n-=ß"), max_size=4)) + text[end:]
    try:
        key, findings = read_key(damaged), ()
    except ProblemError as error:
        key, findings = None, error.findings
    event("findings" if key is None else "a key")
    if key is None:
        assert findings
        assert all(found.sentence and found.severity == "error" for found in findings)
    else:
        assert read_key(key.to_text()) == key
        assert extended(Key(key.secret), key.entries).pseudonyms.keys() == key.pseudonyms.keys()


@pytest.mark.slow
@given(doc=documents(), telling=telling_documents())
@LONG
def test_pseudonyms_at_length(doc, telling):
    """More documents keep their tiers, and those with telling texts theirs."""
    check_answer(doc)
    check_answer(telling)
