"""Accounts are found by any part of a name, by pinyin and initials, the best first, and fast."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import replace

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine

from coach.accounts import bulk, grams, search
from coach.accounts.book import AccountBook, new_id
from coach.accounts.database import reading, writing
from coach.accounts.records import Account, Contact, Visit
from coach.accounts.tables import names

HELD = {
    "深圳光明照明有限公司": ["王磊", "曾国藩"],
    "Nordlicht GmbH": ["Anna Schmidt", "O'Brien"],
    "光": ["Jürgen Köhler"],
    "Light & More": ["单雄信"],
    "100% Lumen_Co": [],
}
FINDS = [
    ("光明", ["深圳光明照明有限公司"]),
    ("明", ["深圳光明照明有限公司"]),
    ("光", ["光", "深圳光明照明有限公司"]),  # the whole name comes first
    ("szgm", ["深圳光明照明有限公司"]),
    ("gmzm", ["深圳光明照明有限公司"]),
    ("guangming", ["深圳光明照明有限公司"]),
    ("王磊", ["深圳光明照明有限公司"]),
    ("wl", ["深圳光明照明有限公司"]),
    ("zengguofan", ["深圳光明照明有限公司"]),
    ("shanxiong", ["Light & More"]),
    ("ORDLI", ["Nordlicht GmbH"]),
    ("ｎｏｒｄ", ["Nordlicht GmbH"]),
    ("licht g", ["Nordlicht GmbH"]),
    ("chmidt", ["Nordlicht GmbH"]),
    ("ann", ["Nordlicht GmbH"]),
    ("o'b", ["Nordlicht GmbH"]),
    ("light", ["Light & More"]),
    ("köh", ["光"]),
    ("li", ["Light & More", "Nordlicht GmbH"]),  # a start before a part
    ("100%", ["100% Lumen_Co"]),
    ("%", ["100% Lumen_Co"]),
    ("_", ["100% Lumen_Co"]),
    ("&", ["Light & More"]),
    ("n_o", []),
    ('"', []),
    ("zzq", []),
    (" ", []),
]


@pytest.fixture
def held(book: AccountBook) -> AccountBook:
    for name, people in HELD.items():
        [account] = book.save(Account(name))
        book.save(*(Contact(person, account=account.id) for person in people)) if people else None
    return book


@pytest.fixture(params=["pairs", "all names"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the index of pairs, and as where SQLite has none."""
    if request.param == "all names":
        monkeypatch.setattr(grams, "is_there", lambda connection: False)


@pytest.mark.usefixtures("way")
def test_parts_of_names(held: AccountBook) -> None:
    assert {part: [account.name for account in held.find(part)] for part, _ in FINDS} == dict(FINDS)


@pytest.mark.usefixtures("way")
def test_the_best_come_first_also_among_many(
    book: AccountBook, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "MOST", 5)
    fill(engine, [f"x light {number}" for number in range(40)] + ["Light", "Light house", "Zlight"])
    assert [account.name for account in book.find("light", 3)][:2] == ["Light", "Light house"]
    assert len(book.find("light", 20)) >= 5
    assert [account.name for account in book.find("zligh")] == ["Zlight"]


def fill(engine: Engine, called: list[str], people: int = 0) -> None:
    ids = [new_id() for _ in called]
    with writing(engine) as connection:
        firms = [Account(name, "ann", id=key, account=key) for name, key in zip(called, ids, strict=True)]
        bulk.insert_all(connection, firms, "ann", "2026-03-02")
        persons = [
            Contact(f"{'王李张陈'[n % 4]}{'伟芳敏静'[n // 4 % 4]} {n}", id=new_id(), account=key)
            for key in ids
            for n in range(people)
        ]
        bulk.insert_all(connection, persons, "ann", "2026-03-02")
        bulk.index_all(connection, ids)


def test_a_change_or_removal_changes_what_is_found(held: AccountBook, engine: Engine) -> None:
    [account] = held.find("szgm")
    held.change(account, name="Heli")
    assert held.find("szgm") == []
    assert [found.name for found in held.find("heli")] == ["Heli"]
    held.remove(held.dossier(account.id).contacts[0])
    assert held.find("wanglei") == []
    held.remove(held.named("Heli") or replace(account))
    assert held.find("heli") == []
    with writing(engine) as connection:
        connection.execute(sa.delete(names))
        grams.sweep(connection)
    assert all(held.find(part) == [] for part, _ in FINDS)


def test_nobody_finds_what_is_not_theirs(held: AccountBook, book_of: Callable[[str], AccountBook]) -> None:
    bob = book_of("bob")
    assert bob.find("light") == []
    assert bob.named("light & more") is None
    held.share(held.find("light")[0].id, "bob")
    assert [account.name for account in bob.find("light")] == ["Light & More"]
    bob.save(Account("LIGHT & more"))
    assert bob.named("Light & More").owner == "bob"  # type: ignore[union-attr]


def test_searching_stays_fast(engine: Engine, book: AccountBook) -> None:
    if engine.dialect.name != "sqlite":
        pytest.skip("the figures are for SQLite")
    fill(
        engine,
        [
            f"{'深圳广州'[n % 2 * 2 :][:2]}光明{n}照明有限公司" if n % 2 else f"Weber Licht {n} GmbH"
            for n in range(3000)
        ],
        2,
    )
    with reading(engine) as connection:
        assert grams.is_there(connection)
    for part in ("光明", "gm", "weber", "e", "zzq", "wangwei", "照"):
        times = []
        for _ in range(5):
            start = time.process_time()  # other programs do not count
            book.find(part)
            times.append(time.process_time() - start)
        assert statistics.median(times) < 0.05, part


@pytest.mark.parametrize(
    ("text", "names_found"),
    [
        ("我周四去拜访深圳光明照明有限公司", ["深圳光明照明有限公司"]), ("Visit to NORDLICHT  gmbh on Friday", ["Nordlicht GmbH"]),
        ("visit to NORDLICHT gmbh on Friday", ["Nordlicht GmbH"]), ("Nordlicht GmbHs", []), ("for Light & More", ["Light & More"]),
        ("about 100% Lumen_Co", ["100% Lumen_Co"]), ("about 100x LumenxCo", []), ("光明", []), ("", []),
        ("Light & More and Nordlicht GmbH", ["Nordlicht GmbH", "Light & More"]),
    ],
)  # fmt: skip
def test_names_in_a_text(held: AccountBook, text: str, names_found: list[str]) -> None:
    assert [account.name for account in held.named_in(text)] == names_found


def test_of_names_within_each_other_the_longest_is_found(book: AccountBook) -> None:
    book.save(Account("光明"), Account("光明照明"))
    assert [account.name for account in book.named_in("去拜访光明照明")] == ["光明照明"]


def test_visits_come_in_order_between_two_days(book: AccountBook) -> None:
    [account] = book.save(Account("Acme"))
    for starts in ("2026-03-06T10:00", "2026-03-04T10:00", "2026-03-05T10:00"):
        book.save(Visit(starts, account=account.id))
    book.save(Visit("2026-03-05T11:00", state="cancelled", account=account.id))
    found = [visit.starts[8:10] for _, visit in book.visits("2026-03-05")]
    assert found == ["05", "06"]
    assert [visit.starts[8:10] for _, visit in book.visits("2026-03-04", "2026-03-05")] == ["04"]
    assert len(book.visits("2026-01-01", state="cancelled")) == 1
