from __future__ import annotations

import runpy
from pathlib import Path

import pytest

EXAMPLES = runpy.run_path(str(Path(__file__).with_name("api.py")))


@pytest.mark.parametrize("name", [name for name in EXAMPLES if name.startswith("example_")])
def test_example_runs(name: str) -> None:
    """What type checkers accept also works."""
    EXAMPLES[name]()
