"""What stands on drawn axes, and cohorts to draw."""

from __future__ import annotations

import random
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text

from prssmi_match.compatibility import assess
from prssmi_match.problem.document import Problem
from unit.reporting.cohorts import answer
from unit.reporting.parts import certainty, curve
from unit.reporting.schedules import parts_of

if TYPE_CHECKING:
    from prssmi_match.solution.result import Result

__all__ = ["change_steps", "crowd", "every_plot", "overlapping", "paint", "texts"]


@cache
def crowd(mentees: int, mentors: int) -> Result:
    """An invented cohort of any size with an answer made by hand; one mentee in ten is left without a mentor."""
    draw = random.Random(2019)
    settings, locales = ["diversion", "child_welfare", "alternatives_to_incarceration"], ["rural", "urban", None]
    problem = Problem.model_validate({
        "mentees": [
            {"id": f"m{number:03}", "name": f"Behavioral Health Department of County {number:03}, Northern Office",
             "settings": [draw.choice(settings)], "locale": draw.choice(locales),
             "preferences": [[f"t{draw.randrange(mentors):02}"]],
             "status": "provisional" if number % 9 == 0 else "ready"}
            for number in range(mentees)
        ],
        "mentors": [
            {"id": f"t{number:02}", "name": f"Jurisdiction {number}", "settings": draw.sample(settings, 2),
             "locale": draw.choice(locales), "max_mentees": draw.choice([2, 3, 4, 5]), "min_mentees": number % 3}
            for number in range(mentors)
        ],
    })  # fmt: skip
    room = {mentor.id: problem.capacity(mentor) for mentor in problem.mentors}
    pairs: dict[str, str] = {}
    grid = assess(problem)
    for index in draw.sample(range(len(grid.pairs)), len(grid.pairs)):
        mentee, mentor = grid.mentees[grid.pairs[index][0]].id, grid.mentors[grid.pairs[index][1]].id
        if mentee not in pairs and room[mentor] and not mentee.endswith("7"):
            pairs[mentee] = mentor
            room[mentor] -= 1
    return answer(problem, sorted(pairs.items()))


def every_plot(result: Result, ax=None):
    """Give each plot of a result by name, as a function of nothing."""
    import prssmi_match as pm

    plots = pm.plots
    return {
        "flow": lambda: plots.flow(result, ax=ax),
        "fit": lambda: plots.fit(result, ax=ax),
        "ranks": lambda: plots.ranks(result, ax=ax),
        "ranks of mentors": lambda: plots.ranks(result, side="mentors", ax=ax),
        "loads": lambda: plots.loads(result, ax=ax),
        "certainty": lambda: plots.certainty(result, certainty(result), ax=ax),
        "give_up_curve": lambda: plots.give_up_curve(curve(result), ax=ax),
        "timeline": lambda: plots.timeline(parts_of(result)[0], ax=ax),
    }


def paint(ax) -> None:
    """Draw for real; any warning fails the test."""
    ax.figure.savefig(BytesIO(), format="png", dpi=50)


def texts(ax) -> list[str]:
    """Everything that is written on axes."""
    return [text.get_text() for text in ax.findobj(Text) if text.get_text()]


def overlapping(ax) -> list[tuple[str, str]]:
    """Pairs of texts that cover each other: names, labels and the key."""
    canvas = FigureCanvasAgg(ax.figure)
    canvas.draw()
    renderer = canvas.get_renderer()
    key = ax.get_legend().get_texts() if ax.get_legend() else []
    shown = [*ax.texts, *ax.get_yticklabels(), *ax.get_xticklabels(), *key, ax.xaxis.label, ax.yaxis.label]
    boxes = [(text.get_text(), text.get_window_extent(renderer).padded(-1.0)) for text in shown if text.get_text()]
    return [
        (one, other)
        for index, (one, box) in enumerate(boxes)
        for other, beside in boxes[index + 1 :]
        if box.overlaps(beside)
    ]


def change_steps(*rows: tuple[int, int | None, bool]):
    """A curve of changes: pairs that may change, what the aim has (None: no answer), whether it is proved."""
    from prssmi_match.solution.change_curve import ChangeCurve, ChangeStep
    from prssmi_match.solution.status import Status

    steps = tuple(
        ChangeStep(
            status=Status.INFEASIBLE if value is None else Status.OPTIMAL, change={}, moves=(), proved=proved,
            sentence="A step.", allowed=allowed, changed=None if value is None else allowed,
            values={} if value is None else {"coverage": 3, "fit": value},
        )
        for allowed, value, proved in rows
    )  # fmt: skip
    return ChangeCurve(
        rows=steps, tiers=("coverage", "fit"), previous=5, fewest=1, most=3, complete=True, sentence="The curve."
    )
