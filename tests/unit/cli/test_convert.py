"""``convert`` and ``check`` of survey exports, as a coordinator uses them."""

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

import prssmi_match as pm

COHORT = Path(__file__).parents[3] / "examples" / "spring_cohort"
EXPORT = """Timestamp,Code,Name,Which settings?,E-mail
2026/03/01 9:00:00 AM GMT+1,{code},Pine County,Diversion,a@example.org
"""
MAPPING = """
[mentees]
file = "apply.csv"
fields.id.question = "Code"
fields.name.question = "Name"
fields.settings.question = "Which settings?"
"""


@pytest.fixture
def folder(tmp_path):
    """Return a folder with an export, its mapping and a native table of mentors."""
    (tmp_path / "input").mkdir()
    (tmp_path / "input" / "apply.csv").write_text(EXPORT.format(code="pine"))
    (tmp_path / "input" / "mapping.toml").write_text(MAPPING)
    (tmp_path / "input" / "mentors.csv").write_text("id\noak\n")
    return tmp_path / "input"


def test_convert_to_standard_output(run, folder):
    """The document is the output; what was recognized and left out is told beside it."""
    code, out, err = run("convert", folder)
    assert code == 0
    assert json.loads(out) == {
        "mentees": [{"id": "pine", "name": "Pine County", "settings": ["diversion"]}],
        "mentors": [{"id": "oak"}],
    }
    assert "apply.csv: an export of Google Forms (its first column is Timestamp)." in err
    assert "contact data is left out: 'E-mail'" in err
    assert "example.org" not in out + err


@pytest.mark.parametrize("target", ["out.json", "tables"])
def test_convert_to_a_file_or_to_tables(run, tmp_path, target):
    """What is written reads back as the same problem."""
    code, out, err = run("convert", COHORT, "-o", tmp_path / target)
    assert (code, out) == (0, "")
    assert str(tmp_path / target) in err
    assert pm.read_problem(tmp_path / target) == pm.read_problem(COHORT)


def test_an_export_on_standard_input(run, folder):
    """An export in a pipe takes the place of the file that the mapping names; a mapping can lie elsewhere."""
    mapping = folder.parent / "other.toml"
    mapping.write_text(MAPPING.replace("apply.csv", "another.csv"))
    code, out, _ = run("convert", folder, "--mapping", mapping, "--mentees", "-", stdin=EXPORT.format(code="lake"))
    assert code == 0
    assert json.loads(out)["mentees"][0]["id"] == "lake"


def test_what_keeps_an_export_from_being_converted(run, folder):
    """Findings stand by file as check tells them, after what was recognized; with --json they are a document."""
    (folder / "apply.csv").write_text(EXPORT.format(code="pine").replace("Diversion", "Divers"))
    code, out, err = run("convert", folder)
    assert (code, out) == (4, "")
    assert "apply.csv: an export of Google Forms" in err
    assert "apply.csv: 1 error\n  error    row 2, column Which settings? (D2): 'Divers' is not one of" in err
    code, out, _ = run("convert", folder, "--json")
    assert code == 4
    assert [found["code"] for found in json.loads(out)["findings"]] == ["unknown_answer"]


def test_findings_as_json(run, folder):
    """Each finding has file, row, column, cell and question, what was found and what is expected."""
    (folder / "apply.csv").write_text(EXPORT.format(code="pine").replace("Diversion", "Divers"))
    code, out, _ = run("check", folder, "--json")
    (finding,) = json.loads(out)["findings"]
    assert code == 4
    sentence = finding.pop("sentence")
    assert "Did you mean 'diversion'?" in sentence
    assert finding == {
        "code": "unknown_answer",
        "place": "apply.csv row 2, column Which settings?",
        "found": "Divers",
        "expected": "one of diversion, alternatives_to_incarceration, child_welfare, other_criminal_justice",
        "severity": "error",
        "file": "apply.csv",
        "sheet": "",
        "row": 2,
        "column": "Which settings?",
        "cell": "D2",
        "question": "Which settings?",
    }


