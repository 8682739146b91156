"""Which words the web page says: the calls `t("key", {name})` in its sources, read and not run."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "web" / "src"
_CALL = re.compile(r"(?<![\w.])t\(")
_TEXT = re.compile(r'"[^"\n]*"|\'[^\'\n]*\'|`[^`]*`')
_FILLED = re.compile(r"\$\{[^}]*\}")
_FIELD = re.compile(r"^\s*(?:\.\.\.)?([A-Za-z_]\w*)\s*(?::|$)")
_KEY = re.compile(r"""["'`](web_(?:[a-z0-9_]|\$\{[^}]*\})*)["'`]""")
_PAIRS = {"(": ")", "[": "]", "{": "}"}


class UnreadableCallError(Exception):
    """A call of `t` from which one cannot tell what fills its sentence."""


def sources(folder: Path = SOURCES) -> list[Path]:
    """Return the files of the page, tests aside; none when the page is not there."""
    files = (path for kind in ("ts", "tsx") for path in folder.rglob(f"*.{kind}"))
    return sorted(path for path in files if ".test." not in path.name)


def said(texts: Iterable[str]) -> dict[str, set[str]]:
    """Return the keys that every call names, `*` for what is put in, with the names of the values that all pass."""
    found: dict[str, set[str]] = {}
    for text in texts:
        for call in _CALL.finditer(text):
            key, *values = _arguments(text, call.end())
            for name in _keys(key):
                names = _fields(values[0], text) if values and values[0].strip() else set()
                found[name] = found.get(name, names) & names
    return found


def named(texts: Iterable[str]) -> set[str]:
    """Return all keys that stand in the sources as a text, also outside of calls."""
    return {key for text in texts for key in _keys(text)}


def of_page(keys: Iterable[str], folder: Path = SOURCES) -> dict[str, set[str]]:
    """Return the names of the values that the page passes for each of its sentences in `keys` and those it says."""
    found = said(path.read_text(encoding="utf-8") for path in sources(folder))
    by_name = {key: names for key, names in found.items() if "*" not in key}
    for key in set(keys) - set(by_name):
        fitting = [names for form, names in found.items() if "*" in form and fnmatchcase(key, form)]
        if fitting:
            by_name[key] = set.intersection(*fitting)
    return by_name


def unsaid(keys: Iterable[str], folder: Path = SOURCES) -> list[str]:
    """Return those of `keys` that nothing in the page names."""
    return sorted(set(keys) - set(kept(keys, folder)))


def kept(keys: Iterable[str], folder: Path = SOURCES) -> list[str]:
    """Return those of `keys` that the page names anywhere."""
    forms = named(path.read_text(encoding="utf-8") for path in sources(folder))
    return sorted(key for key in keys if any(fnmatchcase(key, form) for form in forms))


def _keys(text: str) -> Iterator[str]:
    for match in _KEY.finditer(text):
        yield _FILLED.sub("*", match[1])


def _arguments(text: str, start: int) -> list[str]:
    """Return the arguments of the call whose bracket opens before `start`."""
    arguments, depth, begin = [], 0, start
    i = start
    while i < len(text):
        quoted = _TEXT.match(text, i)
        if quoted:
            i = quoted.end()
            continue
        if text[i] in _PAIRS:
            depth += 1
        elif text[i] in _PAIRS.values():
            depth -= 1
            if depth < 0:
                break
        elif text[i] == "," and depth == 0:
            arguments.append(text[begin:i])
            begin = i + 1
        i += 1
    return [*arguments, text[begin:i]]


def _fields(argument: str, text: str) -> set[str]:
    """Return the names in `{name, count: 3}`, written there or as a constant of the same file."""
    inner = argument.strip()
    if not inner.startswith("{"):
        made = re.search(rf"const {re.escape(inner)}(?::[^=]*)? = (?={{)", text)
        if not made:
            raise UnreadableCallError(f"the values {inner!r}: write them as {{name}} or as a constant in the same file")
        inner = text[made.end() :]
    fields = (_FIELD.match(part) for part in _arguments(inner, 1))
    return {field[1] for field in fields if field}
