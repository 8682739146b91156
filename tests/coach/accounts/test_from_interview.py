"""What an interview brought becomes records: each fact once, with its quote, under the right person."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from coach.accounts.book import AccountBook
from coach.accounts.from_interview import dossier_of, propose
from coach.accounts.into_interview import loaded
from coach.accounts.records import Account, Contact, Dossier, NeedNote, Observation
from coach.interview.state import Interview, Need, NextStep, Person
from coach.interview.state import Observation as Sign
from tests.coach.stances.accounts import ledger

DAY = date(2026, 3, 2)


def an_interview() -> Interview:
    signs = [
        Sign("opponent", "总问频闪", "stances/opponent.likely", 0.7, 2),
        Sign("neutral", "客气", "learned", 0.6, 3),
    ]
    people = [
        Person("p1", ["王工", "老王"], 2, "技术部", [Sign("influencer", "是技术部的", "people/titles", 0.5, 2)], signs),
        Person("p2", ["张总"], 3),
    ]
    needs = [
        Need("n1", "latent", "returns", "organisation", "半年坏了8%", "p1", 2),
        Need("n2", "surface", "price", "organisation", "要便宜", None, 3),
    ]
    return Interview(account="光明照明", needs=needs, people=people, next_steps=[NextStep("寄样品", "2026-03-05", 4)])


def kept(book: AccountBook, state: Interview, day: date = DAY) -> tuple[Dossier, Interview]:
    """Keep what is new of `state` and return the account as it is then, and the interview that knows it."""
    account = book.named(state.account or "")
    proposal = propose(state, "ann", book.dossier(account.id) if account else None, day)
    book.apply(proposal.new, proposal.changes)
    return book.dossier(proposal.account.id), replace(state, kept=proposal.kept)


def test_facts_become_records_with_their_source(book: AccountBook) -> None:
    dossier, _ = kept(book, an_interview())
    assert {(c.name, c.other_names, c.title) for c in dossier.contacts} == {
        ("王工", ("老王",), "技术部"),
        ("张总", (), ""),
    }
    person = next(c for c in dossier.contacts if c.name == "王工")
    assert {(o.kind, o.label, o.grade, o.contact) for o in dossier.observations} == {
        ("role", "influencer", "behaviour", person.id),
        ("stance", "opponent", "behaviour", person.id),
        ("stance", "neutral", "tone", person.id),
    }
    assert {(n.topic, n.quote, n.contact, n.source, n.day) for n in dossier.needs} == {
        ("returns", "半年坏了8%", person.id, "interview", "2026-03-02"),
        ("price", "要便宜", None, "interview", "2026-03-02"),
    }
    assert [(s.text, s.due) for s in dossier.next_steps] == [("寄样品", "2026-03-05")]


def test_nothing_is_kept_twice(book: AccountBook) -> None:
    dossier, state = kept(book, an_interview())
    assert not propose(state, "ann", dossier, DAY)
    lost_its_memory = replace(state, kept={})  # the process ended between the book and the conversation
    again, _ = kept(book, lost_its_memory)
    assert again == dossier


def test_a_later_interview_adds_and_changes_only_what_is_new(book: AccountBook) -> None:
    kept(book, an_interview())
    later = Interview(
        account="光明照明",
        people=[Person("p1", ["老王", "王大力"], 1, "技术总监")],
        needs=[Need("n1", "deep", "promotion", "personal", "怕被调岗", "p1", 1)],
    )
    proposal = propose(later, "ann", book.dossier(book.named("光明照明").id), date(2026, 4, 1))
    assert [values for _, values in proposal.changes] == [{"other_names": ("老王", "王大力"), "title": "技术总监"}]
    dossier, _ = kept(book, later, date(2026, 4, 1))
    assert len(dossier.contacts) == 2
    assert dossier.needs[-1].contact == next(c.id for c in dossier.contacts if c.title == "技术总监")
    assert [c.before["title"] for c in book.history(dossier.account.id) if c.action == "changed"] == ["技术部"]


def test_an_opened_account_is_known_to_the_interview_and_adds_nothing(book: AccountBook) -> None:
    dossier, _ = kept(book, an_interview())
    state = loaded(dossier, "zh", False, DAY, ledger())
    assert {(n.level, n.quote) for n in state.needs} == {("latent", "半年坏了8%"), ("surface", "要便宜")}
    assert {p.name: len(p.stances) for p in state.people} == {"王工": 2, "张总": 0}
    assert state.next_step == NextStep("寄样品", "2026-03-05", 0)
    assert not propose(state, "ann", dossier, date(2026, 9, 9))


def test_another_user_of_the_same_account_adds_to_it(book: AccountBook, engine: object) -> None:
    dossier, _ = kept(book, an_interview())
    book.share(dossier.account.id, "bob", may_write=True)
    bob = AccountBook(book.engine, "bob")
    state = Interview(account="光明照明", needs=[Need("n1", "surface", "delivery", "organisation", "要快", None, 1)])
    after, _ = kept(bob, state)
    assert [(n.by, n.quote) for n in after.needs if n.by == "bob"] == [("bob", "要快")]


def test_an_interview_alone_makes_a_dossier_that_is_saved_nowhere() -> None:
    dossier = dossier_of(replace(an_interview(), account=None), DAY)
    assert dossier.account.name == ""
    assert (len(dossier.contacts), len(dossier.observations), len(dossier.needs)) == (2, 3, 2)


def test_an_interview_without_an_account_cannot_be_kept() -> None:
    with pytest.raises(ValueError):
        propose(Interview(), "ann", None, DAY)


def test_kinds_of_the_proposal() -> None:
    proposal = propose(an_interview(), "ann", None, DAY)
    assert [len(proposal.of(kind)) for kind in (Account, Contact, NeedNote, Observation)] == [1, 2, 2, 3]
