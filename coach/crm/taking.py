"""Take rows into the book in memory: each meets its record or makes a new one; `kept` is then what to write."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from coach.accounts.book import new_id
from coach.accounts.errors import BookError
from coach.accounts.names import name_key
from coach.accounts.records import IMPORT, Account, Contact, Opportunity, Order, Record
from coach.accounts.valid import check, future
from coach.crm.entries import Entry
from coach.crm.links import ALSO_AT, NAMELESS, Link, Links
from coach.crm.merge import merge, with_values
from coach.crm.owners import Accounts
from coach.crm.result import ADDED, CHANGED, UNCHANGED, Conflict, Finding, Result

BLANK: dict[str, Record] = {
    "accounts": Account(""), "contacts": Contact(""), "opportunities": Opportunity(""), "orders": Order("", "0"),
}  # fmt: skip
UNIQUE = ("accounts", "contacts")  # kinds of which no two have one name


class Taking:
    """The rows of one file on their way into the book of `user`."""

    def __init__(self, kind: str, user: str, owners: Accounts, links: Links, result: Result, theirs_wins: bool) -> None:
        self.kind, self.user, self.owners, self.links = kind, user, owners, links
        self.result, self.theirs_wins = result, theirs_wins
        self.before: dict[str, Record | None] = {}  # None: new
        self.now: dict[str, Record] = {}
        self._found: dict[Hashable, list[str]] = defaultdict(list)
        self._ids: dict[str, int] = {}  # id in the system -> line that has it first
        self._lines: dict[str, int] = {}  # record -> line that spoke of it first
        self._emails: Counter[str] = Counter()
        self._persons: dict[Hashable, str] = {}

    def know(self, records: Sequence[Record], entries: Sequence[Entry]) -> None:
        """Take down what the book holds and what the file will say."""
        for record in records:
            self.before[record.id] = self.now[record.id] = record
            self._remember(record)
        self._emails = Counter(email.lower() for entry in entries if (email := entry.values.get("email")))

    def take(self, entry: Entry, today: date) -> None:
        """Take one row; what hinders it is listed."""
        if entry.outside and (line := self._ids.setdefault(entry.outside, entry.line)) != entry.line:
            return self._refuse(entry, "repeated", first=line)
        accounts = [""] if self.kind == "accounts" else self.owners.meant(entry)
        if not accounts:
            return self._refuse(entry, "unknown_account", account=entry.account or ", ".join(entry.account_ids))
        if self.kind not in UNIQUE:  # a person may be at several firms, a deal is of one
            accounts = accounts[:1]
            first = self.links.get(entry.outside) if entry.outside else None
            if first and first.account != accounts[0]:
                return self._moved(entry, first.account, accounts[0])
        for account in accounts:
            self._take_at(entry, account, today)
        return None

    def _moved(self, entry: Entry, ours: str, theirs: str) -> None:
        known = self.owners.records
        names = [known[key].name if key in known else "" for key in (ours, theirs)]
        self.result.conflicts.append(Conflict(entry.line, _called(entry), "account", *names))
        self.result.count(UNCHANGED)

    def _take_at(self, entry: Entry, account: str, today: date) -> None:
        link = self.links.get(self._key(entry, account)) if entry.outside else None
        record = self.now.get(link.record) if link else self._match(entry, account)
        if link and not record and not self.theirs_wins:
            self.result.conflicts.append(Conflict(entry.line, _called(entry), "removed"))
            return self.result.count(UNCHANGED)
        owner = account or (record.id if record else "")
        if owner and not self.owners.writable(owner):
            return self._refuse(entry, "read_only", account=self.owners.records[owner].name)
        if record is None:
            return self._add(entry, account, today)
        if not entry.outside and self._lines.setdefault(record.id, entry.line) != entry.line:
            return self._refuse(entry, "repeated", first=self._lines[record.id])
        if entry.outside and not link and (self.links.is_linked(record.id) or record.id in self._lines):
            self.result.remarks.append(Finding(entry.line, "merged", {"name": _called(entry)}))
        self._lines.setdefault(record.id, entry.line)
        return self._merge(entry, record, link)

    def _key(self, entry: Entry, account: str) -> str:
        """Return the id under which the row is linked at this account: a person may be at several."""
        first = self.links.get(entry.outside)
        return (
            entry.outside
            if not account or first is None or first.account == account
            else f"{entry.outside}{ALSO_AT}{account}"
        )

    def _match(self, entry: Entry, account: str) -> Record | None:
        """Return the record that the row means: by our own id, by name, number or e-mail."""
        if self.kind == "accounts":
            key = self.owners.by_id(entry.outside) or self.owners.by_name(entry.values["name"])
            return self.now.get(key) if key else None
        own = self.now.get(entry.outside)
        if own is not None and own.account == account and self.links.get(entry.outside) is None:
            return own
        for found in self._keys(account, entry):
            free = [key for key in self._found[found] if self.kind in UNIQUE or self._is_free(key, entry)]
            if free:
                return self.now[free[0]]
        return None

    def _is_free(self, record: str, entry: Entry) -> bool:
        return record not in self._lines and not (entry.outside and self.links.is_linked(record))

    def _keys(self, account: str, entry: Entry) -> Iterator[Hashable]:
        """Yield what the row's record may be found by, the surest first."""
        values = entry.values
        if self.kind == "orders":
            yield (account, values["number"]) if values.get("number") else _order(account, values)
            return
        yield account, name_key(values["name"])
        email = str(values.get("email") or "").lower()
        if email and not entry.outside and self._emails[email] == 1 and len(self._found[(account, "@", email)]) == 1:
            yield account, "@", email

    def _remember(self, record: Record, forget: bool = False) -> None:
        keys: list[Hashable] = []
        if isinstance(record, Order):
            keys = [(record.account, record.number)] if record.number else []
            keys.append(_order(record.account, vars(record)))
        elif isinstance(record, Contact | Opportunity):
            names = (record.name, *(record.other_names if isinstance(record, Contact) else ()))
            keys = [(record.account, name_key(name)) for name in names]
            if isinstance(record, Contact) and record.email:
                keys.append((record.account, "@", record.email.lower()))
        for key in dict.fromkeys(keys):
            if forget:
                self._found[key].remove(record.id)
            else:
                self._found[key].append(record.id)

    def _add(self, entry: Entry, account: str, today: date) -> None:
        key = new_id()
        owned: dict[str, Any] = {} if account else {"owner": self.user}
        blank = replace(BLANK[self.kind], id=key, account=account or key, source=IMPORT, **owned)
        record = with_values(blank, entry.values)
        if not self._fits(entry, record):
            return
        if isinstance(record, Order) and future(record, today):
            self.result.remarks.append(Finding(entry.line, "future", {"day": record.day}))
        if isinstance(record, Contact):
            self._say_two_firms(entry, record)
        self.before[key], self.now[key] = None, record
        self._lines.setdefault(key, entry.line)
        self._remember(record)
        if isinstance(record, Account):
            self.owners.add(record)
        outside = self._key(entry, account) if entry.outside else NAMELESS + key
        self.links.put(Link(outside, record.account, key, entry.values))
        self.result.count(ADDED)

    def _say_two_firms(self, entry: Entry, contact: Contact) -> None:
        first = self.links.get(entry.outside) if entry.outside else None
        other = first.account if first else None
        reached = contact.email.lower() or contact.phone
        if reached:
            at = self._persons.setdefault((name_key(contact.name), reached), contact.account)
            other = other or at
        if other and other != contact.account and other in self.owners.records:
            firms = [self.owners.records[key].name for key in (other, contact.account)]
            self.result.remarks.append(Finding(entry.line, "two_firms", {"name": contact.name, "firms": firms}))

    def _merge(self, entry: Entry, record: Record, link: Link | None) -> None:
        outside = link.outside if link else self._key(entry, record.account) if entry.outside else NAMELESS + record.id
        last = link or self.links.get(outside)
        merged = merge(record, last.given if last else {}, entry.values, theirs_wins=self.theirs_wins)
        after = with_values(record, merged.changes)
        if after != record:
            if "name" in merged.changes and self._is_taken(after):
                return self._refuse(entry, "same_name", name=_called(entry))
            if not self._fits(entry, after):
                return None
            self._remember(record, forget=True)
            self.now[record.id] = after
            self._remember(after)
            if isinstance(after, Account):
                self.owners.add(after)
        self.links.put(Link(outside, record.account, record.id, merged.given))
        name = _called(entry)
        self.result.conflicts += [Conflict(entry.line, name, *conflict) for conflict in merged.conflicts]
        return self.result.count(UNCHANGED if after == record else CHANGED)

    def _is_taken(self, record: Record) -> bool:
        if isinstance(record, Account):
            return self.owners.by_name(record.name) not in (None, record.id)
        if not isinstance(record, Contact):
            return False
        others = (self.now[key] for key in self._found[(record.account, name_key(record.name))] if key != record.id)
        return any(name_key(getattr(other, "name", "")) == name_key(record.name) for other in others)

    def _fits(self, entry: Entry, record: Record) -> bool:
        try:
            check(record)
        except BookError as error:
            self.result.problems.append(Finding(entry.line, "book", error=error))
            return False
        return True

    def _refuse(self, entry: Entry, what: str, **values: object) -> None:
        self.result.problems.append(Finding(entry.line, what, {"name": _called(entry), **values}))


def _called(entry: Entry) -> str:
    return str(entry.values.get("name") or entry.values.get("number") or entry.values.get("day") or entry.outside)


def _order(account: str, values: object) -> Hashable:
    told = values if isinstance(values, dict) else {}
    return (account, told["day"], told["amount"], told.get("currency") or "")
