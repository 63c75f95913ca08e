from __future__ import annotations

import csv
import io
import sys
from datetime import UTC, date, datetime, time

import pytest

import prssmi_match as pm
from prssmi_match.errors import MissingExtraError, NoMatchingError, OutputError
from prssmi_match.problem.calendar import Calendar
from prssmi_match.reporting.letters import write_letters
from prssmi_match.reporting.letters.environment import Templates
from prssmi_match.reporting.letters.merge import COLUMNS
from prssmi_match.reporting.letters.view import WhyWithout
from prssmi_match.solution.explanation import UnmatchedReason, WhyUnmatched
from prssmi_match.solution.schedule import Call, Due, Schedule, Session, Visit
from prssmi_match.solution.status import Status
from unit.reporting.cohorts import HOSTILE, answer, hostile_result, no_answer, spring, spring_problem


def drawn(*mentees):
    """Return a reason of each mentee."""
    return [UnmatchedReason(mentee=mentee, kind=WhyUnmatched.DRAWN, sentence="Secret.") for mentee in mentees]


def spring_letters(**options):
    """The letters of the spring cohort."""
    return write_letters(spring(), drawn("dogwood"), **options)


def dates(result):
    """A schedule of the spring cohort, in which birch and cedar visit elm together."""
    meeting = {"day": date(2027, 3, 1), "start": time(13), "time_zone": "America/New_York", "minutes": 60,
               "start_utc": datetime(2027, 3, 1, 18, tzinfo=UTC)}  # fmt: skip
    visit = {"first_day": date(2027, 5, 3), "last_day": date(2027, 5, 5), "time_zone": "America/New_York", "paid": 3}
    return Schedule(
        status="optimal",
        sessions=(Session(key="session:cohort:1", number=1, group="cohort", mentees=("alder", "birch", "cedar"),
                          mentors=("elm", "oak"), absent_mentees=("cedar",), absent_mentors=("oak",), **meeting),),
        visits=(Visit(key="visit:birch", mentee="birch", mentor="elm", together=("cedar",), travelers=2, **visit),
                Visit(key="visit:cedar", mentee="cedar", mentor="elm", together=("birch",), **visit)),
        calls=(Call(key="intro:birch", kind="intro", mentee="birch", mentor="elm", **meeting),),
        dues=(Due(key="workplan:birch", kind="workplan", mentee="birch", day=date(2027, 6, 4)),
              Due(key="survey:birch", kind="survey", mentee="birch", day=date(2027, 6, 30))),
        provenance=result.provenance, matching=result.matching, problem=result.problem,
        calendar=Calendar.model_validate({
            "start": "2027-02-01", "end": "2027-06-30", "mentees": [{"id": "birch", "time_zone": "America/Chicago"}],
        }),
    )  # fmt: skip


def test_who_gets_a_letter():
    """Every mentee and mentor but those that have withdrawn, each the one that fits."""
    assert [(letter.side, letter.site_id, letter.kind) for letter in spring_letters().letters] == [
        ("mentee", "alder", "mentee_matched"),
        ("mentee", "birch", "mentee_matched"),
        ("mentee", "cedar", "mentee_matched"),
        ("mentee", "dogwood", "mentee_unmatched"),
        ("mentee", "hazel", "mentee_on_hold"),
        ("mentor", "elm", "mentor_matched"),
        ("mentor", "fir", "mentor_unused"),
        ("mentor", "oak", "mentor_matched"),
    ]


def test_a_matched_mentee_is_told_its_mentor_and_why():
    """What both have in common, that it asked for it, what to settle, what is expected, and no number of a rank."""
    letter = spring_letters(sender="Dana Lee\nThe team", reply_by=date(2027, 1, 8)).of("mentee", "alder")
    assert letter.subject == "Spring cohort: your mentor site is Oak City"
    for words in (
        "You both work in diversion.",
        "You asked about peer workforce, and your mentor site has experience with it.",
        "It is one of the mentor sites that you asked for.",
        "- 7 travelers; the program pays for 3",
        "A steady team of 3 to 5 people",
        "once a month.",
        "At least 2 of your team take part, and the program pays the travel of up to 3.",
        "workplan",
        "survey",
        "by Friday, January 8, 2027",
        "Dana Lee\nThe team\n",
    ):
        assert words in letter.text
    for private in ("provisional", "choice", "Birch", "Cedar", "88", "points"):
        assert private not in letter.text


