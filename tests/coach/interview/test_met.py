"""Whoever was met is no customer, and a bare meeting tells of no stance."""

from datetime import date

import pytest

from coach.context import Context
from coach.interview.people import standing_of
from coach.interview.state import Interview
from coach.interview.step import step


@pytest.fixture
def told(tools, tmp_path):
    """A function that tells lines one after another; gives the state."""
    context = Context(tools, date(2026, 11, 23), tmp_path)

    def tell(*lines):
        state = Interview()
        for line in lines:
            state, _ = step(state, line, context)
        return state

    return tell


@pytest.mark.parametrize(
    ("text", "account", "people"),
    [
        ("I met Mr Wang, purchasing manager at Blue Sky Lighting", "Blue Sky Lighting", ["Mr Wang"]),
        ("we visited Anna Schmidt of Nordlicht", "Nordlicht", ["Anna Schmidt"]),
        ("Had a call with Tom Baker, CFO of Acme Foods", "Acme Foods", ["Tom Baker"]),
        ("At Castello Hotels I spoke to Maria Rossi yesterday.", "Castello Hotels", ["Maria Rossi"]),
        ("I met Ms Berg, the purchasing manager of Fernlicht GmbH", "Fernlicht GmbH", ["Ms Berg"]),
        ("we saw Piet Bos, the managing director of Vanmeer", "Vanmeer", ["Piet Bos"]),
        ("I met Peter from Engineering at Northwind Trading", "Northwind Trading", ["Peter"]),
        ("Yesterday I had lunch with Ms Chen from Harbour & Sons", "Harbour & Sons", ["Ms Chen"]),
        ("We spoke to Marco Rossi, who buys for Castello Hotels", "Castello Hotels", ["Marco Rossi"]),
        ("Yesterday we visited Brightway Foods", "Brightway Foods", []),
        ("I met Mr Wang", None, ["Mr Wang"]),
        ("Mr Zhao, the finance director, is against us", None, ["Mr Zhao"]),
        ("John Lewis", "John Lewis", ["John Lewis"]),
        ("Wang Lighting, a wholesaler", "Wang Lighting", []),
        ("Dr. Oetker", "Dr. Oetker", ["Dr. Oetker"]),
        ("Anna Schmidt from Nordlicht called me yesterday", "Nordlicht", ["Anna Schmidt"]),
        ("给华联超市的陈总打了个电话", "华联超市", ["陈总"]),
        ("Met Foods", "Met Foods", []),
        ("今天见了蓝天照明的王总", "蓝天照明", ["王总"]),
        ("刚和光明照明的李经理通了电话", "光明照明", ["李经理"]),
        ("去恒远机电见了采购经理赵总", "恒远机电", ["赵总"]),
        ("昨天跟华丽酒店的采购主管陈芳见了面", "华丽酒店", ["陈芳"]),
        ("上午拜访了欧司达灯饰,见到了刘工", "欧司达灯饰", ["刘工"]),
        ("我们和鑫达工程的周主任聊了一下,他们要五年质保", "鑫达工程", ["周主任"]),
        ("见了远洋物流技术总监孙总", "远洋物流", ["孙总"]),
        ("我去见了采购经理王总", None, ["王总"]),
        ("今天和客户的张工吃了个饭", None, ["张工"]),
        ("李娜是产品经理,一直帮我们说话", None, ["李娜"]),
        ("今天国际", "今天国际", []),
        ("Helen Park, dean of the school, wants a quieter floor", None, ["Helen Park"]),
        ("Grace Church (head of housekeeping) complains about the smell", None, ["Grace Church"]),
        ("Tom Price, buyer at Crane & Sons, wants net 60", "Crane & Sons", ["Tom Price"]),
        ("Kofi Mensah, in charge of the cold store, wants spare parts", None, ["Kofi Mensah"]),
        ("Priya Nair, who runs the lab, wants fewer recalls", None, ["Priya Nair"]),
        ("Ward Bakery, owner Helen Park, wants a quieter floor", "Ward Bakery", ["Helen Park"]),
        ("Martin Foods, a bakery, wants flour", "Martin Foods", []),
        ("Victoria Park, a hotel in Leeds, wants linen", "Victoria Park", []),
        ("张敏，器械科科长，想换泵", None, ["张敏"]),
        ("孙丽，护士长", None, ["孙丽"]),
        ("钱伟，采购，要求降价", None, ["钱伟"]),
        ("周建国，负责采购，要便宜", None, ["周建国"]),
        ("刘强，海川食品的厂长，想换线", "海川食品", ["刘强"]),
        ("张敏，器械科科长，在市二院，想换泵", "市二院", ["张敏"]),
        ("王芳，某医院院长，想换床", None, ["王芳"]),
        ("海信，采购，价格压得低", "海信", []),
    ],
)
def test_the_account_is_the_firm_of_who_was_met(told, text, account, people):
    state = told(text)
    assert state.account == account
    assert [person.name for person in state.people] == people


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("我去见了采购经理王总。我们卖面板灯", "unknown"),
        ("我拜访了张经理,他们用LED灯", "unknown"),
        ("今天和陈总通了电话,我们做配电柜", "unknown"),
        ("上周碰到刘主任,他们有三个工厂", "unknown"),
        ("昨天见了品质经理赵工,我们卖包装纸箱", "unknown"),
        ("I met Mr Wang, they buy panel lights", "unknown"),
        ("We spoke to the buyer Anna Schmidt, we sell switchgear", "unknown"),
        ("Had lunch with Tom Baker, they run three plants", "unknown"),
        ("今天见了李工,他悄悄跟我说了对手的底价", "coach"),
        ("和王总聊了,他坚决反对换供应商", "opponent"),
        ("I met Anna, she tipped us off about the tender", "coach"),
        ("We met Mr Zhao, he is firmly against us", "opponent"),
    ],
)
def test_a_bare_meeting_tells_of_no_stance(told, tools, text, stance):
    (person,) = told("BrightHome", text).people
    assert standing_of(person, tools.knowledge).stance == stance


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("Mr Zhao, the finance director, is against us", "Mr Zhao", "finance director"),
        ("Mrs Keller, their CFO, is strongly against us", "Mrs Keller", "cfo"),
        ("Mr Brandt, head of procurement, opposes us", "Mr Brandt", "head of procurement"),
        ("Ms Li, the quality manager, was against our offer", "Ms Li", "quality manager"),
        ("Dr Fischer, the lab head, is still against us", "Dr Fischer", "lab head"),
        ("Miss Tan, the product manager, is openly against us", "Miss Tan", "product manager"),
        ("Mr Silva, the plant director, stands against us", "Mr Silva", "plant director"),
        ("Mr Park, the buyer, is against buying from us", "Mr Park", "buyer"),
    ],
)
def test_a_form_of_address_names_nobody(told, tools, text, name, title):
    known, person = told("BrightHome", "I met Mr Wang, purchasing manager", text).people
    assert known.name == "Mr Wang"
    assert (person.name, person.title, standing_of(person, tools.knowledge).stance) == (name, title, "opponent")


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("李娜是产品经理,一直帮我们说话", "李娜", "产品经理"),
        ("张伟是他们的采购总监,帮我们说好话", "张伟", "采购总监"),
        ("陈晓东是技术总监", "陈晓东", "技术总监"),
        ("赵明亮是财务经理,管预算", "赵明亮", "财务经理"),
        ("周敏是对方的质量工程师", "周敏", "质量工程师"),
        ("孙立军是公司总经理,他拍板", "孙立军", "总经理"),
        ("王芳是前台,她很热情", "王芳", "前台"),
        ("Lina Berg is the product manager and speaks for us", "Lina Berg", "product manager"),
        ("Thorvald is their purchasing director", "Thorvald", "purchasing director"),
    ],
)
def test_who_holds_a_title_is_one_person(told, text, name, title):
    (person,) = told("BrightHome", text).people
    assert (person.name, person.title) == (name, title)
