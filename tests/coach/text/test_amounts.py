"""Amounts in words and digits, with their unit."""

import pytest

from coach.text.amounts import SHARE, amounts_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("要装九台电梯", [(9, "台")]),
        ("一共要11台", [(11, "台")]),
        ("两千三百亩", [(2300, "亩")]),
        ("二十万套", [(200_000, "套")]),
        ("损失八十多万", [(800_000, "")]),
        ("是六十来万", [(600_000, "")]),
        ("亏了三十万", [(300_000, "")]),
        ("十几台，两百多吨", [(10, "台"), (200, "吨")]),
        ("70多台", [(70, "台")]),
        ("不对，是一万二千袋", [(12_000, "袋")]),
        ("三万五", [(35_000, "")]),
        ("两万八千块", [(28_000, "块")]),
        ("1万2千袋", [(12_000, "袋")]),
        ("一千二", [(1200, "")]),
        ("一万零五十个", [(10_050, "个")]),
        ("复购从三成跌到一成八", [(0.3, SHARE), (0.18, SHARE)]),
        ("一半退了", [(0.5, SHARE)]),
        ("1,640 cleaners", [(1640, "cleaner")]),
        ("it was a third, the third time", [(1 / 3, SHARE)]),
        ("two thirds of it", [(2 / 3, SHARE)]),
        ("a hundred twenty thousand dollars", [(120_000, "dollar")]),
        ("twenty-five crates", [(25, "crate")]),
        ("three dozen", [(36, "")]),
        ("30 of them", [(30, "")]),
    ],
)
def test_amounts(text, found):
    amounts = amounts_in(text)
    assert [amount.unit for amount in amounts] == [unit for _, unit in found]
    assert [amount.value for amount in amounts] == pytest.approx([value for value, _ in found])


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("九台", "9台", True),
        ("two hundred ten", "two hundred ten thousand dollars", True),
        ("9台", "9天", False),
        ("1月20日", "1月20日", True),
        ("1月20日", "1月8日", False),
        ("60", "60 days", True),
    ],
)
def test_same_amount(one, other, same):
    assert amounts_in(one)[0].is_same(amounts_in(other)[0]) is same
