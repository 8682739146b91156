"""What is told of somebody else than who was named, and how they usually buy."""

import pytest

from coach.read.routine import is_routine
from coach.text.normalize import normalize


@pytest.mark.parametrize(
    ("text", "name", "left"),
    [
        ("Tobias signs. Everyone else is against us.", "Tobias", "Tobias signs."),
        ("Dr Lund decides. Ngaire hates our beds.", "Dr Lund", "Dr Lund decides."),
        ("小王砍价,别人都支持我们", "小王", "小王砍价,"),
        ("Tobias signs. Nobody likes him.", "Tobias", "Tobias signs. Nobody likes him."),
        ("Tobias signs. Absolutely loves our bolts.", "Tobias", "Tobias signs. Absolutely loves our bolts."),
        ("Tobias signs. Loathes us.", "Tobias", "Tobias signs. Loathes us."),
        ("Engr. Musa Danjuma drew it up", "Engr. Musa Danjuma", "Engr. Musa Danjuma drew it up"),
    ],
)
def test_without_others(tools, text, name, left):
    found = tools.reader.subjects.without_others(text, name)
    assert (found.strip(), len(found)) == (left, len(text))


@pytest.mark.parametrize(
    ("text", "usual"),
    [
        ("Usually the buyer sends an RFQ, then the owner signs", True),
        ("As a rule purchasing asks three suppliers and the finance director signs", True),
        ("一般都是采购发询价,三家比价,老板最后签字", True),
        ("The owner usually decides himself", False),
        ("老板一般自己拍板,谁的话都不听", False),
        ("The buyer compares the offers", False),
        ("采购经理一般先问价,比价,他对我们印象不错", False),
    ],
)
def test_is_routine(text, usual):
    assert is_routine(normalize(text), 0) == usual
