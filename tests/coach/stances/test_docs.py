"""The document says what the code computes: its numbers and its example."""

from __future__ import annotations

import re

import pytest

from coach.accounts.records import Account, Contact, Dossier
from coach.stances.page import stance_page
from coach.stances.position import position
from server.project import ROOT
from tests.coach.stances.accounts import ASOF, ledger, role, sign, words_only

DOCUMENT = (ROOT / "docs" / "stances.md").read_text(encoding="utf-8")
EXAMPLE = Dossier(
    Account("Nordlicht GmbH", id="a1"),
    contacts=tuple(Contact(name, id=name) for name in ("Cai", "Pin", "Zong", "Wu")),
    observations=(
        *(role(name, person) for person, name in (("Cai", "buyer"), ("Pin", "influencer"), ("Zong", "decider"), ("Wu", "user"))),
        sign("supporter", "behaviour", 90, "Cai", "sent the figures before I asked"),
        sign("coach", "behaviour", 10, "Cai", "told me what Pin will ask"),
        sign("opponent", "repeated", 20, "Pin", "put off the sample test for the third time"),
        sign("supporter", "explicit", 15, "Pin", "we really want to work with you"),
        sign("neutral", "behaviour", 30, "Zong", "asked all three of us for the same data"),
    ),
)  # fmt: skip


def test_the_page_of_the_example() -> None:
    (shown,) = re.findall(r"```\n(Nordlicht.*?)\n```", DOCUMENT, re.DOTALL)
    assert shown == stance_page(EXAMPLE, ASOF, "en", words_only())


@pytest.mark.parametrize(
    ("name", "stance", "weights"), [("Cai", "coach", ["0.42", "0.58"]), ("Pin", "opponent", ["0.74", "0.94"])]
)
def test_the_sums_of_the_example(name: str, stance: str, weights: list[str]) -> None:
    (one,) = (one for one in position(EXAMPLE, ASOF, ledger()).standings if one.contact.name == name)
    assert (one.stance, [f"{sign.weight:.2f}" for sign in one.evidence]) == (stance, weights)
    text = " ".join(DOCUMENT.split())
    assert all(weight in text for weight in (*weights, f"{one.confidence:.0%}"))


def test_the_numbers_of_the_rule() -> None:
    text, rule = " ".join(DOCUMENT.split()), ledger()
    for name, grade in rule.grades.items():
        assert re.search(
            rf"`{name}`[^|]*\| {grade.weight} \| {grade.at_most:g} \| {'yes' if grade.act else 'no'} ", text
        )
    for said in (
        f"{rule.half_life.stance} days for stances and {rule.half_life.role} for roles",
        f"lose {rule.words_lose:.0%} of the weight of the acts",
        f"From {rule.sides.balance} on the person is for us",
        f"below {rule.sides.least}: unknown",
        f"balance of {rule.extremes.balance} or more, and signs of a coach that weigh at least {rule.extremes.least} today",
        f"weight of what decided / {rule.sureness.half}",
        f"last {rule.trend.recent} days before the latest sign",
        f"influence {rule.gaps.influential} or more without a sign or a visit for {rule.gaps.uncontacted} days",
        f"no sign of anybody for {rule.gaps.old} days",
    ):
        assert said in text, said
