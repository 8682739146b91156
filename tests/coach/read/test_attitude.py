"""Hints at where somebody stands: clause by clause, pooled."""

import pytest

from coach.read.attitude import BESIDE, HINT, LEAST, counting


@pytest.mark.parametrize(
    ("hints", "expected"),
    [
        ([], []),
        ([("opponent", 0.45)], []),  # one weak hint is not enough
        ([("opponent", 0.45), ("opponent", 0.45)], ["opponent"]),
        ([("opponent", 0.6)], ["opponent"]),
        ([("opponent", 0.7), ("supporter", 0.6)], ["opponent"]),  # the weaker one is left out
        ([("opponent", 0.97), ("supporter", 0.96)], ["opponent", "supporter"]),  # both are clear
    ],
)
def test_hints_of_one_stance_add_up(hints, expected):
    assert list(counting(hints)) == expected


def test_more_hints_never_make_a_stance_less_sure():
    few = counting([("coach", 0.6)])["coach"]
    assert LEAST < few < counting([("coach", 0.6), ("coach", HINT)])["coach"] < BESIDE


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("He negotiates the terms and places the orders. He is afraid of losing his job.", "unknown"),
        ("The pumps they have now fail every week and she has to explain it to her boss.", "unknown"),
        ("She pinned our leaflet to the wall, and she asks every week when more will come.", "supporter"),
        ("合同归他谈,订单也是他下。他怕丢饭碗。", "unknown"),
        ("现在用的泵三天两头坏,她老挨老板骂。", "unknown"),
        ("样机一到她就让大家轮着试,还天天问下一批什么时候来。", "supporter"),
    ],
)
def test_duties_fears_and_troubles_show_no_stance(text, label, tools):
    verdict = tools.reader.attitude(text)
    assert verdict.label == label
    for proof in verdict.evidence:
        assert text[proof.start : proof.end] == proof.text
