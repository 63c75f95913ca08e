from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from prssmi_match.errors import Finding, Spot
from prssmi_match.reporting.findings import findings_text


def _finding(spot=None, *, found="", expected="", sentence="Repair it.", place="", severity="error"):
    return Finding("code", place, found, expected, sentence, severity, spot)


def test_findings_are_counted_and_stand_under_their_file():
    """A head line counts all, one a file its own; errors stand before warnings, else the order is kept."""
    text = findings_text([
        _finding(Spot("mentors.csv", "", 2, "id", 0), sentence="Name it.", severity="warning"),
        _finding(Spot("mentees.csv", "", 9), sentence="Too long."),
        _finding(Spot("mentors.csv", "", 4, "id", 0), sentence="Twice."),
        _finding(Spot("mentors.csv", "", 3, "id", 0), sentence="Thrice."),
    ])  # fmt: skip
    assert text.splitlines() == [
        "3 errors, 1 warning",
        "",
        "mentors.csv: 2 errors, 1 warning",
        "  error    row 4, column id (A4): Twice.",
        "  error    row 3, column id (A3): Thrice.",
        "  warning  row 2, column id (A2): Name it.",
        "",
        "mentees.csv: 1 error",
        "  error    row 9: Too long.",
    ]


def test_nothing_found_is_said():
    """The text of no findings is not empty."""
    assert findings_text([]) == "No errors"


def test_a_finding_about_no_table_is_told_by_its_place():
    """A document has no rows; beside files, such findings stand under a head of their own."""
    lone = _finding(place="mentees[0].id", sentence="Who?")
    assert findings_text([lone]) == "1 error\n\n  error    mentees[0].id: Who?"
    both = findings_text([_finding(Spot("a.csv")), lone])
    assert both.endswith("a.csv: 1 error\n  error    Repair it.\n\nElsewhere: 1 error\n  error    mentees[0].id: Who?")


def test_a_place_in_a_file_without_rows_keeps_its_words():
    """The field of a mapping stays, the name of the file above it is not said again."""
    finding = _finding(Spot("mapping.toml"), place="mapping.toml, mentees.fields.id", sentence="Which?")
    assert findings_text([finding]).splitlines()[-1] == "  error    mentees.fields.id: Which?"


def test_the_sheet_and_the_question_are_named():
    """Of a workbook the sheet is said; a question only where the header is not the question."""
    spot = Spot("a.xlsx", "mentees", 2, "Q5[1]", 1, "Whom do you want?")
    assert 'sheet mentees, row 2, column Q5[1] (B2), "Whom do you want?": ' in findings_text([_finding(spot)])
    same = Spot("a.csv", "", 2, "Whom?", 1, "Whom?")
    assert "row 2, column Whom? (B2): " in findings_text([_finding(same)])


def test_what_the_sentence_says_is_not_said_again():
    """Found and expected are added only where the sentence does not hold them as words of their own."""
    finding = _finding(found="7", expected="2 to 3", sentence="Row 17 has 2 to 3 less.")
    assert findings_text([finding]).endswith("Row 17 has 2 to 3 less. Found: 7.")
    assert "Found" not in findings_text([_finding(found="7", sentence="'7' is too much.")])


def test_the_same_in_many_rows_is_one_line():
    """The rows are named, the first of many; the head counts them all; another column is another line."""
    rows = [_finding(Spot("a.csv", "", row, "stage", 3), sentence="Which?") for row in range(2, 14)]
    text = findings_text([*rows, _finding(Spot("a.csv", "", 2, "state", 4), sentence="Which?")])
    assert text.splitlines()[3:] == [
        "  error    rows 2, 3, 4, 5, 6, 7, 8, 9 and 4 more, column stage (D): Which?",
        "  error    row 2, column state (E2): Which?",
    ]
    assert text.startswith("13 errors\n")
    assert "rows 2 and 3, column stage (D)" in findings_text(rows[:2])


def test_a_long_text_that_the_sentence_holds_is_not_said_again():
    """What is expected may be longer than what is shown of it."""
    expected = f"one of {', '.join(f'setting{n}' for n in range(20))}"
    assert "Expected" not in findings_text([_finding(expected=expected, sentence=f"'x' is not {expected}.")])


def test_long_texts_are_shortened():
    """A cell of megabytes gives a line of some hundred characters, and it is seen that there was more."""
    text = findings_text([_finding(found="x" * 10_000_000, sentence="y" * 10_000_000)])
    assert len(text) < 1000
    assert text.count("…") == 2


NAUGHTY = st.text(st.characters(codec=None), max_size=30)


@given(st.lists(st.tuples(*[NAUGHTY] * 7), max_size=3))
def test_every_finding_is_one_safe_line(texts):
    """Whatever stands in the cells, a finding is one line, nothing acts on the screen, and it can be written."""
    findings = [
        _finding(Spot(file, sheet, 2, column, 1, question), found=found, expected=expected, sentence=sentence)
        for file, sheet, column, question, found, expected, sentence in texts
    ]
    text = findings_text(findings)
    text.encode()
    assert sum(line.startswith(("  error    ", "  warning  ")) for line in text.split("\n")) == len({*findings})
    assert len(text.splitlines()) == len(text.split("\n"))
    assert not any(ord(character) < 32 and character != "\n" for character in text)
    assert not set(text) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\x9b\x7f")
