"""Why something is not in the answer: what stands against it, or what it would cost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.wording import demand_words, price_sentence
from prssmi_match.reporting.document import Data, Items, Section, Text
from prssmi_match.reporting.sections.repairs import repairs_table
from prssmi_match.reporting.words import lost_words, name_mentee, name_mentor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.problem.document import Problem
    from prssmi_match.reporting.document import Block, Content
    from prssmi_match.solution.why_not import WhyNot

__all__ = ["build_why_not"]


def build_why_not(problem: Problem, why_not: WhyNot) -> Iterator[Section]:
    """Return one question with its answer."""
    yield Section("why-not", _question(problem, why_not), tuple(_blocks(problem, why_not)))


def _question(problem: Problem, why_not: WhyNot) -> Content:
    if why_not.mentee is None:
        return ("Why is ", name_mentor(problem, why_not.mentor or ""), " not used?")
    if why_not.mentor is None:
        return ("Why is ", name_mentee(problem, why_not.mentee), " not matched?")
    return ("Why is ", name_mentee(problem, why_not.mentee), " not with ", name_mentor(problem, why_not.mentor), "?")


def _blocks(problem: Problem, why_not: WhyNot) -> Iterator[Block]:
    demand = demand_words(problem, why_not.mentee, why_not.mentor)
    if why_not.in_answer or why_not.possible is None:
        yield Text(Data(why_not.sentence))
    elif why_not.possible:
        lost = lost_words(problem, why_not.price)
        yield Text(Data(price_sentence(demand, lost, is_best=why_not.is_best, proved=why_not.proved)))
        if why_not.moves:
            yield Text("Who would then be elsewhere:")
            yield Items(tuple(Data(str(move)) for move in why_not.moves))
    else:
        yield Text(Data(f"It is not possible to {demand}. These stand against it:"))
        yield Items(tuple(Data(rule.sentence) for rule in why_not.rules))
        yield from _changes(problem, why_not)


def _changes(problem: Problem, why_not: WhyNot) -> Iterator[Block]:
    if why_not.repairs:
        yield repairs_table(problem, why_not.repairs, "What would make it possible, the least first")
    elif why_not.proved:
        yield Text("No change that may be made would make it possible.")
    else:
        yield Text("Time ran out before a change was found that would make it possible.", "caution")
