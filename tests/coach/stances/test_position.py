"""The position of an account: the sum, the light with its reasons, and never green where the method forbids it."""

from __future__ import annotations

import itertools
import sys
import time

import pytest

from coach.accounts.records import CANCELLED, DONE, PLANNED, Visit
from coach.stances.gaps import Gap
from coach.stances.influence_map import influence_map
from coach.stances.matrix import matrix
from coach.stances.position import position
from tests.coach.stances.accounts import ASOF, ago, dossier, ledger, words_only

COACH, DECIDER = "Anna buyer - coach/behaviour/10", "Wang decider - supporter/behaviour/10"


@pytest.mark.parametrize(
    ("people", "score", "light", "reasons"),
    [
        ([], 0, "amber", ["no_decider", "no_coach", "score_below"]),
        ([COACH, DECIDER], 11, "green", []),
        ([COACH, "Wang decider - neutral/behaviour/10"], 6, "green", []),
        ([COACH, "Wang decider -"], 6, "amber", ["decider_unknown", "single_thread"]),
        ([COACH, "Wang decider - opponent/behaviour/10"], 1, "red", ["decider_against", "score_below"]),
        ([COACH, DECIDER, "Li decider - opponent/tone/10"], 6, "red", ["decider_against"]),  # one of two
        ([COACH, DECIDER, "Li decider -"], 11, "amber", ["decider_unknown"]),
        ([DECIDER, "Li approver - supporter/behaviour/1"], 9, "amber", ["no_coach"]),
        ([COACH, "Li approver - supporter/behaviour/1"], 10, "amber", ["no_decider"]),
        (["Anna decider - coach/behaviour/10"], 10, "amber", ["single_thread"]),
        ([COACH, DECIDER, "Li approver - opponent/behaviour/1", "Wu user - enemy/behaviour/1"], 3, "amber", ["score_below"]),
        # the example of the glossary: 3 - 4 + 0 = -1
        (["Cai buyer 3 supporter/behaviour/5", "Pin influencer 4 opponent/behaviour/5", "Zong decider 5"], -1, "red",
         ["score_below", "decider_unknown", "no_coach"]),
        (["Ed - - enemy/explicit/5", "Al - 5 opponent/tone/5"], -7, "red", ["score_below", "no_decider", "no_coach"]),
    ],
)  # fmt: skip
def test_position(people: list[str], score: int, light: str, reasons: list[str]) -> None:
    found = position(dossier(*people), ASOF, ledger())
    assert (found.score, found.light, [reason.rule.when for reason in found.reasons]) == (score, light, reasons)
    assert abs(found.score) <= found.best


def test_reasons_name_the_people() -> None:
    found = position(dossier(COACH, DECIDER, "Li decider -", "Wu decider - opponent/tone/3"), ASOF, ledger())
    assert [(reason.rule.light, reason.people) for reason in found.reasons] == [("red", ("Wu",)), ("amber", ("Li",))]


STANCES = ("coach", "supporter", "neutral", "opponent", "enemy", "unknown")


@pytest.mark.parametrize("decider", STANCES)
def test_never_green_without_a_decider_who_is_known_and_not_against_and_a_coach(decider: str) -> None:
    for helper, third in itertools.product(STANCES, repeat=2):
        check_green(decider, helper, third)


def check_green(decider: str, helper: str, third: str) -> None:
    people = [f"A decider 5 {decider}/explicit/1", f"B buyer 5 {helper}/explicit/1", f"C user 5 {third}/explicit/1"]
    found = position(dossier(*people), ASOF, ledger())
    allowed = decider in ("coach", "supporter", "neutral") and "coach" in (decider, helper, third)
    assert found.light != "green" or allowed
    without = position(dossier(people[0].replace("decider", "user"), *people[1:]), ASOF, ledger())
    assert without.light != "green"


def visit(*people: str, days: int = 5, state: str = DONE) -> Visit:
    return Visit(f"{ago(days)}T10:00", people=people, state=state)


OTHERS = ("initiator", "user", "influencer", "approver", "gatekeeper")
FULL = [COACH, DECIDER, f"Li {'+'.join(OTHERS)} 2 neutral/behaviour/9"]


