"""The coach's Markdown as the texts of Slack's blocks, exactly: nothing that was quoted becomes a link or a mention."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

TEXT = 3000  # characters of a text in a section; Slack counts as JavaScript does
HEADER = 150
_HEADING = re.compile(r"(#{1,6})\s+(.+)")
_ITEM = re.compile(r"(\s*)[-*]\s+")
_WATER = re.compile(r"\s*~{3,}\s*([^~]+?)\s*~{3,}\s*")  # the water line of the iceberg; Slack strikes out between ~
_BOX = re.compile(r"^(\s*(?:[-*]\s+)?)\[([ xX])\]\s+")
_QUOTED = re.compile(r"^(\s*)>\s?")
_RULE = re.compile(r"\s*\|?[\s:|-]*-{3,}[\s:|-]*\s*")
_INLINE = re.compile(r"\\([\\`*_\[\]<>#|])|\*\*(.+?)\*\*|`([^`\n]+)`", re.S)
_FORMATS = re.compile(r"[*_~`]")


@dataclass(frozen=True)
class Piece:
    """A text of one section: `markup` when it is Slack's mrkdwn, else it is shown as it stands. Or a header."""

    text: str
    markup: bool = False
    header: bool = False


def length(text: str) -> int:
    """Return the length as Slack counts it: an emoji is two."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def escaped(text: str) -> str:
    """Return `text` so that Slack's markup shows it as it is."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def pieces(markdown: str) -> list[Piece]:
    """Return the sections of one message, none longer than Slack allows."""
    found: list[Piece] = []
    for paragraph in _paragraphs(markdown):
        for piece in _piece(paragraph):
            last = found[-1] if found else None
            if last and not (last.header or piece.header) and last.markup == piece.markup:
                joined = f"{last.text}\n\n{piece.text}"
                if length(joined) <= TEXT:
                    found[-1] = Piece(joined, piece.markup)
                    continue
            found.append(piece)
    return found


def plain(markdown: str) -> str:
    """Return the same without any formatting, for notifications and screen readers."""
    return "\n\n".join(piece.text for paragraph in _paragraphs(markdown) for piece in _piece(paragraph, flat=True))


def _paragraphs(markdown: str) -> Iterator[str]:
    """Yield paragraphs; a heading is one of its own."""
    for block in re.split(r"\n\s*\n", markdown.strip("\n")):
        lines: list[str] = []
        for line in block.split("\n"):
            if _HEADING.fullmatch(line.strip()):
                if lines:
                    yield "\n".join(lines)
                lines = []
                yield line.strip()
            elif line.strip():
                lines.append(line)
        if lines:
            yield "\n".join(lines)


def _piece(paragraph: str, *, flat: bool = False) -> list[Piece]:
    heading = _HEADING.fullmatch(paragraph)
    if heading:
        title = "".join(text for text, _ in _runs(heading.group(2)))
        if flat or length(title) > HEADER:
            return [Piece(part) for part in cut(title, TEXT)]
        if len(heading.group(1)) == 1:
            return [Piece(title, header=True)]
        return [Piece(title) if _FORMATS.search(title) else Piece(f"*{escaped(title)}*", markup=True)]
    runs = list(_runs("\n".join(_line(line) for line in paragraph.split("\n") if not _RULE.fullmatch(line))))
    bold = any(strong for _, strong in runs) and not any(_FORMATS.search(text) for text, _ in runs)
    if flat or not bold:
        return [Piece(part) for part in cut("".join(text for text, _ in runs), TEXT)]
    marked = "".join(f"*{escaped(text)}*" if strong else escaped(text) for text, strong in runs)
    if length(marked) > TEXT:  # bold must not be cut in two
        return [Piece(part) for part in cut("".join(text for text, _ in runs), TEXT)]
    return [Piece(marked, markup=True)]


def _line(line: str) -> str:
    if line.lstrip().startswith("|") and line.rstrip().endswith("|"):  # a row of a table
        return " · ".join(cell.strip() for cell in line.strip().strip("|").split("|"))
    if water := _WATER.fullmatch(line):
        return f"≈≈≈ {water.group(1)} ≈≈≈"
    line = _BOX.sub(lambda found: f"{found.group(1)}{'☐' if found.group(2) == ' ' else '☑'} ", line, count=1)
    line = _QUOTED.sub(lambda found: f"{found.group(1)}│ ", line, count=1)
    return _ITEM.sub(lambda found: f"{found.group(1)}• ", line, count=1) if _ITEM.match(line) else line


def _runs(text: str) -> Iterator[tuple[str, bool]]:
    """Yield stretches of text and whether they are bold; Markdown's escapes are resolved."""
    at = 0
    for found in _INLINE.finditer(text):
        if found.start() > at:
            yield text[at : found.start()], False
        if found.group(1) or found.group(3):  # a plain text cannot show code: the signs around it would stand there
            yield found.group(1) or found.group(3), False
        else:
            inner = "".join(part for part, _ in _runs(found.group(2)))
            yield inner, bool(inner.strip()) and inner == inner.strip() and "\n" not in inner
        at = found.end()
    if at < len(text):
        yield text[at:], False


def cut(text: str, longest: int) -> list[str]:
    """Return `text` in parts of at most `longest`, cut at lines, else at sentences, else anywhere."""
    parts: list[str] = []
    rest = text.strip("\n")
    while length(rest) > longest:
        end = longest
        while (over := length(rest[:end]) - longest) > 0:
            end -= (over + 1) // 2
        place = max(rest.rfind("\n", end // 2, end), 0) or _sentence_end(rest, end) or end
        parts.append(rest[:place].rstrip())
        rest = rest[place:].lstrip("\n ")
    return [part for part in [*parts, rest] if part.strip()]


def _sentence_end(text: str, end: int) -> int:
    return max(text.rfind(sign, end // 2, end) + 1 for sign in ("。", "！", "？", ". ", "! ", "? ", " "))
