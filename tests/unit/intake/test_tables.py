"""Folders of tables: what is read, and every finding at its cell."""

import os

import pytest

from prssmi_match.errors import ProblemError
from prssmi_match.intake import read_problem


def test_a_whole_folder(folder):
    """Tables and program together state the document, blank cells and rows left out."""
    path = folder(
        mentees=(
            "id, name ,settings,preferences,topics,review_score,attributes.grantee,latitude,longitude,#note\n"
            "pine,Pine County,diversion,oak > elm,peer workforce:5,87.5,NA,46.1,-92.9,call back\n"
            ",,,,,,,,,\n"
            "fir,,,,,,,,,\n"
        ),
        pairs="mentee,mentor,score,workload\npine,oak,12,2\n",
        previous="mentee,mentor\ngone,oak\n",
        program=(
            'name = "Spring"\ndefault_capacity = 2\nexpectations = {team_size = [3, 5]}\n'
            '[[rules]]\nkind = "pin"\nmentee = "pine"\nmentor = "oak"\n'
            '[[policy.tiers]]\nname = "seats"\nmaximize = [{criterion = "coverage"}]\n'
        ),
    )
    assert read_problem(path).model_dump(mode="json", exclude_unset=True) == {
        "name": "Spring",
        "default_capacity": 2,
        "expectations": {"team_size": [3, 5]},
        "mentees": [
            {
                "id": "pine",
                "name": "Pine County",
                "settings": ["diversion"],
                "preferences": [["oak"], ["elm"]],
                "topics": {"peer workforce": 5},
                "review_score": 87.5,
                "attributes": {"grantee": "NA"},
                "location": [46.1, -92.9],
            },
            {"id": "fir"},
        ],
        "mentors": [{"id": "oak"}, {"id": "elm"}, {"id": "ash"}],
        "pairs": [{"mentee": "pine", "mentor": "oak", "score": 12, "workload": 2}],
        "previous": [{"mentee": "gone", "mentor": "oak"}],
        "rules": [{"kind": "pin", "mentee": "pine", "mentor": "oak"}],
        "policy": {"tiers": [{"name": "seats", "maximize": [{"criterion": "coverage"}]}]},
    }


HISTORY = "round,mentee,mentor,outcome,satisfaction,lessons,answers.Come again?,#note\n"


def test_history(folder):
    """Earlier rounds have a table of their own; a blank mentor was none, and answers keep the words of the question."""
    rows = '2018,gone,oak,Ended Early,2,"Start early, and write",no,x\n2018,pine,,,,,,\n'
    assert read_problem(folder(mentees="id\npine\n", history=HISTORY + rows)).model_dump(exclude_unset=True)[
        "history"
    ] == (
        {
            "round": 2018,
            "mentee": "gone",
            "mentor": "oak",
            "outcome": "ended_early",
            "satisfaction": 2,
            "lessons": "Start early, and write",
            "answers": {"Come again?": "no"},
        },
        {"round": 2018, "mentee": "pine"},
    )


def test_findings_of_the_history(folder, findings_of):
    """Defects of earlier rounds stand at their cells, and a question without its prefix is told how to keep it."""
    rows = "2018,pine,oak,,9,,,\n2018,fir,,completed,,,,\n,bay,elm,,,,,\n2018,pine,elm,,,,,\n"
    findings = findings_of(folder(mentees="id\npine\n", history=HISTORY.replace("#note", "Why?") + rows))
    assert [(found.code, found.place) for found in findings] == [
        ("unknown_column", "history.csv row 1, column Why?"),
        ("less_than_equal", "history.csv row 2, column satisfaction"),
        ("left_out", "history.csv row 3, column outcome"),
        ("missing", "history.csv row 4, column round"),
        ("duplicate_round", "history.csv row 5"),
    ]
    assert "rename it to 'answers.Why?' to keep it" in findings[0].sentence


