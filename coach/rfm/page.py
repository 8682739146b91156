"""The ranking in words: the real pair, tiers, classes with advice, top accounts, warnings, how the orders were read."""

from __future__ import annotations

from collections.abc import Iterable

from coach.context import Tools
from coach.rfm.ranking import Ranking
from coach.rfm.said import say_note, say_problem

TOP, MOST_PROBLEMS, MOST_PROSPECTS = 10, 20, 5
READING = ("columns", "sheet", "file_")  # notes that need no line of their own on a short page


def rfm_page(ranking: Ranking, lang: str, tools: Tools, *, problems: int = MOST_PROBLEMS) -> str:
    """Return the page, under 60 lines with up to `problems` of the rows that were not used."""
    blocks = [
        _head(ranking, lang, tools), _tiers(ranking, lang, tools), _classes(ranking, lang, tools),
        _top(ranking, lang, tools), _warnings(ranking, lang, tools), _notes(ranking, lang, tools),
        _problems(ranking, problems, lang, tools),
    ]  # fmt: skip
    return "\n".join(line for block in blocks for line in block)


def money(amount: float) -> str:
    """Return an amount without decimals, with commas."""
    return f"{amount:,.0f}"


def _head(ranking: Ranking, lang: str, tools: Tools) -> list[str]:
    words, preset, table = tools.words, ranking.preset, ranking.table
    lines = [
        words.say(
            "rfm_head", lang, name=preset.name[lang], about=preset.about[lang], day=ranking.asof, count=len(table)
        )
    ]
    if table.is_empty():
        return [*lines, words.say("rfm_nobody", lang)]
    pair = ranking.pareto
    if pair is None:
        return [*lines, words.say("rfm_no_pair", lang)]
    return [
        *lines,
        words.say(
            "rfm_pair", lang, customers=f"{pair.customers_percent:.0f}", share=f"{pair.share_percent:.0f}",
            by=words.say(f"rfm_by_{pair.by}", lang), count=pair.customers, total=pair.total,
        ),
    ]  # fmt: skip


def _tiers(ranking: Ranking, lang: str, tools: Tools) -> list[str]:
    count = dict(ranking.table["tier"].value_counts().iter_rows())
    tiers = reversed(tools.knowledge.rfm_ranking.tiers)
    said = [
        tools.words.say(
            "rfm_tier", lang, name=tier.name, least=tier.least, most=tier.most, count=count.get(tier.name, 0)
        )
        for tier in tiers
    ]
    return [tools.words.say("rfm_tiers", lang, tiers=tools.words.listing(said, lang))] if count else []


def _classes(ranking: Ranking, lang: str, tools: Tools) -> list[str]:
    count = dict(ranking.table["class"].value_counts().iter_rows())
    classes = sorted(tools.knowledge.rfm_classes.items(), key=lambda item: item[1].order)
    lines = [
        tools.words.say("rfm_class", lang, name=one.name[lang], count=count[key], advice=one.advice[lang])
        for key, one in classes
        if key in count
    ]
    return [tools.words.say("rfm_classes", lang), *lines] if lines else []


def _top(ranking: Ranking, lang: str, tools: Tools) -> list[str]:
    """Return the best customers, one a line, with their flags."""
    words, lines = tools.words, []
    for place, row in enumerate(ranking.table.head(TOP).iter_rows(named=True), 1):
        names = [tools.knowledge.rfm_flags[flag].name[lang] for flag in row["flags"]]
        flags = words.say("rfm_top_flags", lang, flags=words.listing(names, lang)) if names else ""
        group = tools.knowledge.rfm_classes[row["class"]].name[lang]
        amount = money(row["monetary"]), ranking.currency
        lines.append(
            words.say(
                "rfm_top_row", lang, place=f"{place:>2}", customer=row["customer"], value=row["value"],
                tier=row["tier"], r=row["r"], f=row["f"], m=row["m"], name=group, day=row["last_order"],
                count=row["frequency"], amount=" ".join(filter(None, amount)), flags=flags,
            )
        )  # fmt: skip
    return [words.say("rfm_top", lang, count=len(lines)), *lines] if lines else []


def _warnings(ranking: Ranking, lang: str, tools: Tools) -> list[str]:
    """Return the warnings, the flags of all customers, those that cannot be judged, and the article's balance."""
    words, flags = tools.words, tools.knowledge.rfm_flags
    lines = [say_note(note, lang, tools) for note in ranking.warnings]
    for key, flag in sorted(flags.items(), key=lambda item: item[1].order):
        marked = ranking.table.filter(ranking.table["flags"].list.contains(key))["customer"].to_list()
        if marked:
            lines.append(
                words.say(
                    "rfm_flagged", lang, name=flag.name[lang], count=len(marked), advice=flag.advice[lang],
                    customers=words.listing(marked[:MOST_PROSPECTS], lang) + _and_more(marked, lang, tools),
                )
            )  # fmt: skip
    missing = [flags[key].name[lang] for key in ranking.not_judged]
    lines += [words.say("rfm_not_judged", lang, flags=words.listing(missing, lang))] if missing else []
    return [words.say("rfm_warnings", lang), *_listed([*lines, tools.knowledge.rfm_ranking.balance[lang]])]


def _and_more(names: list[str], lang: str, tools: Tools) -> str:
    more = len(names) - MOST_PROSPECTS
    return tools.words.say("rfm_and_more", lang, count=more) if more > 0 else ""


def _notes(ranking: Ranking, lang: str, tools: Tools) -> list[str]:
    words = tools.words
    lines = [say_note(note, lang, tools) for note in ranking.notes]
    if ranking.prospects:
        names = [name for name, _ in ranking.prospects]
        shown = words.listing(names[:MOST_PROSPECTS], lang) + _and_more(names, lang, tools)
        lines.append(words.say("rfm_prospects", lang, count=len(names), customers=shown))
    return [words.say("rfm_notes", lang), *_listed(lines)] if lines else []


def _problems(ranking: Ranking, most: int, lang: str, tools: Tools) -> list[str]:
    count = len(ranking.problems)
    if not count:
        return []
    words = tools.words
    shown = [
        words.say("rfm_line", lang, line=row["line"], problem=say_problem(row, lang, tools))
        for row in ranking.problems.head(most).iter_rows(named=True)
    ]
    more = [words.say("rfm_more_problems", lang, count=f"{count - most:,}")] if count > most else []
    return [words.say("rfm_problems", lang, count=f"{count:,}"), *_listed(shown), *more]


def _listed(lines: Iterable[str]) -> list[str]:
    return [f"- {line}" for line in lines]
