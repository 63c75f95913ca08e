"""The part of a draft that tells of one field: its question, layout, answers and levels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from prssmi_match.intake.columns import Kind
from prssmi_match.intake.guess.levels import levels_of
from prssmi_match.intake.guess.meanings import meanings_of
from prssmi_match.intake.guess.writing import comment, quoted, shown
from prssmi_match.intake.mapping.questions import OPEN
from prssmi_match.intake.surveys import Layout

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from prssmi_match.intake.guess.asked import Export
    from prssmi_match.intake.guess.claims import Claim
    from prssmi_match.intake.guess.known_sites import KnownSites
    from prssmi_match.intake.guess.meanings import Meaning

__all__ = ["Section", "field_section", "id_section"]

_LONGEST = 300
_KNOWN = 40
_WHY = {True: "its answers look like it, but its words do not say so", False: "its words say it only nearly"}
_CHECKS = {
    Layout.RANK_COLUMNS: "each column is a rank, and its cells name the site at that rank",
    Layout.ITEM_COLUMNS: "each column is a site, and its cells hold its rank, 1 for the best",
    Layout.ORDERED: "a cell lists the sites, the best first",
}


@dataclass(frozen=True, slots=True)
class Section:
    """Lines of a draft, and how many places in them a person must fill in."""

    lines: Sequence[str]
    open: int = 0


def field_section(claim: Claim, export: Export, sites: KnownSites, other_topics: Collection[str]) -> Section:
    """Return the section of a field."""
    answers, more = meanings_of(claim, export, sites, other_topics)
    levels = levels_of(claim, export)
    place = f"{export.side}.fields.{claim.column.name}"
    lines = [*_heading(claim), f"[{place}]", *_question(claim)]
    if claim.layout is not Layout.SINGLE:
        lines += [*_layout_words(claim, export), f"layout = {quoted(claim.layout.value)}"]
    lines += _items(claim, place)
    if answers:
        lines += [f"[{place}.answers]", *_split_words(claim, export, answers)]
        lines += [*_known(claim, answers, sites), *_table(answers)]
    if more:
        lines.append(comment(f"And {more:,} more answers; is this the right question?"))
    if levels:
        lines += [f"[{place}.levels]", *_table(levels)]
    open_places = more + sum(meaning.is_open for meaning in (*answers, *levels))
    if claim.column.kind is Kind.TOPICS and any(meaning.is_open for meaning in answers):
        # Codes are no topics: stated as they are, two of them could be taken for the same topic on both sides.
        words = "The export holds codes of topics only. Write the topics, and remove the # before these lines:"
        return Section([comment(words), *(comment(line.removeprefix("# ")) for line in lines), ""], open_places)
    return Section([*lines, ""], open_places)


def id_section(claims: Mapping[str, Claim], export: Export) -> Section:
    """Return the section of the id where no question states it: nothing where a name does."""
    if "id" in claims:
        return Section([])
    if "name" in claims:
        return Section([comment("Ids are made of the names: Pine County gives pine-county."), ""])
    if "organization" in claims:
        words = "No question states an id or a name, so ids are made of the organization: check"
        lines = [f"question = {quoted(claims['organization'].asked.keys[0])}", "slug = true"]
        return Section([comment(words), f"[{export.side}.fields.id]", *lines, ""])
    words = 'Not found: which question states the name of the site? Write it in place of "?".'
    return Section([comment(words), f"[{export.side}.fields.name]", f"question = {quoted(OPEN)}", ""], 1)


def _heading(claim: Claim) -> Iterator[str]:
    more = f" ({len(claim.asked.keys)} questions)" if len(claim.asked.keys) > 1 else ""
    doubt = "" if claim.is_sure else f": check, {_WHY[claim.by_answers]}"
    yield comment(f'"{shown(claim.asked.text)}"{more}{doubt}')


def _question(claim: Claim) -> Iterator[str]:
    if claim.asked.form == "one":
        yield f"question = {quoted(claim.asked.keys[0])}"
    elif claim.layout is Layout.RANK_COLUMNS:
        yield from ("question = [", *(f"    {quoted(key)}," for key in claim.asked.keys), "]")


def _items(claim: Claim, place: str) -> Iterator[str]:
    """Yield a question an item, where there is one."""
    if claim.asked.form != "one" and claim.layout is not Layout.RANK_COLUMNS:
        yield f"[{place}.question]"
        pairs = zip(claim.asked.keys, claim.asked.parts, strict=True)
        yield from (f"{quoted(key)} = {quoted(part.text)}" for key, part in pairs)


def _layout_words(claim: Claim, export: Export) -> Iterator[str]:
    if claim.column.kind is not Kind.GROUPS:
        return
    alone = [part for part in claim.asked.columns if export.answers(part)] or [*claim.asked.columns]
    header = shown(export.survey.label_of(alone[0]) or claim.asked.text)
    yield comment(f'Check in {shown(export.file)}, from the column "{header}" on: {_CHECKS[claim.layout]}.')
    if claim.doubt:
        yield comment(f"Not certain: {claim.doubt}.")


def _known(claim: Claim, answers: Sequence[Meaning], sites: KnownSites) -> Iterator[str]:
    """Yield what can be written, where something must be."""
    if claim.column.kind is Kind.TOPICS or not any(meaning.is_open for meaning in answers):
        return
    values = claim.column.known or [*sites.names][:_KNOWN]
    if values:
        rest = "" if claim.column.known or len(sites.names) <= _KNOWN else ", ..."
        yield comment(f"What can be meant: {', '.join(shown(value) for value in values)}{rest}")


def _table(meanings: Sequence[Meaning]) -> Iterator[str]:
    for meaning in meanings:
        if len(meaning.answer) > _LONGEST:
            yield comment(f'A text of {len(meaning.answer):,} letters that begins "{shown(meaning.answer)}"')
            continue
        value = meaning.value if isinstance(meaning.value, int) else quoted(meaning.value)
        line = f"{quoted(meaning.answer)} = {value}{f'   # {meaning.note}' if meaning.note else ''}"
        yield line if meaning.stated else comment(line)


def _split_words(claim: Claim, export: Export, answers: Sequence[Meaning]) -> Iterator[str]:
    mark = export.survey.separator
    listed = claim.layout in {Layout.LISTED, Layout.ORDERED}
    doubtful = mark == "," or any(meaning.is_open for meaning in answers)
    if listed and doubtful and any(mark in cell for cell in export.answered(claim.asked)):
        yield comment(f"Cells were split at {quoted(mark)}: where an option holds one itself, join its lines.")