def test_nothing_in_common_is_not_invented():
    """Where nothing is known to speak for a pair, the letter says how it came about instead."""
    result = answer(spring_problem(rules=[]), [("dogwood", "fir")])
    text = write_letters(result, drawn("alder", "birch", "cedar")).of("mentee", "dogwood").text
    assert "Why this match" not in text
    assert "made together, by the program's rules" in text


def test_a_provisional_match_says_so_on_both_sides():
    """The mentee is asked what is open, the mentor told that it is not yet sure."""
    letters = spring_letters()
    assert "this match is provisional" in letters.of("mentee", "birch").text
    elm = letters.of("mentor", "elm").text
    birch, cedar = elm.index("Birch County"), elm.index("Cedar Falls Court")
    assert birch < elm.index("This match is provisional") < cedar
    assert elm.count("provisional") == 1


def test_a_mentor_is_told_what_to_prepare():
    """Every mentee with its settings and topics, the most wanted first, and which of them the mentor said it knows."""
    elm = spring_letters().of("mentor", "elm").text
    assert "2 mentee sites are matched with you" in elm
    assert "It asks about quick response team and peer workforce, the most wanted first." in elm
    assert "You told us that you know peer workforce; please prepare for that first." in elm
    assert "It named no topics" in elm
    assert "training for your work as a mentor site, and a stipend" in elm
    assert "Alder" not in elm
    assert "79" not in elm


@pytest.mark.parametrize(
    ("kind", "rules", "reason", "words"),
    [
        (WhyUnmatched.NO_MENTOR, [], WhyWithout.NO_MENTOR, "they left no mentor site for yours"),
        (WhyUnmatched.HELD_BACK, [], WhyWithout.RULES, "no way to do so with a place for your site"),
        (WhyUnmatched.OUTRANKED, [{"kind": "selection", "max": 3}], WhyWithout.PLACES, "more applications than places"),
        (WhyUnmatched.OUTRANKED, [], WhyWithout.AIMS, "other matches came first in this round"),
        (WhyUnmatched.DRAWN, [], WhyWithout.DRAW, "lots are drawn, in a way that anyone can check"),
    ],
)
def test_the_reason_is_the_true_one(kind, rules, reason, words):
    """Each sort of reason has its words; that places were too few is only said where they were."""
    result = answer(spring_problem(rules=rules), [("alder", "oak"), ("birch", "elm"), ("cedar", "elm")])
    letters = write_letters(result, [UnmatchedReason(mentee="dogwood", kind=kind, sentence="Oak City was rude.")])
    letter = letters.of("mentee", "dogwood")
    assert letter.view.reason is reason
    assert words in letter.text
    assert letter.text.count("The reason:") == 1
    assert "Oak" not in letter.text
    assert letters.cautions == ()


@pytest.mark.parametrize(
    ("mentors", "rules", "few"),
    [
        ([2, 1], [], True),
        ([2, 2], [], False),
        ([4, 4], [{"kind": "opening", "max": 1}], False),
        ([3, 3], [{"kind": "opening", "max": 1}], True),
        ([9], [{"kind": "selection", "max": 3}], True),
    ],
)
def test_places_are_counted(mentors, rules, few):
    """Four applications against what the mentors take, how many may be used, and how many may be matched."""
    document = {
        "preset": "none",
        "mentees": [{"id": site} for site in "abcd"],
        "mentors": [{"id": f"m{n}", "max_mentees": most} for n, most in enumerate(mentors)],
        "rules": rules,
    }
    result = answer(pm.Problem.model_validate(document), [])
    reasons = [UnmatchedReason(mentee="a", kind=WhyUnmatched.OUTRANKED, sentence="x")]
    reason = write_letters(result, reasons).of("mentee", "a").view.reason
    assert (reason is WhyWithout.PLACES) == few


def test_an_unknown_reason_is_not_made_up():
    """Without a reason the letter gives none, and whoever sends it is told."""
    letters = write_letters(spring(), [])
    assert "The reason" not in letters.of("mentee", "dogwood").text
    assert [caution[:41] for caution in letters.cautions] == ["Why Dogwood Parish had to be left out was"]
    assert letters.cautions[0].endswith("the letter gives no reason. Allow more time.")


def test_an_answer_that_is_not_proved_is_a_caution():
    """The letters are made, and their sender knows."""
    letters = write_letters(spring(status=Status.FEASIBLE), drawn("dogwood"))
    assert [caution[:24] for caution in letters.cautions] == ["The answer is not proved"]


