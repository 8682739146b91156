"""What sets a day for an act of ours is the next step, whatever was asked; what the customer wants by a day is none."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from coach.context import Context, Tools
from coach.interview.state import Interview
from coach.interview.step import step

TODAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("那就这么定:下周三,12月2号,我跟他们的王工连个线,把参数表过一遍。", "2026-12-02"),
        ("十二月九号礼拜三,我带两台样机去他们车间试跑一天。", "2026-12-09"),
        ("接着就是元月五号,我们把货架样板拉到他们仓库装起来。", "2027-01-05"),
        ("We've agreed that on the 3rd I'll walk their chief engineer through the test report.", "2026-12-03"),
        ("The plan is, sixteenth of December we run the trial at their dock.", "2026-12-16"),
        ("On Thursday 10 December Piet takes me to the board.", "2026-12-10"),
        ("下一步:2026年12月9日,周三,北京时间17:00,与Youssef开线上会议,提交报告。", "2026-12-09"),
        ("Next: Tuesday 15 December, at 3 pm, I meet their quality lead.", "2026-12-15"),
        ("So we're set for Tuesday the 8th of December, live count in the tunnel, 6 a.m.", "2026-12-08"),
        ("We're booked in for a week from today, a trial on their line.", "2026-12-03"),
        ("Right, it's scheduled for next Tuesday the 8th, in their lab.", "2026-12-08"),
        ("约好了，下周二8号我们过去试机。", "2026-12-08"),
        ("日子定在两周后，现场跑一遍。", "2026-12-10"),
        ("So it's a kiln walk in Stoke on Tuesday 8 December, half eight, me and Bernadette.", "2026-12-08"),
        ("We fixed a night count at the depot with Odile for 11 December.", "2026-12-11"),
        ("Agreed is a restart drill, remote, with Jonas and Ms. Ek on Monday 14 December.", "2026-12-14"),
        ("Pilot kicks off 7 Dec at the east barn, Hana and Joe.", "2026-12-07"),
        ("约好12月3日下午，带样条去见潘总。", "2026-12-03"),
        ("敲定了，12月11号在码头涂一块试板。", "2026-12-11"),
        ("跟厂长讲好了12月9号一起下窑看一遍。", "2026-12-09"),
        ("I'm sending her two samples on 9 December.", "2026-12-09"),
        ("约好12/9去他们仓库做断电测试", "2026-12-09"),
        ("下一步：12月9日他们仓库断电测试", "2026-12-09"),
        ("Next: 12/10 Moira shows me the line", "2026-12-10"),
        ("Agreed: Moira opens the tank room for us on 10 December", "2026-12-10"),
        ("12月9号我给她寄两个样品。", "2026-12-09"),
        ("She wants us to send two samples by 9 December.", None),
        ("她要我们12月9号之前寄样品。", None),
        ("他们说好12月15号开标。", None),
        ("他们下一步12月15号才谈价格。", None),
        ("Next year's audit is on 8 December.", None),
        ("There's a drill of the fire brigade in their building on 12 December.", None),
        ("Their board sits on 9 December and decides then.", None),
        ("Their audit is on 8 December.", None),
        ("他们跟老供应商约好了12月8号续签。", None),
        ("他们要求12月20号之前到货。", None),
        ("老板说明年一月三号换系统。", None),
        ("They need delivery by 15 January.", None),
        ("He told me the tender opens on 14 December.", None),
    ],
)
def test_dated_acts(tools: Tools, tmp_path: Path, text: str, day: str | None) -> None:
    state, context = Interview(), Context(tools, TODAY, tmp_path)
    for line in ("Nordlys AS", text):
        state, _ = step(state, line, context)
    assert (state.next_step.date if state.next_step else None) == day
