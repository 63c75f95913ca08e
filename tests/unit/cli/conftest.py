from __future__ import annotations

import io

import pytest

from prssmi_match.cli import main


@pytest.fixture
def run(capsys, monkeypatch):
    """Run a command with a text on standard input; return exit code, standard output and standard error."""

    def run(*arguments, stdin=""):
        data = stdin if isinstance(stdin, bytes) else stdin.encode()
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as stop:
            code = stop.code
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run
