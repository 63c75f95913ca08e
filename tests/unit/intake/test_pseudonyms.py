"""Pseudonyms: what moves along, what is left out, the key file, and the way back."""

import csv
import io
from typing import get_args

import pytest

import prssmi_match as pm
from prssmi_match.errors import ProblemError
from prssmi_match.intake.pseudonyms import Key, allocation, pseudonymize, read_key, reveal_matching
from prssmi_match.intake.pseudonyms.cells import bare, guarded
from prssmi_match.intake.pseudonyms.codes import ALPHABET, LONGEST, code_of
from prssmi_match.intake.pseudonyms.entry import Entry
from prssmi_match.intake.pseudonyms.masked_sites import AS_WRITTEN
from prssmi_match.problem.history import PastRow
from prssmi_match.problem.participants import Mentee, Mentor
from prssmi_match.problem.rules import Rule

SECRET = bytes(range(32))
# In another tool: the number of `printf 'site\0pine' | openssl dgst -sha256 -mac HMAC -macopt hexkey:000102...1f`, to
# base 25, the last digit first.
PINE_CODE = "cjy85mq5qfvp5t6vmwq8jf4frnq2d8jwvw9q572v5xmg28kc6gcr9j9"
PINE, OAK = ("mentee", "pine"), ("mentor", "oak")


def problem(**fields):
    """Return a problem of two mentees and two mentors, and whatever else is stated."""
    sides = {"mentees": [{"id": "pine"}, {"id": "fern"}], "mentors": [{"id": "oak"}, {"id": "elm"}]}
    return pm.Problem.model_validate({"preset": "none", **sides, **fields})


def masked(key=None, **fields):
    """Return the result of pseudonymizing such a problem."""
    return pseudonymize(problem(**fields), key or Key(SECRET))


def dumped(done):
    """Return the new document as plain data."""
    return done.problem.model_dump(mode="json", exclude_unset=True)


def places(done, code):
    """Return the places of all findings of a kind."""
    return [found.place for found in done.findings if found.code == code]


def findings_of(text):
    """Return code and row of all findings of a key file."""
    with pytest.raises(ProblemError) as caught:
        read_key(text)
    return [(found.code, found.spot.row if found.spot else None) for found in caught.value.findings]


def test_codes_are_those_of_the_keyed_hash():
    """The code of a text is fixed by its secret, domain and text; this one was worked out apart from the library."""
    assert code_of(SECRET, "site", "pine") == PINE_CODE
    assert len(PINE_CODE) == LONGEST
    assert len({code_of(SECRET, "site", "oak"), code_of(SECRET, "rule", "pine"), code_of(b"", "site", "pine")}) == 3
    assert not set("aeiou01lszb") & set(ALPHABET)


def test_sites_are_called_after_their_pseudonym():
    """Ids, names and organizations are replaced on both sides; a site without a name gets none."""
    done = masked(
        mentees=[{"id": "pine", "name": "Pine County", "organization": "Pine Board"}, {"id": "fern"}],
        mentors=[{"id": "oak", "name": "Oak City", "organization": " "}],
    )
    pine, oak = done.key.pseudonym(*PINE), done.key.pseudonym(*OAK)
    by_id = {row["id"]: row for row in (*dumped(done)["mentees"], *dumped(done)["mentors"])}
    organization = done.key.pseudonym("organization", "Pine Board")
    code = pine.removeprefix("mentee-")
    assert by_id.pop(pine) == {"id": pine, "name": f"Mentee {code.upper()}", "organization": organization}
    assert by_id.pop(oak) == {"id": oak, "name": f"Mentor {oak.removeprefix('mentor-').upper()}"}
    assert list(by_id.values()) == [{"id": done.key.pseudonym("mentee", "fern")}]


RULES = [
    ({"kind": "pin", "mentee": "pine", "mentor": "oak"}, {"mentee": "pine", "mentor": "oak"}),
    ({"kind": "forbid", "mentee": "pine", "mentor": "oak"}, {"mentee": "pine", "mentor": "oak"}),
    ({"kind": "together", "mentees": ["pine", "fern"]}, {"mentees": {"pine", "fern"}}),
    ({"kind": "apart", "mentees": ["pine", "fern"], "reason": "Pine quarrels"}, {"mentees": {"pine", "fern"}}),
    ({"kind": "opening", "must_open": ["oak"], "max": 1}, {"must_open": {"oak"}, "max": 1}),
    ({"kind": "selection", "must_match": ["pine"], "min": 1}, {"must_match": {"pine"}, "min": 1}),
    ({"kind": "quota", "where": {"stage": "new"}, "min": 1}, {"where": {"stage": "new"}, "min": 1}),
    ({"kind": "eligibility", "listed_only": True, "travelers": [1, 3]}, {"listed_only": True, "travelers": [1, 3]}),
    ({"kind": "stability"}, {}),
]


