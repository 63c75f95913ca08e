from __future__ import annotations

import os
import stat

import pytest

from prssmi_match.errors import OutputError
from prssmi_match.files import write_whole
from prssmi_match.reporting.document import Report, Section, Text

REPORT = Report("New", (Section("summary", "Summary", (Text("new text"),)),))


def test_both_files_are_written_into_a_new_folder(tmp_path):
    """The folder is made, the paths are returned, and nothing else is left in it."""
    html, markdown = REPORT.write(tmp_path / "a" / "b")
    assert html.read_text(encoding="utf-8") == REPORT.to_html()
    assert markdown.read_text(encoding="utf-8") == REPORT.to_markdown()
    assert sorted(path.name for path in (tmp_path / "a" / "b").iterdir()) == ["report.html", "report.md"]


def test_a_report_takes_the_place_of_an_earlier_one(tmp_path):
    """Writing again replaces both files."""
    Report("Old", ()).write(tmp_path)
    REPORT.write(str(tmp_path))
    assert "new text" in (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "new text" in (tmp_path / "report.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("call", ["fsync", "replace"])
@pytest.mark.parametrize("failing", [1, 2])
@pytest.mark.parametrize("earlier", [False, True])
def test_a_failure_leaves_everything_as_it_was(tmp_path, monkeypatch, call, failing, earlier):
    """Whichever step fails, on the first file or the second, the folder holds what it held before."""
    if earlier:
        Report("Old", ()).write(tmp_path)
    before = _contents(tmp_path)
    real, calls = getattr(os, call), []

    def fails(*args, **kwargs):
        calls.append(args)
        if len(calls) == failing:
            raise OSError(28, "No space left on device")
        return real(*args, **kwargs)

    monkeypatch.setattr(os, call, fails)
    with pytest.raises(OutputError, match="No space left"):
        REPORT.write(tmp_path)
    assert _contents(tmp_path) == before


def test_an_interruption_leaves_everything_as_it_was(tmp_path, monkeypatch):
    """Ctrl-C between the two files does not leave a new page beside an old text, and is passed on."""
    Report("Old", ()).write(tmp_path)
    before = _contents(tmp_path)
    real, calls = os.replace, []

    def interrupted(*args):
        calls.append(args)
        if len(calls) == 2:
            raise KeyboardInterrupt
        real(*args)

    monkeypatch.setattr(os, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        REPORT.write(tmp_path)
    assert _contents(tmp_path) == before


def test_a_folder_in_the_place_of_a_file_is_an_output_error(tmp_path):
    """A target that cannot be replaced is told before the other file is touched."""
    (tmp_path / "report.md").mkdir()
    with pytest.raises(OutputError):
        REPORT.write(tmp_path)
    assert not (tmp_path / "report.html").exists()


def test_a_file_in_the_place_of_the_folder_is_an_output_error(tmp_path):
    """The message names the folder that could not be used."""
    (tmp_path / "taken").write_text("mine", encoding="utf-8")
    with pytest.raises(OutputError, match="taken"):
        REPORT.write(tmp_path / "taken")
    assert (tmp_path / "taken").read_text(encoding="utf-8") == "mine"


@pytest.mark.skipif(os.name == "nt", reason="permissions are of POSIX systems")
def test_others_may_read_a_report_as_any_new_file(tmp_path):
    """The files have the permissions that any new file gets, not those of a private temporary file."""
    (tmp_path / "usual").write_text("", encoding="utf-8")
    paths = write_whole(tmp_path, {"report.md": "x"})
    assert stat.S_IMODE(paths[0].stat().st_mode) == stat.S_IMODE((tmp_path / "usual").stat().st_mode)


def _contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}
