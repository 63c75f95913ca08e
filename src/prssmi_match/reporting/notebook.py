"""Objects as a notebook shows them: the sections of the report that say the most, as plain HTML.

Unlike a page, this stands inside somebody else's page: no style sheet, no ids, no scripts, and nothing to install.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from prssmi_match.problem.document import Problem
from prssmi_match.problem.wording import rule_sentence, tier_sentence
from prssmi_match.reporting.characters import without_controls
from prssmi_match.reporting.document import Column, Data, Facts, Items, Number, Section, Table, Text, plain_text
from prssmi_match.reporting.sections import build_part, build_sections
from prssmi_match.solution.alternatives import Alternatives
from prssmi_match.solution.backups import Backups
from prssmi_match.solution.certainty import Certainty
from prssmi_match.solution.change_curve import ChangeCurve
from prssmi_match.solution.comparison import Comparison
from prssmi_match.solution.diagnosis import Diagnosis
from prssmi_match.solution.explanation import Explanation
from prssmi_match.solution.give_up_curve import GiveUpCurve
from prssmi_match.solution.result import Result
from prssmi_match.solution.rule_costs import RuleCosts
from prssmi_match.solution.slot_values import SlotValues
from prssmi_match.solution.waitlist import Waitlist
from prssmi_match.solution.weight_ranges import WeightRanges
from prssmi_match.solution.why_not import WhyNot
from prssmi_match.solution.withdrawals import Withdrawals

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from prssmi_match.problem.participants import Mentee, Mentor
    from prssmi_match.reporting.document import Block, Content
    from prssmi_match.reporting.document import Part as ContentPart
    from prssmi_match.solution.part import Part

__all__ = ["render_notebook"]

MOST_ROWS = 60
"""Rows of a table, and items of a list, before the rest is only counted."""
OF_RESULT = ("summary", "conflict", "answer", "unmatched")
"""The sections that a result shows; the report has the others."""
OF_THEMSELVES = (
    Alternatives,
    Backups,
    Certainty,
    ChangeCurve,
    Comparison,
    Diagnosis,
    Explanation,
    GiveUpCurve,
    RuleCosts,
    SlotValues,
    Waitlist,
    WeightRanges,
    WhyNot,
    Withdrawals,
)
"""Parts that can be told without their problem."""
_BOX = "max-width:60em;overflow-x:auto;overflow-wrap:break-word"
_TEXT = "text-align:left;vertical-align:top;white-space:pre-line"


def render_notebook(value: object) -> str | None:
    """Return an object as HTML for a notebook; None where its ``repr`` says as much.

    A part of an answer that does not know its problem names sites by their ids, but for its sentences.
    """
    sections = _sections(value)
    if not sections:
        return None
    content = "".join(map(_section, sections))
    # Notebooks typeset what stands between dollar signs, unless they are told that it is not mathematics.
    return f'<div class="tex2jax_ignore mathjax_ignore" style="{_BOX}">{content}</div>'


def _sections(value: object) -> Sequence[Section]:
    if isinstance(value, Problem):
        return (_problem(value),)
    if isinstance(value, Result):
        return [section for section in build_sections(value, ()) if section.id in OF_RESULT]
    if isinstance(value, OF_THEMSELVES):
        return build_part(_stand_in(value), value)
    return ()


def _stand_in(part: Part) -> Problem:
    """Return a problem that knows the mentors that a part lists, by their ids."""
    listed = {row.mentor for row in part.rows} if isinstance(part, SlotValues | Withdrawals) else set[str]()
    return Problem.model_validate({"mentors": [{"id": mentor} for mentor in listed]})


def _problem(problem: Problem) -> Section:
    program = problem.program
    places = sum(problem.capacity(mentor) for mentor in problem.mentors if mentor.available)
    facts = Facts(
        (
            ("Mentees", _available(problem.mentees)),
            ("Mentors", f"{_available(problem.mentors)}, with {places} places"),
            ("Starts from", problem.preset),
        )
    )
    rules = Table(
        (Column("Name"), Column("Rule", "prose")),
        tuple((Data(named.id), Data(rule_sentence(problem, named))) for named in program.rules),
        "Rules",
    )
    aims = Table(
        (Column("Aim"), Column("In words", "prose")),
        tuple((Data(tier.name), Data(tier_sentence(tier))) for tier in program.tiers),
        "Aims, in strict order",
    )
    tables = tuple(table for table in (rules, aims) if table.rows)
    return Section("problem", Data(problem.name) if problem.name else "Problem", (facts, *tables))


def _available(sites: Sequence[Mentee] | Sequence[Mentor]) -> str:
    return f"{sum(site.available for site in sites)} available of {len(sites)}"


def _section(section: Section) -> str:
    return f"<p><strong>{_html(section.title)}</strong></p>{''.join(map(_block, section.blocks))}"


def _block(block: Block) -> str:
    match block:
        case Text():
            return f"<p>{_html(block.content)}</p>"
        case Items():
            return f"<ul>{''.join(f'<li>{_html(item)}</li>' for item in _first(block.items))}</ul>"
        case Facts():
            rows = (f'<tr><th style="{_TEXT}">{_html(label)}</th>{_cell(value)}</tr>' for label, value in block.facts)
            return f"<table>{''.join(rows)}</table>"
        case Table():
            return _table(block)
        case _:
            return ""  # drawings are for the report; pm.plots draws for notebooks


def _table(table: Table) -> str:
    head = "".join(f'<th scope="col" style="{_TEXT}">{_html(column.title)}</th>' for column in table.columns)
    rows = (f"<tr>{''.join(map(_cell, row, table.columns))}</tr>" for row in table.rows[:MOST_ROWS])
    caption = f'<caption style="{_TEXT}">{_html(table.caption)}</caption>'
    more = _more(len(table.rows), "row")
    return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>{more}"


def _cell(content: Content, column: Column | None = None) -> str:
    style = "text-align:right;vertical-align:top" if column is not None and column.kind == "number" else _TEXT
    return f'<td style="{style}">{_html(content)}</td>'


def _first(items: Sequence[Content]) -> Iterator[Content]:
    yield from items[:MOST_ROWS]
    if len(items) > MOST_ROWS:
        yield f"and {len(items) - MOST_ROWS} more"


def _more(count: int, what: str) -> str:
    rest = count - MOST_ROWS
    return f"<p>{rest} more {what}{'' if rest == 1 else 's'}</p>" if rest > 0 else ""


def _html(content: Content) -> str:
    parts: Iterable[ContentPart] = content if isinstance(content, tuple) else (content,)
    return "".join(map(_part, parts))


def _part(part: ContentPart) -> str:
    """Return a part as text; one that comes from the data stands in a direction of its own."""
    text = escape(without_controls(plain_text(part)))
    return text if isinstance(part, Number) else f"<bdi>{text}</bdi>"
