"""The how-to page for coordinators: its commands run in their order, its files are read, its pictures are there."""

import re
import shlex
import shutil
from pathlib import Path

from prssmi_match.cli import main
from prssmi_match.intake import examine
from prssmi_match.intake.mapping import Mapping, read_mapping

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "how_to" / "from_survey_to_match.md"


def blocks(kind):
    """Return the blocks of code of a kind."""
    fences = re.findall(r"^```(\w*)\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    return [text for name, text in fences if name == kind]


def folder(place):
    """Write the example of a survey export as the page calls its files."""
    shutil.copytree(ROOT / "examples" / "survey_export", place)
    text = (place / "mapping.toml").read_text(encoding="utf-8")
    for side in ("mentee", "mentor"):
        (place / f"results-survey-{side}s.csv").rename(place / f"{side}_answers.csv")
        text = text.replace(f"results-survey-{side}s.csv", f"{side}_answers.csv")
    return text


def test_the_commands_run_in_their_order(tmp_path, monkeypatch, capsys):
    """Each does what the page says, once a person has finished the draft of the mapping."""
    finished = folder(tmp_path / "round")
    monkeypatch.chdir(tmp_path)
    commands = [line for block in blocks("sh") for line in block.splitlines()]
    assert [command.split()[1] for command in commands] == ["convert", "check", "match", "convert"]
    for command in commands:
        assert main(shlex.split(command)[1:]) == 0, capsys.readouterr().err
        if "--guess" in command:
            assert isinstance(read_mapping((tmp_path / "round" / "mapping.toml").read_bytes()), Mapping)
            (tmp_path / "round" / "mapping.toml").write_text(finished, encoding="utf-8")
    assert {path.name for path in tmp_path.iterdir()} == {
        "round",
        "round_marked",
        "round_report",
        "safe",
        "to_share.json",
    }
    assert len([*(tmp_path / "round_marked").iterdir()]) == 2


def test_the_files_that_it_shows_are_read(tmp_path):
    """The mapping is one, and the reviews give the scores that the page explains."""
    (mapping,) = blocks("toml")
    assert isinstance(read_mapping(mapping.encode()), Mapping)
    (reviews,) = blocks("")
    (tmp_path / "reviews.csv").write_text(reviews)
    (tmp_path / "mentees.csv").write_text("id\npine\nlake\n")
    (tmp_path / "mentors.csv").write_text("id\noak\n")
    reading = examine(tmp_path)
    assert {mentee.id: mentee.review_score for mentee in reading.problem.mentees} == {"pine": 8.0, "lake": None}
    assert "reviews.csv: reviews left out for a conflict of interest: 1 of lake." in reading.notes


def test_the_pictures_are_there():
    """Every picture that the page shows lies beside it."""
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", PAGE.read_text(encoding="utf-8"))
    assert len(pictures) == 2
    assert all((PAGE.parent / picture).read_bytes().startswith(b"\x89PNG") for picture in pictures)
