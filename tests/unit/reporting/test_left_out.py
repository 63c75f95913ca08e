from __future__ import annotations

from prssmi_match.cli.choices import PARTS
from prssmi_match.reporting import build_report
from prssmi_match.reporting.document import Items, plain_text
from prssmi_match.reporting.sections.left_out import build_left_out
from prssmi_match.reporting.told import Told
from unit.reporting.cohorts import no_answer, spring
from unit.reporting.parts import certainty, slot_values


def _asked(section):
    (items,) = [block for block in section.blocks if isinstance(block, Items)]
    command, *rest = (plain_text(item) for item in items.items)
    return command, [text.split(":")[0] for text in rest]


def test_every_question_that_was_not_put_is_named_with_the_word_that_puts_it():
    """What a part tells is not named; what is named can be given to the command as it stands."""
    result = spring()
    command, words = _asked(build_report(result, [certainty(result), slot_values(result)]).section("left-out"))
    assert command == f"prssmi-match report … --with {','.join(words)}"
    assert not {"certainty", "slots"} & set(words)
    assert set(words) < set(PARTS)


def test_without_an_answer_nothing_is_left_out():
    """Questions about an answer cannot be put where there is none."""
    assert build_left_out(no_answer(), Told()) is None
