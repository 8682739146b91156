"""Behind "they want" each clause is a requirement, until somebody or something new is spoken of."""

import pytest

from coach.read.listed import Listed
from coach.read.matcher import Scan
from coach.text.clauses import clauses

LISTS = [
    ("they want oak veneer, soft close, no smell", ["soft close", "no smell"]),
    (
        "her requirements are as follows: SSO, data kept in Ghent, a test account",
        ["SSO", "data kept in Ghent", "a test account"],
    ),
    (
        "they want oak veneer, and he said six weeks to the shop, she is his aunt, two children",
        ["and he said six weeks to the shop"],
    ),
    ("they want oak veneer. two shops, one in Kiel", []),
    ("she runs the stores, two children", []),
    ("他要的是实木框,双层玻璃,包安装", ["双层玻璃", "包安装"]),
    ("条件是这样的:断网能用,带扫码枪,我下周再问", ["断网能用", "带扫码枪"]),
    ("她管仓库,两个孩子", []),
    ("two spare fans, a hotline: that is what she wants", ["two spare fans", "a hotline"]),
    ("she came late, oak veneer, and soft close are what she is after", ["oak veneer", "and soft close"]),
    ("A hotline. A local fitter. That's her list.", ["A hotline.", "A local fitter."]),
    ("oak veneer, a new colour is not what she wants", []),
    ("五年质保、备用风机、现场培训,这些就是她要的", ["五年质保", "备用风机", "现场培训"]),
    ("她来晚了,加厚门帘,配件两套,以上都是她提的", ["加厚门帘", "配件两套"]),
    ("加厚门帘,这不是她要的", []),
]


@pytest.fixture(scope="module")
def listed(tools):
    return Listed(tools.knowledge)


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_requirements(listed, text, expected):
    scan = Scan(text)
    parts = listed.parted(scan, clauses(scan.clean))
    found = listed.requirements(scan, parts, lambda _: True)
    assert [text[slice(*parts[i])].strip() for i in sorted(found)] == expected


def test_a_list_that_opens_with_no_requirement_is_none(listed):
    scan = Scan("she wants to think it over, two weeks, a coffee")
    assert listed.requirements(scan, clauses(scan.clean), lambda _: False) == {}


def test_what_follows_an_announced_trouble(listed):
    scan = Scan("The trouble is the roof, two offices got wet. The owner is from Kiel")
    assert listed.troubles(scan, clauses(scan.clean)) == {0, 1}
