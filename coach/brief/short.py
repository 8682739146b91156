"""Make names and quotes short, so that long ones leave room for the rest of the page."""

from __future__ import annotations

from dataclasses import replace

from coach.accounts.records import Dossier
from coach.stances.position import Position
from coach.text.short import cut


def short_names(dossier: Dossier, longest: int) -> Dossier:
    """Return the dossier with the names of the account and its contacts at most `longest` characters long."""
    return replace(
        dossier,
        account=replace(dossier.account, name=cut(dossier.account.name, longest)),
        contacts=tuple(replace(contact, name=cut(contact.name, longest)) for contact in dossier.contacts),
    )


def short_position(found: Position, longest: int) -> Position:
    """Return the position with the people's names at most `longest` characters long."""
    return replace(
        found,
        standings=tuple(
            replace(one, contact=replace(one.contact, name=cut(one.contact.name, longest))) for one in found.standings
        ),
        reasons=tuple(
            replace(reason, people=tuple(cut(name, longest) for name in reason.people)) for reason in found.reasons
        ),
    )
