"""The tables of the account book: one for each kind of record, and those that keep history, shares and accesses."""

from __future__ import annotations

import sqlalchemy as sa

from coach.accounts.records import (
    Account,
    Contact,
    NeedNote,
    NextStep,
    Note,
    Observation,
    Opportunity,
    Order,
    Record,
    Rehearsed,
    Visit,
)

metadata = sa.MetaData()
ID = sa.String(32)


def _table(kind: type[Record], *columns: sa.Column) -> sa.Table:
    """Return the table of `kind`: what every record has, then `columns`."""
    owner = () if kind is Account else (sa.ForeignKey("accounts.id"),)
    return sa.Table(
        kind.table,
        metadata,
        sa.Column("id", ID, primary_key=True),
        sa.Column("account", ID, *owner, nullable=False, index=kind is not Account),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("by", sa.String, nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("source", sa.String(16), nullable=False),
        sa.Column("quote", sa.Text, nullable=False),
        sa.Column("removed", sa.Boolean, nullable=False, default=False),
        *columns,
    )


def _text(name: str, **options: object) -> sa.Column:
    return sa.Column(name, sa.Text, nullable=False, **options)


def _maybe(name: str, kind: object = sa.Text) -> sa.Column:
    return sa.Column(name, kind, nullable=True)


def _json(name: str) -> sa.Column:
    return sa.Column(name, sa.JSON, nullable=False)


def _contact(nullable: bool = True) -> sa.Column:
    return sa.Column("contact", ID, sa.ForeignKey("contacts.id"), nullable=nullable)


TABLES: dict[type[Record], sa.Table] = {
    Account: _table(
        Account, _text("name"), _text("owner", index=True), _text("trade"), _text("country"), _text("website"),
        _text("phone"), _text("address"), _maybe("step", sa.Integer), _json("info"),
    ),
    Contact: _table(
        Contact, _text("name"), _json("other_names"), _text("title"), _text("email"), _text("phone"),
        _maybe("influence", sa.Integer),
    ),
    Observation: _table(
        Observation, _contact(nullable=False), _text("kind"), _text("label"), _text("day"), _text("grade"),
        _text("rule"), sa.Column("confidence", sa.Float, nullable=False),
    ),
    NeedNote: _table(NeedNote, _text("level"), _text("topic"), _text("kind"), _text("day"), _contact()),
    Visit: _table(
        Visit, _text("starts"), _text("zone"), sa.Column("minutes", sa.Integer, nullable=False), _text("place"),
        _text("purpose"), _json("people"), _text("state"), _text("outcome"),
    ),
    NextStep: _table(NextStep, _text("text"), _maybe("due"), _maybe("done")),
    Order: _table(Order, _text("day"), _text("amount"), _text("currency"), _maybe("margin"), _text("number")),
    Opportunity: _table(
        Opportunity, _text("name"), _text("stage"), _maybe("amount"), _text("currency"), _maybe("closes"),
        _maybe("step", sa.Integer),
    ),
    Rehearsed: _table(
        Rehearsed, _text("scenario"), _text("day"), sa.Column("score", sa.Integer, nullable=False),
        sa.Column("passed", sa.Boolean, nullable=False), _text("receipt"),
    ),
    Note: _table(Note, _text("text"), _text("day"), _contact()),
}  # fmt: skip
accounts, contacts = TABLES[Account], TABLES[Contact]

# all names of an account and its people, folded, one a line: what a search looks through
names = sa.Table(
    "names",
    metadata,
    sa.Column("account", ID, sa.ForeignKey("accounts.id"), primary_key=True),
    sa.Column("owner", sa.Text, nullable=False),
    sa.Column("key", sa.Text, nullable=False),  # the account's name, folded: one owner has it once
    sa.Column("own", sa.Text, nullable=False),  # of the account
    sa.Column("people", sa.Text, nullable=False),  # of its contacts
    sa.Index("ix_names_key", "owner", "key"),
)
changes = sa.Table(
    "changes",
    metadata,
    sa.Column("number", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True, autoincrement=True),
    sa.Column("account", ID, nullable=False, index=True),
    sa.Column("kind", sa.String(24), nullable=False),
    sa.Column("record", ID, nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("action", sa.String(8), nullable=False),
    sa.Column("by", sa.Text, nullable=False),
    sa.Column("at", sa.String(32), nullable=False),
    sa.Column("before", sa.JSON, nullable=True),  # the record as it was; nothing is ever overwritten without it
)
shares = sa.Table(
    "shares",
    metadata,
    sa.Column("account", ID, sa.ForeignKey("accounts.id"), primary_key=True),
    sa.Column("user", sa.Text, primary_key=True, index=True),
    sa.Column("may_write", sa.Boolean, nullable=False),
    sa.Column("by", sa.Text, nullable=False),
    sa.Column("at", sa.String(32), nullable=False),
)
accesses = sa.Table(
    "accesses",
    metadata,
    sa.Column("number", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True, autoincrement=True),
    sa.Column("account", ID, nullable=False, index=True),
    sa.Column("user", sa.Text, nullable=False),
    sa.Column("at", sa.String(32), nullable=False),
    sa.Column("action", sa.String(16), nullable=False),
)
# what a record is called elsewhere, so that importing the same file twice changes nothing
outside_ids = sa.Table(
    "outside_ids",
    metadata,
    sa.Column("owner", sa.Text, primary_key=True),
    sa.Column("system", sa.String(32), primary_key=True),
    sa.Column("kind", sa.String(24), primary_key=True),
    sa.Column("outside", sa.String(128), primary_key=True),
    sa.Column("account", ID, nullable=False, index=True),
    sa.Column("record", ID, nullable=False),
    sa.Column("given", sa.JSON, nullable=False, default=dict),  # what it said there at the last import, by field
)
