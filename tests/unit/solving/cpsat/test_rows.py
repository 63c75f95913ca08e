from prssmi_match.problem.values import LARGEST
from prssmi_match.solving.cpsat.rows import Row, at_least, at_most, between


def test_ends():
    """An end that is open reaches beyond every value that a tier can take."""
    assert at_most("x", 3) == Row("x", -LARGEST, 3)
    assert at_least("x", 3) == Row("x", 3, LARGEST)
    assert between("x", None, 3) == at_most("x", 3)
    assert between("x", 3, None) == at_least("x", 3)
    assert between("x", 0, 0) == Row("x", 0, 0)
