"""A report as one self-contained HTML page."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

from prssmi_match.errors import MissingExtraError
from prssmi_match.reporting.characters import has_bidi_control, without_controls
from prssmi_match.reporting.document import Data, Facts, Figure, Items, Number, Table, Text, as_parts, plain_text
from prssmi_match.reporting.entries import Entries
from prssmi_match.reporting.grid import Grid
from prssmi_match.reporting.grid_data import grid_data

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

    from prssmi_match.reporting.document import Block, Content, Part, Report

__all__ = ["render_html"]


def render_html(report: Report) -> str:
    """Return a report as a page that loads nothing and runs only its own script, whatever the data holds.

    Raises
    ------
    MissingExtraError
        If jinja2 is not installed.
    """
    page = _environment().get_template("report.html.j2")
    style, script = _shipped("report.css"), _shipped("report.js")
    return page.render(
        report=report,
        style=style,
        script=script,
        policy=_content_policy(style, script),
        plain=_plain,
        places=_places(report),
    )


@cache
def _shipped(name: str) -> str:
    return (resources.files("prssmi_match.reporting") / "templates" / name).read_text(encoding="utf-8")


def _places(report: Report) -> frozenset[str]:
    """Return where links can lead: a site has an entry only in the report of a whole result."""
    blocks = [block for section in report.sections for block in section.blocks]
    return frozenset(entry.id for block in blocks if isinstance(block, Entries) for entry in block.entries)


@cache
def _environment() -> Environment:
    try:
        from jinja2 import Environment, PackageLoader, StrictUndefined
    except ImportError as error:
        raise MissingExtraError("jinja2", "report") from error
    environment = Environment(
        loader=PackageLoader("prssmi_match.reporting", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(parts=_parts, image=_image, grid_data=_grid_data)
    environment.globals["template_of"] = _template_of
    return environment


def _content_policy(style: str, script: str) -> str:
    """Return a Content-Security-Policy that lets through this style sheet, this script and embedded images only.

    Text that reaches an element as markup is refused as well, also from our own script.
    """
    return (
        f"default-src 'none'; script-src '{_fingerprint(script)}'; style-src '{_fingerprint(style)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )


def _fingerprint(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _grid_data(grid: Grid) -> Markup:
    """Return the data of a grid as JSON in which nothing can end the element that it stands in."""
    from markupsafe import Markup

    return Markup(grid_data(grid))  # noqa: S704 - grid_data escapes <, > and &


def _template_of(block: Block) -> str:
    match block:
        case Text():
            return "text.html.j2"
        case Items():
            return "items.html.j2"
        case Facts():
            return "facts.html.j2"
        case Table():
            return "table.html.j2"
        case Figure():
            return "figure.html.j2"
        case Grid():
            return "grid.html.j2"
        case Entries():
            return "entries.html.j2"


class _Shown(NamedTuple):
    """A part of some content as the page shows it."""

    text: str
    isolated: bool = False
    mark: str = ""
    place: str = ""


def _parts(content: Content) -> list[_Shown]:
    return [_shown(part) for part in as_parts(content)]


def _shown(part: Part) -> _Shown:
    match part:
        case Data(text, place):
            return _Shown(without_controls(text), isolated=True, place=place)
        case Number(value, mark):
            return _Shown(str(value), mark=mark)
        case str():  # a sentence of ours may quote data
            return _Shown(without_controls(part), isolated=has_bidi_control(part))


def _plain(content: Content) -> str:
    return without_controls(plain_text(content))


def _image(svg: str) -> str:
    """Return a drawing as an address of its own: in an image, no script of it runs and nothing loads."""
    return f"data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}"
