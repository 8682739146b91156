"""An export is safe to open in a spreadsheet and changes nothing when it is imported again."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from coach.accounts.book import AccountBook
from coach.accounts.errors import NotFoundError
from coach.accounts.records import Account, Contact, Opportunity, Order
from coach.crm.export import export
from coach.knowledge.load import Knowledge
from tests.coach.crm.conftest import Take

Export = Callable[..., dict[str, list[list[str]]]]
FAMILIES = frozenset({"欧阳"})


@pytest.fixture
def write(book: AccountBook, knowledge: Knowledge, tmp_path: Path) -> Export:
    """Export a book and return the rows by file name."""

    def run(
        system: str, lang: str = "en", account: str | None = None, of: AccountBook = book
    ) -> dict[str, list[list[str]]]:
        forms = [form for form in knowledge.crm_forms.values() if form.system == system]
        paths = export(of, tmp_path / "out", forms, FAMILIES, lang, account)
        assert all(path.stat().st_mode & 0o077 == 0 for path in paths)
        return {path.name: list(csv.reader(path.open(encoding="utf-8-sig", newline=""))) for path in paths}

    return run


@pytest.fixture
def filled(book: AccountBook) -> Account:
    """An account with something hard in each field."""
    [account] = book.save(
        Account(
            "=cmd|' /C calc'!A0",
            country="DE",
            phone="+49 1",
            address="Str. 5\nHof",
            step=3,
            info={"industry": "x, y", "web": "z"},
        )
    )
    book.save(
        Contact("欧阳娜娜", ("Nana", "'=1"), "@boss", "n@x.example", "-", 4, account=account.id),
        Contact("Anna Maria Schmidt", account=account.id),
        Contact("王 磊", account=account.id),
        Opportunity("Renewal", "-won", "80000.50", "EUR", "2027-02-01", 9, account=account.id),
        Opportunity("Renewal", account=account.id),
        Order("2026-01-05", "-20.50", "EUR", "3", "A-1", account=account.id),
        Order("2026-01-05", "7", account=account.id),
        Order("2026-01-05", "7", account=account.id),
    )
    assert isinstance(account, Account)
    return account


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("system", ["salesforce", "hubspot", "plain"])
def test_an_export_imported_again_changes_nothing(
    book: AccountBook, filled: Account, write: Export, take: Take, tmp_path: Path, system: str, lang: str
) -> None:
    before = book.dossier(filled.id)
    for name in write(system, lang):
        for _ in range(2):
            result = take((tmp_path / "out" / name).read_bytes(), system=system)
            assert (result.added, result.changed, result.conflicts, result.problems) == (0, 0, [], [])
            assert result.unchanged == result.rows > 0
    assert book.dossier(filled.id) == before


def test_no_cell_is_a_formula(filled: Account, write: Export) -> None:
    cells = [
        cell
        for system in ("salesforce", "hubspot", "plain")
        for rows in write(system).values()
        for row in rows
        for cell in row
    ]
    assert "'=cmd|' /C calc'!A0" in cells
    assert "'@boss" in cells
    assert not [cell for cell in cells if cell[:1] in ("=", "@") or cell in ("-", "-won")]


def test_ids_of_the_system_come_back(take: Take, write: Export) -> None:
    take("Record ID,Company name\n1,One\n2,Two\n")
    take("Record ID,First Name,Last Name,Associated Company IDs\n8,磊,王,1;2\n")
    files = write("hubspot")
    assert sorted(row[:2] for row in files["hubspot-accounts.csv"][1:]) == [["1", "One"], ["2", "Two"]]
    assert sorted(row[:3] + row[-2:] for row in files["hubspot-contacts.csv"][1:]) == [
        ["", "磊", "王", "Two", "2"], ["8", "磊", "王", "One", "1"],
    ]  # fmt: skip


def test_one_account_or_all_own_ones(
    book: AccountBook, book_of: Callable[[str], AccountBook], filled: Account, write: Export
) -> None:
    book.save(Account("Other"))
    assert len(write("plain")["plain-accounts.csv"]) == 3
    assert len(write("plain", account=filled.id)["plain-accounts.csv"]) == 2
    with pytest.raises(NotFoundError):
        write("plain", account=filled.id, of=book_of("bob"))
    book.share(filled.id, "bob")
    assert len(write("plain", of=book_of("bob"))["plain-accounts.csv"]) == 1
    assert len(write("plain", account=filled.id, of=book_of("bob"))["plain-accounts.csv"]) == 2
    assert [access.action for access in book.accesses(filled.id)] == ["export"]
