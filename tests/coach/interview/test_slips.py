"""What is put right in the very sentence stands as it was meant; what only denies stays as it was said."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from coach.context import Context, Tools
from coach.interview.slips import without_slips
from coach.interview.state import Interview
from coach.interview.step import step

MEANT = [
    ("They want a delivery every day, no, every two days", "They want a delivery every two days"),
    ("They order it every January, no, every February, by mail", "They order it every February, by mail"),
    ("They asked for 40 pallets, sorry, 50 pallets, by June", "They asked for 50 pallets, by June"),
    ("They asked for forty pallets, no, fifty.", "They asked for fifty pallets."),
    ("We see them on Tuesday, no wait, on Thursday at their plant", "We see them on Thursday at their plant"),
    ("Payment in 30 days - make that 45 days - is what she wants", "Payment in 45 days - is what she wants"),
    (
        "It takes them three weeks, I mean four weeks, to get a spare part",
        "It takes them four weeks, to get a spare part",
    ),
    ("The press stops twice a week... no, three times a week", "The press stops three times a week"),
    ("他们要每天送一次，不对，每两天一次", "他们要每两天送一次"),
    ("他们每年一月下单，哦不，每年二月下单", "他们每年二月下单"),
    ("一共要四十箱，说错了，五十箱，月底要", "一共要五十箱，月底要"),
    ("约了周二，不对，周四去车间", "约了周四去车间"),
    ("账期三十天，不，是四十五天", "账期四十五天"),
    ("备件要等三周……不是，四周才到", "备件要等四周才到"),
]
AS_SAID = [
    "They want 40 pallets, no more than 50",
    "They visit every Monday, not every Tuesday",
    "Every day, no exceptions, says the foreman",
    "They have 3 presses, no 4 of them run",
    "Sorry, 50 pallets",
    "They said no, every two days is too often",
    "The price is 40, no discount",
    "他们要四十箱，不是五十箱",
    "每天送一次，不要每两天一次",
    "他说不，每两天太勤了",
    "三十天不行，四十五天可以",
]


@pytest.mark.parametrize(("said", "meant"), MEANT)
def test_what_is_put_right_on_the_way(tools: Tools, said: str, meant: str) -> None:
    assert without_slips(said, tools.manners) == meant


@pytest.mark.parametrize("said", AS_SAID)
def test_what_denies_stays(tools: Tools, said: str) -> None:
    assert without_slips(said, tools.manners) == said


@pytest.mark.parametrize(
    ("lang", "said", "quote", "wrong"),
    [
        ("en", "They want a delivery every day, no, every two days", "every two days", "every day"),
        ("zh", "他们要每天送一次，不对，每两天一次", "每两天送一次", "每天"),
    ],
)
def test_the_need_quotes_what_was_meant(
    tools: Tools, tmp_path: Path, lang: str, said: str, quote: str, wrong: str
) -> None:
    state, context = Interview(lang), Context(tools, date(2026, 11, 27), tmp_path)
    for text in ({"en": "The customer is Pellworm Dairy", "zh": "客户是绿源食品"}[lang], said):
        state, messages = step(state, text, context)
    assert any(quote in need.quote for need in state.needs)
    assert not any(wrong in need.quote or need.quote in ("no", "不对") for need in state.needs)
    assert quote in messages[0]
