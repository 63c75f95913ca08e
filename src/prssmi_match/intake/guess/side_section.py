"""The section of one side in a draft, and the sentences that tell of it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from prssmi_match.intake.guess.asked import text_of
from prssmi_match.intake.guess.sections import Section, field_section, id_section
from prssmi_match.intake.guess.writing import comment, quoted, shown
from prssmi_match.problem.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.intake.guess.sides import Side

__all__ = ["side_notes", "side_section"]


def side_section(side: Side) -> Section:
    """Return the section of a side."""
    survey = side.export.survey
    lines = [f"[{side.export.side}]", f"file = {quoted(side.export.file.strip() or survey.sheet.file or '?')}"]
    lines += [f"{name} = {quoted(text)}" for name, text in _read_as(side) if text.strip()]
    lines += [*_one_per(side), *_contacts(side), *_left_out(side), ""]
    sections = [id_section(side.claims, side.export)]
    sections += [field_section(claim, side.export, side.sites, side.other_topics) for claim in side.claims.values()]
    for section in sections:
        lines += section.lines
    return Section(lines, sum(section.open for section in sections))


def side_notes(side: Side, open_places: int) -> Iterator[str]:
    """Yield what was found and what was not."""
    file, claims = shown(side.export.file), side.claims
    yield f"{file}: questions were found for {_count(len(claims), 'field')} of {side.export.side}."
    near = [name for name, claim in claims.items() if not claim.is_sure]
    if near:
        yield f"{file}: check {', '.join(near)}: the words of the questions say it only nearly."
    doubtful = [name for name, claim in claims.items() if claim.doubt]
    if doubtful:
        yield f"{file}: check the layout of {', '.join(doubtful)} before anything else; a wrong one turns every rank."
    if side.missing:
        yield f"{file}: no question was found for {', '.join(side.missing)}."
    if side.has_codes_only:
        yield (
            f"{file} has the codes of the questions only. Export it with the full texts of questions and answers, and "
            "the draft will say more."
        )
    if side.contacts:
        names = ", ".join(f'"{shown(question.text)}"' for question in side.contacts)
        yield f"{file}: contact data is left out: {names}."
    if side.unused:
        yield f"{file}: {_count(len(side.unused), 'other question')}: map or leave out, as left_out says."
    if open_places:
        yield f"{file}: {_count(open_places, 'place')} to be filled in."


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _read_as(side: Side) -> Iterator[tuple[str, str]]:
    yield "sheet", side.export.survey.sheet.sheet
    yield "system", side.export.survey.system


def _one_per(side: Side) -> Iterator[str]:
    """Yield what repeats are known by: the organization, unless it states several sites by their ids."""
    if "organization" not in side.claims:
        return
    several = _several_sites(side)
    if several:
        names = ", ".join(shown(name) for name in several[:3])
        yield comment(f"Not by the organization, since one states several ids: {names}. If those are repeats, say so:")
        yield comment('one_per = "organization"')
    else:
        yield comment("Of several submissions by one organization the last complete one counts:")
        yield 'one_per = "organization"'


def _several_sites(side: Side) -> list[str]:
    """Return the organizations that state several sites, by ids of their own."""
    if "id" not in side.claims:
        return []
    sites: dict[str, set[str]] = defaultdict(set)
    names: dict[str, str] = {}
    for response in side.export.responses:
        organization, site = (
            text_of(response, side.claims[field].asked.columns[0]) for field in ("organization", "id")
        )
        if organization and site:
            sites[fold(organization)].add(fold(site))
            names[fold(organization)] = min(organization, names.get(fold(organization), organization))
    return [names[key] for key in sorted(sites) if len(sites[key]) > 1]


def _contacts(side: Side) -> Iterator[str]:
    if side.contacts:
        yield comment("Contact data, which is never read unless keep_contacts = true:")
        yield from (comment(f'  "{shown(question.text)}"') for question in side.contacts)


def _left_out(side: Side) -> Iterator[str]:
    if not side.unused:
        yield "left_out = []"
        return
    yield comment("No field is filled from these questions. Map them, or leave them out by removing the # before them:")
    yield "left_out = ["
    for question in side.unused:
        text = "" if question.text == question.key else f"   # {shown(question.text)}"
        yield f"    # {quoted(question.key)},{text}"
    yield "]"
