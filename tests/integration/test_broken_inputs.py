"""Broken inputs end in findings, at a place and with a fix; never in a traceback, a stray file, or a full memory."""

import resource
import subprocess
import sys
import tracemalloc

import pytest

from integration.broken_inputs import CORPUS
from prssmi_match.cli import main
from prssmi_match.intake import examine

MOST_MEMORY = 400_000_000
MOST_SECONDS = 60


def write(files, folder):
    """Write the files of a case into a folder of its own, with a secret beside it."""
    (folder.parent / "secret.csv").write_text("id,name\nsecret,Secret County\n")
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


@pytest.mark.parametrize("case", CORPUS)
def test_every_broken_input_has_its_finding(case, tmp_path):
    """The reading has no problem, and the expected finding with a place and a sentence of its own."""
    files, code = CORPUS[case]
    folder = write(files, tmp_path / "input")
    tracemalloc.start()
    reading = examine(folder)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert reading.problem is None
    found = [finding for finding in reading.findings if finding.code == code and finding.severity == "error"]
    assert found, [str(finding)[:300] for finding in reading.findings]
    assert all(finding.place and finding.sentence.endswith((".", "?")) for finding in found)
    assert all(len(str(finding)) < 3000 for finding in reading.findings)
    assert peak < MOST_MEMORY
    assert "Secret County" not in repr(reading)
    assert sorted(file.name for file in folder.iterdir()) == sorted(files)


def test_the_corpus_is_large():
    """There are at least sixty broken inputs."""
    assert len(CORPUS) >= 60


@pytest.mark.parametrize(
    "case",
    ["a zip bomb", "entities that unfold", "200,000 submissions", "survey with a cell of ten megabytes", "a picture"],
)
def test_the_command_stays_within_memory_and_time(case, tmp_path):
    """In a process of its own with little memory the command ends by itself, with exit code 4 and no traceback."""
    folder = write(CORPUS[case][0], tmp_path / "input")
    done = subprocess.run(
        [sys.executable, "-m", "prssmi_match", "check", str(folder)],
        capture_output=True,
        text=True,
        timeout=MOST_SECONDS,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (4_000_000_000, 4_000_000_000)),
    )
    assert done.returncode == 4
    assert "Traceback" not in done.stdout + done.stderr
    assert CORPUS[case][1] or done.stdout


@pytest.mark.parametrize("case", [case for case in CORPUS if case != "200,000 submissions"])
def test_marked_copies_of_broken_inputs(case, tmp_path, capsys):
    """Checking with marked copies writes them, and nothing else, into the folder that was asked for."""
    files, _ = CORPUS[case]
    folder = write(files, tmp_path / "input")
    assert main(["check", str(folder), "--marked", str(tmp_path / "marked")]) == 4
    assert "Traceback" not in "".join(capsys.readouterr())
    assert sorted(file.name for file in folder.iterdir()) == sorted(files)
    assert {file.name for file in tmp_path.iterdir()} <= {"input", "marked", "secret.csv"}
    if (tmp_path / "marked").exists():
        assert all(file.name.endswith(".marked.xlsx") for file in (tmp_path / "marked").iterdir())
