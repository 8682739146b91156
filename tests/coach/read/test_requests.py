"""A request is most of its message; content that mentions such words is none."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("给王工准备话术", "fabe"), ("怎么跟老周推荐这款面板灯", "fabe"), ("pitch for Anna", "fabe"),
        ("how should I present the panel to the lab head", "fabe"), ("SPIN问题", "spin"), ("what should I ask next", "spin"),
        ("USP", "usp"), ("我们的独特卖点", "usp"), ("干系人", "people"), ("who is our coach", "people"), ("保存", "save"),
        ("save it", "save"), ("有哪些产品", "products"), ("check my pitch: we are the best", "check_pitch"),
        ("The rival made a pitch last week and the buyer fell asleep", None), ("They want to save costs", None),
        ("他们在写一份FABE话术", None), ("客户想看产品清单", None),
        ("他们想保存两个月的库存再说", None), ("客户的关键人都在度假,下个月才回来上班", None),
        ("they save energy with our panels and want more of them next year", None),
    ],
)  # fmt: skip
def test_read(tools, text, expected):
    request = tools.requests.read(text)
    assert (request.id if request else None) == expected
