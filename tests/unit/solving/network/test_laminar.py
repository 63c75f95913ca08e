import pytest

from prssmi_match.solving.network.laminar import nest


def test_groups_inside_groups():
    """Each group, and each member, knows the smallest group around it."""
    parents, around = nest([[0, 1], [0, 1, 2, 3], [2], [4]], 6)
    assert parents == [1, -1, 1, -1]
    assert around.tolist() == [0, 0, 2, 1, 3, -1]


def test_equal_groups_are_a_chain():
    """Of groups with the same members the later one is inside the earlier."""
    parents, around = nest([[1, 0], [0, 1]], 2)
    assert parents == [-1, 0]
    assert around.tolist() == [1, 1]


def test_empty_groups_are_alone():
    """A group without members stands in nothing."""
    assert nest([[], [0]], 1)[0] == [-1, -1]


@pytest.mark.parametrize("groups", [[[0, 1], [1, 2]], [[0, 1, 2], [1, 2, 3]], [[0, 1, 2], [0, 1], [1, 2]]])
def test_groups_that_cross_are_none(groups):
    """Two groups that share some but not all of either cannot be nested."""
    assert nest(groups, 4) is None
