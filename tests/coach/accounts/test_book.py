"""Records are kept with who, when and history; nobody's change is lost, and nobody sees what is not theirs."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from coach.accounts.book import AccountBook, new_id
from coach.accounts.errors import (
    BadValueError,
    ConflictError,
    NotFoundError,
    SameNameError,
)
from coach.accounts.records import (
    INTERVIEW,
    Account,
    Contact,
    NeedNote,
    NextStep,
    Note,
    Observation,
    Opportunity,
    Order,
    Record,
    Rehearsed,
    Visit,
)

BookOf = Callable[[str], AccountBook]


def an_account(book: AccountBook, name: str = "Nordlicht GmbH") -> Account:
    [account] = book.save(Account(name))
    assert isinstance(account, Account)
    return account


def a_contact(book: AccountBook, account: Account, name: str = "王磊") -> Contact:
    [contact] = book.save(Contact(name, account=account.id))
    assert isinstance(contact, Contact)
    return contact


EVERY_KIND = [
    lambda a, c: Observation(
        c, "stance", "coach", "2026-11-02", account=a, grade="explicit", rule="r", quote="我帮你说"
    ),
    lambda a, c: NeedNote("deep", "recognition", "personal", "2026-11-02", c, account=a, quote="boss watches me"),
    lambda a, c: Visit("2026-12-03T10:00", "Asia/Shanghai", 45, "展厅", "样品", (c,), account=a),
    lambda a, c: NextStep("寄3套样品", "2026-12-01", account=a),
    lambda a, c: Order("2026-10-01", "-1200.50", "EUR", "300", "PO-1", account=a),
    lambda a, c: Opportunity("Panel 2027", "Proposal", "80000", "EUR", "2027-02-01", 9, account=a),
    lambda a, c: Rehearsed("plums", "2026-11-02", 72, True, "r.json", account=a),
    lambda a, c: Note("called back", "2026-11-02", c, account=a),
]


@pytest.mark.parametrize("make", EVERY_KIND)
def test_every_kind_of_record_comes_back_as_it_was_kept(book: AccountBook, make: Callable[[str, str], Record]) -> None:
    account = an_account(book)
    contact = a_contact(book, account)
    [kept] = book.save(make(account.id, contact.id))
    assert kept.by == "ann"
    assert kept.at
    assert kept.version == 1
    dossier = book.dossier(account.id)
    assert kept in [record for part in vars(dossier).values() if isinstance(part, tuple) for record in part]
    assert dossier.contacts == (contact,)


def test_a_record_keeps_its_source_and_quote(book: AccountBook) -> None:
    account = an_account(book)
    book.save(
        NeedNote(
            "latent", "quality", "organisation", "2026-11-02", account=account.id, source=INTERVIEW, quote="退货8%"
        )
    )
    [need] = book.dossier(account.id).needs
    assert (need.source, need.quote) == ("interview", "退货8%")


def test_nothing_of_a_batch_is_kept_when_one_record_is_refused(book: AccountBook) -> None:
    account = an_account(book)
    with pytest.raises(NotFoundError):
        book.save(Note("one", "2026-11-02", account=account.id), Note("two", "2026-11-02", account=new_id()))
    assert book.dossier(account.id).notes == ()


def test_records_saved_together_may_refer_to_each_other(book: AccountBook) -> None:
    key, person = new_id(), new_id()
    book.save(
        Account("New", id=key),
        Contact("Eva", id=person, account=key),
        Observation(person, "role", "buyer", "2026-11-02", account=key),
    )
    assert book.dossier(key).observations[0].contact == person


def test_the_same_record_offered_twice_is_kept_once(book: AccountBook) -> None:
    account, key = an_account(book), new_id()
    first = book.save(Note("once", "2026-11-02", id=key, account=account.id))
    assert book.save(Note("once", "2026-11-02", id=key, account=account.id)) == first
    assert len(book.history(account.id, key)) == 1


def test_new_changed_and_removed_records_are_kept_together_or_not_at_all(book: AccountBook) -> None:
    account = an_account(book)
    contact = a_contact(book, account)
    [note] = book.save(Note("old", "2026-11-02", account=account.id))
    stranger = Note("x", "2026-11-02", account=account.id, id=new_id())
    with pytest.raises(NotFoundError):
        book.apply([Note("new", "2026-11-03", account=account.id)], [(contact, {"title": "head"})], [note, stranger])
    assert [n.text for n in book.dossier(account.id).notes] == ["old"]
    book.apply([Note("new", "2026-11-03", account=account.id)], [(contact, {"title": "head"})], [note])
    dossier = book.dossier(account.id)
    assert ([n.text for n in dossier.notes], dossier.contacts[0].title) == (["new"], "head")


def test_history_keeps_each_earlier_value_and_who_changed_it(book: AccountBook, book_of: BookOf) -> None:
    account = an_account(book)
    contact = a_contact(book, account)
    book.change(contact, title="采购")
    book.change(contact, phone="123")
    changes = book.history(account.id, contact.id)
    assert [(c.action, c.version, c.by) for c in changes] == [
        ("made", 1, "ann"),
        ("changed", 2, "ann"),
        ("changed", 3, "ann"),
    ]
    assert [c.before and (c.before["title"], c.before["phone"]) for c in changes] == [None, ("", ""), ("采购", "")]


def test_a_removed_record_is_out_of_sight_but_in_history(book: AccountBook) -> None:
    account = an_account(book)
    [note] = book.save(Note("draft", "2026-11-02", account=account.id))
    book.remove(note)
    assert book.dossier(account.id).notes == ()
    assert book.history(account.id, note.id)[-1].before["text"] == "draft"
    with pytest.raises(NotFoundError):
        book.remove(note)


def test_a_change_without_effect_leaves_no_trace(book: AccountBook) -> None:
    account = an_account(book)
    assert book.change(account, country="") == account
    assert len(book.history(account.id)) == 1


def test_changes_of_two_users_to_different_fields_both_stand(book: AccountBook, book_of: BookOf) -> None:
    account = an_account(book)
    book.share(account.id, "bob", may_write=True)
    seen_by_both = a_contact(book, account)
    book.change(seen_by_both, title="采购总监")
    after = book_of("bob").change(seen_by_both, phone="555")
    assert (after.title, after.phone, after.version) == ("采购总监", "555", 3)


def test_changes_of_two_users_to_the_same_field_are_a_conflict_and_nothing_is_lost(
    book: AccountBook, book_of: BookOf
) -> None:
    account = an_account(book)
    book.share(account.id, "bob", may_write=True)
    seen_by_both = a_contact(book, account)
    book.change(seen_by_both, title="采购总监")
    with pytest.raises(ConflictError) as conflict:
        book_of("bob").change(seen_by_both, title="buyer", phone="555")
    assert conflict.value.values["theirs"] == "采购总监"
    assert conflict.value.values["by"] == "ann"
    [now] = book.dossier(account.id).contacts
    assert (now.title, now.phone) == ("采购总监", "")


def test_many_at_once_lose_nothing(engine: object, book: AccountBook, book_of: BookOf) -> None:
    account = an_account(book)
    users = [f"user{number}" for number in range(6)]
    for user in users:
        book.share(account.id, user, may_write=True)
    failed: list[Exception] = []

    def work(user: str) -> None:
        try:
            for number in range(10):
                book_of(user).save(Note(f"{user} {number}", "2026-11-02", account=account.id))
        except Exception as error:
            failed.append(error)

    threads = [threading.Thread(target=work, args=(user,)) for user in users]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed
    assert len(book.dossier(account.id).notes) == 60


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Nordlicht GmbH", "NORDLICHT  gmbh"),
        ("ＡＢＣ照明", "abc照明"),
        ("光明燈飾", "光明灯饰"),
    ],
)
def test_names_that_differ_only_in_case_width_or_script_are_the_same(
    book: AccountBook, first: str, second: str
) -> None:
    account = an_account(book, first)
    with pytest.raises(SameNameError) as same:
        book.save(Account(second))
    assert same.value.existing == account
    a_contact(book, account, first)
    with pytest.raises(SameNameError):
        a_contact(book, account, second)
    assert book.named(second) == account


def test_the_same_person_may_be_at_two_firms(book: AccountBook) -> None:
    one, two = an_account(book, "One"), an_account(book, "Two")
    a_contact(book, one)
    a_contact(book, two)
    assert {found.name for found in book.find("王磊")} == {"One", "Two"}


def test_two_users_may_each_have_an_account_of_the_same_name(book: AccountBook, book_of: BookOf) -> None:
    an_account(book, "Same")
    an_account(book_of("bob"), "Same")
    assert len(book.accounts()) == len(book_of("bob").accounts()) == 1


BAD = [
    (Account("  "), "bad_name"),
    (Account("x" * 201), "bad_long"),
    (Account("a\0b"), "bad_text"),
    (Account("x", step=15), "bad_range"),
    (Contact("x", influence=6), "bad_range"),
    (Order("2026-02-30", "1"), "bad_day"),
    (Order("2026-02-03", "1e99"), "bad_amount"),
    (Order("2026-02-03", "NaN"), "bad_amount"),
    (Order("2026-02-03", "viel"), "bad_amount"),
    (NextStep("x", due="soon"), "bad_day"),
    (Visit("tomorrow"), "bad_day"),
    (Visit("2026-12-03T10:00", minutes=0), "bad_range"),
    (Visit("2026-12-03T10:00", state="maybe"), "bad_choice"),
]


@pytest.mark.parametrize(("record", "what"), BAD)
def test_values_that_do_not_fit_are_named(book: AccountBook, record: Record, what: str) -> None:
    with pytest.raises(BadValueError) as bad:
        book.save(record)
    assert bad.value.what == what
    assert book.accounts() == []
