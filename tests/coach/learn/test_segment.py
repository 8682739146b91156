"""Our segmentation is jieba's, word for word."""

import logging

import jieba
import pytest

from coach.learn.segment import TOTAL, cut
from tests.coach.read.test_reader import CASES

jieba.setLogLevel(logging.WARNING)
ODD = [
    "",
    " ",
    "\r\n",
    "AT&T的T恤C++",
    "3.5%的4S店，A座 12",
    "\u3400\U00020000龥龦",
    "é中ü文ß",
    "B超b超卡拉OK",
    "的" * 50,
]


@pytest.mark.parametrize("text", [*ODD, *(text for _, text, _ in CASES)])
def test_the_same_words(text):
    assert list(cut(text)) == jieba.lcut(text, HMM=False)


def test_the_same_words_in_the_examples(tools):
    texts = [e.text for task in ("need", "topic") for e in tools.knowledge.examples(task) if e.lang == "zh"][::7]
    assert len(texts) > 300
    assert [list(cut(text)) for text in texts] == [jieba.lcut(text, HMM=False) for text in texts]


def test_the_sum_of_the_dictionary_is_that_of_jieba():
    jieba.initialize()
    assert jieba.dt.total == TOTAL
