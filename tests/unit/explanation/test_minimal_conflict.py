import pytest

from prssmi_match.explanation.conflict import minimal_conflict
from prssmi_match.problem.facts import Fact
from prssmi_match.solving import Budget

RULES = {name: Fact("rule", (name,)) for name in "abcde"}


class Named:
    """Rules by letters: which sets of them cannot all hold is told by a function of the letters."""

    def __init__(self, clash, core="abcde"):
        self.facts = tuple(RULES.values())
        self.clash = clash
        self.first = core

    def is_feasible(self, facts, budget):
        """Whether these can all hold; None is unknown."""
        clashes = self.clash({fact.id for fact in facts})
        return None if clashes is None else not clashes

    def core(self, facts, budget):
        """Return the set that is given, as the solver names one."""
        return [RULES[name] for name in self.first]


def conflict(clash, core="abcde"):
    """Return the letters of the conflict, and whether it is called minimal."""
    members, minimal = minimal_conflict(Named(clash, core), Budget())
    return "".join(member.id for member in members), minimal


@pytest.mark.parametrize("core", ["abcde", "bd", "abd"])
def test_what_is_not_needed_is_dropped(core):
    """Whatever larger set the solver names, only the members that clash are left."""
    assert conflict(lambda names: names >= {"b", "d"}, core) == ("bd", True)


def test_one_of_several_conflicts():
    """Where two conflicts overlap, one of them is left, whole."""
    assert conflict(lambda names: names >= {"a", "b"} or names >= {"b", "c", "d"}) in {("ab", True), ("bcd", True)}


def test_a_core_that_is_none():
    """A set that can hold after all is not trusted: the search begins with everything."""
    assert conflict(lambda names: names >= {"b", "d"}, core="ac") == ("bd", True)


def test_a_drop_can_make_another_possible():
    """Under stability fewer rules can clash where more do not, so passes are repeated until one drops nothing."""
    clashing = [{"a", "b", "c"}, {"a", "b"}, {"b"}]
    assert conflict(lambda names: names in clashing, core="abc") == ("b", True)


def test_unknown_is_not_minimal():
    """What could not be decided in time stays in, and the conflict is not called minimal."""
    assert conflict(lambda names: True if "c" in names and "d" in names else None if "c" in names else False) == (
        "cd",
        False,
    )
