"""What a firm makes or does, plainly told, is no need; what is wanted of such a firm is one."""

import pytest

from coach.interview.no_need import is_trade


@pytest.mark.parametrize(
    "words",
    [
        "a tile maker in Porto", "Cerâmica Douro is a tile maker in Porto", "they're a pest control firm",
        "a scrap dealer in Essen", "a cement plant outside Cairo", "a company that repairs broken wind turbines",
        "it's a glass recycler outside Leeds", "a maker of fire extinguishers in Turin", "new customer, a tile maker in Porto",
        "they are a pump repair shop near Lyon", "a family-run sawmill in Styria",
        "他们专门做退货清仓的", "是一家做瓷砖的厂", "他们是一家修水泵的小厂", "一家做返修翻新的公司",
    ],
)  # fmt: skip
def test_a_trade(words):
    assert is_trade(words)


@pytest.mark.parametrize(
    "words",
    [
        "a second supplier near Lyon", "a new plant in Porto", "a repair service in Ohio", "a plant that keeps breaking down",
        "a company that lets them down", "a cheaper maker", "a printer for labels", "they want a tile maker in Porto", "a warranty of five years",
        "他们要一家做瓷砖的厂", "一家不拖货的厂", "他们做不出来", "一家能当天送的供应商",
    ],
)  # fmt: skip
def test_no_trade(words):
    assert not is_trade(words)


@pytest.mark.parametrize(
    "lines",
    [
        ("Brightwater Foods", "Cerâmica Douro, a tile maker in Porto"),
        ("Brightwater Foods", "a scrap dealer in Essen"),
        ("Rossi", "a roadside breakdown service in Ohio, Rossi is a company that cleans up oil spills"),
        ("先聊恒丰乳业", "他们专门做退货清仓的"),
    ],
)
def test_no_need_is_noted(talk, lines):
    assert [need.quote for need in talk(*lines)[0].needs if "service" not in need.quote] == []
