"""Bytes, separators and quotes of text files."""

import pytest

from prssmi_match.intake import read_problem

TEXT = "id,name\npine,Peña County\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_utf_8_with_or_without_its_mark(folder, encoding):
    """The mark of UTF-8 is not part of the first header."""
    assert read_problem(folder(mentees=TEXT.encode(encoding))).mentees[0].name == "Peña County"


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16"])
def test_other_encodings_are_named(folder, findings_of, encoding):
    """Another encoding is never guessed: it is refused with the line, and read where it is named."""
    data = {"mentees": TEXT.encode(encoding), "mentors": "id,name\noak,Ñ\n".encode(encoding)}
    (found, _) = findings_of(folder(**data))
    assert found.code == "undecodable"
    assert found.place.startswith("mentees.csv line ")
    assert ("utf-16" if encoding == "utf-16" else "cp1252") in found.sentence
    assert read_problem(folder(**data), encoding=encoding).mentees[0].name == "Peña County"


def test_a_marked_file_is_utf_8_whatever_is_named(folder):
    """Of two files of a folder, one may be UTF-8 by its mark, and the program file always is UTF-8."""
    path = folder(mentees=TEXT.encode("utf-8-sig"), mentors="id,name\noak,Ñ\n".encode("cp1252"), program='name = "é"\n')
    problem = read_problem(path, encoding="cp1252")
    assert (problem.mentees[0].name, problem.mentors[0].name, problem.name) == ("Peña County", "Ñ", "é")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty_file"),
        (b"\xef\xbb\xbf\n", "no_header"),
        (b"\n\n", "empty_file"),
        (b",,\npine,,\n", "no_header"),
        (b"id\npi\x00ne\n", "zero_byte"),
        ("id\npine\n".encode("utf-16-le"), "zero_byte"),
        (b'id,name\npine,"Pine\nfir,Fir\n', "malformed_table"),
        (b'id,name\npine,"Pine" County\n', "malformed_table"),
    ],
)
def test_files_that_are_no_tables(folder, findings_of, data, code):
    """Empty, damaged and unfinished files are findings."""
    assert [found.code for found in findings_of(folder(mentees=data))] == [code]


def test_an_unknown_encoding(folder, findings_of):
    """An encoding that does not exist is a finding, not an exception of Python."""
    assert {found.code for found in findings_of(folder(mentees=TEXT), encoding="utf-7-and-a-half")} == {
        "unknown_encoding"
    }


@pytest.mark.parametrize("mark", [";", "\t"])
def test_separators(folder, mark):
    """A header without commas may be separated by semicolons or tabs; commas in cells are then text."""
    mentee = read_problem(
        folder(mentees=f'id{mark}"name"{mark}state\r\npine{mark}Pine, the County{mark}MN\r\n')
    ).mentees[0]
    assert (mentee.name, mentee.state) == ("Pine, the County", "MN")


def test_a_comma_wins(folder):
    """With a comma in the header, semicolons are text."""
    assert read_problem(folder(mentees="id,attributes.a;b\npine,x;y\n")).mentees[0].attributes == {"a;b": "x;y"}


def test_blanks_around_cells(folder):
    """White space around cells and headers is not content; a cell of spaces is blank."""
    mentee = read_problem(folder(mentees=" id , name ,state\n pine ,\u00a0Pine\u00a0,  \n")).mentees[0]
    assert (mentee.id, mentee.name, mentee.state) == ("pine", "Pine", None)
