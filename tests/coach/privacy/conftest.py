"""A home with an account that is known in every place where the program keeps anything."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from coach.accounts.book import AccountBook
from coach.accounts.database import file_of
from coach.accounts.migrate import back_up
from coach.accounts.records import (
    Account,
    Contact,
    NeedNote,
    NextStep,
    Note,
    Observation,
    Opportunity,
    Order,
    Rehearsed,
    Visit,
)
from coach.accounts.tables import outside_ids
from coach.context import Tools
from coach.privacy.forget import Forgetting, forgetting
from coach.progress.store import folder_of
from tests.coach.accounts.conftest import book, book_of, engine, url  # noqa: F401  (fixtures)

DAY = "2026-11-02"
FIRM, PERSON, OTHER = "Nordlicht GmbH", "王磊", "Anna Rossi"
# what must be gone with the person, and what is only gone with the account
OF_PERSON = (
    "王磊",
    "王總",
    "王总",
    "Ray Wang",
    "lei@nordlicht.example",
    "13800138000",
    "我帮你说",
    "boss watches",
    "他爱钓鱼",
)
OF_FIRM = ("Nordlicht GmbH", "Anna Rossi", "Kaiserstr. 5", "展厅", "PO-77", "returns are 8%", "Nordlicht-Alt")


def no_conversations(_request: dict[str, Any]) -> dict[str, Any]:
    return {"conversations": 0, "left": []}


@dataclass
class Known:
    """The account and its people, the home, and functions to forget and to look for bytes."""

    book: AccountBook
    home: Path
    tools: Tools
    firm: Account
    person: Contact
    other: Contact

    def forgetting(self, contact: str | None = None, user: AccountBook | None = None, **options: Any) -> Forgetting:
        conversations = options.get("conversations", no_conversations)
        return forgetting(user or self.book, self.home, FIRM, contact, self.tools, conversations)

    def holds(self, *words: str) -> list[str]:
        """Return the words that stand in any file below the home, or of the server's database, as they are."""
        raw = b"".join(path.read_bytes() for path in self._files())
        return [w for w in words if w.encode() in raw or w.encode("ascii", "backslashreplace") in raw]

    def _files(self) -> Iterator[Path]:
        yield from (path for path in self.home.rglob("*") if path.is_file())
        if file_of(str(self.book.engine.url)) is None:
            with self.book.engine.connect() as connection:
                connection = connection.execution_options(isolation_level="AUTOCOMMIT")
                connection.exec_driver_sql("CHECKPOINT")
                folder = connection.exec_driver_sql("SHOW data_directory").scalar()
                number = connection.exec_driver_sql(
                    "SELECT oid FROM pg_database WHERE datname = current_database()"
                ).scalar()
            yield from (path for path in (Path(str(folder)) / "base" / str(number)).iterdir() if path.is_file())


@pytest.fixture
def known(book: AccountBook, tmp_path: Path, tools: Tools) -> Known:  # noqa: F811
    [old] = book.save(Account("Nordlicht-Alt", country="DE", address="Kaiserstr. 5"))
    firm = book.change(old, name=FIRM)
    person, other = book.save(
        Contact("王小磊", account=firm.id, email="lei@nordlicht.example", phone="13800138000"),
        Contact(OTHER, account=firm.id, title="buyer"),
    )
    person = book.change(person, name=PERSON, other_names=("Ray Wang",))
    [draft] = book.save(Note("王磊 draft", DAY, account=firm.id))
    book.remove(draft)
    book.save(
        Observation(person.id, "stance", "coach", DAY, account=firm.id, quote="我帮你说"),
        Observation(other.id, "role", "buyer", DAY, account=firm.id, quote="王磊 says she buys"),
        NeedNote("deep", "recognition", "personal", DAY, person.id, account=firm.id, quote="boss watches me"),
        NeedNote("latent", "quality", "organisation", DAY, person.id, account=firm.id, quote="王磊: returns"),
        NeedNote("latent", "cost", "organisation", DAY, account=firm.id, quote="returns are 8%"),
        Visit(f"{DAY}T10:00", place="展厅", purpose="见王總", people=(person.id, other.id), account=firm.id),
        NextStep("send samples to Ray", account=firm.id),
        Order(DAY, "-1200.50", "EUR", number="PO-77", account=firm.id),
        Opportunity("Panel 2027", "Proposal", account=firm.id),
        Rehearsed("plums", DAY, 70, True, "call.json", account=firm.id),
        Note("他爱钓鱼", DAY, person.id, account=firm.id),
        Note("asked Anna about the wang and Wang 's plan; 请王总确认", DAY, account=firm.id),
    )
    with book.engine.begin() as connection:
        for record, outside in ((firm, "acc-1"), (person, "lei@nordlicht.example")):
            connection.execute(
                outside_ids.insert().values(
                    owner="ann", system="crm", kind=record.table, outside=outside, account=firm.id, record=record.id
                )
            )
    book.share(firm.id, "bob", may_write=True)
    AccountBook(book.engine, "bob").dossier(firm.id)
    if (path := file_of(str(book.engine.url))) is not None:
        back_up(path, "0000")
    _keep_files(tmp_path)
    return Known(book, tmp_path, tools, firm, person, other)  # type: ignore[arg-type]


def _keep_files(home: Path) -> None:
    receipts = folder_of(home / "receipts", "bob")
    for folder in (home / "results", home / "unreadable", receipts):
        folder.mkdir(parents=True)
    page = (
        f"# {FIRM}\n- quality: “x” (王磊)\n- **王磊**: buyer\n  - points the other way: “我帮你说”\n- **Anna Rossi**\n"
    )
    (home / "results" / f"Nordlicht-GmbH-{DAY}.md").write_text(page, encoding="utf-8")
    (home / "results" / f"Nordlicht-GmbH-{DAY}-2.md").write_text(f"# {FIRM}\nnobody\n", encoding="utf-8")
    (home / "results" / f"Elsewhere-{DAY}.md").write_text("# Elsewhere\n", encoding="utf-8")
    state = {"interview": {"account": FIRM, "people": [PERSON]}}
    (home / "unreadable" / "a.json").write_text(json.dumps(state, ensure_ascii=False), encoding="utf-8")
    (home / "unreadable" / "b.json").write_text("{}", encoding="utf-8")
    (receipts / "call.json").write_text(json.dumps({"lines": ["王磊, 您好", f"at {FIRM}"]}), encoding="utf-8")
    (receipts / "other.json").write_text(json.dumps({"lines": ["a made up 王磊"]}), encoding="utf-8")
    (home / "conversations.db.damaged-1").write_bytes(b"\0\1" + PERSON.encode() + FIRM.encode())


@pytest.fixture
def bob(book_of: Callable[[str], AccountBook]) -> AccountBook:  # noqa: F811
    return book_of("bob")
