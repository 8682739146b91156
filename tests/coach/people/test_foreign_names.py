"""Foreign names in Chinese, in no list, that the words beside them show; words written alike are nobody."""

import pytest

PERSONS = [
    ("英格尔（夜班班长）说门老是冻住", [("英格尔", "班长")]),
    ("英格尔（夜班）也抱怨门老是冻住", [("英格尔", None)]),
    ("Inger（夜班）说门老是冻住", [("Inger", None)]),
    ("管夜班的英格尔说门老是冻住", [("英格尔", None)]),
    ("英格尔，管夜班的，说门老是冻住", [("英格尔", "管夜班的")]),
    ("夜班班长英格尔说门老是冻住", [("英格尔", "班长")]),
    ("负责冷库的索尔维格觉得我们太贵", [("索尔维格", None)]),
    ("他们仓库那边的托本说门老是冻住", [("托本", None)]),
    ("申请是片区经理罗德里戈·巴里亚先生提的", [("罗德里戈·巴里亚", "片区经理")]),
    ("昨天见了冯·贝克，没表态", [("冯·贝克", None)]),
    ("研发部的索尔维格工程师负责比测", [("索尔维格工程师", "研发部")]),
    ("总经理秘书索尔维格女士掌管日程", [("索尔维格女士", "秘书")]),
    ("总经理秘书卡门女士掌管日程", [("卡门女士", "秘书")]),
    ("还有个小伙子托本 夜班的", [("托本", None)]),
    ("有个姑娘叫英格丽，天天用我们的机器", [("英格丽", None)]),
    ("总工程师阿卜杜勒·哈米迪博士定评分表", [("阿卜杜勒·哈米迪", "总工程师")]),
    ("总监瓦伦蒂娜换标的事是她提的", [("瓦伦蒂娜", "总监")]),
    ("厂长优素福对身边人说再停一次就完了", [("优素福", "厂长")]),
    ("生产经理费尔南多不肯换", [("费尔南多", "生产经理")]),
    ("那个管采购的叫席尔瓦他负责谈价", [("席尔瓦", None)]),
    ("奥伊温德，我们在卑尔根的联系人，告诉我预算没了", [("奥伊温德", "联系人")]),
]
NOBODY = [
    "挪威那边的客户说价格太贵",
    "仓库的普通马达也要换",
    "管夜班的人说门老是冻住",
    "诺德莱斯（供应商）说可以便宜",
    "Nordlys（竞争对手）说可以便宜",
    "设备那边的尼龙管老是裂",
    "他们现在用的牌子是罗格·桑托斯",
    "他们的安全工程师天天催",
    "流程由总部委员会评审",
    "总监办公室很远",
    "设备主管马达坏了去修",
    "德资，英文名Brandt Getriebe",
]


@pytest.mark.parametrize(("text", "found"), PERSONS)
def test_persons(tools, text, found):
    assert [(mention.name, mention.title) for mention in tools.finder.find(text)] == found


@pytest.mark.parametrize("text", NOBODY)
def test_nobody(tools, text):
    assert [mention for mention in tools.finder.find(text) if mention.named] == []
