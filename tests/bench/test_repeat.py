from benchmarks.answer import Answer
from benchmarks.repeat import ENOUGH, repeated, repeated_answer


def test_the_first_of_many_calls_warms_up():
    """Sixteen quick calls; the median is that of all but the first, and the last answer is returned."""
    seconds = iter([100.0, *map(float, range(1, 16))])
    answer = repeated_answer(lambda: Answer("proved", one := next(seconds), {"fit": int(one)}))
    assert (answer.seconds, answer.values) == (8.0, {"fit": 15})


def test_a_long_call_is_timed_once(monkeypatch):
    """What takes longer than a few seconds is called once, and that call counts."""
    now = [0.0]
    monkeypatch.setattr("time.perf_counter", lambda: now[0])

    def call():
        now[0] += 2 * ENOUGH
        return "found"

    assert repeated(call) == ("found", 2 * ENOUGH)
