"""The brief as plain text, for programs that show no markup."""

from __future__ import annotations

from coach.brief.brief import Brief


def plain(brief: Brief) -> str:
    """Return the brief, a heading or an item a line."""
    parts = [_flat(brief.title)]
    for section in brief.sections:
        items = (brief.colon.join(filter(None, [_flat(line.lead), _flat(line.text)])) for line in section.lines)
        parts.append("\n".join([_flat(section.title), *(f"- {item}" for item in items)]))
    return "\n\n".join(parts) + "\n"


def _flat(text: str) -> str:
    return " ".join(text.split())