def test_the_dates_of_a_schedule():
    """Each site reads its own dates by its own clock, and who comes along on the visit."""
    result = spring()
    letters = write_letters(result, drawn("dogwood"), dates(result))
    birch, cedar, elm = (letters.of(*who).text for who in (("mentee", "birch"), ("mentee", "cedar"), ("mentor", "elm")))
    assert "They are on:\n  Monday, March 1, 2027, 12:00 pm CST\n" in birch
    assert "planned for Monday, May 3, 2027, to Wednesday, May 5, 2027, together with Cedar Falls Court." in birch
    assert "A first call with your mentor site, on Monday, March 1, 2027, 12:00 pm CST." in birch
    assert "It is due on Friday, June 4, 2027." in birch
    assert "It is due on Wednesday, June 30, 2027." in birch
    assert "1:00 pm EST (you told us that you cannot come on this day)" in cedar
    assert "  Monday, March 1, 2027, 1:00 pm EST\n" in elm
    assert "Wednesday, May 5, 2027, with 2 people, together with Cedar Falls Court." in elm
    assert "Alder" not in birch + cedar + elm
    assert "planned" not in letters.of("mentee", "alder").text
    assert (
        "<li>Learning sessions online, once a month. They are on:<br>Monday, March"
        in letters.of("mentee", "birch").html
    )


def test_a_schedule_of_another_matching_is_refused():
    """Dates of pairs that are not in the answer never reach a letter."""
    result = spring()
    other = answer(spring_problem(), [("alder", "oak")])
    with pytest.raises(ValueError, match="another matching"):
        write_letters(other, [], dates(result))


def test_a_schedule_without_dates_is_a_caution():
    """The letters name no dates, and their sender knows."""
    result = spring()
    empty = dates(result).model_copy(update={"status": Status.INFEASIBLE, "sessions": (), "visits": (), "calls": ()})
    assert write_letters(result, drawn("dogwood"), empty.model_copy(update={"dues": ()})).cautions == (
        "The schedule has no dates, so the letters name none.",
    )


def test_the_facade_works_out_the_reasons():
    """From a result alone: one place, two who want it; the letter of the other tells the sort of reason."""
    problem = pm.Problem.model_validate(
        {"mentees": [{"id": "a"}, {"id": "b"}], "mentors": [{"id": "m", "max_mentees": 1}]}
    )
    result = pm.match(problem)
    letters = pm.letters(result)
    (left,) = result.matching.unmatched
    assert letters.of("mentee", left).view.reason is WhyWithout.DRAW
    assert pm.letters(result, pm.explain(result)) == letters
    assert pm.letters(result, time_limit=0).of("mentee", left).view.reason is WhyWithout.UNKNOWN


def test_without_a_matching_there_are_no_letters():
    """The error names the status."""
    with pytest.raises(NoMatchingError, match="infeasible"):
        pm.letters(no_answer())


def test_two_mentees_of_one_name_are_told_apart():
    """Only in the letter in which both are."""
    twins = [{"id": site, "name": "Twin Falls"} for site in ("t1", "t2")]
    problem = spring_problem(mentees=twins, mentors=[{"id": "oak", "name": "Oak City"}], rules=[])
    letters = write_letters(answer(problem, [("t1", "oak"), ("t2", "oak")]), [])
    assert "Twin Falls (t1)" in letters.of("mentor", "oak").text
    assert "Twin Falls (t2)" in letters.of("mentor", "oak").text
    assert "Dear team of Twin Falls,\n" in letters.of("mentee", "t1").text


def test_hostile_names_are_words_in_a_letter():
    """No template is carried out, no line is broken, no direction turned, and nothing is a link or tag."""
    result = hostile_result()
    letters = write_letters(result, [], sender=HOSTILE[6])
    assert len(letters.letters) > len(HOSTILE)
    for letter in letters.letters:
        assert "\n" not in letter.subject
        assert len(letter.subject) <= 200
        assert "49" not in letter.text.replace("496", "")
        assert not {"\u202e", "\u202c", "\u2067"} & set(str(letter))
        assert "<script" not in letter.page.lower()
        assert "<img" not in letter.page
        assert "href" not in letter.page
    assert any("{{ 7 * 7 }}{% raw %}${9*9}" in letter.text for letter in letters.letters)


def test_a_name_adds_no_header():
    """A line break in a name, or in the cohort's, is a space: the subject stays one line."""
    bad = "Pine\r\nBcc: everybody@example.org\n\nHello"
    problem = spring_problem(name=bad, mentees=[{"id": "a", "name": bad}], mentors=[{"id": "m", "name": bad}], rules=[])
    letter = write_letters(answer(problem, [("a", "m")]), []).of("mentee", "a")
    assert str(letter).split("\n")[0] == f"Subject: {letter.subject}"
    assert letter.text.startswith("Dear team of Pine Bcc: everybody@example.org Hello,\n")


