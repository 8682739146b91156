"""What is known of one account, as a page of text: each thing with its day, who noted it and where it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from coach.accounts.history import CHANGED, Change
from coach.accounts.records import Account, Contact, Dossier, NeedNote, NextStep, Record, Visit
from coach.accounts.rights import Access, Share
from coach.knowledge.load import Knowledge
from coach.privacy.audit import audit_lines

FACTS = ("owner", "country", "trade", "website", "phone", "address", "step")
LEVELS = ("deep", "latent", "surface")  # the deepest first: it says most


_ALWAYS = 2  # the first sections, contacts and needs: that there is none is news


class AccountPage:
    """Writes pages on an account in one language."""

    def __init__(self, lang: str, knowledge: Knowledge) -> None:
        self.lang, self.knowledge, self.words = lang, knowledge, knowledge.words

    def dossier(self, dossier: Dossier) -> str:
        """Return the page on all that is known; contacts and needs are named also when there are none."""
        lines = [self.words.say("account_head", self.lang, name=dossier.account.name), *self._facts(dossier.account)]
        sections: list[tuple[str, list[str]]] = [
            (self.words.say("account_contacts", self.lang), self._contacts(dossier)),
            (self.words.say("account_needs", self.lang), self._needs(dossier)),
            (
                self.words.say("account_visits", self.lang),
                [self._line(v, self._visit(v, dossier)) for v in dossier.visits],
            ),
            (self.words.say("account_steps", self.lang), [self._line(s, self._step(s)) for s in dossier.next_steps]),
            (
                self.words.say("account_orders", self.lang),
                [self._line(o, _spaced(o.day, o.amount, o.currency, o.number)) for o in dossier.orders],
            ),
            (
                self.words.say("account_opportunities", self.lang),
                [
                    self._line(o, _spaced(o.name, o.stage, o.amount, o.currency, o.closes))
                    for o in dossier.opportunities
                ],
            ),
            (
                self.words.say("account_rehearsals", self.lang),
                [self._line(r, self._rehearsed(r)) for r in dossier.rehearsals],
            ),
            (self.words.say("account_notes", self.lang), [self._line(n, n.text) for n in dossier.notes]),
        ]
        for number, (title, rows) in enumerate(sections):
            if not rows and number >= _ALWAYS:
                continue
            count = sum(row.startswith("- ") for row in rows)
            lines += ["", self.words.say("account_section", self.lang, title=title, count=count)]
            lines += rows or [self.words.say("account_none_yet", self.lang)]
        return "\n".join(lines)

    def _facts(self, account: Account) -> list[str]:
        told = {self.words.say(f"field_{name}", self.lang): getattr(account, name) for name in FACTS}
        told |= {self._field(name): value for name, value in account.info.items()}
        return [
            self.words.say("account_fact", self.lang, field=k, value=v) for k, v in told.items() if v not in ("", None)
        ]

    def _contacts(self, dossier: Dossier) -> list[str]:
        lines = []
        for person in dossier.contacts:
            told = _spaced(person.name, *person.other_names, person.title, person.email, person.phone)
            lines.append(self._line(person, told))
            for seen in (seen for seen in dossier.observations if seen.contact == person.id):
                lines.append(
                    self.words.say(
                        "account_observed", self.lang, kind=self.words.say(f"page_kind_{seen.kind}", self.lang),
                        label=self._label(seen.kind, seen.label), quote=self._quote(seen), mark=self._mark(seen),
                    )
                )  # fmt: skip
        return lines

    def _label(self, kind: str, label: str) -> str:
        known: Mapping[str, Any] = self.knowledge.stances if kind == "stance" else self.knowledge.roles
        return known[label].name[self.lang] if label in known else label

    def _needs(self, dossier: Dossier) -> list[str]:
        ordered = sorted(
            dossier.needs, key=lambda need: LEVELS.index(need.level) if need.level in LEVELS else len(LEVELS)
        )
        return [self._line(need, self._need(need, dossier.contact(need.contact))) for need in ordered]

    def _need(self, need: NeedNote, person: Contact | None) -> str:
        topic = self.knowledge.topic_name(need.topic, self.lang)
        level = self.words.say(f"label_{need.level}", self.lang) if f"label_{need.level}" in self.words else need.level
        whose = self.words.say("account_whose", self.lang, name=person.name) if person else ""
        return self.words.say("account_need", self.lang, level=level, topic=topic, whose=whose, quote=self._quote(need))

    def _visit(self, visit: Visit, dossier: Dossier) -> str:
        people = [person.name for key in visit.people if (person := dossier.contact(key))]
        rest = _spaced("", visit.place, visit.purpose, *people, visit.outcome)
        state = self.words.say(f"page_state_{visit.state}", self.lang)
        starts = f"{visit.starts.replace('T', ' ')} {visit.zone}".strip()
        return self.words.say("account_visit", self.lang, starts=starts, state=state, rest=rest)

    def _step(self, step: NextStep) -> str:
        if step.done:
            return self.words.say("account_step_done", self.lang, text=step.text, done=step.done)
        return self.words.say("account_step_due", self.lang, text=step.text, due=step.due) if step.due else step.text

    def _rehearsed(self, rehearsed: Any) -> str:
        scenario = self.knowledge.scenarios.get(rehearsed.scenario)
        name = scenario.name[self.lang] if scenario else rehearsed.scenario
        return self.words.say("account_rehearsed", self.lang, scenario=name, score=rehearsed.score)

    def _line(self, record: Record, text: str) -> str:
        return self.words.say("account_line", self.lang, text=text, mark=self._mark(record))

    def _quote(self, record: Record) -> str:
        return self.words.say("account_quoted", self.lang, quote=record.quote) if record.quote else ""

    def _mark(self, record: Record) -> str:
        source = f"page_source_{record.source}"
        said = self.words.say(f"page_source_{record.source}", self.lang) if source in self.words else record.source
        day = getattr(record, "day", "") or record.at[:10]
        return self.words.say("account_mark", self.lang, day=day, by=record.by, source=said)

    def history(self, changes: Iterable[Change], now: Mapping[str, Record]) -> str:
        """Return one line a change; `now` are the records as they are, by id, to tell what a change was."""
        changes = list(changes)
        after: dict[str, Mapping[str, Any]] = {key: vars(record) for key, record in now.items()}
        lines = []
        for change in reversed(changes):  # from the newest, so that what came after each change is known
            lines.append(self._change(change, after.get(change.record)))
            if change.before is not None:
                after[change.record] = change.before
        return "\n".join(reversed(lines))

    def _change(self, change: Change, after: Mapping[str, Any] | None) -> str:
        held = change.before or after or {}
        detail = str(
            held.get("name") or held.get("text") or held.get("label") or held.get("topic") or held.get("day") or ""
        )
        if change.action == CHANGED and change.before and after:
            pairs = (
                (name, old, after.get(name)) for name, old in change.before.items() if name not in ("version", "at")
            )
            said = [self._was(name, old) for name, old, new in pairs if _listless(old) != _listless(new)]
            detail = " – ".join(filter(None, (detail, self.words.listing(said, self.lang))))
        return self.words.say(
            "history_line", self.lang, at=change.at[:16].replace("T", " "), by=change.by,
            action=self.words.say(f"page_action_{change.action}", self.lang),
            kind=self.words.say(f"page_record_{change.kind}", self.lang),
            detail=self.words.say("history_detail", self.lang, detail=detail) if detail else "",
        )  # fmt: skip

    def _was(self, name: str, before: Any) -> str:
        return self.words.say("history_field", self.lang, field=self._field(name), before=before)

    def _field(self, name: str) -> str:
        return self.words.say(f"field_{name}", self.lang) if f"field_{name}" in self.words else name

    def audit(self, shares: Iterable[Share], accesses: Iterable[Access]) -> str:
        """Return with whom the account is shared, and who else looked at it or changed it, oldest first."""
        lines = [
            self.words.say(
                "audit_shared", self.lang, user=share.user, by=share.by, at=share.at[:10],
                right=self.words.say("page_right_write" if share.may_write else "page_right_read", self.lang),
            )
            for share in shares
        ]  # fmt: skip
        return "\n".join([*lines, *audit_lines(list(accesses), self.lang, self.words)])


def _spaced(*parts: str | None) -> str:
    return "  ".join(part for part in parts if part)


def _listless(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
