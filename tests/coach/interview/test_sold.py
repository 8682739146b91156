"""The catalogue follows from what the user sells; what the customer runs or makes is no sign beside that."""

import pytest

from coach.pitch.compose import trade_for

PACKAGING, LIGHTING = "packaging_machines", "led_lighting"
SOLD = [
    (["我们卖紫外线杀菌器，客户是蓝湖饮料", "他们有三条灌装线，换型老停机"], None),
    (["We sell UV sterilisers, the customer is Lakeside Juice", "The filling line stops at every changeover"], None),
    (["我们做包装机，客户是蓝湖饮料", "他们仓库的灯具老坏，照明不行"], PACKAGING),
    (
        ["We make packing machines, the customer is Lakeside Juice", "Their lamps flicker, the luminaires fail"],
        PACKAGING,
    ),
    (["我们卖LED灯，客户是蓝湖饮料", "他们有三条灌装线，换型老停机"], LIGHTING),
    (["蓝湖饮料", "灌装线换型的时候老停机"], None),
    (["Lakeside Juice", "The filling line stops at every changeover"], None),
]


@pytest.mark.parametrize(("told", "trade"), SOLD)
def test_the_catalogue_follows_from_what_is_sold(talk, tools, told, trade):
    state, _ = talk(*told)
    assert trade_for(state, tools) == trade