def test_a_site_without_a_readable_name_has_words_for_it():
    """A name of nothing but marks of direction is none, and so is such an id."""
    problem = spring_problem(mentees=[{"id": "\u202e", "name": "\u202e"}], mentors=[{"id": "m"}], rules=[])
    letter = write_letters(answer(problem, [("\u202e", "m")]), []).letters[0]
    assert "Dear team of (no name)," in letter.text


def test_files_have_names_of_their_own(tmp_path):
    """Ids that are no file names, or differ in case only, never write over each other or outside of the folder."""
    ids = ["../up", "..", "CON", "con", "a/b", "a\\b", "Ä", "x" * 500, "a b", "a-b", "\x00"]
    problem = spring_problem(mentees=[{"id": site} for site in ids], mentors=[{"id": "m"}], rules=[])
    letters = write_letters(answer(problem, []), drawn(*ids))
    files = letters.write(tmp_path / "out", html=True)
    assert len({file.name.lower() for file in files}) == 2 * len(letters.letters) + 1
    assert {file.parent for file in files} == {tmp_path / "out"}
    assert list(tmp_path.iterdir()) == [tmp_path / "out"]
    assert letters.of("mentee", "a-b").name == "mentee-a-b"


def test_letters_of_an_earlier_run_are_not_mixed_in(tmp_path):
    """A site that gets no letter any more would get its old one: nothing is written, and the file is named."""
    spring_letters().write(tmp_path)
    before = sorted(tmp_path.iterdir())
    mentors = [site.model_dump(exclude_unset=True) for site in spring_problem().mentors]
    gone = spring_problem(
        mentors=[{**site, "status": "withdrawn"} if site["id"] == "fir" else site for site in mentors]
    )
    again = write_letters(answer(gone, [("alder", "oak"), ("birch", "elm"), ("cedar", "elm")]), drawn("dogwood"))
    with pytest.raises(OutputError, match=r"mentor-fir\.txt"):
        again.write(tmp_path)
    assert sorted(tmp_path.iterdir()) == before
    spring_letters().write(tmp_path)


def test_the_merge_file_is_read_as_it_was_written(tmp_path):
    """A row a letter, for spreadsheets and mailing tools; the texts are those of the letters."""
    letters = spring_letters()
    *texts, merge = letters.write(tmp_path)
    content = merge.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert tuple(rows[0]) == COLUMNS
    assert [row["file"] for row in rows] == [file.name for file in texts]
    assert [row["text"] for row in rows] == [letter.text for letter in letters.letters]
    assert rows == letters.to_frame().to_dict("records")
    elm = next(row for row in rows if row["site_id"] == "elm")
    assert (elm["partners"], elm["provisional"]) == ("Birch County; Cedar Falls Court", "yes")


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@x", "\t=1", " =1", "\uff1d1"])
def test_no_cell_of_the_merge_file_is_a_formula(name):
    """What a spreadsheet would carry out has an apostrophe in front; nothing else has."""
    problem = spring_problem(mentees=[{"id": name, "name": f"{name}\r\n=2"}], mentors=[{"id": "m"}], rules=[])
    letters = write_letters(answer(problem, [(name, "m")]), [])
    rows = list(csv.DictReader(io.StringIO(letters.to_csv(), newline="")))
    assert rows[0]["site_id"] == f"'{name}"
    assert not [cell for row in rows for cell in row.values() if cell.lstrip()[:1] in {*"=+-@\uff1d"} and cell]
    assert not rows[0]["text"].startswith("'")


def test_without_jinja_the_extra_is_named(monkeypatch):
    """What to install is said."""
    monkeypatch.setitem(sys.modules, "jinja2", None)
    with pytest.raises(MissingExtraError, match="report"):
        Templates()


def test_the_same_result_gives_the_same_letters():
    """To the byte, in any order of the document's rows."""
    problem = spring_problem()
    turned = problem.model_copy(update={"mentees": problem.mentees[::-1], "mentors": problem.mentors[::-1]})
    turned = pm.Problem.model_validate(turned.model_dump(exclude_unset=True))
    pairs = [("alder", "oak"), ("birch", "elm"), ("cedar", "elm")]
    one, other = (write_letters(answer(each, pairs), drawn("dogwood")) for each in (problem, turned))
    assert one == other
    assert one.to_csv() == other.to_csv()
