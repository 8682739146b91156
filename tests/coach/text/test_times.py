"""Times of day as people write them."""

from __future__ import annotations

import pytest

from coach.text.normalize import normalize
from coach.text.times import find_time


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("周四10:30去", "10:30"),
        ("at 9:05 pm", "21:05"),
        ("2026-12-03 14：00", "14:00"),
        ("下午两点半", "14:30"),
        ("上午十点", "10:00"),
        ("晚上八点一刻", "20:15"),
        ("十二点", "12:00"),
        ("二十点", "20:00"),
        ("9点45分", "09:45"),
        ("3pm", "15:00"),
        ("12 pm", "12:00"),
        ("12 am", "00:00"),
        ("12 am o'clock", "00:00"),
        ("12:30 am", "00:30"),
        ("on Thursday at 10", "10:00"),
        ("on 2026-12-03", None),
        ("35点", None),
        ("三点", "15:00"),
        ("早上6点", "06:00"),
        ("凌晨3点半", "03:30"),
        ("at 3", "15:00"),
        ("3:30", "15:30"),
        ("03:30", "03:30"),
        ("3:30 am", "03:30"),
        ("12:15 am", "00:15"),
        ("十几点", None),
        ("three samples", None),
        ("有点贵", None),
    ],
)
def test_times_of_day(text: str, time: str | None) -> None:
    assert find_time(normalize(text)) == time
