import json
import os
import signal
import subprocess
import sys
import time

import pytest

# Eighty-five sites with random lists: the fewest blocking pairs take far longer than this test.
HARD = """
import json, random, sys
import prssmi_match as pm
draw = random.Random(1)
mentees = [f"a{i:02}" for i in range(60)]
mentors = [f"m{i:02}" for i in range(25)]
def site(name, others, **fields):
    listed = draw.sample(others, len(others) // 2)
    return {"id": name, "preferences": [[other] for other in listed], **fields}
document = {
    "preset": "none",
    "mentees": [site(name, mentors, workload=draw.randint(1, 5)) for name in mentees],
    "mentors": [site(name, mentees, min_mentees=2, max_mentees=4, max_workload=9) for name in mentors],
    "rules": [{"kind": "opening", "max": 15}],
    "policy": {"tiers": [
        {"name": "calm", "maximize": [
            {"criterion": "coverage", "weight": 3}, {"criterion": "few_blocking_pairs"}, {"criterion": "balance"},
        ]},
        {"name": "seats", "maximize": [{"criterion": "coverage"}]},
    ]},
}
def listen(tier, incumbent, bound, seconds):
    print(json.dumps([tier, incumbent, bound]), flush=True)
result = pm.match(pm.Problem.model_validate(document), on_progress=listen, workers=int(sys.argv[1]))
print(json.dumps({"status": result.status, "tiers": [tier.proved for tier in result.tiers],
    "valid": result.verification.valid, "best": result.tiers[0].best}), flush=True)
"""


def interrupted(workers, seconds):
    """Send Ctrl-C to a search some seconds after its first answer; return what it printed, or None where it hangs."""
    process = subprocess.Popen([sys.executable, "-c", HARD, str(workers)], stdout=subprocess.PIPE, text=True)
    with process:
        first = process.stdout.readline()
        time.sleep(seconds)
        assert process.poll() is None
        process.send_signal(signal.SIGINT)
        try:
            told, _ = process.communicate(timeout=30)
        except subprocess.TimeoutExpired:
            process.kill()
            return None
    assert process.returncode == 0
    return [json.loads(line) for line in (first + told).splitlines()]


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="there is no SIGINT to send")
@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("seconds", [0.5, 1, 2, 3])
def test_interrupt_inside_the_solver(workers, seconds):
    """Ctrl-C while the solver works ends it within seconds, with the best answer that it has told of."""
    lines = interrupted(workers, seconds)
    assert lines is not None, "the process hangs"
    *told, result = lines
    assert (result["status"], result["valid"]) == ("feasible", True)
    assert not result["tiers"][0]
    assert result["best"] >= max(
        (incumbent for tier, incumbent, _ in told if tier == "calm" and incumbent is not None), default=-99
    )
