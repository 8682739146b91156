"""Measure the account book with 50,000 accounts and 200,000 contacts on SQLite; write docs/performance.md.

Run: .venv/bin/python -m benchmarks.accounts
"""

from __future__ import annotations

import csv
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from benchmarks.page import put_section, table
from coach.accounts.book import AccountBook
from coach.accounts.database import open_database
from coach.accounts.records import Account, Contact, Observation
from coach.brief.brief import brief
from coach.context import Tools, build_tools
from coach.crm.export import export
from coach.crm.importing import import_table
from coach.crm.tables import open_table
from coach.knowledge.load import Knowledge, load
from coach.settings import settings
from coach.stances.influence_map import influence_map

PAGE = Path(__file__).resolve().parent.parent / "docs" / "performance.md"
ACCOUNTS, CONTACTS_EACH, QUERIES = 50_000, 4, 50
PEOPLE, SIGNS = 40, 400  # of the one account whose dossier is read
DAY = date(2026, 3, 2)

CITIES = [
    "深圳", "广州", "上海", "宁波", "中山", "厦门", "佛山", "东莞",
    "杭州", "苏州", "青岛", "重庆", "长沙", "成都",
]  # fmt: skip
BRANDS = [
    "光明", "恒星", "华辉", "永利", "新源", "瑞丰", "天行", "长城",
    "金龙", "海昌", "乐调", "宏达", "博雅", "嘉禾", "朗月", "晨曦",
]  # fmt: skip
TRADES = [
    "照明有限公司", "灯饰有限公司", "贸易有限公司", "进出口公司", "电子科技有限公司", "工程有限公司",
]  # fmt: skip
FAMILIES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧曾单任"
GIVEN = "磊伟芳娜敏静丽强军洋勇艳杰涛明超兰霞平刚桂英建国文华玲辉婷雪梅雨欣思睿浩"
ENGLISH = [
    "Brown", "Wilson", "Taylor", "Lopez", "Carter", "Hughes", "Walker", "Morgan",
    "Bennett", "Foster", "Harper", "Mason",
]  # fmt: skip
GERMAN = [
    "Schmidt", "Müller", "Fischer", "Weber", "Becker", "Hoffmann", "Krüger", "Lehmann",
    "Köhler", "Vogel", "Brandt", "Jäger",
]  # fmt: skip
FIRST = [
    "Anna", "Peter", "Klaus", "Maria", "John", "Emily", "Oliver", "Sophie",
    "Laura", "Thomas", "Jürgen", "Hannah",
]  # fmt: skip
WORDS = [
    "Light", "Licht", "Lumen", "Trading", "Electric", "Lighting", "Leuchten", "Projects",
    "Handels", "Supply",
]  # fmt: skip
ENDS = [
    "GmbH", "Ltd", "Inc", "AG", "LLC", "KG",
]  # fmt: skip
PARTS = {
    "part of a Chinese name": [
        *BRANDS,
        *CITIES,
        "照明",
        "灯饰",
        "光",
        "王伟",
        "陈静",
        "工程",
        "曾",
        "晨曦照",
        "单雄信",
    ],
    "pinyin initials": ["gmzm", "szgm", "hxds", "cq", "wl", "zw", "ljg", "nbyl", "zmyxgs", "hzrf"],
    "full pinyin": ["guangming", "shenzhen", "wangwei", "hengxing", "chongqing", "zeng"],
    "part of an English or German name": [
        "schmidt",
        "müll",
        "light",
        "lumen tr",
        "hoff",
        "anna w",
        "gmbh",
        "arper",
        "100",
    ],
    "one letter": list("abcdefgwxyz") + ["灯", "伟", "ü"],
    "nothing to find": ["zzqx", "没有这家", "qqq", "Xylophon AG", "鑫鑫鑫"],
}


def person(rng: random.Random) -> tuple[str, str]:
    """Return a last and a first name."""
    if rng.random() < 0.6:
        return rng.choice(FAMILIES), "".join(rng.choices(GIVEN, k=rng.choice((1, 2, 2))))
    return rng.choice(ENGLISH if rng.random() < 0.5 else GERMAN), rng.choice(FIRST)


def firm(rng: random.Random, number: int) -> str:
    """Return the name of a firm that no other number gives."""
    if rng.random() < 0.6:
        return rng.choice(CITIES) + rng.choice(GIVEN) + rng.choice(BRANDS) + str(number) + rng.choice(TRADES)
    return f"{rng.choice(ENGLISH + GERMAN)} {rng.choice(WORDS)} {number} {rng.choice(ENDS)}"


