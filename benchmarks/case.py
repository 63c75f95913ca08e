"""A case, and the subjects that are measured on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchmarks.answer import Answer

__all__ = ["WAY", "Case", "Family", "Outside", "Subject", "find"]

WAY = "file to report"
"""The subject that goes the whole way; its phases have tables of their own."""


@dataclass(frozen=True)
class Outside:
    """A package that needs an environment of its own.

    Attributes
    ----------
    package : str
        Its name; ``peers/outside/<name>.txt`` pins it, and ``<name>.py`` is run with the instance as its argument.
    instance : callable
        Gives what the script reads, as JSON takes it.
    """

    package: str
    instance: Callable[[], dict[str, Any]]


@dataclass(frozen=True)
class Subject:
    """Something that is measured, in a process of its own.

    Attributes
    ----------
    run : callable or Outside
        Draws the instance, then measures itself.
    limit : float
        Seconds that it may take.
    grace : float
        Seconds on top, for its imports, its instance and what else is not measured, until it is stopped from outside.
    """

    name: str
    run: Callable[[], Answer] | Outside
    limit: float = 60.0
    grace: float = 30.0


@dataclass(frozen=True)
class Case:
    """An instance and its subjects, in the order of the table.

    Attributes
    ----------
    is_large : bool
        Whether it is measured only when that is asked for.
    """

    name: str
    subjects: tuple[Subject, ...]
    is_large: bool = False


@dataclass(frozen=True)
class Family:
    """Cases of one kind.

    Attributes
    ----------
    short : str
        Its title in the picture.
    ours : tuple of str
        The subjects of this library that others are held against; one a case.
    base : str
        The subject whose time is 1, where it is none of ours.
    note : str
        What a reader of the table has to know: what is asked, in which form, and who cannot be asked.
    """

    name: str
    short: str
    title: str
    ours: tuple[str, ...]
    note: str
    cases: tuple[Case, ...]
    base: str = ""


def find(family: Family, case: str, subject: str) -> Subject:
    """Return a subject by its names."""
    (found,) = (one for each in family.cases if each.name == case for one in each.subjects if one.name == subject)
    return found