def test_check_fix_and_check_again(run, folder):
    """A coordinator sees the finding, gets a marked copy, mends the cell, and the next check is clean."""
    export = folder / "apply.csv"
    export.write_text(EXPORT.format(code="pine").replace("Diversion", "Divers"))
    code, out, err = run("check", folder, "--marked", folder.parent / "marked")
    assert code == 4
    assert "row 2, column Which settings? (D2)" in out
    assert f"Marked: {folder.parent / 'marked' / 'apply.csv.marked.xlsx'}" in err
    export.write_text(EXPORT.format(code="pine"))
    code, out, _ = run("check", folder)
    assert code == 0
    assert "The input can be read: 1 mentees, 1 mentors" in out


def test_pseudonyms_are_stable_and_the_key_stays_apart(run, folder):
    """Two exports with one key have the same pseudonyms; no name remains; only the owner can read the key."""
    key = folder.parent / "vault" / "key.csv"
    documents = [run("convert", folder, "--pseudonymize", "--key", key)[1] for _ in range(2)]
    assert documents[0] == documents[1]
    assert "pine" not in documents[0].casefold()
    assert key.stat().st_mode & 0o077 == 0
    assert "Pine County" in key.read_text()


def test_the_loop_of_marked_copies(run, folder):
    """Once all is mended, the marked copy of before says so too; without a finding in a table that is said."""
    marked = folder.parent / "marked"
    assert "Marked: nothing" in run("check", folder, "--marked", marked)[2]
    (folder / "apply.csv").write_text(EXPORT.format(code="pine").replace("Diversion", "Divers"))
    assert run("check", folder, "--marked", marked)[0] == 4
    (folder / "apply.csv").write_text(EXPORT.format(code="pine"))
    code, _, err = run("check", folder, "--marked", marked)
    assert code == 0
    assert "apply.csv.marked.xlsx" in err
    sheets = load_workbook(marked / "apply.csv.marked.xlsx").worksheets
    assert sheets[0]["A1"].value.startswith("No errors.")


@pytest.mark.parametrize(("key", "output"), [("safe/key.csv", "share.json"), ("key.csv", "share/tables")])
def test_a_key_in_another_folder(run, folder, key, output):
    """The key may lie in a folder beside or above what is shared, as the how-to page shows."""
    home = folder.parent
    assert run("convert", folder, "--pseudonymize", "--key", home / key, "-o", home / output)[0] == 0
    assert (home / key).exists()
    assert (home / output).exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "give an input"),
        (("{folder}", "--guess"), "--guess takes the exports"),
        (("{folder}", "--pseudonymize"), "go together"),
        (("{folder}", "--key", "k.csv"), "go together"),
        (("{folder}", "--mentees", "-", "--mentors", "-"), "standard input"),
        (
            ("{folder}", "--pseudonymize", "--key", "{folder}/out/key.csv", "-o", "{folder}/out"),
            "beside what is shared",
        ),
        (
            ("{folder}", "--pseudonymize", "--key", "{folder}/key.csv", "-o", "{folder}/out.json"),
            "beside what is shared",
        ),
    ],
)
def test_wrong_usage(run, folder, arguments, words):
    """What cannot be meant is refused with the way out, and nothing is written."""
    before = sorted(folder.rglob("*"))
    code, _, err = run("convert", *(argument.format(folder=folder) for argument in arguments))
    assert code == 2
    assert words in err
    assert sorted(folder.rglob("*")) == before


def test_what_no_table_can_hold(run, tmp_path):
    """An id with a separator is refused for tables, with the way out, and nothing is written."""
    (tmp_path / "a.json").write_text(
        json.dumps(
            {"mentees": [], "mentors": [{"id": "a|b"}, {"id": "c", "unacceptable": []}], "previous": [], "rules": []}
        )
    )
    (tmp_path / "b.json").write_text(
        json.dumps({"mentees": [{"id": "m", "unacceptable": ["a|b"]}], "mentors": [{"id": "a|b"}]})
    )
    assert run("convert", tmp_path / "a.json", "-o", tmp_path / "fine")[0] == 0
    code, _, err = run("convert", tmp_path / "b.json", "-o", tmp_path / "out")
    assert code == 4
    assert "Write it as .json instead" in err
    assert not (tmp_path / "out").exists()