def revealed(value, key):
    """Return plain data with the ids that pseudonyms stand for; lists of ids as sets."""
    ids = {entry.pseudonym: entry.original for entry in key.entries}
    match value:
        case list() if value and all(item in ids for item in value):
            return {ids[item] for item in value}
        case str():
            return ids.get(value, value)
        case _:
            return value


@pytest.mark.parametrize(("rule", "expected"), RULES, ids=[rule["kind"] for rule, _ in RULES])
def test_rules_move_along(rule, expected):
    """Every id of a rule is replaced, its reason is left out, and the rest of it stays."""
    done = masked(rules=[rule])
    (row,) = dumped(done)["rules"]
    assert {name: revealed(value, done.key) for name, value in row.items()} == {"kind": rule["kind"], **expected}
    assert places(done, "left_out") == (["rules.reason"] if "reason" in rule else [])


def test_every_kind_of_rule_is_tested():
    """The rules above are of all kinds, and state every field that holds an id."""
    kinds = {kind.model_fields["kind"].default: kind for kind in get_args(get_args(Rule)[0])}
    assert {rule["kind"] for rule, _ in RULES} == set(kinds)


def test_references_move_along():
    """Preferences, vetoes, prior mentors, pair rows and earlier pairs name the same sites as before, known or not."""
    done = masked(
        mentees=[
            {
                "id": "pine",
                "preferences": [["elm"], ["oak"]],
                "unacceptable": ["elm"],
                "prior_mentors": ["gone", "oak"],
            },
            {"id": "fern"},
        ],
        mentors=[{"id": "oak", "preferences": [["fern", "pine"]]}, {"id": "elm", "unacceptable": ["fern"]}],
        pairs=[{"mentee": "pine", "mentor": "oak", "score": 7}],
        previous=[{"mentee": "left", "mentor": "oak"}],
    )
    names = {entry.original: entry.pseudonym for entry in done.key.entries}
    pine = done.problem.mentee_by_id[names["pine"]]
    assert pine.preferences == ((names["elm"],), (names["oak"],))
    assert (pine.unacceptable, pine.prior_mentors) == ((names["elm"],), tuple(sorted((names["gone"], names["oak"]))))
    assert done.problem.mentor_by_id[names["oak"]].preferences == (tuple(sorted((names["fern"], names["pine"]))),)
    assert done.problem.mentor_by_id[names["elm"]].unacceptable == (names["fern"],)
    assert dumped(done)["pairs"] == [{"mentee": names["pine"], "mentor": names["oak"], "score": 7}]
    assert dumped(done)["previous"] == [{"mentee": names["left"], "mentor": names["oak"]}]
    assert names["left"].startswith("mentee-")
    assert names["gone"].startswith("mentor-")


def test_earlier_rounds_move_along():
    """Rounds, outcomes and satisfaction stay, with pseudonyms of the sites; lessons and answers are left out."""
    told = {"round": 2018, "mentee": "left", "mentor": "gone", "outcome": "completed", "satisfaction": 4}
    words = {"lessons": "Pine was late", "answers": {"Who helped?": "Oak"}}
    done = masked(history=[{**told, **words}, {"round": 2017, "mentee": "pine", "mentor": None}])
    left_out, pair = dumped(done)["history"]
    assert {name: revealed(value, done.key) for name, value in pair.items()} == told
    assert {name: revealed(value, done.key) for name, value in left_out.items()} == {"round": 2017, "mentee": "pine"}
    assert places(done, "left_out") == ["history"]


def test_every_field_of_the_history_is_thought_of():
    """A new field of the history is left out until somebody decides whether it can stay as it is."""
    as_written, replaced, free_text = {"round", "outcome", "satisfaction"}, {"mentee", "mentor"}, {"lessons", "answers"}
    assert PastRow.model_fields.keys() == as_written | replaced | free_text


