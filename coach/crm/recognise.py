"""Which CRM form a file has, told by its header."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from coach.accounts.names import name_key
from coach.knowledge.crm import CrmForm


@dataclass(frozen=True)
class Layout:
    """A form and where in a row its fields stand: field -> places, in the order in which they count."""

    form: CrmForm
    places: Mapping[str, tuple[int, ...]]
    unused: tuple[str, ...]  # headers that the form does not know


def recognise(header: Sequence[str], forms: Iterable[CrmForm]) -> Layout | None:
    """Return the layout by the form that knows most of the header; None when no form fits."""
    names = [name_key(name) for name in header]
    fitting = [layout for form in forms if (layout := _layout(names, header, form)) is not None]
    return max(fitting, key=lambda layout: len(layout.places), default=None)


def _layout(names: Sequence[str], header: Sequence[str], form: CrmForm) -> Layout | None:
    if not any(name_key(mark) in names for mark in form.marks):
        return None
    places = {}
    for field, column in form.columns.items():
        found = dict.fromkeys(names.index(key) for key in map(name_key, column.headers) if key in names)
        if found:
            places[field] = tuple(found)
    if not all(field in places for field in form.needs):
        return None
    used = {place for found in places.values() for place in found}
    return Layout(form, places, tuple(name for place, name in enumerate(header) if place not in used and name))
