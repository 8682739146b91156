"""The brief as Markdown."""

from __future__ import annotations

import re

from coach.brief.brief import Brief, Line

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|])")


def markdown(brief: Brief) -> str:
    """Return the brief; what people said cannot become a link, a heading or markup."""
    parts = [f"# {escaped(brief.title)}"]
    for section in brief.sections:
        parts.append("\n".join([f"## {escaped(section.title)}", *(_line(line, brief.colon) for line in section.lines)]))
    return "\n\n".join(parts) + "\n"


def _line(line: Line, colon: str) -> str:
    lead = f"**{escaped(line.lead)}**" if line.lead else ""
    return "- " + colon.join(filter(None, [lead, escaped(line.text)]))


def escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