def test_all_findings_at_once(folder, findings_of):
    """Cells, fields, references and the program are reported together, in the order of the input."""
    path = folder(
        mentees='id,review_score,preferences,team_size,settings\npine,"87,5",oka,-1,diverson\n\nfir,,,x,\nfir,,,,\n',
        mentors="id,min_mentees,max_mentees\noak,3,2\n",
        program='foo = 1\n[[rules]]\nkind = "opening"\nmust_open = ["yew"]\n',
    )
    assert [(found.place, found.code, found.found) for found in findings_of(path)] == [
        ("mentees.csv row 2, column review_score", "not_a_number", "87,5"),
        ("mentees.csv row 2, column preferences", "unknown_id", "oka"),
        ("mentees.csv row 2, column team_size", "greater_than_equal", "-1"),
        ("mentees.csv row 2, column settings", "literal_error", "diverson"),
        ("mentees.csv row 4, column team_size", "not_a_whole_number", "x"),
        ("mentees.csv row 5, column id", "duplicate_id", "fir"),
        ("mentors.csv row 2, column max_mentees", "min_above_max", "2"),
        ("program.toml, foo", "extra_forbidden", "1"),
        ("program.toml, rules[0].must_open[0]", "unknown_id", "'yew'"),
    ]


def test_findings_say_what_to_do(folder, findings_of):
    """Sentences name the site and the near miss, without positions that no cell shows."""
    (found,) = findings_of(folder(mentees="id,settings\npine,diversion|diverson\n"))
    assert found.sentence.startswith("settings of mentee 'pine' is 'diverson'. Did you mean 'diversion'?")
    (found,) = findings_of(folder(mentees='id,preferences\npine,"oak, elm"\n'))
    assert found.sentence.endswith("Write preferences as oak > elm = ash: best first, = between equals.")


@pytest.mark.parametrize(
    ("header", "code", "advice"),
    [
        ("id,setings", "unknown_column", "Did you mean 'settings'?"),
        ("id,zip", "unknown_column", "'attributes.zip'"),
        ("id,state,state", "duplicate_column", "stands twice"),
        ("id,location,latitude,longitude", "duplicate_column", "stated twice"),
        ("id,latitude", "missing_column", "'longitude' is missing"),
        ("ID", "unknown_column", "Did you mean 'id'?"),
        ("name", "missing_column", "needs a column 'id'"),
        ("id,attributes.", "unknown_column", "not a column"),
    ],
)
def test_headers(folder, findings_of, header, code, advice):
    """A header that is not understood is reported with the fix, at its column."""
    findings = findings_of(folder(mentees=f"{header}\n{'pine' + ',' * header.count(',')}\n"))
    assert any(found.code == code and advice in found.sentence for found in findings)
    assert all(found.place.startswith("mentees.csv row 1, column ") for found in findings)


def test_a_column_without_a_name(folder, findings_of):
    """A column without a name may be empty, but may not hold anything."""
    assert read_problem(folder(mentees="id,,\npine,,\n")).mentees[0].id == "pine"
    (found,) = findings_of(folder(mentees="id,,\npine,,lost\n"))
    assert found.code == "unnamed_column"
    assert "'lost'" in found.sentence


@pytest.mark.parametrize("row", ["pine,MN,x", "pine"])
def test_rows_of_the_wrong_length(folder, findings_of, row):
    """A row that is too long or too short is one finding, and its id still counts."""
    findings = findings_of(folder(mentees=f"id,state\n{row}\n", pairs="mentee,mentor\npine,oak\n"))
    assert [(found.code, found.place) for found in findings] == [("row_length", "mentees.csv row 2")]


def test_rows_without_an_id(folder, findings_of):
    """A row with content and without an id is reported once; one with nothing but a note is blank."""
    (found,) = findings_of(folder(mentees="id,state,#note\n,MN,\n,,later\n"))
    assert (found.code, found.place) == ("missing", "mentees.csv row 2, column id")


def test_rows_are_counted_as_in_a_spreadsheet(folder, findings_of):
    """A cell with line breaks is one row, and blank lines count."""
    (found,) = findings_of(folder(mentees='id,name,team_size\npine,"a\nb\nc",\n\nfir,,x\n'))
    assert found.place == "mentees.csv row 4, column team_size"


def test_half_a_location(folder, findings_of):
    """A latitude alone is no location."""
    (found,) = findings_of(folder(mentees="id,latitude,longitude\npine,46.1,\nfir,95,x\n"))[:1]
    assert found.place == "mentees.csv row 2, column longitude"
    assert read_problem(folder(mentees="id,latitude,longitude\npine,,\n")).mentees[0].location is None


def test_a_location_out_of_range(folder, findings_of):
    """A defect of one half of a location is at the column of that half."""
    (found,) = findings_of(folder(mentees="id,latitude,longitude\npine,46.1,190\n"))
    assert (found.place, found.found) == ("mentees.csv row 2, column longitude", "190")


