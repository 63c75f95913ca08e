"""Nothing of anybody else gets into a letter: whatever is changed of others, its bytes stay the same."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

import prssmi_match as pm
from property.rich import rich_document
from prssmi_match.explanation.explain import reasons_for_unmatched
from prssmi_match.problem.calendar import Calendar
from prssmi_match.problem.calendar.sites import MenteeDates
from prssmi_match.problem.document import Problem
from prssmi_match.reporting.letters import write_letters
from prssmi_match.solution.explanation import Refused, WhyUnmatched
from prssmi_match.solution.result import Condition
from prssmi_match.solution.schedule import Call, Due, Schedule, ScheduleCondition, Session, Visit
from prssmi_match.solving import Budget

# What a letter may tell of the site on the other side of the pair, and of those that share a visit.
OF_HOST = {"name", "organization", "state", "settings", "topics"}
OF_GUEST = {"name", "organization", "state", "settings", "topics", "status", "prior_mentors"}
OF_NEIGHBOR = {"name"}
# Who is there and how many places there are decide whether there were too few, which a letter may say.
ALWAYS = {"id", "status", "max_mentees", "min_mentees"}
GARBAGE = (
    "=1+1",
    "{{ 7 * 7 }}",
    "<script>alert(1)</script>",
    "Zz\r\nSubject: leaked",
    "a.leak@example.org",
    "tel 555-0100",
)


def answered(seed):
    """Return an answer with names, reasons and dates, all of them known."""
    random = Random(seed)
    doc = rich_document(seed)
    for side in ("mentees", "mentors"):
        for row in doc[side]:
            row["name"] = f"{row['id'].title()} {random.choice(['County', 'City'])}"
            row["attributes"] = {"email": f"{row['id']}@example.org"}
    doc["rules"] = [{"kind": "selection", "max": random.choice([2, 3, 5])}]
    result = pm.match(Problem.model_validate(doc))
    if not result.has_matching:
        return doc, None, (), None
    reasons = reasons_for_unmatched(result, Budget(None))
    return doc, result, reasons, timetable(result, random)


def timetable(result, random):
    """Return dates of every pair; visits fall on few days, so that some are shared."""
    first, hour = date(2026, 3, 2), datetime(2026, 3, 2, 18, tzinfo=UTC)
    call = {"day": first, "start": time(18), "time_zone": "UTC", "start_utc": hour, "minutes": 30}
    pairs = result.matching.pairs
    days = {pair.mentee: first + timedelta(days=random.choice([0, 7])) for pair in pairs}
    visits = []
    for mentee, mentor in (pair.key for pair in pairs):
        others = (other for other in result.matching.mentees_of(mentor) if other != mentee)
        together = tuple(other for other in others if days[other] == days[mentee])
        spot = {"first_day": days[mentee], "last_day": days[mentee], "time_zone": "UTC"}
        visits.append(Visit(key=f"visit:{mentee}", mentee=mentee, mentor=mentor, together=together, paid=3, **spot))
    teams, hosts = zip(*(pair.key for pair in pairs), strict=True) if pairs else ((), ())
    absent = random.sample(teams, len(teams) // 2)
    whole = Session(key="session:cohort:1", number=1, group="cohort", mentees=teams, mentors=tuple(sorted(set(hosts))),
                    absent_mentees=tuple(sorted(absent)), absent_mentors=hosts[:1], **call)  # fmt: skip
    return Schedule(
        status="optimal", sessions=(whole,), visits=tuple(visits),
        calls=tuple(Call(key=f"intro:{a}", kind="intro", mentee=a, mentor=result.matching.mentor_of(a), **call)
                    for a in teams),
        dues=tuple(Due(key=f"workplan:{a}", kind="workplan", mentee=a, day=first) for a in teams),
        provenance=result.provenance, matching=result.matching, problem=result.problem,
        calendar=Calendar(start="2026-03-01", end="2026-06-30"),
    )  # fmt: skip


def rescheduled(schedule, result, reader, near):
    """Return the schedule with all dates of others changed, and what only they are told."""
    late, day = datetime(2026, 5, 5, 5, tzinfo=UTC), date(2026, 5, 5)
    whole = schedule.sessions[0]
    teams = set(whole.mentees)
    here = {"absent_mentees": {reader} & {*whole.absent_mentees}, "absent_mentors": {reader} & {*whole.absent_mentors}}
    here |= {"mentees": {reader} & {*whole.mentees}, "mentors": {reader} & {*whole.mentors}}
    own = whole.model_copy(update={name: tuple(sites) for name, sites in here.items()})
    other = whole.model_copy(update={"mentees": (), "mentors": (), "start_utc": late, "key": "session:mentor:x:1"})
    with_reader = {"first_day": day, "last_day": day, "together": teams & {reader}, "travelers": 9}
    zones = tuple(MenteeDates(id=site, time_zone="Asia/Kolkata") for site in teams - {reader})

    def moved(rows, **changes):
        return tuple(row if row.mentee in near else row.model_copy(update=changes) for row in rows)

    changed = {
        "sessions": (own, other),
        "visits": moved(schedule.visits, **with_reader),
        "calls": moved(schedule.calls, start_utc=late),
        "dues": moved(schedule.dues, day=day),
        "conditions": (ScheduleCondition(key="x", site=reader, sentence="Zz cannot come."),),
        "matching": result.matching,
        "calendar": schedule.calendar.model_copy(update={"mentees": zones}),
    }
    return schedule.model_copy(update=changed)


def garbled(row, kept, random, sites):
    """Return a site of which only some fields are what they were."""
    text = random.choice(GARBAGE)
    changed = {
        "name": text, "organization": f"{text} {row['id']}", "state": text, "settings": random.sample(
            ["diversion", "alternatives_to_incarceration", "child_welfare", "other_criminal_justice"], 2),
        "topics": {text: 5, "Courts ": 1}, "review_score": random.randint(-9, 999), "attributes": {text: text},
        "preferences": [[site] for site in random.sample(sites, len(sites))], "unacceptable": [random.choice(sites)],
        "locale": "urban", "location": [random.randint(-80, 80), 5],
    }  # fmt: skip
    if "team_size" in row:
        changed |= {"team_size": random.randint(0, 99), "travelers": random.randint(0, 99), "workload": 7}
        changed |= {"prior_mentors": random.sample(sites, 1), "stage": "new"}
    else:
        changed |= {"locales_served": ["tribal"], "max_workload": 99}
    return {**row, **{field: value for field, value in changed.items() if field not in kept | ALWAYS}}


def elsewhere(result, reader, random):
    """Return the result with everybody else's conditions and, where it is not told, everybody else's pairs changed."""
    told = {pair.key for pair in result.matching.pairs if reader in pair.key}
    mentors = {mentor for _, mentor in told}
    others = [pair for pair in result.matching.pairs if pair.mentor not in mentors and pair.key not in told]
    hosts = [pair.mentor for pair in others]
    random.shuffle(hosts)
    moved = {pair.mentee: host for pair, host in zip(others, hosts, strict=True)}
    pairs = [
        pair.model_copy(update={"mentor": moved[pair.mentee], "assumed": ("x",)}) if pair.mentee in moved else pair
        for pair in result.matching.pairs
    ]
    conditions = [row for row in result.conditions if row.mentee == reader]
    conditions += [Condition(mentee=pair.mentee, field="x", sentence="x") for pair in pairs if pair.mentee != reader]
    answer = result.matching.model_copy(update={"pairs": tuple(pairs)})
    return result.model_copy(update={"answer": answer, "conditions": tuple(conditions), "assumptions": ()})


def kept_of(result, schedule, side, reader):
    """Return which fields of which other sites a letter may depend on, by side and id."""
    kept = {}
    for pair in result.matching.pairs:
        if side == "mentee" and pair.mentee == reader:
            kept["mentors", pair.mentor] = OF_HOST
            kept |= {("mentees", other): OF_NEIGHBOR for other in schedule.visit_of(reader).together}
        if side == "mentor" and pair.mentor == reader:
            kept["mentees", pair.mentee] = OF_GUEST
    return kept


def told_to(letters, side, reader):
    """Return all bytes that one site gets."""
    letter = letters.of(side, reader)
    row = [row for row in letters.to_frame().to_dict("records") if (row["side"], row["site_id"]) == (side, reader)]
    return str(letter).encode(), letter.page.encode(), letter.name, row


@given(seed=st.integers(0, 10**6), data=st.data())
@settings(max_examples=40)
def test_what_others_are_and_want_is_not_in_a_letter(seed, data):
    """All that is known of others becomes garbage, the answer and the sort of reason stay: so do the bytes."""
    doc, result, reasons, schedule = answered(seed)
    if result is None:
        return
    before = write_letters(result, reasons, schedule)
    letter = data.draw(st.sampled_from(before.letters))
    side, reader, random = letter.side, letter.site_id, Random(seed + 1)
    kept = kept_of(result, schedule, side, reader)
    ids = {"mentees": [row["id"] for row in doc["mentors"]], "mentors": [row["id"] for row in doc["mentees"]]}
    for own_side, others in ids.items():
        doc[own_side] = [
            row if (own_side, row["id"]) == (f"{side}s", reader)
            else garbled(row, kept.get((own_side, row["id"]), set()), random, others)
            for row in doc[own_side]
        ]  # fmt: skip
    doc["pairs"] = [{**row, "score": 7, "workload": 1} for row in doc["pairs"]]
    doc["history"] = [row for row in doc["history"] if reader in (row["mentee"], row["mentor"])]
    changed = elsewhere(result, reader, random).model_copy(update={"problem": Problem.model_validate(doc)})
    grounds = (Refused(mentor="x", grounds=()),)
    words = {"sentence": "x", "loss": 1, "by": ("x",), "moves": (), "refused": grounds}
    kinds = {row.mentee: row.kind if row.mentee == reader else random.choice(list(WhyUnmatched)) for row in reasons}
    known = [row.model_copy(update={**words, "kind": kinds[row.mentee]}) for row in reasons]
    guests = {mentee for own_side, mentee in kept if own_side == "mentees" and side == "mentor"}
    dates = rescheduled(schedule, changed, reader, guests | {reader})
    after = write_letters(changed, known, dates)
    assert told_to(after, side, reader) == told_to(before, side, reader)


@given(seed=st.integers(0, 10**6))
@settings(max_examples=15)
def test_matched_again_with_other_names_a_letter_stays_the_same(seed):
    """From the document on: names, contacts and words of all others are changed, and the letter stays."""
    doc, result, _, _ = answered(seed)
    if result is None:
        return
    reader = doc["mentees"][seed % len(doc["mentees"])]["id"]
    host = result.matching.mentor_of(reader)
    strange = {"name": "{{ x }}", "attributes": {"email": "x"}}
    other = {
        **doc,
        "mentees": [row if row["id"] == reader else {**row, **strange} for row in doc["mentees"]],
        "mentors": [row if row["id"] == host else {**row, **strange} for row in doc["mentors"]],
        "history": [{**row, "lessons": "x"} for row in doc["history"]],
    }
    again = pm.match(Problem.model_validate(other))
    sent, resent = (
        {letter.site_id: str(letter) for letter in pm.letters(one).letters if letter.side == "mentee"}
        for one in (result, again)
    )
    assert sent.get(reader) == resent.get(reader)
    assert again.matching.mentor_of(reader) == host
