"""Titles that stand in no list, by their shape; and words that only look like one."""

import pytest

PERSONS = [
    ("The head of anaesthesia tries every pump", ["head of anaesthesia"]),
    ("We met the head of quality control and the crane coordinator", ["head of quality control", "crane coordinator"]),
    ("Their catering lead says no", ["catering lead"]),
    ("I spoke to the chap who runs goods-in yesterday", ["chap who runs goods-in"]),
    ("The woman in charge of the tool crib is kind", ["woman in charge of the tool crib"]),
    ("The guy from maintenance is grumpy", ["guy from maintenance"]),
    ("The chap who runs goods-in, Dave Pickles, is away", ["Dave Pickles"]),
    ("The bloke who does the buying for the depots is Kevin.", ["Kevin"]),
    ("Sara Quist is the head of fragrance", ["Sara Quist"]),
    ("质检那边的头儿不同意", ["质检那边的头儿"]),
    ("麻醉科主任来了", ["麻醉科主任"]),
    ("动力科科长提的", ["动力科科长"]),
    ("后厨那边管事的挺好", ["后厨那边管事的"]),
    ("管仓库的大姐很忙", ["管仓库的大姐"]),
    ("黎科长来了", ["黎科长"]),
    ("采购科孙科长说线圈老烧", ["孙科长"]),
    ("品质部的石班长嫌灯闪", ["石班长"]),
]
NOBODY = [
    "We would rather keep lead out of it",
    "The lead time is eight weeks",
    "Our catering lead is on holiday",
    "the head of each department signs",
    "管先提的那批货",
    "我们负责安装的师傅下周过去",
    "麻醉科很忙",
]


@pytest.mark.parametrize(("text", "names"), PERSONS)
def test_persons(tools, text, names):
    assert [mention.name for mention in tools.finder.find(text)] == names


@pytest.mark.parametrize("text", NOBODY)
def test_nobody(tools, text):
    assert tools.finder.find(text) == []


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("head of quality control", "influencer"),
        ("maintenance lead", "user"),
        ("质检那边的头儿", "influencer"),
        ("catering lead", None),
    ],
)
def test_the_department_suggests_the_role(tools, text, role):
    (mention,) = tools.finder.find(f"我见了{text}" if "那边" in text else f"We met the {text}")
    assert mention.role == role
