from unit.compatibility.grids import columns

MENTEES = ["a", "b", "c", {"id": "late", "status": "withdrawn"}]


def points_by_mentee(preferences, **criterion):
    """Return the points of one mentor's mentees, and whether any rests on an unknown."""
    mentor = {"id": "m", "preferences": preferences}
    points, assumed = columns({"criterion": "mentor_preference", **criterion}, MENTEES, [mentor])
    return {mentee: value for (mentee, _), value in points.items()}, bool(assumed)


def test_groups():
    """Groups count as written, and unlisted mentees get 0."""
    assert points_by_mentee([["late"], ["b", "a"]]) == ({"a": 800, "b": 800, "c": 0}, False)


def test_last_points_repeat():
    """Groups beyond the list of points get its last."""
    assert points_by_mentee([["c"], ["b"], ["a"]], rank_points=[700, 300])[0] == {"a": 300, "b": 300, "c": 700}


def test_no_preference_is_unknown():
    """A mentor that lists nobody is indifferent, never against everybody."""
    assert points_by_mentee([]) == (dict.fromkeys("abc", 500), True)
