"""Needs typed in a hurry, mixed or in broken language: at their level, and plain facts told alike are none."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from coach.context import Context, Tools
from coach.interview.known import report_of
from coach.interview.state import Interview

TOLD = [
    ("latent", "line dwn agn 2x this wk"), ("latent", "pallets broke, smh"), ("latent", "pumps dyin evry other day"),
    ("latent", "their app crashs wen its busy"), ("latent", "forms lost 2x, fined agn"), ("latent", "又断货了😭 停了半天线"),
    ("latent", "去年光 rework 就花了 500k"), ("latent", "他们 aim 明年进 Costco"), ("latent", "One week it cost 4 thousand lari, only bags."),
    ("latent", "A hotel in Crete has begun sending the towels back."), ("latent", "上个月又退了三柜, 差不多四十万白扔了"),
    ("surface", "they need dlvry in 3wks max"), ("surface", "They ask also one year free service and a man for teach."),
    ("surface", "首单 MOQ 不超过 50 台"), ("surface", "他们坚持 OA 45天, 首单不超过 50 台"), ("surface", "the hotel's after towels that don't fray"),
    (None, "gr8 chat w anna"), (None, "met tom 2day, nice guy"), (None, "四家店"), (None, "给三家便利店做贴牌,一天五万份"),
    (None, "I made mistake, cows is 300 and not 200."), (None, "Whether the state has a share, I cannot say."),
    (None, "9个 depot, 一年 200 万箱, 总部在一条老街上"), (None, "nice man"),
]  # fmt: skip


@pytest.mark.parametrize(("level", "text"), TOLD)
def test_levels(tools: Tools, tmp_path: Path, level: str | None, text: str) -> None:
    state = Interview(lang="zh", started=True, account="QQZ")
    report = report_of(state, text, Context(tools, date(2026, 11, 26), tmp_path))
    assert {need.level for need in report.needs} == ({level} if level else set())
    if "50 台" in text:
        assert any("不超过 50 台" in need.quote for need in report.needs)
