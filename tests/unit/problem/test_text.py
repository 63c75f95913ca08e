import pytest

from prssmi_match.problem.text import fold, nearest


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("  Quick  Response\tTeam ", "quick response team"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("Ñandú", "ñandú"),
        ("A\u00a0B", "a b"),
        ("", ""),
    ],
)
def test_fold(text, folded):
    """Case, runs of white space and Unicode composition do not tell texts apart."""
    assert fold(text) == folded


def test_composed_and_decomposed_letters_are_the_same():
    """An accent typed as a letter of its own is the same text."""
    assert fold("E\u0301lan") == fold("\u00c9lan")


@pytest.mark.parametrize(
    ("word", "found"), [("diverson", "diversion"), ("CHILD WELFARE", "child_welfare"), ("xyz", None), ("", None)]
)
def test_nearest(word, found):
    """A near miss is guessed, anything else is not."""
    assert nearest(word, ["diversion", "child_welfare"]) == found


def test_nearest_does_not_depend_on_order():
    """Of two equally near words the same one is named, however they are listed."""
    assert nearest("oa", ["oak", "oat"]) == nearest("oa", ["oat", "oak"])
