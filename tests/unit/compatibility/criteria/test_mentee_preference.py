from unit.compatibility.grids import columns

MENTORS = ["m", "n", "o", "p", {"id": "gone", "status": "withdrawn"}]


def points_by_mentor(preferences, **criterion):
    """Return the points of one mentee's mentors, and whether any rests on an unknown."""
    mentee = {"id": "a", "preferences": preferences}
    points, assumed = columns({"criterion": "mentee_preference", **criterion}, [mentee], MENTORS)
    return {mentor: value for (_, mentor), value in points.items()}, bool(assumed)


def test_groups():
    """A tie shares its group's points, and unlisted mentors get 0."""
    assert points_by_mentor([["m"], ["n", "o"]]) == ({"m": 1000, "n": 800, "o": 800, "p": 0}, False)


def test_groups_are_numbered_as_written():
    """A first choice that has withdrawn stays the first choice."""
    assert points_by_mentor([["gone"], ["m"]])[0]["m"] == 800


def test_last_points_repeat():
    """Groups beyond the list of points get its last."""
    points, _ = points_by_mentor([["m"], ["n"], ["o"], ["p"]], rank_points=[900, 50])
    assert points == {"m": 900, "n": 50, "o": 50, "p": 50}


def test_sixth_group_by_default():
    """The default points end with 200, which every later group gets too."""
    groups = [["gone"], ["m"], ["n"], ["o"], ["p"], ["q"]]
    mentee = {"id": "a", "preferences": groups}
    points, _ = columns({"criterion": "mentee_preference"}, [mentee], [*MENTORS, "q"])
    assert [points["a", mentor] for mentor in "mnopq"] == [800, 600, 400, 200, 200]


def test_no_preference_is_unknown():
    """A mentee that lists nobody is indifferent: unknown, never 0."""
    assert points_by_mentor([]) == (dict.fromkeys("mnop", 500), True)


def test_veto_wins_over_a_listing():
    """A listed mentor that is also unacceptable has no pair at all."""
    mentee = {"id": "a", "preferences": [["m"], ["n"]], "unacceptable": ["m"]}
    points, _ = columns({"criterion": "mentee_preference"}, [mentee], MENTORS)
    assert ("a", "m") not in points
    assert points["a", "n"] == 800
