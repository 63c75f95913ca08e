"""Two answers held against each other, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.wording.answers import mentees_words, move_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prssmi_match.problem.document import Problem

__all__ = ["comparison_sentence", "mentee_change_sentence"]


def mentee_change_sentence(
    problem: Problem, mentee: str, mentors: tuple[str | None, str | None], points: tuple[int | None, int | None]
) -> str:
    """Return who a mentee is with in both, and what that does to its points.

    Parameters
    ----------
    mentors, points : tuple of two
        Before and after; None is no mentor, and no points.
    """
    moved = move_sentence(problem, mentee, *mentors)
    before, after = points
    if before is None or after is None or before == after:
        return moved
    more = "more" if after > before else "fewer"
    return f"{moved.removesuffix('.')}, with {abs(after - before)} points {more}."


def comparison_sentence(  # noqa: PLR0913, PLR0917 - the parts of a comparison
    problem: Problem,
    aims: str,
    gainers: Sequence[str],
    losers: Sequence[str],
    others: Sequence[str],
    broken: tuple[Sequence[str], Sequence[str]],
) -> str:
    """Return the whole of a comparison in a few sentences; what is broken comes first.

    Parameters
    ----------
    aims : str
        What the aims gain and lose from the first to the second.
    gainers, losers, others : sequence of str
        The mentees with another mentor: better off, worse off, and those of whom neither is known.
    broken : tuple of two sequences of str
        What the first and the second break, in words.
    """
    sentences = [
        f"The {which} breaks rules: {' '.join(words)}"
        for which, words in zip(("first", "second"), broken, strict=True)
        if words
    ]
    if aims:
        sentences.append(f"From the first to the second, {aims}.")
    if gainers:
        sentences.append(f"Better off: {mentees_words(problem, gainers)}.")
    if losers:
        sentences.append(f"Worse off: {mentees_words(problem, losers)}.")
    if others:
        sentences.append(f"With another mentor, and neither better nor worse off: {mentees_words(problem, others)}.")
    return " ".join(sentences) or "Both do the same for every aim and every site."