def test_site_under_two_hats_is_never_paired_with_itself():
    """An id on both sides is one id on both sides, and organizations that are equal when folded are one."""
    done = masked(
        mentees=[{"id": "ten"}, {"id": "fern", "organization": "City  Court"}],
        mentors=[{"id": "ten"}, {"id": "elm", "organization": "city court"}],
    )
    assert done.problem.mentees[0].id.startswith(("site-", "mentee-"))
    ten, fern, elm = (done.key.pseudonym(*one) for one in (("mentee", "ten"), ("mentee", "fern"), ("mentor", "elm")))
    assert ten == done.key.pseudonym("mentor", "ten")
    assert ten.startswith("site-")
    assert not pm.verify(done.problem, pm.Matching(pairs=[(ten, ten)])).valid
    assert not pm.verify(done.problem, pm.Matching(pairs=[(fern, elm)])).valid
    assert pm.verify(done.problem, pm.Matching(pairs=[(fern, ten), (ten, elm)])).valid


def test_later_exports_use_the_same_pseudonyms():
    """New sites get new ones; nobody's changes, not even by a second hat; those that leave stay in the key."""
    first = masked(mentees=[{"id": "pine", "name": "Pine County"}, {"id": "fern"}])
    second = masked(first.key, mentees=[{"id": "pine"}, {"id": "moss"}], mentors=[{"id": "pine"}, {"id": "oak"}])
    before = {(entry.kind, entry.original): entry for entry in first.key.entries}
    after = {(entry.kind, entry.original): entry for entry in second.key.entries}
    assert {place: after[place] for place in before} == before
    assert after.keys() - before.keys() == {("mentee", "moss"), ("mentor", "pine")}
    assert after["mentor", "pine"].pseudonym == before[PINE].pseudonym
    assert masked(second.key).problem == masked(first.key).problem


def test_other_secrets_make_other_pseudonyms():
    """Without the secret nobody can tell which pseudonym an id would have."""
    first, second = masked(Key.new()), masked(Key.new())
    assert not {site.id for site in first.problem.mentees} & {site.id for site in second.problem.mentees}


def test_colliding_codes_are_lengthened(monkeypatch):
    """Where two codes begin alike, the one of an earlier export stays short; among new ones, that of the first text."""
    monkeypatch.setattr(allocation, "code_of", lambda _secret, _domain, text: f"qqqqqq{text}")
    wanted = [Entry("mentee", text) for text in ("fern", "fir", "pine")]
    first = allocation.extended(Key(SECRET), wanted[1:])
    assert [entry.pseudonym for entry in first.entries] == ["mentee-qqqqqq", "mentee-qqqqqqp"]
    second = allocation.extended(first, reversed(wanted))
    assert {entry.original: entry.code for entry in second.entries} == {
        "fir": "qqqqqq",
        "pine": "qqqqqqp",
        "fern": "qqqqqqf",
    }


ALL_KNOWN = {"state": "OH", "location": [40, -83], "attributes": {"grantee": "yes", "county": "Ross"}}
NEEDED = [
    ({}, (), ()),
    ({"rules": [{"kind": "eligibility", "max_km": 50}]}, ("location",), ("location",)),
    ({"rules": [{"kind": "quota", "where": {"state": "OH"}}]}, ("state",), ()),
    ({"rules": [{"kind": "quota", "where": {"attributes.grantee": "yes"}}]}, ("attributes",), ()),
    ({"policy": [{"criterion": "proximity"}]}, ("location",), ("location",)),
    ({"policy": [{"criterion": "same_value", "field": "state"}]}, ("state",), ("state",)),
    ({"policy": [{"criterion": "same_value", "field": "attributes.grantee"}]}, ("attributes",), ("attributes",)),
    ({"strengths": {"proximity": "low"}}, ("location",), ("location",)),
]


@pytest.mark.parametrize(("program", "of_mentees", "of_mentors"), NEEDED)
def test_what_the_match_does_not_need_is_left_out(program, of_mentees, of_mentors):
    """States, locations and attributes stay only where a rule or an aim reads them, and both is said."""
    if isinstance(program.get("policy"), list):
        program = {"policy": {"tiers": [{"name": "fit", "maximize": program["policy"]}]}}
    done = masked(mentees=[{"id": "pine", **ALL_KNOWN}], mentors=[{"id": "oak", **ALL_KNOWN}], **program)
    (mentee,), (mentor,) = dumped(done)["mentees"], dumped(done)["mentors"]
    assert (mentee.keys() - {"id"}, mentor.keys() - {"id"}) == (set(of_mentees), set(of_mentors))
    assert all(site.get("attributes", {"grantee": "yes"}) == {"grantee": "yes"} for site in (mentee, mentor))
    stay = {field.replace("attributes", "attributes.grantee") for field in of_mentees}
    assert set(places(done, "still_identifying")) == stay
    gone = {"state", "location", "attributes.grantee"} - ({*stay} if of_mentors else set())
    assert set(places(done, "left_out")) == {*gone, "attributes.county"}
    assert all(found.severity == "warning" for found in done.findings)


