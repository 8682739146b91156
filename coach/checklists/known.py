"""What the records of an account say to an item of a checklist."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from coach.accounts.records import PLANNED, ROLE, Contact, Dossier, Visit
from coach.knowledge.buying import Item
from coach.knowledge.schema import Phrases
from coach.read.matcher import Rule, RuleMatcher, Scan

SENIOR = ("decider", "approver")  # roles of the buying centre that sit high enough for a senior visit


def known(item: Item, dossier: Dossier) -> tuple[str, str] | None:
    """Return what is known of an item and the field that says so; what was noted under its id comes first."""
    if noted := dossier.account.info.get(item.id, "").strip():
        return noted, f"account.info.{item.id}"
    for name in item.known_by:
        if value := _FIELDS[name](dossier).strip():
            return value, name.replace("_", ".", 1) if name.startswith("visit") else f"account.{name}"
    if item.titles and (named := _names(_titled(item.id, item.titles, dossier))):
        return named, "contacts.title"
    said = [need for need in dossier.needs if need.topic in item.needs and need.quote.strip()]
    return (said[-1].quote, f"needs.{said[-1].topic}") if said else None


def _titled(item: str, titles: Phrases, dossier: Dossier) -> Iterator[Contact]:
    matcher = RuleMatcher([Rule(item, "title", item, titles.all(), True)])
    return (contact for contact in dossier.contacts if matcher.match(Scan(contact.title)))


def _account(field: str) -> Callable[[Dossier], str]:
    return lambda dossier: str(getattr(dossier.account, field))


def _with_role(dossier: Dossier, roles: tuple[str, ...]) -> set[str]:
    return {sign.contact for sign in dossier.observations if sign.kind == ROLE and sign.label in roles}


def _decider(dossier: Dossier) -> str:
    deciders = _with_role(dossier, ("decider",))
    return _names(contact for contact in dossier.contacts if contact.id in deciders)


def _next_visit(dossier: Dossier) -> Visit | None:
    return next((visit for visit in reversed(dossier.visits) if visit.state == PLANNED), None)


def _of_visit(field: str) -> Callable[[Dossier], str]:
    return lambda dossier: str(getattr(visit, field)).replace("T", " ") if (visit := _next_visit(dossier)) else ""


def _visit_people(dossier: Dossier) -> str:
    visit = _next_visit(dossier)
    return _names(c for c in dossier.contacts if visit and c.id in visit.people)


def _visit_senior(dossier: Dossier) -> str:
    visit, senior = _next_visit(dossier), _with_role(dossier, SENIOR)
    return _names(c for c in dossier.contacts if visit and c.id in visit.people and c.id in senior)


def _names(contacts: Iterable[Contact]) -> str:
    return ", ".join(contact.name for contact in contacts)


_FIELDS: dict[str, Callable[[Dossier], str]] = {
    **{name: _account(name) for name in ("name", "address", "phone", "website", "country")},
    "decider": _decider,
    "visit_time": _of_visit("starts"),
    "visit_place": _of_visit("place"),
    "visit_purpose": _of_visit("purpose"),
    "visit_people": _visit_people,
    "visit_senior": _visit_senior,
}
