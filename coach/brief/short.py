"""Make names and quotes short, so that long ones leave room for the rest of the page."""

from __future__ import annotations

from dataclasses import replace

from coach.accounts.records import Contact, Dossier
from coach.stances.position import Position
from coach.text.short import cut


def short_names(dossier: Dossier, longest: int) -> Dossier:
    """Return the dossier with the names of the account and its contacts at most `longest` characters long."""
    return replace(
        dossier,
        account=replace(dossier.account, name=cut(dossier.account.name, longest)),
        contacts=tuple(_short(contact, longest) for contact in dossier.contacts),
    )


def short_position(found: Position, longest: int) -> Position:
    """Return the position with the people's names at most `longest` characters long."""
    return replace(
        found,
        standings=tuple(
            one if (contact := _short(one.contact, longest)) is one.contact else replace(one, contact=contact)
            for one in found.standings
        ),
        reasons=tuple(
            replace(reason, people=tuple(cut(name, longest) for name in reason.people)) for reason in found.reasons
        ),
    )


def _short(contact: Contact, longest: int) -> Contact:
    """Return the contact with a short name; the same one when it is short already, as most are."""
    name = cut(contact.name, longest)
    return contact if name == contact.name else replace(contact, name=name)
