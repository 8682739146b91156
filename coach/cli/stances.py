"""`coach stances`: where everybody at an account stands, its position and gaps; the map and the matrix as pictures."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from coach.cli.book import Desk, add_common, told
from coach.cli.drawing import add_picture, write_picture
from coach.cli.tools import add_day, print_json
from coach.context import Tools, build_tools
from coach.settings import settings
from coach.stances.evidence import Evidence
from coach.stances.influence_map import influence_map
from coach.stances.matrix import matrix
from coach.stances.page import stance_page
from coach.stances.person_page import person_page
from coach.stances.position import Position, position
from coach.stances.standing import Standing
from coach.today import today


def add_to(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb to the command line."""
    parser = verbs.add_parser("stances", help="who stands where, position, gaps, map 立场、局面、缺口和地图")
    parser.add_argument("account", metavar="ACCOUNT", help="its name or part of it, also pinyin initials")
    parser.add_argument(
        "--person", metavar="NAME", help="all evidence on one person, and what would change the verdict"
    )
    add_picture(parser, "--map", "draw the influence map")
    add_picture(parser, "--matrix", "draw roles by stances")
    add_day(parser, "--asof", "the day to look at")
    add_common(parser)
    parser.set_defaults(run=run)


@told
def run(options: argparse.Namespace, desk: Desk) -> int:
    """Print the page and draw the pictures; 1 when the account or the person is not found."""
    tools = build_tools(desk.knowledge, settings().cache)
    dossier = desk.book.dossier(desk.account(options.account).id)
    asof = options.asof or today()
    found = position(dossier, asof, tools.knowledge.ledger)
    drawn: list[tuple[Path | None, Callable[..., str]]] = [(options.map, influence_map), (options.matrix, matrix)]
    for path, draw in drawn:
        if path is not None:
            write_picture(path, draw(dossier, asof, desk.lang, tools, found.standings), desk.words, desk.lang)
    if options.json:
        print_json(as_json(found))
    elif options.person:
        return _person(options.person, found, desk, tools)
    else:
        print(stance_page(dossier, asof, desk.lang, tools))
    return 0


def _person(name: str, found: Position, desk: Desk, tools: Tools) -> int:
    for one in found.standings:
        if name in (one.contact.name, *one.contact.other_names):
            print(person_page(one, desk.lang, tools))
            return 0
    raise desk.refused(desk.words.say("book_not_found", desk.lang, name=name))


def as_json(found: Position) -> dict[str, Any]:
    """Return the position as plain JSON."""
    return {
        "score": found.score,
        "best": found.best,
        "light": found.light,
        "reasons": [{"rule": reason.rule.when, "people": list(reason.people)} for reason in found.reasons],
        "gaps": [{"kind": gap.kind, "people": list(gap.people), "roles": list(gap.roles)} for gap in found.gaps],
        "people": [_as_json(one) for one in found.standings],
    }


def _as_json(one: Standing) -> dict[str, Any]:
    return {
        "name": one.contact.name,
        "stance": one.stance,
        "confidence": one.confidence,
        "trend": one.trend.direction,
        "roles": [held.role for held in one.roles],
        "influence": one.influence.value,
        "for": [_evidence(sign) for sign in one.supporting],
        "against": [_evidence(sign) for sign in one.against],
    }


def _evidence(sign: Evidence) -> dict[str, Any]:
    return {**sign._asdict(), "weight": round(sign.weight, 3)}
