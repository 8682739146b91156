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
    ("客户是沙特延布海岸水务公司(以下简称海岸水务),国有控股,运营三座海水淡化厂。", "沙特延布海岸水务公司"),
    ("本次客户为宁波远帆紧固件厂（下文称远帆），做螺栓的", "宁波远帆紧固件厂"),
    ("The customer is Aird Stone Ltd (Aird for short), a quarry", "Aird Stone Ltd"),
    ("见了顾家乐，一家连锁药店", "顾家乐"),
    ("Just met Harbour Pumps, a maker of marine pumps in Rotterdam", "Harbour Pumps"),
    ("I visited Nordfjord Seafood, a salmon farm near Bergen", "Nordfjord Seafood"),
    ("Just back from Tessellate, a tile maker in Porto", "Tessellate"),
    ("Had a first call with Quillon Robotics, a startup from Graz", "Quillon Robotics"),
    ("We met Oakhurst Primary (the biggest school in town)", "Oakhurst Primary"),
    ("I met Anna Berg, a buyer at a retail chain", None),
    ("I met Lena Fuchs, a nice lady", None),
    ("客户：王总", None),
    ("甲方：张工", None),
    ("甲方：王总很着急", None),
    ("甲方：很着急要货", None),
    ("客户：比较急", None),
    ("Client: very keen to start", None),
    ("Customer: wants a quote", None),
    ("Customer: Mr Halloran", None),
    ("客户：绿源食品有限公司", "绿源食品有限公司"),
    ("客户：新希望", "新希望"),
    ("The customer is Halloran Dairy Co-op.", "Halloran Dairy Co-op"),
    ("Client: Pellworm Growers Cooperative", "Pellworm Growers Cooperative"),
    ("塔一共一千一百多座吧三成没接市电全靠油机跟电池顶着", None),
    ("Good day. Customer is Pinturas del Sur S.A.C. from Arequipa, Peru.", "Pinturas del Sur S.A.C."),
    ("Client: Nordfjord Laks AS, salmon", "Nordfjord Laks AS"),
    ("Hello, an account in Poland: Farby Brzeg Sp. z o.o.", "Farby Brzeg Sp. z o.o."),
    ("We sell lamps for Lumen GmbH, the customer is Koti Kaluste Oy in Tampere", "Koti Kaluste Oy"),
    ("I'm from Hartmann GmbH. My customer is Delmonte Foods", "Delmonte Foods"),
    ("It's Loch Torran Salmon, nine sites AS far as I know", "Loch Torran Salmon"),
]

LABELLED = [
    ("客户为宁波海昌铸造有限公司（以下简称海昌）。采购是老周。", "宁波海昌铸造有限公司"),
    ("客户为江苏恒力机械制造股份有限公司（以下简称“恒力机械”），今天聊了泵的事", "江苏恒力机械制造股份有限公司"),
    ("客户为国有控股的沙特延布海岸水务公司（以下简称海岸水务）", "沙特延布海岸水务公司"),
    ("甲方是中建三局第二建设公司", "中建三局第二建设公司"),
    ("买方：绿源食品有限公司，要订两条线", "绿源食品有限公司"),
    ("客户名称：华东第二医院", "华东第二医院"),
    ("客户单位：青岛蓝海渔业合作社", "青岛蓝海渔业合作社"),
    ("项目业主为成都轨道交通集团", "成都轨道交通集团"),
    ("采购方为西安第四中学", "西安第四中学"),
    ("甲方叫金石矿业", "金石矿业"),
    ("单位名称：武汉铁路局", "武汉铁路局"),
    ('Client: Harrow & Dean Foundry Ltd (hereinafter "Harrow"). They cast pump housings.', "Harrow & Dean Foundry Ltd"),
    ("Account name - Pellworm Dairy", "Pellworm Dairy"),
    ("Client: Harrow and Sons", "Harrow and Sons"),
    ("Customer name: St Brendan's Hospital", "St Brendan's Hospital"),
    ("Buyer: Castellan Hotels", "Castellan Hotels"),
    ("Purchaser: Delmar Citrus Packers, Seville", "Delmar Citrus Packers"),
    ("End customer: Port of Vlissingen", "Port of Vlissingen"),
]


# scolding, chat and questions to the assistant, as the very first words
NO_NAMES = [
    "滚", "你真笨", "神经病啊", "无聊", "测试一下", "今天天气不错", "你在说什么", "怎么又是你", "你们公司真逗", "随便", "忙死了",
    "ur so dumb", "you lot make me laugh", "u there", "whatever", "just testing", "nice weather today", "who made u", "wassup",
]  # fmt: skip
LIKE_CHAT = [
    ("Test Valley Foods", "Test Valley Foods"), ("无聊猿咖啡", "无聊猿咖啡"), ("Your Kitchen, a chain in Leeds", "Your Kitchen"),
    ("You & Me Bakery, in Cork", "You & Me Bakery"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), LABELLED)
def test_a_word_for_the_customer_is_nobody(talk, text, name):
    assert not {person.name for person in talk(text)[0].people} - {"老周"}


@pytest.mark.parametrize("text", NO_NAMES)
def test_chat_is_no_customer(talk, text):
    state, said = talk(text)
    assert state.account is None
    assert "？" in said or "?" in said, "the customer is asked for again"


@pytest.mark.parametrize(("text", "name"), [*NAMES, *LABELLED, *LIKE_CHAT])
def test_account_name(tools, text, name):
    assert account_name(text, tools.manners, tools.finder.find(text)) == name
