"""What the program keeps in files beside the book: result pages, receipts, unreadable states, damaged files."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from coach.accounts.names import name_key
from coach.privacy.mentions import Called, Mentions
from coach.privacy.subject import Subject
from coach.progress.private import write_private
from coach.progress.store import RECEIPTS, folder_of
from coach.result.save import stem_of

RESULTS, UNREADABLE, DAMAGED = "results", "unreadable", "*.damaged-*"
READABLE = 4_000_000  # bytes; a bigger file is searched for the names as they are written
_DATED = re.compile(r"(.+)-\d{4}-\d{2}-\d{2}(?:-\w+)?")
_ESCAPED = re.compile(r"\\+u([0-9a-fA-F]{4})")
_DATABASES = (".db", ".db-wal", ".db-shm")


@dataclass
class Cleared:
    """`gone` counts what went, by kind; `left` are files that could not be deleted, with the reason."""

    gone: Counter[str] = field(default_factory=Counter)
    left: list[tuple[str, str]] = field(default_factory=list)

    def add(self, other: Cleared) -> None:
        self.gone += other.gone
        self.left += other.left


def clear_files(home: Path, subject: Subject, mentions: Mentions) -> Cleared:
    """Delete what was saved on the account; on a contact, the lines and the files that name the person."""
    cleared = Cleared()
    for kind, path, rest in _planned(home, subject, mentions):
        try:
            if rest is None:
                path.unlink(missing_ok=True)
            else:
                write_private(path, rest)
            cleared.gone[kind] += 1
        except OSError as error:
            cleared.left.append((str(path), error.strerror or type(error).__name__))
    return cleared


def count_files(home: Path, subject: Subject, mentions: Mentions) -> Counter[str]:
    """Return how many files would be deleted or changed, by kind."""
    return Counter(kind for kind, _, _ in _planned(home, subject, mentions))


def mentioning(home: Path, mentions: Mentions) -> list[Path]:
    """Return the other files under `home` that name the subject: copies, and what is on others of the same name."""
    paths = (path for path in sorted(home.rglob("*")) if path.is_file() and not path.name.endswith(_DATABASES))
    return [path for path in paths if names_somebody(path, mentions)]


def _planned(home: Path, subject: Subject, mentions: Mentions) -> Iterator[tuple[str, Path, str | None]]:
    """Yield what is to be done: the kind, the file, and the text that stays of it (None: the file goes)."""
    firm = Mentions(Called(names=subject.account_names))
    for path in list(_pages(home, subject)):
        if subject.whole:
            yield "pages", path, None
        elif names_somebody(path, mentions):
            yield "pages", path, _without(path, mentions) if path.suffix == ".md" else None
    for path in _receipts_to_go(home, subject, firm, mentions):
        yield "receipts", path, None
    for path in sorted((home / UNREADABLE).glob("*.json")):
        if names_somebody(path, firm) and (subject.whole or names_somebody(path, mentions)):
            yield "unreadable", path, None
    for path in sorted(home.glob(DAMAGED)):
        if names_somebody(path, firm if subject.whole else mentions):
            yield "damaged", path, None


def _receipts_to_go(home: Path, subject: Subject, firm: Mentions, mentions: Mentions) -> Iterator[Path]:
    """Yield the receipts on the account, or those on it that name the person."""
    for path in _receipts(home, subject.users):
        own = path.name in {Path(name).name for name in subject.receipts}
        # the people of other rehearsals are made up: only in those for this account is a name the person's
        wanted = (own or names_somebody(path, firm)) if subject.whole else (own and names_somebody(path, mentions))
        if wanted:
            yield path


def _pages(home: Path, subject: Subject) -> Iterator[Path]:
    stems = {name_key(stem_of(name)) for name in subject.account_names}
    for path in sorted((home / RESULTS).glob("*")):
        dated = _DATED.fullmatch(path.stem)
        if path.is_file() and dated and name_key(dated[1]) in stems:
            yield path


def _receipts(home: Path, users: Iterable[str]) -> list[Path]:
    return [path for user in users for path in sorted(folder_of(home / RECEIPTS, user).glob("*.json"))]


def names_somebody(path: Path, mentions: Mentions) -> bool:
    """Say whether the file mentions somebody; a big or binary one is searched for the names as they are written."""
    try:
        raw = path.read_bytes()
    except OSError:
        return False
    if len(raw) > READABLE or b"\0" in raw:
        names = [name for name in (*mentions.called.names, *mentions.called.exact) if len(name) > 1]
        return any(form in raw for name in names for form in (name.encode(), name.encode("ascii", "backslashreplace")))
    text = raw.decode("utf-8", errors="replace")
    return mentions.inside(unescaped(text))


def unescaped(text: str) -> str:
    """Return JSON, also JSON within JSON and also when it is damaged, with its characters as they are read."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)


def _without(path: Path, mentions: Mentions) -> str:
    """Return the page without the lines that mention somebody and what is indented below them."""
    kept, dropping = [], False
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines(keepends=True):
        dropping = mentions.inside(line) or (dropping and line.startswith(" "))
        if not dropping:
            kept.append(line)
    return "".join(kept)
