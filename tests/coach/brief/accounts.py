"""Accounts of every size for the brief: usual ones, an empty one, a huge one, one that tries to break the page."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

from coach.accounts.records import (
    ROLE,
    STANCE,
    Account,
    Contact,
    Dossier,
    NeedNote,
    NextStep,
    Note,
    Observation,
    Order,
    Visit,
)

ASOF = date(2026, 3, 2)
VISIT = Visit("2026-03-05T10:00", "Europe/Berlin", 60, "Hamburg", "samples", ("c1", "c2"), id="v1", account="a1")
BEFORE = Visit("2026-02-01T10:00", id="v0", state="done", account="a1")
HOSTILE = "<script>alert(1)</script> [x](javascript:1) *b* `c` # d | e \r\nATTENDEE:mailto:x@y.z\r\n\\"


def said(kind: str, contact: str, label: str, quote: str = "", day: str = "2026-02-20") -> Observation:
    return Observation(contact, kind, label, day, grade="explicit", quote=quote, id=f"{kind}{contact}{label}")


def need(level: str, topic: str, quote: str, contact: str | None = "c1", kind: str = "organisation") -> NeedNote:
    return NeedNote(level, topic, kind, "2026-02-20", contact, id=f"n{topic}{contact}", quote=quote)


def nordlicht(**values: Any) -> Dossier:
    """Anna decides and is neutral, Ben buys and coaches us."""
    known: dict[str, Any] = {
        "contacts": (Contact("Anna", id="c1", influence=5), Contact("Ben", id="c2", influence=3)),
        "observations": (
            said(ROLE, "c1", "decider"), said(ROLE, "c2", "buyer"), said(STANCE, "c1", "neutral", "show me the facts"),
            said(STANCE, "c2", "coach", "I will warn you of the others"),
        ),
        "needs": (need("surface", "price", "five percent less"), need("latent", "returns", "returns ate our margin")),
        "visits": (BEFORE, VISIT),
    }  # fmt: skip
    return Dossier(Account("Nordlicht", id="a1", trade="led_lighting_export"), **{**known, **values})


def empty() -> Dossier:
    return Dossier(Account("Nordlicht", id="a1"))


def hostile() -> Dossier:
    """Every text that a user may enter holds markup and line ends."""
    return Dossier(
        Account(HOSTILE, id="a1"),
        (Contact(HOSTILE, id="c1", title=HOSTILE),),
        (said(STANCE, "c1", "supporter", HOSTILE),),
        (need("surface", "price", HOSTILE), need("latent", "returns", HOSTILE)),
        (BEFORE, Visit("2026-03-05T10:00", HOSTILE, 60, HOSTILE, HOSTILE, id=HOSTILE)),
        (NextStep(HOSTILE, "2026-03-01"), NextStep(HOSTILE, done="2026-02-22")),
        (Order("2026-02-20", "5", HOSTILE),),
        notes=(Note(HOSTILE, "2026-02-20"),),
    )


def huge(quote: str, name: str, topics: dict[str, str]) -> Dossier:
    """40 contacts with 400 signs and 100 needs; `topics` are need topics with their depth."""
    rng, people = random.Random(1), [f"c{number}" for number in range(40)]
    roles, stances = ("decider", "buyer", "influencer", "approver"), ("coach", "supporter", "neutral", "opponent")
    day = [str(ASOF - timedelta(days=400 - number)) for number in range(400)]
    contacts = tuple(Contact(f"{name} {key}", id=key, influence=i % 5 + 1) for i, key in enumerate(people))
    signs = tuple(
        Observation(people[i % 40], *_sign(i, rng, roles, stances), day[i], quote=f"{quote} {i}", id=f"o{i}")
        for i in range(400)
    )
    needs = tuple(
        NeedNote(topics[topic], topic, rng.choice(("organisation", "personal")), day[i + 300], people[i % 40],
                 id=f"n{i}", quote=f"{quote} {i}")
        for i, topic in enumerate(rng.choices(sorted(topics), k=100))
    )  # fmt: skip
    visit = Visit("2026-03-05T10:00", "", 60, quote, quote, id="v1")
    notes, steps = (Note(quote, "2026-02-20", id="x"),), (NextStep(quote, "2026-03-01", id="s"),)
    return Dossier(Account(name * 3, id="a1"), contacts, signs, needs, (BEFORE, visit), steps, notes=notes)


def _sign(number: int, rng: random.Random, roles: Any, stances: Any) -> tuple[str, str]:
    return (ROLE, rng.choice(roles)) if number % 7 == 0 else (STANCE, rng.choice(stances))
