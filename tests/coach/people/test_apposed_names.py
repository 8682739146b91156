"""Names that are words as well, shown by the job behind them."""

from __future__ import annotations

import pytest

from coach.context import Tools


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("田野，水产市场的冷库主管，想换制冰机", "田野"),
        ("田野 水产市场的冷库主管 想换制冰机", "田野"),
        ("田野（水产市场冷库主管）想换制冰机", "田野"),
        ("田野是水产市场的冷库主管，想换制冰机", "田野"),
        ("田野，管冷库的，想换制冰机", "田野"),
        ("田野，负责采购的，嫌贵", "田野"),
        ("高峰，设备科科长，想换泵", "高峰"),
        ("高峰，设备科，嫌贵", "高峰"),
        ("向阳，采购经理，说交期太长", "向阳"),
        ("白雪，护理部主任，要样品", "白雪"),
        ("夏天，酒店的工程部经理，想省电", "夏天"),
        ("江河，纺织厂的设备主管，想换变频器", "江河"),
        ("高山，水泥厂的生产厂长，嫌停机多", "高山"),
        ("他们厂里有两位。黎明，生产经理，支持我们", "黎明"),
        ("Summer, purchasing at the hospital, wants new pumps", "Summer"),
        ("May, head of purchasing, wants a new pump", "May"),
        ("Will, the plant manager, said the line stops", "Will"),
        ("Hope, cold store manager at the fish market, needs an ice machine", "Hope"),
        ("Bill, who runs the cold store, wants a new ice machine", "Bill"),
        ("River (maintenance manager) wants a new compressor", "River"),
    ],
)
def test_a_word_with_a_job_behind_it_is_a_person(tools: Tools, text: str, name: str) -> None:
    assert name in [mention.name for mention in tools.finder.find(text) if mention.named]


@pytest.mark.parametrize(
    "text",
    [
        "田野食品，采购经理想换泵",
        "田野的水稻，他们想自动灌溉",
        "高峰期，采购经理最怕停机",
        "高峰，每天早上八点",
        "夏天，采购经理最怕停机",
        "成本，财务经理，觉得高",
        "方案，设备科的科长，已经看了",
        "成都，水产市场的冷库主管，想换制冰机",
        "金龙，采购经理想换泵",
        "毛利，财务经理，觉得低",
        "In May, head office wants a new pump",
        "May is when the purchasing manager buys",
        "Summer, the busy season, is when pumps fail",
        "Yesterday, the plant manager, as always, wanted it cheaper",
    ],
)
def test_other_words_before_a_job_are_nobody(tools: Tools, text: str) -> None:
    word = text.split("，")[0].split(",")[0].split(" ")[0][:2] if not text.isascii() else text.split()[0].rstrip(",")
    assert word not in [mention.name for mention in tools.finder.find(text) if mention.named]


@pytest.mark.parametrize(
    ("text", "name"),
    [("王芳，品质：证书不全", "王芳"), ("李强，设备：老停机", "李强"), ("王芳（品质部）：证书不全", "王芳")],
)
def test_a_task_with_a_colon_is_a_job(tools: Tools, text: str, name: str) -> None:
    assert [mention.name for mention in tools.finder.find(text) if mention.named] == [name]
