"""An interview as records."""

from __future__ import annotations

from datetime import date

from coach.accounts.from_interview import dossier_of
from coach.interview.state import Interview, Need, NextStep, Observation, Person


def test_dossier_of_an_interview() -> None:
    sign = Observation("decider", "she decides", "roles/decider.sure", 0.9, 2)
    interview = Interview(
        account="BrightHome",
        trade="led_lighting",
        needs=[Need("n1", "surface", "price", "organisation", "too dear", "p1", 2)],
        people=[Person("p1", ["Ann", "Ms Lee"], 2, "buyer", roles=[sign], stances=[sign])],
        answers=[{"turn": 2, "key": "", "text": "too dear"}, {"turn": 3, "key": "", "text": "I send samples"}],
        next_steps=[NextStep("I send samples", "2026-03-09", 3)],
    )
    found = dossier_of(interview, date(2026, 3, 2))
    assert (found.account.name, found.account.trade, found.account.id) == ("BrightHome", "led_lighting", "")
    assert (found.contacts[0].id, found.contacts[0].other_names) == ("p1", ("Ms Lee",))
    assert {(o.kind, o.contact, o.day, o.quote) for o in found.observations} == {
        ("stance", "p1", "2026-03-02", "she decides"),
        ("role", "p1", "2026-03-02", "she decides"),
    }
    assert (found.needs[0].contact, found.needs[0].quote) == ("p1", "too dear")
    assert [note.text for note in found.notes] == ["too dear"]  # what is agreed is no fact yet
    assert (found.next_steps[0].due, found.next_steps[0].done) == ("2026-03-09", None)


def test_nothing_known() -> None:
    assert dossier_of(Interview(), date(2026, 3, 2)).account.name == ""