def test_duplicate_pairs(folder, findings_of):
    """A pair that stands twice is reported at its row."""
    (found,) = findings_of(folder(mentees="id\npine\n", pairs="mentee,mentor\npine,oak\npine,oak\n"))
    assert (found.code, found.place) == ("duplicate_pair", "pairs.csv row 3")


def test_an_unreadable_table_blames_nobody_else(folder, findings_of):
    """Ids of a table that could not be read are not called unknown."""
    findings = findings_of(folder(mentees="id,preferences\npine,oak\n", mentors=b"id,name\noak,\xe9\n"))
    assert [found.code for found in findings] == ["undecodable"]


def test_an_unreadable_table_hides_no_other_reference(folder, findings_of):
    """Where one side could not be read, unknown ids of the other side are still found, everywhere."""
    path = folder(
        mentees=b"",
        mentors="id,preferences\noak,pine\n",
        pairs="mentee,mentor\npine,yew\n",
        program='[[rules]]\nkind = "opening"\nmust_open = ["yew"]\n[[rules]]\nkind = "together"\nmentees = ["pine"]\n',
    )
    assert [(found.code, found.place) for found in findings_of(path)] == [
        ("empty_file", "mentees.csv"),
        ("unknown_id", "pairs.csv row 2, column mentor"),
        ("unknown_id", "program.toml, rules[0].must_open[0]"),
    ]


def test_several_ids_with_the_wrong_separator(folder, findings_of):
    """An unknown id that looks like several says how several are separated."""
    (found,) = findings_of(folder(mentees='id,unacceptable\npine,"oak, elm"\n'))
    assert found.sentence.endswith("Separate several ids by |.")
    (found,) = findings_of(folder(mentees="id\npine\n", pairs='mentee,mentor\npine,"oak, elm"\n'))
    assert found.sentence.endswith("remove it here.")


def test_attributes_keep_their_column(folder, findings_of):
    """Attributes that differ by blanks only are one attribute, and are not overwritten in silence."""
    (found,) = findings_of(folder(mentees="id,attributes.x,attributes. x\npine,a,b\n"))
    assert (found.code, found.place) == ("duplicate_column", "mentees.csv row 1, column attributes. x")


def test_missing_tables(folder, findings_of):
    """The two sides are needed; a misspelled optional table is not overlooked."""
    assert [found.found for found in findings_of(folder(mentees=None, mentors=None))] == ["", ""]
    path = folder(mentees="id\npine\n")
    (path / "pair.csv").write_text("mentee,mentor\n")
    assert [found.code for found in findings_of(path)] == ["misspelled_table"]
    (path / "pair.csv").rename(path / "#pair.csv")
    (path / "published_pairings.csv").write_text("mentee,mentor\n")
    assert len(read_problem(path).mentees) == 1


@pytest.mark.parametrize(
    ("program", "place"),
    [
        ("name = \n", "program.toml line 1, column 8"),
        ("[[mentees]]\nid = 'x'\n", "program.toml, mentees"),
        ("preset = 'prsmi_2019'\n", "program.toml, preset"),
        ("a = 1\na = 2\n", "program.toml line 2, column 6"),
    ],
)
def test_defects_of_the_program(folder, findings_of, program, place):
    """Defects of program.toml name the line or the field."""
    assert [found.place for found in findings_of(folder(mentees="id\npine\n", program=program))] == [place]


def test_paths_that_are_no_problem(tmp_path, findings_of):
    """What is not there, or is of another kind, is named with what is expected."""
    (tmp_path / "mentees.csv").write_text("id\n")
    (tmp_path / "x.ods").write_text("x")
    codes = {
        name: findings_of(tmp_path / name)[0].code
        for name in ("none.json", "none", "none.xlsx", "mentees.csv", "x.ods")
    }
    assert codes == {
        "none.json": "missing_file",
        "none": "missing_file",
        "none.xlsx": "missing_file",
        "mentees.csv": "unknown_format",
        "x.ods": "unknown_format",
    }


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="nothing is unreadable for this user")
def test_files_without_permission(folder, findings_of):
    """A file that may not be read is a finding."""
    path = folder(mentees="id\npine\n")
    (path / "mentees.csv").chmod(0)
    assert [found.code for found in findings_of(path)] == ["unreadable_file"]


def test_the_error_lists_its_findings(folder):
    """The message of the error holds every finding."""
    with pytest.raises(ProblemError, match=r"(?s)2 defects.*row 2, column team_size.*row 3, column team_size"):
        read_problem(folder(mentees="id,team_size\npine,x\nfir,y\n"))
