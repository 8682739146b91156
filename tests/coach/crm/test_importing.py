"""An import adds, changes only what changed, never takes a user's change away silently, and repeats without effect."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import sqlalchemy as sa

from coach.accounts import bulk
from coach.accounts.book import AccountBook
from coach.accounts.errors import UnavailableError
from coach.accounts.records import Account, Contact, Dossier
from coach.crm.result import Result
from tests.coach.crm.conftest import Take

ACCOUNTS = """Id,IsDeleted,Name,BillingStreet,BillingCity,BillingCountry,Phone,Industry
001A,0,Nordlicht GmbH,"Hauptstr. 5
Hof 2",Hamburg,DE,+49 40 1,Retail
001B,0,光明照明有限公司,,深圳,CN,0755-1,
"""
CONTACTS = """Id,AccountId,LastName,FirstName,Title,Email,Phone
003A,001A,Schmidt,Anna,Buyer,a@n.example,
003B,001B,王,磊,采购,,
"""
DEALS = """Id,AccountId,Name,StageName,Amount,CurrencyIsoCode,CloseDate
006A,001A,Renewal,Proposal,"12,500.50",EUR,3/14/2027
006B,001A,Renewal,Closed Won,80,EUR,2/3/2026
"""
ORDERS = """客户,日期,金额,单号
光明照明有限公司,2026-01-05,800,
光明照明有限公司,2026-01-05,800,
Nordlicht GmbH,2026-02-01,-20.50,A-7
"""
ALL = (ACCOUNTS, CONTACTS, DEALS, ORDERS)


def counts(result: Result) -> tuple[int, int, int, int, int]:
    return result.added, result.changed, result.unchanged, len(result.conflicts), len(result.problems)


def whats(result: Result) -> list[tuple[int, str]]:
    return [(finding.line, finding.error.what if finding.error else finding.what) for finding in result.problems]


def dossier(book: AccountBook, name: str) -> Dossier:
    account = book.named(name)
    assert account is not None
    return book.dossier(account.id)


def test_a_second_import_changes_nothing(book: AccountBook, take: Take) -> None:
    first = [take(text) for text in ALL]
    assert [result.added for result in first] == [2, 2, 2, 3]
    before = [dossier(book, name) for name in ("Nordlicht GmbH", "光明照明有限公司")]
    history = book.history(before[0].account.id)
    second = [take(text) for text in ALL]
    assert [counts(result) for result in second] == [(0, 0, 2, 0, 0), (0, 0, 2, 0, 0), (0, 0, 2, 0, 0), (0, 0, 3, 0, 0)]
    assert [dossier(book, name) for name in ("Nordlicht GmbH", "光明照明有限公司")] == before
    assert book.history(before[0].account.id) == history


def test_rows_become_records(book: AccountBook, take: Take) -> None:
    for text in ALL:
        take(text)
    nord, light = dossier(book, "Nordlicht GmbH"), dossier(book, "光明照明有限公司")
    assert nord.account.address == "Hauptstr. 5\nHof 2, Hamburg"
    assert nord.account.info == {"industry": "Retail"}
    assert (nord.account.source, nord.account.owner, nord.account.by) == ("import", "ann", "ann")
    assert sorted((deal.amount, deal.currency, deal.closes) for deal in nord.opportunities) == [
        ("12500.5", "EUR", "2027-03-14"),
        ("80", "EUR", "2026-02-03"),
    ]
    assert [(order.amount, order.number) for order in nord.orders] == [("-20.5", "A-7")]
    assert [person.name for person in light.contacts] == ["王磊"]
    assert len(light.orders) == 2
    assert [found.name for found in book.find("wanglei")] == ["光明照明有限公司"]
    assert [change.action for change in book.history(light.account.id)] == ["made"] * 4


def test_a_changed_row_changes_only_its_fields(book: AccountBook, take: Take) -> None:
    take(ACCOUNTS), take(CONTACTS)
    nord = dossier(book, "nordlicht gmbh")
    book.change(nord.contacts[0], phone="555", title="Head")  # the title is not what the CRM changes
    result = take(CONTACTS.replace("a@n.example", "new@n.example").replace("Schmidt", "Schmidt-Weber"))
    assert counts(result) == (0, 1, 1, 0, 0)
    [anna] = dossier(book, "Nordlicht GmbH").contacts
    assert (anna.name, anna.email, anna.phone, anna.title) == ("Anna Schmidt-Weber", "new@n.example", "555", "Head")
    last = book.history(nord.account.id, anna.id)[-1]
    assert last.before is not None
    assert (last.action, last.before["email"]) == ("changed", "a@n.example")
    assert [found.name for found in book.find("weber")] == ["Nordlicht GmbH"]


def test_a_field_changed_on_both_sides_stays_ours_until_asked(book: AccountBook, take: Take) -> None:
    take(ACCOUNTS)
    book.change(dossier(book, "Nordlicht GmbH").account, country="AT")
    changed = ACCOUNTS.replace(",DE,", ",CH,")
    for _ in range(2):
        result = take(changed)
        assert [(c.line, c.field, c.ours, c.theirs) for c in result.conflicts] == [(2, "country", "AT", "CH")]
        assert dossier(book, "Nordlicht GmbH").account.country == "AT"
    assert counts(take(changed, theirs=True)) == (0, 1, 1, 0, 0)
    assert dossier(book, "Nordlicht GmbH").account.country == "CH"
    assert counts(take(changed)) == (0, 0, 2, 0, 0)


def test_what_the_user_entered_before_is_matched_by_name(book: AccountBook, take: Take) -> None:
    [account] = book.save(Account("ＮＯＲＤＬＩＣＨＴ gmbh", phone="1"))
    book.save(Contact("Wang Lei", ("王磊",), account=account.id, email="w@n.example"))
    assert counts(take("Id,Name,Phone,Industry,OwnerId\n001A,Nordlicht GmbH,2,Retail,5\n")) == (0, 1, 0, 1, 0)
    assert counts(take("客户,姓名,职务\nNORDLICHT GMBH,王磊,采购\n")) == (0, 1, 0, 0, 0)
    assert counts(take("客户,姓名,邮箱,电话\nNORDLICHT GMBH,L. Wang,w@n.example,9\n")) == (0, 1, 0, 1, 0)
    now = dossier(book, "nordlicht gmbh")
    assert (now.account.name, now.account.phone, now.account.info) == (
        "ＮＯＲＤＬＩＣＨＴ gmbh",
        "1",
        {"industry": "Retail"},
    )
    assert [(person.name, person.title, person.phone) for person in now.contacts] == [("Wang Lei", "采购", "9")]


PROBLEMS = [
    ("Id,Name,OwnerId\n1,,5\n2,Good,5\n", [(2, "no_name")]),
    ("Id,Name,OwnerId\n1,A,5\n1,B,5\n", [(3, "repeated")]),
    ("Account,Country\nA,DE\nＡ,AT\n", [(3, "repeated")]),
    ("Id,IsDeleted,Name\n1,true,Gone\n", [(2, "deleted")]),
    (f"Id,Name,OwnerId\n{'9' * 91},A,5\n", [(2, "long_id")]),
    (f"Id,Name,OwnerId\n1,{'x' * 201},5\n", [(2, "bad_long")]),
    ("Account,Procurement step\nA,15\nB,three\nC,3\n", [(2, "bad_range"), (3, "bad_cell")]),
    ("Account,Contact\nUnknown Ltd,Eva\n", [(2, "unknown_account")]),
    ("Account,Date,Amount\nKnown,2026-02-30,5\nKnown,2026-02-03,viel\nKnown,2026-02-03,\n", [(2, "bad_cell"), (3, "bad_cell"), (4, "empty_cell")]),
    ("Account,Date,Amount\nKnown,2026-02-03,99999999999999\n", [(2, "bad_amount")]),
    ("Account,Opportunity,Closing date\nKnown,\"a\nb\",soon\nKnown,Fine,\n", [(2, "bad_cell")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "problems"), PROBLEMS)
def test_wrong_rows_are_listed_with_their_line_and_the_rest_is_used(
    book: AccountBook, take: Take, text: str, problems: list[tuple[int, str]]
) -> None:
    book.save(Account("Known"))
    result = take(text)
    assert whats(result) == problems
    assert result.added + result.unchanged == result.rows - len(problems)


def test_a_new_name_that_is_taken_is_refused(book: AccountBook, take: Take) -> None:
    take("Id,Name,OwnerId\n1,A,5\n2,B,5\n")
    assert whats(take("Id,Name,OwnerId\n1,A,5\n2,a,5\n")) == [(3, "same_name")]


def test_names_that_differ_only_in_case_or_width_are_one_account(book: AccountBook, take: Take) -> None:
    text = "Id,Name,BillingCountry,OwnerId\n1,Abc Light,DE,5\n2,ＡＢＣ light,AT,5\n"
    result = take(text)
    assert counts(result) == (1, 0, 1, 1, 0)
    assert [finding.what for finding in result.remarks if finding.line] == ["merged"]
    assert counts(take("Id,AccountId,LastName\n3,2,Eva\n")) == (1, 0, 0, 0, 0)
    assert len(dossier(book, "ABC LIGHT").contacts) == 1
    assert counts(take(text)) == (0, 0, 2, 1, 0)


PERSONS = "Record ID,First Name,Last Name,Email,Associated Company IDs\n8,Anna,Schmidt,a@x.example,{}\n"


def test_the_same_person_in_two_firms_is_kept_in_both_and_said(book: AccountBook, take: Take) -> None:
    take("Record ID,Company name\n1,One\n2,Two\n3,Three\n")
    result = take(PERSONS.format("1;2"))
    assert counts(result) == (2, 0, 0, 0, 0)
    assert [(f.what, f.values["firms"]) for f in result.remarks if f.line] == [("two_firms", ["One", "Two"])]
    assert counts(take(PERSONS.format("2;1"))) == (0, 0, 2, 0, 0)
    assert counts(take(PERSONS.format("3"))) == (1, 0, 0, 0, 0)  # moved: known there too, and still here
    assert [len(dossier(book, name).contacts) for name in ("One", "Two", "Three")] == [1, 1, 1]


def test_a_deal_of_another_account_is_a_conflict(book: AccountBook, take: Take) -> None:
    take(ACCOUNTS), take(DEALS)
    result = take(DEALS.replace("006A,001A", "006A,001B"))
    assert [(c.field, c.ours, c.theirs) for c in result.conflicts] == [
        ("account", "Nordlicht GmbH", "光明照明有限公司")
    ]
    assert counts(result) == (0, 0, 2, 1, 0)


def test_what_was_removed_here_stays_removed_unless_asked(book: AccountBook, take: Take) -> None:
    take(ACCOUNTS), take(CONTACTS)
    book.remove(dossier(book, "Nordlicht GmbH").contacts[0])
    assert [c.field for c in take(CONTACTS).conflicts] == ["removed"]
    assert dossier(book, "Nordlicht GmbH").contacts == ()
    assert counts(take(CONTACTS, theirs=True)) == (1, 0, 1, 0, 0)
    assert counts(take(CONTACTS)) == (0, 0, 2, 0, 0)


def test_orders_of_the_future_are_kept_and_said(book: AccountBook, take: Take) -> None:
    book.save(Account("Known"))
    result = take("Account,Date,Amount\nKnown,2030-01-01,5\n")
    assert [finding.what for finding in result.remarks] == ["future"]
    assert result.added == 1


@pytest.mark.parametrize(("write", "expected"), [(True, (1, 0, 0, 0, 0)), (False, (0, 0, 0, 0, 1))])
def test_shared_accounts_take_rows_only_where_writing_is_allowed(
    book: AccountBook, book_of: Callable[[str], AccountBook], take: Take, write: bool, expected: tuple[int, ...]
) -> None:
    [account] = book.save(Account("Shared"))
    book.share(account.id, "bob", may_write=write)
    assert counts(take("Account,Contact\nShared,Eva\n", of=book_of("bob"))) == expected
    assert [access.action for access in book.accesses(account.id)] == (["write"] if write else [])
    assert counts(take("Account,Contact\nShared,Eva\n", of=book_of("eve"))) == (0, 0, 0, 0, 1)


def test_nothing_of_a_file_is_kept_when_the_database_fails(
    book: AccountBook, take: Take, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object) -> None:
        raise sa.exc.OperationalError("INSERT", {}, Exception("database or disk is full"))

    monkeypatch.setattr(bulk, "index_all", full)
    with pytest.raises(UnavailableError) as error:
        take(ACCOUNTS)
    assert error.value.kind == "full"
    assert book.accounts() == []


def test_progress_goes_from_nothing_to_all(take: Take) -> None:
    shares: list[float] = []
    take(ACCOUNTS, progress=shares.append)
    assert shares[0] == 0
    assert shares[-1] == 1
    assert shares == sorted(shares)


def test_the_footer_of_a_report_is_no_record(book: AccountBook, take: Take) -> None:
    text = 'Account Name,Account ID,Billing City\nReal,001,Bern\n\n"My Report"\n"Generated By: Ann"\n'
    result = take(text)
    assert counts(result) == (1, 0, 0, 0, 0)
    assert [(f.line, f.what) for f in result.remarks] == [(4, "footer")]