@pytest.mark.parametrize(
    ("people", "visits", "gaps"),
    [
        ([], [], [Gap("no_people")]),
        (FULL, [], []),
        (FULL, [visit("c1"), visit("c2")], []),
        (FULL, [visit("c1"), visit("c1", days=40)], [Gap("single_thread", ("Anna",))]),
        (FULL, [visit("c1"), visit("c2", state=PLANNED), visit("c3", state=CANCELLED)], [Gap("single_thread", ("Anna",))]),
        (FULL, [visit("gone")], []),
        ([*FULL, "Wu user 1"], [], [Gap("unknown_stances", ("Wu",))]),
        ([FULL[0], FULL[2]], [], [Gap("no_decider")]),
        (FULL[1:], [], [Gap("no_coach"), Gap("roles_open", roles=("buyer",))]),
        ([FULL[0], FULL[2], "Wang decider -"], [], [Gap("decider_unknown", ("Wang",))]),
        ([COACH], [], [Gap("no_decider"), Gap("single_thread", ("Anna",)), Gap("roles_open", roles=OTHERS)]),
        # an opponent with weight, not seen for long
        ([*FULL, "Wu user 4 opponent/explicit/90"], [], [Gap("opponent_left", ("Wu",), day=ago(90))]),
        ([*FULL, "Wu user 4 enemy/explicit/90"], [], [Gap("enemy_left", ("Wu",), day=ago(90))]),
        ([*FULL, "Wu user 3 opponent/explicit/90"], [], []),
        ([*FULL, "Wu user 4 opponent/explicit/60"], [], []),
        ([*FULL, "Wu user 4 opponent/explicit/90"], [visit("c4"), visit("c1")], []),
        ([*FULL, "Wu user 4 opponent/explicit/90"], [visit("c4", days=61), visit("c1")], [Gap("opponent_left", ("Wu",), day=ago(61))]),
        ([*FULL, "Wu user 4 opponent/explicit/90"], [visit("c4", days=-3), visit("c1")], [Gap("opponent_left", ("Wu",), day=ago(90))]),
        # old news
        (["Anna buyer - coach/explicit/200", "Wang decider - supporter/behaviour/181", "Li " + "+".join(OTHERS) + " 2 neutral/explicit/300"], [],
         [Gap("evidence_old", day=ago(181))]),
    ],
)  # fmt: skip
def test_gaps(people: list[str], visits: list[Visit], gaps: list[Gap]) -> None:
    assert list(position(dossier(*people, visits=visits), ASOF, ledger()).gaps) == gaps


def test_people_are_in_order_of_influence_then_stance_then_name() -> None:
    found = position(
        dossier("D - 2", "C - 2 coach/explicit/1", "B - 2", "A - 1", "E - 5 enemy/explicit/1"), ASOF, ledger()
    )
    assert [one.contact.name for one in found.standings] == ["E", "C", "B", "D", "A"]


def large() -> list[str]:
    """40 people with ten signs each."""
    labels, grades = ("coach", "supporter", "neutral", "opponent", "enemy"), ("tone", "behaviour", "explicit")
    roles = ("buyer", "decider", "user", "approver+influencer", "-")
    people = []
    for i in range(40):
        seen = [f"{labels[(i * 3 + j // 7) % 5]}/{grades[(i + j) % 3]}/{j * 30 + i}" for j in range(9)]
        people.append(" ".join([f"Klaus-Dieter_Feldmann-Obermeyer_{i}", roles[i % 5], "-", *seen]))
    return people


def test_a_large_account_is_quick() -> None:
    account, tools = dossier(*large()), words_only()
    times = []
    for _ in range(5):
        start = time.process_time()
        position(account, ASOF, ledger())
        matrix(account, ASOF, "en", tools)
        influence_map(account, ASOF, "en", tools)
        times.append(time.process_time() - start)
    traced = sys.gettrace() is not None  # under coverage
    assert min(times) < (0.3 if traced else 0.1), "about 10 ms on a quiet computer"
