"""The page on the checklists: what is known of the account, what is missing, what to ask first."""

from __future__ import annotations

from coach.accounts.records import Dossier
from coach.checklists.missing import Answered, Coverage, missing
from coach.context import Tools
from coach.text.short import cut

VALUES, QUESTIONS, LONGEST = 3, 1, 24  # known values and questions shown a list; characters of a value


def checklist_page(dossier: Dossier, lang: str, tools: Tools) -> str:
    """Return the page on `dossier`; at most 15 lines."""
    account = dossier.account.name or tools.words.say("this_customer", lang)
    lines = [tools.words.say("checklists_title", lang, account=account)]
    for coverage in missing(dossier, tools.knowledge):
        lines += _lines(coverage, lang, tools)
    return "\n".join(lines)


def _lines(coverage: Coverage, lang: str, tools: Tools) -> list[str]:
    words = tools.words
    values = words.listing([_value(answer, lang, tools) for answer in coverage.known[:VALUES]], lang)
    said = words.say("checklist_values", lang, values=values) if values else ""
    name, count, every = coverage.checklist.name[lang], len(coverage.known), len(coverage.checklist.items)
    lines = [words.say("checklist_line", lang, name=name, known=count, all=every, values=said)]
    if not coverage.missing:
        return [*lines, words.say("checklist_complete", lang)]
    names = words.listing([item.name[lang] for item in coverage.missing], lang)
    lines.append(words.say("checklist_missing", lang, items=names))
    for item in coverage.missing[:QUESTIONS]:
        lines.append(words.say("checklist_ask", lang, question=item.ask[lang], source=item.source[lang]))
    return [*lines, words.say("checklist_rule", lang, rule=coverage.checklist.rule[lang])]


def _value(answer: Answered, lang: str, tools: Tools) -> str:
    name, value = answer.item.name[lang], cut(answer.value, LONGEST)
    return tools.words.say("checklist_value", lang, name=name, value=value, rule=answer.rule)
