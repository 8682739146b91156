"""Each explanation names the verdict, the words and what would change it, in one language."""

from __future__ import annotations

import pytest

from coach.context import Tools
from coach.view.why import TASKS, why

READ = [
    ("need", "她担心再出事会丢饭碗", "deep"),
    ("need", "we need CE certificates", "surface"),
    ("question", "What troubles you most with the present supplier?", "open"),
    ("form", "交期是30天吗？", "closed"),
    ("spin", "What happens to your customers when lamps fail?", "implication"),
    ("stance", "王总告诉我竞争对手的报价", "coach"),
    ("role", "老板最后签字", "approver"),
    ("command", "hint", "hint"),
]


@pytest.mark.parametrize(("task", "text", "label"), READ)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_verdict_words_and_prose(tools: Tools, task: str, text: str, label: str, lang: str) -> None:
    found = why(task, text, lang, tools)
    assert found["label"] == label
    assert 0 < found["confidence"] <= 1
    for part in found["words"]:
        assert text[part["start"] : part["end"]] == part["text"]
    assert found["words"][0]["rule"] == found["rule"]
    assert found["label_name"] in found["prose"]
    assert "  " not in found["prose"]


def test_what_would_change_it_is_read_again(tools: Tools) -> None:
    change = why("role", "王总最后签字", "zh", tools)["change"]
    assert change["without"] == "签字"
    assert tools.reader.role("王总最后 ").label == change["label"]
    assert change["label_name"] == "决策者"


def test_nothing_would_change_a_verdict_that_rests_on_more(tools: Tools) -> None:
    assert why("need", "她担心再出事会丢饭碗，也怕老板骂她", "zh", tools)["change"] is None


def test_a_learned_verdict_names_the_example_it_leans_on(tools: Tools) -> None:
    example = why("command", "the boss wants quality", "en", tools)["example"]
    path, line = example["place"].split(":")
    assert example["text"] in (tools.knowledge.root / path).read_text(encoding="utf-8").splitlines()[int(line) - 1]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_text_without_words_has_no_evidence_and_says_so(tools: Tools, lang: str) -> None:
    for task in TASKS:
        found = why(task, "……", lang, tools)
        assert (found["words"], found["rule"], found["change"]) == ([], None, None)
        assert found["prose"]


@pytest.mark.parametrize(
    ("task", "text", "field"),
    [
        ("mood", "hello", "task"),
        ("__class__", "hello", "task"),
        ("need", " ", "text"),
        ("need", "价" * 2001, "text"),
    ],
)
def test_bad_questions_name_the_field(tools: Tools, task: str, text: str, field: str) -> None:
    with pytest.raises(ValueError, match=f"^{field}$"):
        why(task, text, "en", tools)
