"""One subject, in a process of its own: ``python -m benchmarks.subject FAMILY CASE SUBJECT [INSTANCE]``.

It prints its answer as the last line; with INSTANCE, it writes there what a script of another environment reads.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

from benchmarks.case import Outside, find
from benchmarks.families import FAMILIES

if __name__ == "__main__":
    name, case, subject, *instance = sys.argv[1:]
    run = find(FAMILIES[name], case, subject).run
    if isinstance(run, Outside):
        Path(instance[0]).write_text(json.dumps(run.instance()), encoding="utf-8")
    else:
        print(json.dumps(asdict(run())))
