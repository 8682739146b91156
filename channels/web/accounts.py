"""`/api/accounts...`: the account book, read and changed with the rights of the book itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from channels.web.answer import Refused, answer, body_of
from channels.web.files import file_answer
from channels.web.looking import seen
from coach.view import agreed, changes
from coach.view.account import account as account_view
from coach.view.accounts import accounts as accounts_view
from coach.view.files import brief_file, export_file, picture_file

if TYPE_CHECKING:
    from sanic import Blueprint, HTTPResponse, Request

BASE = "/api/accounts"
ONE = f"{BASE}/<key:[0-9A-Za-z-]+>"

ACTS = {  # what one press does with a record
    ("visits", "move"): agreed.move_visit,
    ("visits", "cancel"): agreed.cancel_visit,
    ("next_steps", "done"): agreed.tick_step,
}


def add_to(blueprint: Blueprint) -> None:
    """Add the routes."""
    blueprint.add_route(accounts, BASE, methods=["GET"])
    blueprint.add_route(new, BASE, methods=["POST"], name="new_account")
    blueprint.add_route(account, ONE, methods=["GET"])
    blueprint.add_route(change_account, ONE, methods=["PATCH"])
    blueprint.add_route(forget, ONE, methods=["DELETE"], name="forget_account")
    blueprint.add_route(file, f"{ONE}/<name:[a-z]+[.][a-z]+>", methods=["GET"], name="account_file")
    blueprint.add_route(share, f"{ONE}/share", methods=["POST"], name="share_account")
    blueprint.add_route(add_stance, f"{ONE}/stances", methods=["POST"])
    blueprint.add_route(add, f"{ONE}/<table:[a-z_]+>", methods=["POST"], name="add_record")
    blueprint.add_route(
        change, f"{ONE}/<table:[a-z_]+>/<record:[0-9A-Za-z-]+>", methods=["PATCH"], name="change_record"
    )
    blueprint.add_route(
        forget_contact, f"{ONE}/<table:[a-z_]+>/<record:[0-9A-Za-z-]+>", methods=["DELETE"], name="forget_contact"
    )
    blueprint.add_route(
        press, f"{ONE}/<table:[a-z_]+>/<record:[0-9A-Za-z-]+>/<act:[a-z]+>", methods=["POST"], name="press_record"
    )


async def accounts(request: Request) -> HTTPResponse:
    """Return the accounts that `q` finds, all without it."""
    return answer(await seen(request, accounts_view, request.args.get("q", "")[:200]))


async def new(request: Request) -> HTTPResponse:
    """Make an account."""
    return answer(await seen(request, changes.add_account, body_of(request)), 201)


async def account(request: Request, key: str) -> HTTPResponse:
    """Return one account."""
    return answer(await seen(request, account_view, key))


async def change_account(request: Request, key: str) -> HTTPResponse:
    """Change the facts of an account."""
    return answer(await seen(request, changes.change, key, "accounts", key, body_of(request)))


async def forget(request: Request, key: str) -> HTTPResponse:
    """Delete an account for good."""
    return answer(await seen(request, changes.forget, key, body_of(request)))


async def forget_contact(request: Request, key: str, table: str, record: str) -> HTTPResponse:
    """Delete a contact for good."""
    if table != "contacts":
        raise Refused(404)
    return answer(await seen(request, changes.forget_contact, key, record, body_of(request)))


async def file(request: Request, key: str, name: str) -> HTTPResponse:
    """Return `brief.<form>` for the next visit, a picture, or `export.json` or `.zip`.

    The pictures are `map.svg`, `matrix.svg` and `iceberg.svg`.
    """
    what, _, form = name.partition(".")
    if what == "brief":
        return file_answer(await seen(request, brief_file, key, form))
    if what == "export":
        return file_answer(await seen(request, export_file, key, form), kept=True)
    if form != "svg":
        raise Refused(404)
    return file_answer(await seen(request, picture_file, key, what))


async def share(request: Request, key: str) -> HTTPResponse:
    """Let somebody else see the account."""
    return answer(await seen(request, changes.share, key, body_of(request)))


async def add_stance(request: Request, key: str) -> HTTPResponse:
    """Note where a contact stands."""
    return answer(await seen(request, changes.add_stance, key, body_of(request)), 201)


async def add(request: Request, key: str, table: str) -> HTTPResponse:
    """Add a contact, visit, note or next step."""
    if table not in changes.ADDED:
        raise Refused(404)
    return answer(await seen(request, changes.add, key, table, body_of(request)), 201)


async def change(request: Request, key: str, table: str, record: str) -> HTTPResponse:
    """Change a record of the account."""
    if table not in changes.ADDED:
        raise Refused(404)
    return answer(await seen(request, changes.change, key, table, record, body_of(request)))


async def press(request: Request, key: str, table: str, record: str, act: str) -> HTTPResponse:
    """Move a visit or call it off; note that a next step is done, or open again."""
    do = ACTS.get((table, act))
    if do is None:
        raise Refused(404)
    return answer(await seen(request, do, key, record, body_of(request)))