def write_files(folder: Path, count: int) -> tuple[Path, Path]:
    """Write the accounts and contacts as Salesforce exports them."""
    rng = random.Random(4)
    accounts, contacts = folder / "Account.csv", folder / "Contact.csv"
    with accounts.open("w", encoding="utf-8", newline="") as a, contacts.open("w", encoding="utf-8", newline="") as c:
        firms, people = csv.writer(a), csv.writer(c)
        firms.writerow(["Id", "Name", "BillingCity", "BillingCountry", "Phone", "Industry", "OwnerId"])
        people.writerow(["Id", "AccountId", "LastName", "FirstName", "Title", "Email", "Phone"])
        for number in range(count):
            firms.writerow(
                [f"001{number:012}", firm(rng, number), rng.choice(CITIES), "CN", f"+86 {number}", "Retail", "005"]
            )
            taken: set[tuple[str, str]] = set()
            for each in range(CONTACTS_EACH):
                while (names := person(rng)) in taken:
                    pass
                taken.add(names)
                key = number * CONTACTS_EACH + each
                people.writerow([f"003{key:012}", f"001{number:012}", *names, "Buyer", f"p{key}@example.com", ""])
    return accounts, contacts


def timed(run: Callable[[], object]) -> float:
    """Return how long `run` takes, in milliseconds."""
    start = time.perf_counter()
    run()
    return (time.perf_counter() - start) * 1000


def searches(book: AccountBook) -> dict[str, list[float]]:
    """Return the times of the searches, in ms, by kind; each kind is asked QUERIES times."""
    return {
        kind: [timed(lambda part=part: book.find(part)) for part in (parts * QUERIES)[:QUERIES]]  # type: ignore[misc]
        for kind, parts in PARTS.items()
    }


def big_account(book: AccountBook) -> str:
    """Return the id of an account with many contacts and signs."""
    [account] = book.save(Account("Nordlicht Leuchten Vertrieb"))
    people = book.save(*(Contact(f"Person {number}", account=account.id) for number in range(PEOPLE)))
    days = (str(DAY - timedelta(days=number)) for number in range(SIGNS))
    book.save(
        *(
            Observation(people[n % PEOPLE].id, "stance", "supporter", day, account=account.id, quote="好")
            for n, day in enumerate(days)
        )
    )
    return account.id


def brief_and_map(book: AccountBook, account: str, tools: Tools) -> None:
    """Read the account and make its brief and its map."""
    dossier = book.dossier(account)
    brief(dossier, None, DAY, "en", tools)
    influence_map(dossier, DAY, "en", tools)


def main() -> None:
    """Measure and write the section."""
    knowledge = load(settings().knowledge)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        engine = open_database(f"sqlite:///{folder / 'accounts.db'}")
        rows = _rows(AccountBook(engine, "ann"), folder, knowledge)
        engine.dispose()
        size = (folder / "accounts.db").stat().st_size / 1e6
    text = table(["measured", "median", "worst"], rows)
    put_section(
        PAGE,
        "accounts",
        f"## The account book\n\n{ACCOUNTS:,} accounts and {ACCOUNTS * CONTACTS_EACH:,} contacts of one user on SQLite "
        f"({size:.0f} MB), "
        f"{QUERIES} questions of each kind.\n`.venv/bin/python -m benchmarks.accounts` measures this anew and writes "
        f"this section.\n\n{text}",
    )
    print(f"wrote {PAGE.name}")


def _rows(book: AccountBook, folder: Path, knowledge: Knowledge) -> list[list[str]]:
    forms = knowledge.crm_forms.values()
    rows = []
    for again in ("", ", a second time"):
        for path in write_files(folder, ACCOUNTS):
            took = timed(lambda path=path: import_table(book, open_table(path, forms), DAY))  # type: ignore[misc]
            print(path.name, again, f"{took:.0f} ms, processor {time.process_time():.0f} s so far", file=sys.stderr)
            rows.append([f"import of {path.name}{again}, s", f"{took / 1000:.1f}", ""])
    plain = [form for form in forms if form.system == "plain"]
    took = timed(lambda: export(book, folder / "out", plain, frozenset(), "en"))
    rows.append(["export of the whole book, s", f"{took / 1000:.1f}", ""])
    account = big_account(book)
    times = {
        f"dossier of one account, {PEOPLE} contacts and {SIGNS} observations": [
            timed(lambda: book.dossier(account)) for _ in range(QUERIES)
        ]
    }
    tools = build_tools(knowledge, settings().cache)
    tools.warm_up()
    times["brief and map of that account, database included"] = [
        timed(lambda: brief_and_map(book, account, tools)) for _ in range(QUERIES)
    ]
    times |= {f"search: {kind}": found for kind, found in searches(book).items()}
    rows += [[f"{kind}, ms", f"{statistics.median(found):.1f}", f"{max(found):.1f}"] for kind, found in times.items()]
    return rows


if __name__ == "__main__":
    main()
