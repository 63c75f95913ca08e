"""The templates of letters: ours, or a program's own in their place, in a sandbox, all tried before they are used."""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from prssmi_match.errors import Finding, MissingExtraError, ProblemError
from prssmi_match.problem.wording import enumeration
from prssmi_match.reporting.letters.defects import ENDING, finding_of, findings_of_folder
from prssmi_match.reporting.letters.samples import sample_views
from prssmi_match.reporting.letters.words import day_words, meeting_words, visit_words

if TYPE_CHECKING:
    from jinja2.sandbox import SandboxedEnvironment

    from prssmi_match.reporting.letters.view import View

__all__ = ["Templates", "own_templates"]

_SUBJECT = "Subject:"


def own_templates() -> dict[str, str]:
    """Return our templates by file name, for a program to start its own from."""
    folder = resources.files("prssmi_match.reporting.letters") / "templates"
    files = sorted((file for file in folder.iterdir() if file.name.endswith(ENDING)), key=lambda file: file.name)
    return {file.name: file.read_text(encoding="utf-8") for file in files}


class Templates:
    """Templates that were found to work.

    Parameters
    ----------
    folder : str or Path or None
        A program's own; each takes the place of ours of the same name, and those that begin with ``_`` are for them to
        include.

    Raises
    ------
    ProblemError
        With all that is wrong with the templates, each finding with file and line.
    MissingExtraError
        If the extra ``report`` is not installed.
    """

    def __init__(self, folder: str | Path | None = None) -> None:
        self._folder = None if folder is None else Path(folder)
        findings = [] if self._folder is None else findings_of_folder(self._folder)
        if not findings:
            self._environment = _environment(self._folder)
            findings = [finding for view in sample_views() if (finding := self._tried(view)) is not None]
        if findings:
            first = {(finding.code, finding.place): finding for finding in reversed(findings)}
            raise ProblemError(list(first.values())[::-1])

    def render(self, view: View) -> tuple[str, str]:
        """Return the subject and the text of a letter.

        Raises
        ------
        ProblemError
            If the template fails on this view, though it did not on the samples.
        """
        told = self._rendered(view)
        if isinstance(told, Finding):
            raise ProblemError([told])
        return told

    def _tried(self, view: View) -> Finding | None:
        told = self._rendered(view)
        return told if isinstance(told, Finding) else None

    def _rendered(self, view: View) -> tuple[str, str] | Finding:
        name = f"{view.kind}{ENDING}"
        fields = {field: getattr(view, field) for field in view.__dataclass_fields__}
        try:
            told = self._environment.get_template(name).render(**fields)
        except Exception as error:  # noqa: BLE001 - a template can raise whatever a filter or a test does
            return finding_of(error, name)
        head, _, text = told.lstrip().partition("\n")
        if not head.startswith(_SUBJECT) or not text.strip():
            sentence = f"{name} should give a first line that begins with {_SUBJECT!r}, and a text below it."
            return Finding("template_without_subject", name, head[:80], _SUBJECT, sentence)
        return head.removeprefix(_SUBJECT).strip(), _tidy(text)


def _tidy(text: str) -> str:
    """Return text without spaces at line ends and without more than one blank line at a time."""
    lines: list[str] = []
    for line in text.strip().splitlines():
        if line.strip() or lines[-1]:
            lines.append(line.rstrip())
    return "\n".join(lines) + "\n"


def _environment(folder: Path | None) -> SandboxedEnvironment:
    try:
        from jinja2 import ChoiceLoader, FileSystemLoader, PackageLoader, StrictUndefined
        from jinja2.sandbox import ImmutableSandboxedEnvironment
    except ImportError as error:
        raise MissingExtraError("jinja2", "report") from error
    ours = PackageLoader("prssmi_match.reporting.letters", "templates")
    environment = ImmutableSandboxedEnvironment(
        loader=ours if folder is None else ChoiceLoader([FileSystemLoader(folder), ours]),
        autoescape=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(listed=enumeration, day=day_words, meeting=meeting_words, visit=visit_words)
    return environment
