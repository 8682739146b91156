"""Each knowledge file has a twin of the same path here: sentences that it must hear, and some that it must not.

A twin holds `hears` and (where there is something to confuse it with) `silent`, each with zh and en lists. What
"hears" means depends on the folder: see `HEARD`. Words and examples have no twin: the first are checked by
`coach check`, the second are themselves labelled sentences.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from coach.context import Tools
from coach.people.mentions import Mention
from coach.settings import settings

ROOT = settings().knowledge
TWINS = Path(__file__).parent
LEAST = 2  # sentences a language that a file must hear
NO_TWIN = ("words", "examples")


def knowledge_files() -> list[Path]:
    return sorted(p.relative_to(ROOT) for p in ROOT.rglob("*.yml") if p.relative_to(ROOT).parts[0] not in NO_TWIN)


def _need(tools: Tools, text: str) -> set[str]:
    scanned = tools.reader.scan(text)
    level = tools.reader.need(scanned).label
    return {f"{hit.rule.label}/{hit.rule.topic}" for hit in scanned.hits("need") if hit.rule.label == level}


def _mentions(tools: Tools, text: str) -> list[Mention]:
    return tools.finder.find(text)


def _list(tools: Tools, text: str) -> set[str]:
    """What the word lists of `language/` and `people/words/` make of a text."""
    manners = tools.manners
    found = {manners.whole(text), manners.rude(text), manners.starts_with(text)[0]}
    if named := manners.language_named(text):
        found.add(f"language_{named}")
    if manners.without_frame(text) != text:
        found |= {"account_lead", "account_tail"}
    if _mentions(tools, text):
        found |= {"surnames", "given_names", "honorifics", "prefixes"}
    else:
        found.add("not_names")
    level = tools.reader.need(text).label
    if level in ("none", "surface"):
        found |= {"negation_before", "negation_after"}
    if tools.reader.command(text).label != "content":
        found.add("fillers")
    return {name for name in found if name}


# top folder -> what a text is heard as, to be compared with what the file stands for
HEARD: dict[str, Callable[[Tools, str], set[str]]] = {
    "needs": _need,
    "questions/form": lambda tools, text: {tools.reader.form(text).label},
    "questions/spin": lambda tools, text: {tools.reader.spin(text).label},
    "stances": lambda tools, text: {tools.reader.stance(text).label},
    "roles": lambda tools, text: {tools.reader.role(text).label},
    "commands": lambda tools, text: {tools.reader.command(text).label},
    "requests": lambda tools, text: {request.id} if (request := tools.requests.read(text)) else set(),
    "ethics": lambda tools, text: set(tools.reader.ethics(text)),
    "glossary": lambda tools, text: {tools.reader.concept(text) or ""},
    "products": lambda tools, text: {tools.catalogue.named(text) or "", tools.catalogue.trade_of([text]) or ""},
    "people/titles": lambda tools, text: {mention.role or "untitled" for mention in _mentions(tools, text)},
    "people/words": _list,
    "language": _list,
}


def meaning(path: Path) -> tuple[str, str]:
    """Return the folder key of a file and what its sentences must be heard as."""
    data = yaml.safe_load((ROOT / path).read_text(encoding="utf-8"))
    folder = next(key for key in sorted(HEARD, key=len, reverse=True) if path.as_posix().startswith(key + "/"))
    if folder == "needs":
        return folder, f"{data['label']}/{data['id']}"
    if folder == "products":
        return folder, path.parent.name if path.stem == "catalogue" else f"{path.parent.name}/{data['id']}"
    if folder == "people/titles":
        return folder, data.get("role") or "untitled"
    return folder, data.get("label") or data["id"]


def twin_cases(kind: str) -> list[tuple[Path, str]]:
    cases = []
    for path in knowledge_files():
        twin = TWINS / path
        if path.parts[0] != "funnel" and twin.exists():
            data = yaml.safe_load(twin.read_text(encoding="utf-8"))
            cases += [(path, text) for lang in ("zh", "en") for text in (data.get(kind) or {}).get(lang) or []]
    return cases


@pytest.mark.parametrize("path", knowledge_files(), ids=str)
def test_every_file_has_a_twin_with_enough_sentences(path):
    twin = TWINS / path
    assert twin.exists(), f"write {twin.relative_to(TWINS.parent.parent)}"
    data = yaml.safe_load(twin.read_text(encoding="utf-8"))
    if path.parts[0] == "funnel":
        assert data["asks"]
        return
    assert all(len(data["hears"][lang]) >= LEAST for lang in ("zh", "en"))


def test_every_twin_has_its_file():
    twins = {path.relative_to(TWINS) for path in TWINS.rglob("*.yml")}
    assert twins <= set(knowledge_files())


@pytest.mark.parametrize(("path", "text"), twin_cases("hears"), ids=lambda value: str(value))
def test_hears(tools, path, text):
    folder, expected = meaning(path)
    assert expected in HEARD[folder](tools, text)


@pytest.mark.parametrize(("path", "text"), twin_cases("silent"), ids=lambda value: str(value))
def test_stays_silent(tools, path, text):
    folder, expected = meaning(path)
    assert expected not in HEARD[folder](tools, text)