def test_every_field_of_a_site_is_thought_of():
    """A new field of a site is left out until somebody decides whether it can stay as it is."""
    replaced = {"id", "name", "organization", "preferences", "unacceptable", "prior_mentors"}
    told = {"state", "location", "attributes", "topics"}
    assert Mentee.model_fields.keys() | Mentor.model_fields.keys() == AS_WRITTEN | replaced | told


def test_what_the_match_reads_stays():
    """Scores, topics, settings, limits, tiers and expectations are as they were."""
    mentee = {
        "id": "pine",
        "status": "hold",
        "settings": ["diversion"],
        "stage": "new",
        "locale": "rural",
        "workload": 0,
    }
    mentee |= {"team_size": 4, "travelers": 0, "review_score": 87.5, "topics": {"Data": 3}}
    mentor = {"id": "oak", "status": "active", "locales_served": ["rural"], "min_mentees": 0, "max_mentees": 0}
    mentor |= {"max_workload": 0, "review_score": -1, "topics": {"data": 1}}
    program = {
        "default_capacity": 2,
        "policy": {"tiers": [{"name": "seats", "maximize": [{"criterion": "coverage"}], "give_up": {"points": 1}}]},
        "expectations": {"team_size": [3, 5]},
    }
    done = masked(mentees=[mentee], mentors=[mentor], name="Spring", **program)
    expected = {"preset": "none", "mentees": [mentee], "mentors": [mentor], **program}
    sites = [
        {**row, "id": revealed(row["id"], done.key)} for side in ("mentees", "mentors") for row in dumped(done)[side]
    ]
    assert sites == [mentee, mentor]
    assert {**dumped(done), "mentees": [mentee], "mentors": [mentor]} == expected
    assert set(places(done, "left_out")) == {"name"}


@pytest.mark.parametrize("written", ["pine-county", "keep-Pine", "about PINE COUNTY", "the_pinè", "board-seat"])
def test_rule_ids_that_name_somebody_are_replaced(written):
    """One longer word of an id, name or organization is enough; the rule does not take the place of the preset's."""
    mentees = [{"id": "pine", "name": "Pine County", "organization": "Board"}]
    rule = {"kind": "opening", "id": written, "max": 1}
    done = masked(mentees=mentees, preset="prssmi_2019", rules=[rule])
    (row,) = dumped(done)["rules"]
    assert row["id"] == done.key.pseudonym("rule", written) != written
    ids = [named.id for named in done.problem.program.rules]
    assert sorted(ids) == sorted(["eligibility", "opening", row["id"], "selection"])
    assert places(done, "replaced") == ["rule ids"]


@pytest.mark.parametrize("written", ["rural-minimum", "selection"])
def test_other_rule_ids_stay(written):
    """Ids that name nobody stay; those of the preset's rules do, whoever is called so, as they replace them."""
    done = masked(mentees=[{"id": "selection"}], preset="prssmi_2019", rules=[{"kind": "selection", "id": written}])
    assert [row["id"] for row in dumped(done)["rules"]] == [written]
    assert len(done.problem.program.replaced) == (written == "selection")


def test_ids_of_the_presets_rules_stay_whatever_the_key_has():
    """An id that was replaced under another preset keeps its meaning under this one."""
    fields = {"mentees": [{"id": "selection"}], "rules": [{"kind": "selection", "id": "selection", "max": 1}]}
    first = masked(**fields)
    assert [row["id"] for row in dumped(first)["rules"]] != ["selection"]
    second = masked(first.key, preset="prssmi_2019", **fields)
    assert [row["id"] for row in dumped(second)["rules"]] == ["selection"]


