"""The customer's name in the first answer: with its legal form, behind a country, without marks; a sentence is none."""

import pytest

from coach.interview.account import account_name

NAMES = [
    ("克罗地亚。Kvarner Brod d.d.,简称Kvarner。修船也造船", "Kvarner Brod d.d."),
    ("克罗地亚。Jadran Brod,修船也造船", "Jadran Brod"),
    ("嗯我在车上用语音讲啊客户是赞比亚的叫Mutende Towers Limited我们平时就说木腾", "Mutende Towers Limited"),
    ("坦桑尼亚湖边上一个玫瑰农场,Mawingu Roses,六十公顷大棚", "Mawingu Roses"),
    ("我手上有个云南的客户[呲牙]叫红河滇莓", "红河滇莓"),
    ("说的是Kwazulu Steel Pty Ltd,德班的", "Kwazulu Steel Pty Ltd"),
    ("长城,做汽车的", "长城"),
    ("塔一共一千一百多座吧三成没接市电全靠油机跟电池顶着", None),
    ("Good day. Customer is Pinturas del Sur S.A.C. from Arequipa, Peru.", "Pinturas del Sur S.A.C."),
    ("Client: Nordfjord Laks AS, salmon", "Nordfjord Laks AS"),
    ("Hello, an account in Poland: Farby Brzeg Sp. z o.o.", "Farby Brzeg Sp. z o.o."),
    ("We sell lamps for Lumen GmbH, the customer is Koti Kaluste Oy in Tampere", "Koti Kaluste Oy"),
    ("I'm from Hartmann GmbH. My customer is Delmonte Foods", "Delmonte Foods"),
    ("It's Loch Torran Salmon, nine sites AS far as I know", "Loch Torran Salmon"),
]


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_account_name(tools, text, name):
    assert account_name(text, tools.manners, tools.finder.find(text)) == name
