"""A report yields its needs, each with a quote of its own, and what is said of each person."""

import pytest

NEEDS = [
    (
        "他们要五年质保和更低的价格,交期不能超过30天",
        [("surface", "warranty"), ("surface", "price"), ("surface", "delivery")],
    ),
    ("They want 5 years' warranty and a better price", [("surface", "warranty"), ("surface", "price")]),
    ("因为去年那批货返修太多,业主投诉了两次", [("latent", "returns"), ("latent", "complaints")]),
    ("质量没问题,就是价格太高", [("surface", "price")]),
    ("BrightHome, a DIY chain in Germany", []),
    ("没有了", []),
]


@pytest.mark.parametrize(("text", "expected"), NEEDS)
def test_needs(tools, text, expected):
    found = tools.report(text).needs
    assert [(need.level, need.topic) for need in found] == expected
    for need in found:
        assert text[need.start : need.end] == need.quote


def test_each_person_gets_what_was_said_of_them(tools):
    report = tools.report("Marco from purchasing says he likes our samples, but the lab head doubts every report")
    assert [(p.mention.name, p.stance.label, {hint.label for hint in p.hints}) for p in report.people] == [
        ("Marco", "supporter", {"supporter"}),
        ("lab head", "unknown", {"opponent"}),
    ]


def test_a_pronoun_alone_is_about_somebody_known(tools):
    report = tools.report("他当场说不信我们的报告")
    assert len(report.people) == 1
    assert report.people[0].mention is None
    assert {hint.label for hint in report.people[0].hints} == {"opponent"}
