"""Cells: what is written to what is meant, and advice where it cannot be told."""

import datetime as dt
from typing import get_args

import pytest

from prssmi_match.intake.cells import read_cell
from prssmi_match.intake.columns import TABLES, Column, Kind
from prssmi_match.intake.numbers import plain
from prssmi_match.problem.history import PastRow
from prssmi_match.problem.participants import Mentee, Mentor, PairRow, PreviousPair
from prssmi_match.problem.values import Setting

SETTINGS = get_args(Setting)


def value(kind: Kind, text, known: tuple[str, ...] = ()):
    """Read a cell that nothing is wrong with."""
    cell = read_cell(Column("x", kind, known), text)
    assert cell.complaints == []
    return cell.value


def complaint(kind: Kind, text, known: tuple[str, ...] = ()):
    """Read a cell that one thing is wrong with."""
    (found,) = read_cell(Column("x", kind, known), text).complaints
    return found


@pytest.mark.parametrize("text", ["NA", "007", "1e5", "2019-05-01", "TRUE", "null", "nan"])
def test_text_is_never_reinterpreted(text):
    """Text that other programs take for a number, a date or nothing stays text."""
    assert value(Kind.TEXT, text) == text


@pytest.mark.parametrize(("text", "number"), [("3", 3), ("3.0", 3), ("+3", 3), ("-2", -2), ("007", 7)])
def test_whole_numbers(text, number):
    """Whole numbers come as such, also where a program has added a zero."""
    assert value(Kind.WHOLE, text) == number
    assert isinstance(value(Kind.WHOLE, text), int)


@pytest.mark.parametrize(("text", "number"), [("87.5", 87.5), ("91", 91), ("-0.25", -0.25), (".5", 0.5)])
def test_decimals(text, number):
    """Decimals have a point, whatever the locale."""
    assert value(Kind.DECIMAL, text) == number


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("87,5", "write 87.5"),
        ("1e3", "write 1000"),
        ("1,000", "write 1000 or 1.000"),
        ("1,234,567", "write 1234567"),
        ("85%", "digits only"),
        ("unknown", "leave the cell blank"),
        ("inf", "digits only"),
        ("٣", "digits only"),
        ("9" * 5000, "too many digits"),
    ],
)
def test_numbers_in_other_notations_are_refused_with_the_fix(text, advice):
    """What could be read in two ways, or is no number, is refused with what to write instead."""
    assert advice in complaint(Kind.DECIMAL, text).sentence


def test_a_fraction_is_not_a_whole_number():
    """A fraction is not rounded in silence."""
    assert complaint(Kind.WHOLE, "3.5").code == "not_a_whole_number"


def test_settings_in_other_spellings():
    """Case, spaces and hyphens do not matter where the result is a known value exactly."""
    text = "Diversion | Child Welfare|alternatives-to-incarceration"
    assert value(Kind.CHOICES, text, SETTINGS) == ["diversion", "child_welfare", "alternatives_to_incarceration"]
    assert value(Kind.CHOICES, "diverson", SETTINGS) == ["diverson"]


def test_settings_separated_by_a_comma():
    """A list with the wrong separator is told so, not read as one unknown value."""
    assert complaint(Kind.CHOICES, "diversion, child_welfare", SETTINGS).code == "separator"


def test_preferences():
    """Best first, ties by an equals sign."""
    assert value(Kind.GROUPS, "oak > elm = ash") == [["oak"], ["elm", "ash"]]


@pytest.mark.parametrize("text", ["oak > > elm", "oak >", "> oak", "oak = > elm", "=oak"])
def test_preferences_with_a_gap(text):
    """A gap in a ranking could be a lost site, so it is asked about."""
    assert {found.code for found in read_cell(Column("x", Kind.GROUPS), text).complaints} == {"empty_item"}


def test_topics():
    """A bare topic has level 3; the last colon is the level's."""
    assert value(Kind.TOPICS, "peer workforce:5 | training | drugs: alcohol:2") == {
        "peer workforce": 5,
        "training": 3,
        "drugs: alcohol": 2,
    }


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("peer:high", "topic"),
        ("peer:", "topic"),
        (":5", "topic"),
        ("a:1|A :2", "duplicate_topic"),
        ("a||b", "empty_item"),
    ],
)
def test_topics_that_are_none(text, code):
    """A malformed or repeated topic is named, never dropped."""
    assert complaint(Kind.TOPICS, text).code == code


def test_location():
    """Latitude and longitude in one cell."""
    assert value(Kind.LOCATION, "46.1|-92.9") == [46.1, -92.9]
    assert complaint(Kind.LOCATION, "46.1, -92.9").code == "location"
    assert len(read_cell(Column("x", Kind.LOCATION), "46,1|-92,9").complaints) == 2


def test_dates():
    """A date is kept as text in an attribute, and is an accident everywhere else."""
    assert value(Kind.ATTRIBUTE, dt.datetime(2019, 5, 1)) == "2019-05-01"  # noqa: DTZ001 - as Excel holds it
    assert "Excel has turned it into a date" in complaint(Kind.TEXT, dt.date(2019, 5, 1)).sentence


def test_plain_numbers():
    """Numbers become text in plain notation, whatever their size."""
    assert [plain(number) for number in (3.0, 87.5, 1e20, 1e-7, -0.5)] == [
        "3", "87.5", "100000000000000000000", "0.0000001", "-0.5",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("table", "model"),
    [("mentees", Mentee), ("mentors", Mentor), ("pairs", PairRow), ("previous", PreviousPair), ("history", PastRow)],
)
def test_every_field_of_the_document_has_a_column(table, model):
    """No field of the document is out of reach of the tables."""
    columns = {column.name for column in TABLES[table].columns} - {"latitude", "longitude"}
    assert columns == set(model.model_fields) - {"attributes", "answers"}
