"""After a visit the firm is called by its name, not by what it makes."""

from datetime import date

import pytest

from benchmarks.dialogues import apart


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("刚见完一家做宠物食品的,新希望宠物食品", "新希望宠物食品"),
        ("刚拜访完一家做泵的,华隆泵业", "华隆泵业"),
        ("I just came back from visiting Fernlicht", "Fernlicht"),
    ],
)
def test_named_behind_the_description(text, name):
    with apart() as assistant:
        turn = assistant.take_turn(None, text, today=date(2026, 11, 26), user="seller")
    assert f"“{name}”" in "\n".join(turn.messages)