def test_other_texts_that_name_somebody_are_replaced():
    """Topics, attributes, values and tiers under a pseudonym mean the same as before: equal stays equal."""
    criterion = {"criterion": "same_value", "field": "attributes.near Pine"}
    policy = {"tiers": [{"name": "Pine first", "maximize": [{"criterion": "topic_fit"}, criterion]}]}
    quota = {"kind": "quota", "where": {"attributes.near Pine": "at Oak", "settings": "diversion"}, "min": 0}
    done = masked(
        mentees=[{"id": "pine", "topics": {"Oak ways": 5, "data": 1}, "attributes": {"near Pine": "at Oak"}}],
        mentors=[{"id": "oak", "topics": {"oak  WAYS": 2}, "attributes": {"near Pine": "at Oak"}}],
        policy=policy,
        rules=[quota],
    )
    names = {entry.kind: entry.pseudonym for entry in done.key.entries}
    (mentee,), (mentor,) = done.problem.mentees, done.problem.mentors
    assert (mentee.topics, mentor.topics) == ({names["topic"]: 5, "data": 1}, {names["topic"]: 2})
    assert mentee.attributes == mentor.attributes == {names["field"]: names["value"]}
    (tier,), (rule,) = dumped(done)["policy"]["tiers"], dumped(done)["rules"]
    assert (tier["name"], tier["maximize"][1]["field"]) == (names["tier"], f"attributes.{names['field']}")
    assert rule["where"] == {f"attributes.{names['field']}": names["value"], "settings": "diversion"}
    assert set(places(done, "replaced")) == {"topics", "attributes", "values of attributes and states", "tier names"}
    later = masked(done.key, mentees=[{"id": "fern", "topics": {"OAK ways": 5}}], mentors=[{"id": "elm"}])
    assert later.problem.mentees[0].topics == {names["topic"]: 5}


def test_rows_stand_in_an_order_that_tells_nothing():
    """Sites and lists of them are sorted by pseudonyms, not by what they stand for."""
    ids = [f"site {letter}" for letter in "abcdefgh"]
    done = masked(mentees=[{"id": site} for site in ids], mentors=[{"id": "oak", "preferences": [ids]}])
    shown = [row["id"] for row in dumped(done)["mentees"]]
    assert shown == sorted(shown) == list(done.problem.mentors[0].preferences[0])
    assert [done.key.sites[site] for site in shown] != ids


def test_pseudonymizing_twice_is_refused():
    """A document of this key's pseudonyms would get others in silence; each of its sites is named."""
    done = masked()
    with pytest.raises(ProblemError) as caught:
        pseudonymize(done.problem, done.key)
    assert {found.code for found in caught.value.findings} == {"already_pseudonymized"}
    sites = [f"{side}[{row}].id" for side in ("mentees", "mentors") for row in (0, 1)]
    assert [found.place for found in caught.value.findings] == sites


def full_key():
    """Return a key with entries of several kinds."""
    mentees = [{"id": "pine", "name": "Pine, County", "organization": "Pine\nBoard"}, {"id": "=1+1"}, {"id": "007"}]
    return masked(mentees=mentees, mentors=[{"id": "pine"}, {"id": "oak", "topics": {"pine ways": 1}}]).key


def test_key_file_gives_back_the_key():
    """A written key is read exactly, and shows its secret nowhere but in its file."""
    key = full_key()
    assert read_key(key.to_text()) == key
    assert SECRET.hex() in key.to_text()
    assert str(SECRET) not in repr(key)
    assert len(Key.new().secret) == 32
    assert read_key(Key(SECRET).to_text()) == Key(SECRET)


def test_key_file_saved_by_a_spreadsheet_is_read():
    """With a mark, semicolons, rows of one width and blank rows at the end, it is the same key."""
    key = full_key()
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=";", quoting=csv.QUOTE_ALL)
    for row in csv.reader(io.StringIO(key.to_text(), newline="")):
        writer.writerow([*row, *[""] * (7 - len(row))])
    writer.writerow([""] * 7)
    assert read_key("\ufeff" + stream.getvalue()) == key


FORMULAS = ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "'=1", " =1", "\uff1d1"]
SPLIT = ["a;=1", "a,-1", "a\n=1", "a|\t@x", "a; =1"]
HARMFUL = [*FORMULAS, *SPLIT, "007"]


@pytest.mark.parametrize("text", HARMFUL)
def test_no_cell_is_a_formula_or_a_number(text):
    """Whatever separator a spreadsheet takes, no cell begins as a formula does; and the text comes back."""
    cell = guarded(text)
    for mark in "\n;,|\t\r":
        assert not any(part.lstrip(" ").startswith(tuple("=+-@\uff1d0")) for part in cell.split(mark))
    assert bare(cell) == text
    assert bare(guarded("'" + text)) == "'" + text


