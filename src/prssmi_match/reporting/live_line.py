"""One line that tells how far a search is: in a terminal, in a notebook, or as lines of their own."""

from __future__ import annotations

import sys
import time
from contextvars import copy_context
from threading import Lock, Timer
from typing import TYPE_CHECKING, Any, Protocol, Self

from prssmi_match.reporting.characters import in_one_line

if TYPE_CHECKING:
    from rich.text import Text

__all__ = ["LiveLine", "search_words", "step_words"]

NOTHING_YET = "searching"
LONGEST = 200
"""Characters of a line in a notebook; a terminal cuts at its width."""


def search_words(tier: str, incumbent: int | None, bound: int) -> str:
    """Return where a search stands, in words.

    >>> search_words("fit", 950, 1000)
    'fit: best so far 950, at most 1000 (gap 5.0 %)'
    """
    name = in_one_line(tier)
    if incumbent is None:
        return f"{name}: nothing found yet, at most {bound}"
    if incumbent >= bound:
        return f"{name}: best so far {incumbent}, at most {bound} (proved)"
    gap = 100 * (bound - incumbent) / max(1, abs(bound))
    return f"{name}: best so far {incumbent}, at most {bound} (gap {gap:.1f} %)"


def step_words(what: str, done: int, total: int) -> str:
    """Return how far a question of many searches is, in words.

    >>> step_words("places", 3, 12)
    'places: 3 of 12'
    """
    return f"{in_one_line(what)}: {done} of {total}"


class LiveLine:
    """Follows searches on a line that changes, to be given as ``on_progress``.

    In a notebook the line stands below the cell. In a terminal it needs a ``with`` block, at whose end it is gone, and
    the package ``rich``, and goes to standard error; everywhere else each change is a line of its own there.

    Parameters
    ----------
    patience : float
        Seconds before anything is said.

    Examples
    --------
    >>> import prssmi_match as pm
    >>> problem = pm.Problem.model_validate({"mentees": [{"id": "pine"}], "mentors": [{"id": "oak"}]})
    >>> with pm.LiveLine(patience=2) as line:
    ...     result = pm.match(problem, on_progress=line)
    ...     certainty = pm.whatif.certainty(result, on_progress=line.step)
    """

    def __init__(self, *, patience: float = 0.0) -> None:
        self._patience = patience
        self._surface: _Surface = _Notebook(patience) if _in_notebook() else _Lines(patience)

    def __call__(self, tier: str, incumbent: int | None, bound: int, seconds: float) -> None:
        """Tell where a search stands: ``on_progress`` of a match."""
        self._surface.tell(search_words(tier, incumbent, bound), seconds)

    def step(self, what: str, done: int, total: int, seconds: float) -> None:
        """Tell how many searches are done: ``on_progress`` of a question."""
        self._surface.tell(step_words(what, done, total), seconds)

    def __enter__(self) -> Self:
        """Let the line move, where standard error is a terminal and rich is there."""
        if isinstance(self._surface, _Lines):
            self._surface = _terminal(self._patience) or self._surface
        return self

    def __exit__(self, *_: object) -> None:
        """Take the line away."""
        self._surface.end()


class _Surface(Protocol):
    """Where words are shown."""

    def tell(self, words: str, seconds: float) -> None: ...

    def end(self) -> None: ...


class _Lines:
    """Each change is a line of its own on standard error."""

    def __init__(self, patience: float) -> None:
        self._patience = patience

    def tell(self, words: str, seconds: float) -> None:
        if seconds >= self._patience:
            sys.stderr.write(f"{_clocked(words, seconds)}\n")

    def end(self) -> None:
        """Lines stay."""


class _Terminal:
    """A line of rich that keeps its clock going, and that is taken away at the end."""

    def __init__(self, patience: float) -> None:
        from rich.console import Console
        from rich.live import Live

        self._begin = time.monotonic()
        self._words = NOTHING_YET
        self._ended = False
        self._lock = Lock()
        self._live = Live(
            console=Console(stderr=True),
            get_renderable=self._drawn,
            transient=True,
            redirect_stdout=False,  # standard output is for what comes out
            redirect_stderr=False,
        )
        self._timer = Timer(patience, self._start)
        self._timer.daemon = True
        self._timer.start()
        if patience <= 0:
            self._timer.join()

    def tell(self, words: str, seconds: float) -> None:  # noqa: ARG002 - its own clock goes on between two searches
        self._words = words
        if self._live.is_started:
            self._live.refresh()

    def end(self) -> None:
        self._timer.cancel()
        with self._lock:
            self._ended = True
            self._live.stop()

    def _start(self) -> None:
        with self._lock:
            if not self._ended:
                self._live.start()

    def _drawn(self) -> Text:
        from rich.text import Text

        return Text(_clocked(self._words, time.monotonic() - self._begin), no_wrap=True, overflow="ellipsis")


class _Notebook:
    """A line below the cell that made it, whichever thread tells."""

    def __init__(self, patience: float) -> None:
        self._patience = patience
        self._context = copy_context()  # a notebook finds the cell by it
        self._lock = Lock()
        self._handle: Any = None

    def tell(self, words: str, seconds: float) -> None:
        if seconds >= self._patience:
            with self._lock:
                self._context.run(self._show, _clocked(words, seconds)[:LONGEST])

    def _show(self, line: str) -> None:
        from IPython.display import display

        shown = {"text/plain": line}
        if self._handle is None:
            self._handle = display(shown, raw=True, display_id=True)  # type: ignore[no-untyped-call]
        else:
            self._handle.update(shown, raw=True)

    def end(self) -> None:
        """The last line stays: it says what came out."""


def _clocked(words: str, seconds: float) -> str:
    return f"{seconds:6.1f} s  {words}"


def _in_notebook() -> bool:
    """Whether this runs in a kernel, without importing one."""
    ipython = sys.modules.get("IPython")
    shell = None if ipython is None else ipython.get_ipython()
    return shell is not None and hasattr(shell, "kernel")


def _terminal(patience: float) -> _Terminal | None:
    """Return a line that moves; None where there is no terminal that can, or no rich."""
    if not sys.stderr.isatty():
        return None
    try:
        from rich.console import Console
    except ImportError:
        return None
    return None if Console(stderr=True).is_dumb_terminal else _Terminal(patience)
