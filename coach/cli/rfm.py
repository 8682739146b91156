"""`coach rfm`: key accounts from a table of orders, as a page, a picture, a file or JSON."""

from __future__ import annotations

import argparse
import difflib
import math
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from coach.cli.drawing import add_picture, write_picture
from coach.cli.tools import add_day, checked_tools, file_of_kind, print_json
from coach.context import Tools
from coach.terminal import language
from coach.today import today

if TYPE_CHECKING:
    from coach.rfm.ranking import Ranking

DATES = {"day-first": "day_first", "month-first": "month_first"}


def add_to(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb to the command line."""
    parser = verbs.add_parser("rfm", help="key accounts from a table of orders 重点客户排名")
    parser.add_argument("orders", type=Path, metavar="ORDERS", help="CSV or XLSX with customer, date and amount")
    parser.add_argument("--preset", default="seed", help="seed (default), b2b or quintile, or one of your own")
    add_day(parser, "--asof", "rank as of this day")
    parser.add_argument(
        "--rate", type=_rate, action="append", default=[], metavar="EUR=7.8", help="what 1 EUR is worth; repeatable"
    )
    parser.add_argument("--currency", metavar="CODE", help="rank in this currency")
    parser.add_argument("--dates", choices=tuple(DATES), help="how to read 03/04/2026 (default: from the column)")
    parser.add_argument(
        "--column",
        type=_column,
        action="append",
        default=[],
        metavar="amount=HEADING",
        help="your own heading; repeatable",
    )  # fmt: skip
    parser.add_argument(
        "--keep-duplicates", action="store_true", help="count rows that are the same as orders of their own"
    )
    parser.add_argument("--why", metavar="CUSTOMER", help="why this customer has its scores")
    parser.add_argument("--json", action="store_true", help="everything as one JSON value")
    parser.add_argument("--out", type=_out, metavar="FILE", help="write to FILE.csv, FILE.json or FILE.md")
    add_picture(parser, "--picture", "draw Pareto curve and RFM grid")
    parser.add_argument("--lang", choices=("zh", "en"), help="language (default: the locale's)")
    parser.set_defaults(run=run)


def _rate(given: str) -> tuple[str, float]:
    """Return a currency and what it is worth. Raises ArgumentTypeError on what is not CODE=NUMBER."""
    code, _, number = given.partition("=")
    try:
        rate = float(number)
    except ValueError:
        rate = math.nan
    if len(code.strip()) != 3 or not 0 < rate < math.inf:
        raise argparse.ArgumentTypeError(f"{given}: write it as EUR=7.8")
    return code.strip().upper(), rate


def _column(given: str) -> tuple[str, str]:
    """Return a column and the user's heading for it. Raises ArgumentTypeError on what is not COLUMN=HEADING."""
    from coach.knowledge.ranking import OrderColumns

    column, _, heading = given.partition("=")
    if column not in OrderColumns.__fields__ or not heading.strip():
        known = ", ".join(OrderColumns.__fields__)
        raise argparse.ArgumentTypeError(f"{given}: write it as COLUMN=HEADING; columns: {known}")
    return column, heading


def _out(name: str) -> Path:
    from coach.rfm.export import ENDINGS

    return file_of_kind(name, ENDINGS)


def run(options: argparse.Namespace) -> int:
    """Rank the customers; 1 when rows or the file cannot be used or written, 2 for an unknown preset."""
    from coach.rfm.orders import UnreadableError
    from coach.rfm.read_orders import Asked, read
    from coach.rfm.said import say_unreadable
    from coach.rfm.score import score

    lang, tools, day = options.lang or language(), checked_tools(options.lang), options.asof or today()
    preset = tools.knowledge.rfm_presets.get(options.preset)
    if preset is None:
        print(f"coach rfm: {_no_preset(options.preset, lang, tools)}", file=sys.stderr)
        return 2
    currency = options.currency.upper() if options.currency else None
    asked = Asked(
        dict(options.rate), currency, preset.currency, dict(options.column), DATES.get(options.dates),
        options.keep_duplicates,
    )  # fmt: skip
    try:
        orders = read(options.orders, tools.knowledge.order_reading, day, asked)
    except UnreadableError as error:
        print(f"{options.orders}:1: {say_unreadable(error, lang, tools)}", file=sys.stderr)
        return 1
    return _show(score(orders, preset.id, day, tools.knowledge), options, lang, tools)


def _no_preset(name: str, lang: str, tools: Tools) -> str:
    presets = sorted(tools.knowledge.rfm_presets.values(), key=lambda preset: preset.order)
    known = tools.words.listing([preset.id for preset in presets], lang)
    return tools.words.say("rfm_no_preset", lang, preset=name, known=known)


def _show(ranking: Ranking, options: argparse.Namespace, lang: str, tools: Tools) -> int:
    """Write and print what was asked for; then list the rows that were not used, unless the page does."""
    from coach.rfm.as_json import as_json
    from coach.rfm.export import write
    from coach.rfm.page import rfm_page
    from coach.rfm.picture import picture

    code = 1 if len(ranking.problems) else 0
    if options.out:
        write(ranking, options.out, lang, tools)
        print(tools.words.say("rfm_written", lang, path=options.out), file=sys.stderr)
    if options.picture:
        write_picture(options.picture, picture(ranking, lang, tools), tools.words, lang)
    if options.why:
        code = max(code, _why(ranking, options.why, lang, tools))
    elif options.json:
        print_json(as_json(ranking, lang, tools))
    elif not options.out:
        print(rfm_page(ranking, lang, tools))
    if options.json or options.out or options.why:
        _list_problems(ranking, options, lang, tools)
    return code


def _why(ranking: Ranking, customer: str, lang: str, tools: Tools) -> int:
    """Print why a customer has its scores; 1 when it is not scored."""
    from coach.rfm.names import name_key
    from coach.rfm.reasons import reasons

    words, key = tools.words, name_key(customer)
    by_key = {name_key(name): place for place, name in enumerate(ranking.table["customer"])}
    if key in by_key:
        row = ranking.table.row(by_key[key], named=True)
        print("\n".join([f"{row['customer']}:", *(f"- {reason}" for reason in reasons(row, ranking, lang, tools))]))
        return 0
    if key in {name_key(name) for name, _ in ranking.prospects}:
        print(words.say("rfm_is_prospect", lang, customer=customer), file=sys.stderr)
        return 1
    near = difflib.get_close_matches(key, by_key, n=3, cutoff=0.3)
    names = [ranking.table["customer"][by_key[one]] for one in near]
    print(
        words.say("rfm_no_customer", lang, customer=customer, near=words.listing(names, lang) or "-"), file=sys.stderr
    )
    return 1


def _list_problems(ranking: Ranking, options: argparse.Namespace, lang: str, tools: Tools) -> None:
    """List on stderr, as path:line: message, every row that was not used."""
    from coach.rfm.said import say_problem

    for row in ranking.problems.iter_rows(named=True):
        print(f"{options.orders}:{row['line']}: {say_problem(row, lang, tools)}", file=sys.stderr)
