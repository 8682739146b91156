"""Two ways of naming: one person, perhaps one, or two."""

import pytest


@pytest.mark.parametrize(
    ("known", "title", "name", "other", "verdict"),
    [
        ("王工", None, "王工程师", "工程师", "same"),
        ("王工", None, "王伟", None, "maybe"),
        ("王伟", None, "王工", None, "maybe"),
        ("王伟", None, "王强", None, "other"),
        ("王工", None, "王总", None, "other"),
        ("王工", None, "李工", None, "other"),
        ("王先生", None, "王女士", None, "other"),
        ("王伟", "采购经理", "王经理", "经理", "maybe"),
        ("罗德里戈·巴里亚", None, "罗德里戈", None, "same"),
        ("罗德里戈·巴里亚", None, "罗德里戈·桑托斯", None, "other"),
        ("阮氏香", "采购课长", "香姐", None, "maybe"),
        ("李秀珍", None, "阿珍", None, "maybe"),
        ("珍叔", None, "罗宝珍", None, "maybe"),
        ("李秀珍", None, "珍珍姐", None, "other"),
        ("李秀珍", None, "香姐", None, "other"),
        ("Marco Rossi", None, "Mr Rossi", None, "same"),
        ("Marco Rossi", None, "Marco", None, "same"),
        ("Marco Rossi", None, "Marco Bianchi", None, "other"),
        ("Marco", None, "Mr Rossi", None, "other"),
    ],
)
def test_compare(tools, known, title, name, other, verdict):
    assert tools.same.compare([known], title, name, other) == verdict
