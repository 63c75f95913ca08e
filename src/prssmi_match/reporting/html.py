"""A report as one self-contained HTML page."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from prssmi_match.errors import MissingExtraError
from prssmi_match.reporting.characters import has_bidi_control, without_controls
from prssmi_match.reporting.document import Data, Facts, Figure, Items, Number, Table, Text, plain_text

if TYPE_CHECKING:
    from jinja2 import Environment

    from prssmi_match.reporting.document import Block, Content, Part, Report

__all__ = ["render_html"]


def render_html(report: Report) -> str:
    """Return a report as a page that loads nothing and runs nothing, whatever the data holds.

    Raises
    ------
    MissingExtraError
        If jinja2 is not installed.
    """
    environment = _environment()
    style = environment.get_template("report.css").render()
    page = environment.get_template("report.html.j2")
    return page.render(report=report, style=style, policy=_content_policy(style), plain=_plain)


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
    environment.filters.update(parts=_parts, image=_image)
    environment.globals["template_of"] = _template_of
    return environment


def _content_policy(style: str) -> str:
    """Return a Content-Security-Policy that lets through this style sheet and embedded images, nothing else."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"


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


class _Shown(NamedTuple):
    """A part of some content as the page shows it."""

    text: str
    isolated: bool = False
    mark: str = ""


def _parts(content: Content) -> list[_Shown]:
    return [_shown(part) for part in (content if isinstance(content, tuple) else (content,))]


def _shown(part: Part) -> _Shown:
    match part:
        case Data(text):
            return _Shown(without_controls(text), isolated=True)
        case Number(value, mark):
            return _Shown(str(value), mark=mark)
        case str():  # a sentence of ours may quote data
            return _Shown(without_controls(part), isolated=has_bidi_control(part))


def _plain(content: Content) -> str:
    return without_controls(plain_text(content))


def _image(svg: str) -> str:
    """Return a drawing as an address of its own: in an image, no script of it runs and nothing loads."""
    return f"data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}"
