"""Verdicts carry evidence that is really in the text, and the same text always reads the same."""

import pytest

from coach.read.reader import Reader
from coach.read.verdict import Verdict

TASKS = ("need", "form", "spin", "stance", "role", "command")

CASES = [
    ("need", "他们要五年质保,交期三十天", "surface"),
    ("need", "We need 5 years' warranty", "surface"),
    ("need", "太贵了", "surface"),
    ("need", "Last year's returns ate our margin", "latent"),
    ("need", "两次补货色温对不上,业主投诉了", "latent"),
    ("need", "One more incident and I can't face my boss", "deep"),
    ("need", "这个项目做成,欧洲区可能归我管", "deep"),
    ("need", "谢谢,我们下周再联系", "none"),
    ("need", "質量沒問題，就是價格太貴", "surface"),
    ("need", "５年质保，价格再低一点", "surface"),
    ("need", "客户说 delivery 太慢了, 旺季 stockout 丢了两个大客户", "latent"),
    ("need", "😀", "none"),
    ("form", "Could you tell me about your suppliers?", "open"),
    ("form", "你们一年采购多少套?", "closed"),
    ("form", "So the delivery is the key point, right?", "closed"),
    ("form", "我们的灯没有频闪。", "none"),
    ("form", "现在怎么采购?是不是跟两家买?", "closed"),
    ("spin", "那批返修总共花了多少?", "implication"),
    ("spin", "What bothers you about the current supplier?", "problem"),
    ("stance", "老周私下告诉我目标价,还提醒我竞争对手报了多少", "coach"),
    ("stance", "He wrote the specification around the competitor and cancels every meeting with us", "enemy"),
    ("role", "最后是李总拍板", "decider"),
    ("role", "She signs off every order above 50,000", "approver"),
    ("command", "先到这儿吧", "stop"),
    ("command", "they want to stop buying from X", "content"),
    ("command", "什么是FABE?", "knowledge"),
    ("command", "what does a coach mean here?", "knowledge"),
]


@pytest.mark.parametrize(("task", "text", "label"), CASES)
def test_labels(tools, task, text, label):
    assert getattr(tools.reader, task)(text).label == label


@pytest.mark.parametrize("task", TASKS)
@pytest.mark.parametrize("text", sorted({text for _, text, _ in CASES}))
def test_evidence_is_quoted_from_the_text(tools, task, text):
    verdict = getattr(tools.reader, task)(text)
    for proof in verdict.evidence:
        assert text[proof.start : proof.end] == proof.text != ""
    assert 0 <= verdict.confidence <= 1
    assert verdict.runner_up != verdict.label


@pytest.mark.parametrize("task", TASKS)
@pytest.mark.parametrize("text", ["", "   ", "\n\t"])
def test_nothing_to_read(tools, task, text):
    assert isinstance(getattr(tools.reader, task)(text), Verdict)


def test_a_second_reader_reads_the_same(tools, tmp_path):
    again = Reader(tools.knowledge, tmp_path)  # fits its models anew
    for task, text, _ in CASES:
        if task in ("role",):
            assert getattr(again, task)(text) == getattr(tools.reader, task)(text)


def test_long_text_is_read_fast(tools):
    verdict = tools.reader.need("价格太高 and returns ate our margin. " * 60)
    assert verdict.label in ("surface", "latent")
