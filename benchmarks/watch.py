"""Run a command with a limit of time, and tell how it ended and its peak of memory, as one line of JSON.

A small process of its own: on Linux the peak of a process counts from before it loads its program, so that a large
parent would be measured instead.
"""

from __future__ import annotations

import contextlib
import json
import os
import resource
import signal
import subprocess
import sys

__all__ = ["watched"]


def watched(limit: float, command: list[str]) -> dict[str, object]:
    """Return ``code`` (None where it had to be stopped), ``output``, ``errors`` and ``memory`` in megabytes."""
    with subprocess.Popen(  # noqa: S603 - our own commands
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        code: int | None = None
        try:
            output, errors = process.communicate(timeout=limit)
            code = process.returncode
        except subprocess.TimeoutExpired:
            _stop(process)
            output, errors = process.communicate()
        except BaseException:
            _stop(process)
            raise
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    unit = 1e6 if sys.platform == "darwin" else 1e3  # bytes there, kilobytes elsewhere
    return {"code": code, "output": output, "errors": errors, "memory": peak / unit}


def _stop(process: subprocess.Popen[str]) -> None:
    """End a command with all that it started: it leads a group of its own."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)


def _leave(*_: object) -> None:
    raise SystemExit(1)


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, _leave)
    with contextlib.suppress(KeyboardInterrupt):
        print(json.dumps(watched(float(sys.argv[1]), sys.argv[2:])))
