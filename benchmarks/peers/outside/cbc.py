"""CBC through PuLP: one program, aim after aim, to a gap of nothing. Run in the environment of ``cbc.txt``."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

import pulp


def build(data: dict[str, Any]) -> tuple[pulp.LpProblem, list[pulp.LpVariable]]:
    """Return the rows of a program."""
    problem = pulp.LpProblem("program", pulp.LpMaximize)
    columns = [pulp.LpVariable(f"x{number}", cat=pulp.LpBinary) for number in range(data["columns"])]
    for positions, values, low, high in data["rows"]:
        total = pulp.LpAffineExpression([(columns[p], value) for p, value in zip(positions, values, strict=True)])
        if low is not None:
            problem += total >= low
        if high is not None:
            problem += total <= high
    return problem, columns


def solve(data: dict[str, Any]) -> dict[str, Any]:
    """Solve the aims in order, until one is not proved."""
    begin = time.perf_counter()
    problem, columns = build(data)
    status, values, bounds = "proved", {}, {}
    for aim in data["aims"]:
        total = pulp.LpAffineExpression([(columns[p], w) for p, w in enumerate(aim["weights"]) if w])
        problem.setObjective(total)
        left = max(1.0, begin + data["limit"] - time.perf_counter())
        problem.solve(pulp.PULP_CBC_CMD(msg=False, timeLimit=left, gapRel=0, gapAbs=0.5))
        is_proved = problem.sol_status == pulp.LpSolutionOptimal
        if is_proved or problem.sol_status == pulp.LpSolutionIntegerFeasible:
            values[aim["name"]] = round(pulp.value(total))
        if not is_proved:
            status = "found" if values else "nothing found"
            break
        best = bounds[aim["name"]] = values[aim["name"]]
        problem += total >= best - int(best * aim["give_up"] if aim["give_up"] < 1 else aim["give_up"])
    return {"status": status, "seconds": time.perf_counter() - begin, "values": values, "bounds": bounds}


if __name__ == "__main__":
    print(json.dumps(solve(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))))
