""" "She" means the woman, or who may be one, spoken of last, and no woman of long before."""

import pytest

from tests.coach.interview.test_pronouns import heard_last

CASES = [
    ("Anna Berg is the buyer.|Wijerat Silva runs the lab.|She is strict about samples.", "Wijerat Silva"),
    ("Anna Berg is the buyer.|Mr Tom Hall runs the lab.|She is strict about samples.", "Anna Berg"),
    ("王姐是采购。|李工管测试。|她对样品要求很严。", "李工"),
    ("王姐是采购。|李先生管测试。|她对样品要求很严。", "王姐"),
]


@pytest.mark.parametrize(("turns", "name"), CASES)
def test_she(turns: str, name: str, tools) -> None:
    _, heard = heard_last(turns, tools)
    assert [person.name for person in heard.people][-1:] == [name]
