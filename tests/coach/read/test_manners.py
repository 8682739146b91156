"""What a message does rather than says."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("对", "yes"), ("是的,没错", "yes"), ("Yes, exactly", "yes"), ("不是", "no"), ("not really", "no"),
        ("你好", "greetings"), ("hello there", "greetings"), ("不知道", "dont_know"), ("这个我还没问过", "dont_know"),
        ("I don't know yet", "dont_know"), ("no idea, never asked", "dont_know"),
        ("对方说太贵", None), ("他不知道我们的交期为什么这么长,所以很着急,天天打电话来问", None), ("", None),
    ],
)  # fmt: skip
def test_whole(tools, text, expected):
    if text:
        assert tools.manners.whole(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("asdfghjk", True),
        ("!!!", True),
        ("😀", True),
        ("wwwwww", True),
        ("价格", False),
        ("ok", False),
        ("5000", False),
    ],
)
def test_nonsense(tools, text, expected):
    assert tools.manners.is_nonsense(text) is expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("先聊德国的BrightHome吧", "德国的BrightHome"), ("BrightHome, a chain", "BrightHome"),
        ("so my account is Uzima Colleges, 6 campuses", "Uzima Colleges"), ("Berthier Frères from Lyon", "Berthier Frères"),
        ("It's about Halden Marine, a shipyard", "Halden Marine"), ("my Polish customer", None), ("a chain in Poland", "a chain in Poland"),
        ("嗨 说下我那个波兰客户哈😂", None), ("叫Kowal Parts 在弗罗茨瓦夫", "Kowal Parts"), ("早安酒店", "早安酒店"),
        ("Today it's Hartmann Optik, they make lenses in Jena", "Hartmann Optik"), ("We've been chasing Delmonte Foods for a year", "Delmonte Foods"),
        ("My customer: Trident Marine, shipyard in Glasgow", "Trident Marine"), ("There's this clinic in Kenya, Afya Care", "Afya Care"),
        ("Let me walk you through Novak & Sons, a joiner", "Novak & Sons"), ("We make LED panels for a Polish wholesaler", None),
        ("最近在攻一个大客户,泰国的Siam Steel", "Siam Steel"), ("我在跟进一家医院,仁和医院,在成都", "仁和医院"), ("准备去见江南食品的人", "江南食品"),
        ("目前在谈的是一家做宠物粮的,艾宠", "艾宠"), ("我们一直在做Al Noor这家迪拜的工程公司", "Al Noor"), ("今天国际", "今天国际"),
        ("客户是山里一个镇的中心小学,两千多人", "山里一个镇的中心小学"),
        ("Let's talk about Northwind please", "Northwind"), ("客户是鑫达工程", "鑫达工程"), ("BrightHome", "BrightHome"),
        ("我边走边说啊客户是清源水务管着整个区的供水", "清源水务"), ("客户叫天润乳业做酸奶的", "天润乳业"),
        ("okay so the customer is larsen marine they are in bergen", "larsen marine"),
        ("the account is delgado packaging it's a box maker in fresno", "delgado packaging"),
        ("今天过一个account:Meridian Foods,在新加坡", "Meridian Foods"), ("聊个山东的客户吧", None), ("在吗 说个越南的客户", None),
        ("Righto, so I've got this lot in Perth, Quoll & Daughters, they do awnings", "Quoll & Daughters"),
        ("我按顺序说。客户名称：Lumière du Sud，马赛", "Lumière du Sud"), ("来啦！今天聊曼谷那家连锁，Baan Dek，做童装的", "Baan Dek"),
        ("嗯我说一下啊 客户是华盛纺织", "华盛纺织"), ("来啦~今天聊成都那家,康乐口腔,十四家店哦", "康乐口腔"),
        ("哎呀来了来了,今天聊的这家嘛,大名叫苏州恒泰精密模具有限公司,做模具的", "苏州恒泰精密模具有限公司"),
        ("客户是波兰的一家做饺子的 全称是比亚韦冻品有限责任公司 我们就喊比亚韦", "比亚韦冻品有限责任公司"),
        ("公司全称为海岸水产养殖集团(Grupo Costa),总部在智利", "海岸水产养殖集团"), ("好嘞，说一家，正式名称是广东华锐包装有限公司，简称华锐", "广东华锐包装有限公司"),
        ("The client is Osaka Seimitsu Kikai Co., Ltd., which we call OSK", "Osaka Seimitsu Kikai Co., Ltd."), ("It's Ferrum Pumps, Inc., in Ohio", "Ferrum Pumps, Inc."),
        ("So, Kestrel, Kestrel Precision Castings Ltd is the full name", "Kestrel Precision Castings Ltd"),
        ("We say Dolce. The full name is Dolce Vita Gelateria S.p.A., from Bologna", "Dolce Vita Gelateria S.p.A."),
        ("right so the customer is the Ben Ardroch Distillery Company up in Speyside", "Ben Ardroch Distillery Company"),
        ("I'm Dieter. I look after Bavaria. The outfit is Lechner Backstuben GmbH & Co. KG from Augsburg.", "Lechner Backstuben GmbH & Co. KG"),
        ("My name is Aoife and I do dental chairs; the practice is Kinsella Dental in Cork", "Kinsella Dental"),
        ("Hello, Yusuf speaking. The company's Karadeniz Seeds A.S., down in Samsun", "Karadeniz Seeds A.S."),
        ("The client's purchasing lady wants a discount", None), ("Customer: Zawisza Freight S.A. in Gdynia, we say Zawisza", "Zawisza Freight S.A."),
        ("我叫王磊，卖电梯配件的。公司是福建的海天物业管理有限公司，我们叫海天。", "海天物业管理有限公司"),
        ("先交代下背景：客户是台南的百味烘焙股份公司，我们写BW", "百味烘焙股份公司"),
        ("Account name: Petrov Stoves. Sofia, Bulgaria", "Petrov Stoves"), ("这个事情是设备部牵头的", None),
    ],
)  # fmt: skip
def test_account_name(tools, text, name):
    from coach.interview.account import account_name

    assert account_name(text, tools.manners) == name


def test_a_story_is_no_name(tools):
    from coach.interview.account import account_name

    assert (
        account_name("a customer that we have been visiting for three years now without any order", tools.manners)
        is None
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("李总说再出事没法交代", "再出事没法交代"),
        ("She told me that returns are high", "returns are high"),
        ("价格太高", "价格太高"),
        ("They want 1.2 MW on the roof", "1.2 MW on the roof"),
        ("and that the pallets arrive wet", "the pallets arrive wet"),
        ("但是他说交期太长", "交期太长"),
    ],
)
def test_spoken(tools, text, words):
    assert text[tools.manners.spoken(text) :] == words


@pytest.mark.parametrize(
    ("text", "manner"),
    [
        ("他们一年底料开销是多少,我还真没打听。", "dont_know"), ("账期啊?账期没聊到,我没问。", "dont_know"),
        ("财务那边是谁签字我也没打听过", "dont_know"), ("contract length? dunno, never came up", "dont_know"),
        ("Payment terms, no, that hasn't come up, I'd be guessing.", "dont_know"),
        ("他们不知道为什么上一批灯半年就坏了", None), ("预算我不清楚,不过老板急着月底前换完,说再拖要罚款", None),
        ("I don't know the budget but they lost two customers over late deliveries", None),
        ("The buyer doesn't know who to trust after two bad batches", None),
    ],
)  # fmt: skip
def test_what_is_not_known(tools, text, manner):
    assert tools.manners.whole(text) == manner
