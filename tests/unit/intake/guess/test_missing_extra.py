import subprocess
import sys

import pytest

from prssmi_match.errors import MissingExtraError
from prssmi_match.intake.guess import draft
from unit.intake.guess.drafts import draft_of, export_of


@pytest.mark.parametrize("package", ["rapidfuzz", "tomlkit"])
def test_what_is_not_installed_is_named(package, monkeypatch):
    """The error says which package is missing, and how to install it."""
    monkeypatch.setattr(draft, "find_spec", lambda name: None if name == package else name)
    with pytest.raises(MissingExtraError, match=rf"{package} is not installed.*prssmi-match\[cli\]"):
        draft_of(export_of(["Site name"]))


def test_nothing_of_the_extra_is_loaded_before():
    """Importing the room costs nothing that it does not need."""
    code = "import sys, prssmi_match.intake.guess; print({'rapidfuzz', 'tomlkit'} & {*sys.modules})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
