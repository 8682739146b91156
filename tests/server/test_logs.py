"""Nothing personal gets into a log: no names, quotes or addresses of customers, and not who talked."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from coach.accounts.book import AccountBook
from coach.accounts.database import open_database, writing
from coach.accounts.errors import BookError
from coach.accounts.records import Account, Contact, Note, Observation
from coach.accounts.tables import TABLES
from coach.context import Tools
from coach.privacy.forget import forgetting
from server.quiet import WithoutValues

FIRM, PERSON, MAIL, QUOTE, SENDER = (
    "Nordlicht GmbH",
    "王磊",
    "lei@nordlicht.example",
    "老板盯着他的返修率",
    "anna@firm.example",
)
PERSONAL = (FIRM, PERSON, MAIL, QUOTE, SENDER, "陈静")
# SQLAlchemy shows whole rows at DEBUG, by design; at INFO it shows statements, and parameters unless they are hidden
LEVELS = {
    **dict.fromkeys(("coach", "actions", "server", "components", "channels", "alembic"), logging.DEBUG),
    "sqlalchemy": logging.INFO,
}


class Everything(logging.Handler):
    """Keeps all lines as server.log would show them."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.setFormatter(WithoutValues("%(levelname)s %(name)s %(message)s"))
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))

    def leaked(self) -> list[str]:
        text = "\n".join(self.lines)
        return [word for word in PERSONAL if word in text or repr(word) in text or ascii(word)[1:-1] in text]


@pytest.fixture
def log() -> Iterator[Everything]:
    """All that our own parts log at DEBUG and the database's at INFO, and what any other logs as a warning."""
    handler, root = Everything(), logging.getLogger()
    before = {name: logging.getLogger(name).level for name in LEVELS}
    for name, level in LEVELS.items():
        logging.getLogger(name).setLevel(level)
    root.addHandler(handler)
    yield handler
    root.removeHandler(handler)
    for name, level in before.items():
        logging.getLogger(name).setLevel(level)


def test_a_conversation_leaves_no_names(bot: Any, log: Everything) -> None:
    for text in (
        "你好",
        FIRM,
        f"采购{PERSON}说返修率太高",
        f"{PERSON}说{QUOTE}，他很怕",
        f"发邮件到{MAIL}",
        "总结",
        "保存",
    ):
        assert bot.say(text, SENDER)
    assert log.leaked() == []


def test_a_failed_turn_leaves_a_place_and_a_mark_but_no_names(
    bot: Any, log: Everything, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_args: Any, **_options: Any) -> None:
        raise ValueError(f"{PERSON} said {QUOTE}") from KeyError(FIRM)

    monkeypatch.setattr("coach.assistant.step", fails)
    assert bot.say(f"采购{PERSON}说{QUOTE}", SENDER)
    assert log.leaked() == []
    [line] = [line for line in log.lines if "turn.failed" in line]
    assert "ValueError" in line
    assert "KeyError" in line
    assert "action_take_turn.py" in line


def test_book_and_forgetting_leave_no_names_also_when_they_fail(tmp_path: Path, tools: Tools, log: Everything) -> None:
    book = AccountBook(open_database(f"sqlite:///{tmp_path / 'accounts.db'}", 0.1), SENDER)
    [firm] = book.save(Account(FIRM))
    [person] = book.save(Contact(PERSON, account=firm.id, email=MAIL))
    book.save(Observation(person.id, "stance", "coach", "2026-11-02", account=firm.id, quote=QUOTE))
    seen = person
    book.change(person, title=PERSON)
    other = open_database(f"sqlite:///{tmp_path / 'accounts.db'}")
    with other.connect() as lock, lock.execution_options(writes=True).begin():
        attempts = [lambda: book.save(Note(QUOTE, "2026-11-02", account=firm.id))]
        failed = [_failure(attempt) for attempt in attempts]
    failed += [
        _failure(lambda: book.save(Account(FIRM))),
        _failure(lambda: book.change(seen, title=QUOTE)),
        _failure(lambda: book.save(Note("x", FIRM, account=firm.id))),
        _failure(lambda: book.dossier(PERSON)),
        _failure(lambda: _twice(book, person)),
    ]
    for error in failed:
        logging.getLogger("coach").error("failed %s", error, exc_info=error)
        assert not [word for word in PERSONAL if word in f"{error!r} {error}"]
    answer = {"conversations": 0, "left": []}
    assert forgetting(book, tmp_path, FIRM, PERSON, tools, lambda _: answer).carry_out().done
    assert len(log.lines) > len(failed)
    assert log.leaked() == []
    other.dispose()
    book.engine.dispose()


def _twice(book: AccountBook, person: Any) -> None:
    """Insert a row of a known id: what the database says then may hold the values."""
    with writing(book.engine) as connection:
        row = dict(connection.execute(sa.select(TABLES[Contact])).mappings().first() or {})
        connection.execute(sa.insert(TABLES[Contact]).values(row))


def _failure(attempt: Any) -> BookError:
    with pytest.raises(BookError) as error:
        attempt()
    return error.value
