from prssmi_match.solution.verification import Verification, Violation


def test_valid_without_violations():
    """Blocking pairs alone do not make a matching invalid: stability may not be a rule."""
    assert Verification(blocking_pairs=(("a", "m"),)).valid
    violation = Violation(rule_id="capacity", amount=1, witnesses=("m",), sentence="m has 2 mentees.")
    assert not Verification(violations=(violation,)).valid
