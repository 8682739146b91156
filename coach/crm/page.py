"""What came of an import, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from coach.accounts.say import trouble
from coach.crm.result import Conflict, Finding, Result
from coach.knowledge.load import Knowledge

SHOWN = 20  # lines of one kind; a file may have thousands


def page(result: Result, lang: str, knowledge: Knowledge) -> str:
    """Return the counts, the conflicts and how the rows were taken."""
    words = knowledge.words
    lines = [
        words.say(
            "crm_result", lang, file=result.file, form=knowledge.crm_forms[result.form].name[lang], rows=result.rows,
            added=result.added, changed=result.changed, unchanged=result.unchanged, conflicts=len(result.conflicts),
            problems=len(result.problems),
        )
    ]  # fmt: skip
    conflicts = [(conflict.line, "conflict", conflict_text(conflict, lang, knowledge)) for conflict in result.conflicts]
    remarks = [(remark.line, remark.what, finding_text(remark, lang, knowledge)) for remark in result.remarks]
    return "\n".join([*lines, *_listed(result, conflicts, lang, knowledge), *_listed(result, remarks, lang, knowledge)])


def problems_page(result: Result, lang: str, knowledge: Knowledge) -> str:
    """Return the rows that were left out, each with line and reason; "" when there are none."""
    found = [(problem.line, problem.what, finding_text(problem, lang, knowledge)) for problem in result.problems]
    return "\n".join(_listed(result, found, lang, knowledge, most=len(found)))


def _listed(
    result: Result, findings: Sequence[tuple[int, str, str]], lang: str, knowledge: Knowledge, most: int = SHOWN
) -> list[str]:
    """Return the findings with file and line; of each kind at most `most`."""
    lines, counts = [], Counter[str]()
    for line, what, text in findings:
        counts[what] += 1
        if counts[what] <= most:
            lines.append(
                knowledge.words.say("crm_line", lang, file=result.file, line=line, text=text) if line else text
            )
    left = sum(max(0, count - most) for count in counts.values())
    return [*lines, knowledge.words.say("crm_more", lang, count=left)] if left else lines


def finding_text(finding: Finding, lang: str, knowledge: Knowledge) -> str:
    """Return what is to be said of a line, without the line's number."""
    words, values = knowledge.words, finding.values
    if finding.error is not None:
        return trouble(finding.error, lang, words)
    field = words.say(f"field_{values['field']}", lang) if "field" in values else ""
    return words.say(
        f"crm_row_{finding.what}", lang, name=values.get("name"), account=values.get("account"),
        first=values.get("first"),
        most=values.get("most"), value=values.get("value"), field=field, day=values.get("day"),
        decimal=values.get("decimal"), firms=words.listing(values.get("firms", ()), lang),
        columns=words.listing(values.get("columns", ()), lang),
    )  # fmt: skip


def conflict_text(conflict: Conflict, lang: str, knowledge: Knowledge) -> str:
    words = knowledge.words
    if conflict.field == "removed":
        return words.say("crm_conflict_removed", lang, name=conflict.name)
    ours, theirs = (_shown(value, words.say("crm_empty_value", lang)) for value in (conflict.ours, conflict.theirs))
    field = words.say(f"field_{conflict.field}", lang)
    return words.say("crm_conflict", lang, name=conflict.name, field=field, ours=ours, theirs=theirs)


def _shown(value: Any, empty: str) -> str:
    text = "; ".join(value) if isinstance(value, tuple) else "" if value is None else str(value)
    return text or empty


def as_json(results: Iterable[Result], lang: str, knowledge: Knowledge) -> list[dict[str, Any]]:
    """Return all that came of the imports as plain JSON values, every line included."""
    return [
        {
            **{name: getattr(result, name) for name in ("file", "form", "rows", "added", "changed", "unchanged")},
            "conflicts": [vars(conflict) for conflict in result.conflicts],
            "problems": [_finding(finding, lang, knowledge) for finding in result.problems],
            "remarks": [_finding(finding, lang, knowledge) for finding in result.remarks],
        }
        for result in results
    ]


def _finding(finding: Finding, lang: str, knowledge: Knowledge) -> dict[str, Any]:
    what = finding.error.what if finding.error else finding.what
    return {"line": finding.line, "what": what, "text": finding_text(finding, lang, knowledge)}
