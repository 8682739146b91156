"""Which rules may speak on the form of a question: by the mark that ends the sentence and by their place in it."""

import pytest

from coach.learn.model import Prediction
from coach.read.forms import asked, asks, possible, states
from coach.read.matcher import Hit, Rule

MARKS = [  # sentence, asks, states
    ("do you cut glass?", True, False),
    ('"do you cut glass?"', True, False),
    ('people come in and say, "do you cut glass?"', False, True),
    ("we cut glass.", False, True),
    ("so we cut the glass and-", False, True),
    ("do you cut glass", False, False),
    ("你们切玻璃吗?", True, False),
    ("我们切玻璃。", False, True),
]
# What fired, as (topic, label, first token), and the label that decides.
DECISIONS = [
    ([("closed_order", "closed", 0), ("open_words", "open", 3)], "closed"),
    ([("open_order", "open", 0), ("closed_verbs", "closed", 2), ("closed_order", "closed", 5)], "open"),
    ([("none_reflection", "none", 0), ("closed_tag", "closed", 6)], "closed"),
    ([("none_reflection", "none", 0), ("open_words", "open", 4)], "none"),
    ([("none_reflection", "none", 0), ("open_order", "open", 5)], "open"),
    ([("closed_order", "closed", 0), ("open_invitations", "open", 2)], "open"),
    ([("closed_scale", "closed", 0), ("open_order", "open", 7)], "closed"),
    ([("open_words", "open", 0), ("closed_verbs", "closed", 2)], "closed"),  # no order shows: the model's choice
    ([], None),
]
# The whole reader on turns of talk: the last question counts, and what is said back is none.
TURNS = [
    ("我讲讲我听到的。", "none"),
    ("您讲讲那一晚。", "open"),
    ("Yeah. So-so what do you- what do you make of the second sample?", "open"),
    ("Wo-would Tuesday be better?", "closed"),
    ("We fixed the pump. Do you want to see it? I have the photos here.", "closed"),
    ("Tell me about the pump. It was new, I know.", "open"),
    ("And he goes, 'Who ordered this?' and walks off.", "none"),
    ('He always asks, "Who ordered this?"', "none"),
    ("That's how the pump works and why it hums.", "none"),
    ("Can I ask you, um, what made you call?", "open"),
    ("Can I ask you how many you need?", "closed"),
    ("废料会变成甚么东西？", "open"),
    ("請問貴公司的總部位於哪裡？", "closed"),
]


@pytest.mark.parametrize(("sentence", "question", "statement"), MARKS)
def test_marks(sentence, question, statement):
    assert (asks(sentence), states(sentence)) == (question, statement)


@pytest.mark.parametrize(("fired", "label"), DECISIONS)
def test_which_rule_decides(fired, label):
    hits = [Hit(Rule(topic, "form", name, (), True, topic), 0, 0, at, at + 1) for topic, name, at in fired]
    assert asked(hits, Prediction((("closed", 0.6), ("open", 0.3), ("none", 0.1)), lambda: None)) == label


def test_a_statement_asks_only_where_a_rule_says_so():
    assert possible([], "we cut glass.") == {"none"}
    assert possible([], "do you cut glass?") is None


def test_what_is_not_possible_is_left_out():
    prediction = Prediction((("open", 0.6), ("none", 0.3), ("closed", 0.1)), lambda: (0, 3)).among({"none", "closed"})
    assert (prediction.ranking, prediction.span) == ((("none", 0.75), ("closed", 0.25)), None)


@pytest.mark.parametrize(("text", "label"), TURNS)
def test_turns(tools, text, label):
    verdict = tools.reader.form(text)
    assert verdict.label == label
    assert verdict.evidence or label == "none"