def test_harmless_cells_are_as_they_were():
    """Ordinary ids and names are not touched."""
    for text in ("", "pine-county", "Pine, 2nd Court", "Peña; Board", "a'b", "mentee-k7q2wd"):
        assert guarded(text) == text


FIRST = f"secret,{SECRET.hex()}\npseudonym,kind,original,name,organization\n"
PINE_ROW = "mentee-{code},mentee,pine,,\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [("empty_file", None)]),
        ("id,name\npine,Pine\n", [("not_a_key", None)]),
        ('"secret,x"\n', [("bad_secret", 1), ("bad_header", None)]),
        (FIRST.replace("0001", "01"), [("bad_secret", 1)]),
        (FIRST.replace("0001", "0x01"), [("bad_secret", 1)]),
        (f"secret,{SECRET.hex()}\n", [("bad_header", None)]),
        (FIRST.replace("original", "id"), [("bad_header", None)]),
        (FIRST + 'mentee-xxxxxx,mentee,"pine,,\n', [("malformed_table", 3)]),
        (FIRST + "mentee-xxxxxx,mentee,pine,,\n", [("wrong_pseudonym", 3)]),
        (FIRST + "mentor-{code},organization,pine,,\n", [("wrong_pseudonym", 3)]),
        (FIRST + "mentee-{short},mentee,pine,,\n", [("wrong_pseudonym", 3)]),
        (FIRST + "mentee-xxxxxx,mentee,pine\nmentee-yyyyyy,mentee,fern\n", [("wrong_secret", None)]),
        (FIRST + PINE_ROW + PINE_ROW, [("duplicate_original", 4)]),
        (FIRST + PINE_ROW + "mentee-{code},mentee,fern,,\n", [("duplicate_pseudonym", 4), ("wrong_pseudonym", 4)]),
        (FIRST + PINE_ROW + "mentor-{code},mentor,pine,,\n", [("two_pseudonyms", 4)]),
        (FIRST + PINE_ROW + ",mentee,,,\n", [("missing", 4), ("missing", 4)]),
        (FIRST + "mentee-{code},side,pine,,,,more\n", [("too_many_cells", 3), ("unknown_kind", 3)]),
    ],
)
def test_defects_of_a_key_file(text, expected):
    """Whatever was changed is found, all of it at once, each at its row."""
    code = code_of(SECRET, "site", "pine")
    assert findings_of(text.replace("{code}", code[:6]).replace("{short}", code[:5])) == expected


def test_findings_keep_the_secret():
    """No finding of a damaged key file shows what is left of the secret."""
    with pytest.raises(ProblemError) as caught:
        read_key(FIRST[:-60] + "\nx")
    assert SECRET.hex()[:8] not in str([found.as_dict() for found in caught.value.findings])


def test_answers_are_revealed():
    """Pairs and unmatched sites get their ids back, in their order, with their marks."""
    fields = {
        "mentees": [{"id": "pine", "status": "provisional"}, {"id": "fern"}],
        "mentors": [{"id": "oak", "max_mentees": 1}],
        "rules": [{"kind": "pin", "mentee": "pine", "mentor": "oak"}],
    }
    done = masked(**fields)
    found = reveal_matching(pm.match(done.problem).matching, done.key)
    assert found == pm.match(problem(**fields)).matching
    assert [(pair.mentee, pair.mentor, pair.provisional) for pair in found.pairs] == [("pine", "oak", True)]
    assert found.unmatched == ("fern",)


def test_unknown_pseudonyms_are_all_named():
    """A pseudonym that the key does not have is named with its place, and with what may be meant."""
    done = masked()
    pine, oak = done.key.pseudonym(*PINE), done.key.pseudonym(*OAK)
    matching = pm.Matching(pairs=[(pine, oak + "x")], unmatched=["pine"])
    with pytest.raises(ProblemError) as caught:
        reveal_matching(matching, done.key)
    assert [(found.code, found.place) for found in caught.value.findings] == [
        ("unknown_pseudonym", "pairs[0].mentor"),
        ("unknown_pseudonym", "unmatched[0]"),
    ]
    assert f"Did you mean '{oak}'?" in caught.value.findings[0].sentence
