"""The answers to "Start anew?": yes clears, no keeps, "stop" stops, and what tells of something else is taken in."""

import pytest

EN = ("Brightwater Foods", "they want 200 filters", "start over")
ZH = ("先聊恒丰乳业", "他们要200套滤芯", "重新开始")


@pytest.mark.parametrize(
    "lines",
    [
        (*EN, "stop"), (*EN, "quit"), (*EN, "let's stop here"), (*EN, "enough for today"),
        (*ZH, "停"), (*ZH, "先到这里"), (*ZH, "今天就到这吧"),
    ],
)  # fmt: skip
def test_stop_stops(talk, lines):
    state, answer = talk(*lines)
    assert state.paused
    assert state.asking is None
    assert len(state.needs) == 1
    assert state.pending.text[state.lang] not in answer


@pytest.mark.parametrize("lines", [(*EN, "no"), (*EN, "never mind"), (*EN, "back"), (*ZH, "不用"), (*ZH, "算了")])
def test_no_keeps_everything(talk, lines):
    state, answer = talk(*lines)
    assert len(state.needs) == 1
    assert state.pending.text[state.lang] in answer
    assert not state.paused


@pytest.mark.parametrize("lines", [(*EN, "yes"), (*ZH, "好的，重来")])
def test_yes_clears(talk, lines):
    assert talk(*lines)[0].needs == []


def test_what_tells_of_something_else_is_taken_in(talk):
    assert [person.name for person in talk(*EN, "Anna is against us")[0].people] == ["Anna"]
