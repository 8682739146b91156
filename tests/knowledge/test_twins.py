"""Each knowledge file has a twin of the same path here: sentences that it must hear, and some that it must not.

A twin holds `hears` and (where there is something to confuse it with) `silent`, each with zh and en lists. What
"hears" means depends on the folder: see `HEARD`. Words and examples have no twin: the first are checked by
`coach check`, the second are themselves labelled sentences. Feedback, evasions and the numbers of the role-play hear nothing:
they have tests of their own beside this one, and so have the calls of scenarios and the answers of drills.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from coach.context import Tools
from coach.interview.firm_in import full_name
from coach.interview.funnel import next_question
from coach.interview.labelled_name import labelled_name, stated_customer
from coach.interview.met import is_firm
from coach.interview.pronouns import Pronouns
from coach.interview.slips import without_slips
from coach.interview.state import Asked, Interview, Need, NextStep, Observation, Person
from coach.knowledge.load import load
from coach.knowledge.patterns import expand
from coach.knowledge.schema import Phrases, WordList
from coach.people.mention import Mention
from coach.people.mentions import MentionFinder
from coach.people.same import SamePerson
from coach.process.infer import from_words
from coach.process.words_of import Said
from coach.read.asides import Asides
from coach.read.correction import CorrectionReader
from coach.read.leads import Leads
from coach.read.listed import Listed
from coach.read.manners import Manners
from coach.read.matcher import RuleMatcher, Scan
from coach.read.reader import Reader
from coach.read.requests import RequestReader
from coach.read.rivals import Rivals
from coach.read.rules import list_rules
from coach.rehearsal.dodges import Dodges
from coach.settings import settings
from coach.text.clauses import clauses
from coach.text.normalize import normalize
from tests.yaml_files import held

ROOT = settings().knowledge
TWINS = Path(__file__).parent
LEAST = 2  # sentences a language that a file must hear
NO_TWIN = (
    "words", "examples", "feedback", "evasions", "rehearsal.yml", "review.yml", "rubric.yml", "take_up.yml", "stance_ledger.yml",
    "procurement.yml", "brief.yml", "visits.yml",
)  # fmt: skip
NO_SENTENCES = {
    "funnel": "asks",
    "drills": "fails",
    "calendars": "days",
    "checklists": "cases",
    "rfm": "cases",
    "crm": "reads",
    "facts": "asked",
    "hedges": "asked",
}  # folder -> what its twins hold instead


def knowledge_files() -> list[Path]:
    return sorted(p.relative_to(ROOT) for p in ROOT.rglob("*.yml") if p.relative_to(ROOT).parts[0] not in NO_TWIN)


def _need(tools: Tools, text: str) -> set[str]:
    scanned = tools.reader.scan(text)
    level = tools.reader.need(scanned).label
    return {f"{hit.rule.label}/{hit.rule.topic}" for hit in scanned.hits("need") if hit.rule.label == level}


def _titles(tools: Tools, text: str) -> set[str]:
    """The title files that the mentions of a text take their title and their role from."""
    found = {(mention.title, mention.role) for mention in tools.finder.find(text) if mention.title}
    return {
        key for key, group in tools.knowledge.titles.items() for title in _listed(key) if (title, group.role) in found
    }


@cache
def _listed(group: str) -> frozenset[str]:
    titles = load(ROOT).titles[group].titles
    return frozenset(t for p in (*titles.zh, *titles.en) if isinstance(p, str) for t in expand(normalize(p)))


def _held(reader: Reader, text: str) -> set[str]:
    """The needs and stances that a text holds, by a phrase or by the verdict on it."""
    scanned = reader.scan(text)
    held = {hit.rule.label for task in ("need", "stance") for hit in scanned.hits(task)}
    return held | {reader.need(scanned).label, reader.stance(scanned).label}


# What a word list is for, as the part of the program that looks it up and what that part then makes of a text.
READINGS: dict[str, tuple[type, Callable[[Any, str], object]]] = {
    **{
        name: (Manners, lambda manners, text: manners.whole(text))
        for name in ("greetings", "dont_know", "question_words")
    },
    **{name: (Manners, lambda manners, text: manners.starts_with(text)) for name in ("yes", "no")},
    **{name: (Manners, lambda manners, text: manners.rude(text)) for name in ("insults", "cannot_be_meant", "curses")},
    **{name: (Manners, lambda manners, text: manners.language_named(text)) for name in ("language_zh", "language_en")},
    **{name: (Manners, lambda manners, text: manners.without_frame(text)) for name in ("account_lead", "account_tail")},
    **{name: (Manners, lambda manners, text: manners.spoken(text)) for name in ("reporting", "opinions")},
    "asks_unmarked": (Manners, lambda manners, text: manners.may_ask(text)),
    "leads_up": (Leads, lambda leads, text: leads.end(text)),
    **{
        name: (
            Manners,
            lambda manners, text, name=name: (manners.opens_with(name, text), manners.closes_with(name, text)),
        )
        for name in ("other_customer", "turns_to")
    },
    "firm_kinds": (Manners, lambda manners, text: is_firm("X, " + text, Mention("X", 0, 1), manners)),
    "full_name": (Manners, lambda manners, text: full_name(re.split("[,，]", text), manners)),
    "account_labels": (Manners, lambda manners, text: labelled_name(text, manners)),
    "states_customer": (Manners, lambda manners, text: stated_customer(text, manners)),
    "slips": (Manners, lambda manners, text: without_slips(text, manners)),
    "farewells": (Manners, lambda manners, text: manners.closes_with("farewells", text)),
    "sells": (Manners, lambda manners, text: manners.holds("sells", text)),
    "chat": (Manners, lambda manners, text: manners.is_only("chat", text)),
    "step_lead": (Manners, lambda manners, text: manners.without_step_lead(text)),
    "our_actions": (Manners, lambda manners, text: manners.is_our_action(text)),
    "look_alikes": (Manners, lambda part, text: (part.spoken(text), part.is_our_action(text))),
    "asides": (Asides, lambda asides, text: asides.is_phrase(Scan(text))),
    "myself": (Asides, lambda asides, text: asides.is_aside(Scan(text))),
    **{
        name: (Listed, lambda listed, text: _lists_of(listed, Scan(text)))
        for name in ("wanted", "wanted_above", "goes_elsewhere", "troubles")
    },
    "tells_number": (Dodges, lambda dodges, text: [dodges.answers(asked, [text]) for asked in ("多少个", "how many")]),
    "tells_time": (Dodges, lambda dodges, text: [dodges.answers(asked, [text]) for asked in ("什么时候", "how often")]),
    "tells_sum": (
        Dodges,
        lambda dodges, text: [dodges.answers(asked, [text]) for asked in ("多少钱", "what does it cost")],
    ),
    "connectives": (Manners, lambda manners, text: manners.spoken(text)),
    "joint_visits": (Manners, lambda manners, text: manners.is_joint_act(text)),
    "nothing_more": (Manners, lambda manners, text: manners.is_only("nothing_more", text)),
    "asked": (Manners, lambda manners, text: manners.is_own_question(text)),
    "named": (Manners, lambda manners, text: manners.named_from(text)),
    "firm_tails": (Manners, lambda manners, text: manners.firm_up_to(text)),
    "about_self": (Manners, lambda manners, text: manners.is_about_self(text)),
    "third_person": (RequestReader, lambda requests, text: requests.read(text)),
    "fillers": (Reader, lambda reader, text: reader.command(text)),
    **{name: (Reader, lambda reader, text: _held(reader, text)) for name in ("negation_before", "negation_after")},
    **{
        name: (MentionFinder, lambda finder, text: finder.find(text))
        for name in (
            "surnames",
            "given_names",
            "honorifics",
            "prefixes",
            "not_names",
            "person_acts",
            "company_words",
            "humans",
            "relatives",
            "retractions",
            "person_deeds",
            "gestures",
            "nicknames",
            "workplaces",
            "ranks",
            "in_charge",
            "tasks",
            "kin",
        )
    },
    **{
        name: (Rivals, lambda rivals, text: (rivals.blamed(Scan(text)), rivals.preferred(Scan(text))))
        for name in ("rivals", "brands", "complaints", "preferences", "ourselves")
    },
    **{
        name: (CorrectionReader, lambda corrections, text: corrections.read(text))
        for name in ("corrections", "opens_correction", "opens_amount", "says_again", "taken_back", "put_instead")
    },
    **{
        name: (Manners, lambda manners, text, name=name: manners.holds(name, text))
        for name in (
            "not_same",
            "second_person",
            "everyday",
            "met",
            "declines",
            "why_asked",
            "reopens",
            "retracts",
            "forgets",
            "forgets_beside",
        )
    },
    **{name: (Pronouns, lambda pronouns, text, name=name: _shows(pronouns, text, name)) for name in ("men", "women")},
    "short_forms": (SamePerson, lambda same, text: _one_person(same, *text.split(" = "))),
    "same_titles": (SamePerson, lambda same, text: _one_person(same, *text.split(" = "))),
}


def _objections(_tools: Tools, text: str) -> set[str]:
    return {hit.rule.label for hit in _objection_rules().match(Scan(text))}


@cache
def _objection_rules() -> RuleMatcher:
    return RuleMatcher(list_rules(load(ROOT).objections, "objection", "says"))


def _lists_of(listed: Listed, scan: Scan) -> object:
    parts = clauses(scan.clean)
    return sorted(listed.requirements(scan, parts, lambda _: True)), listed.troubles(scan, parts)


def _shows(pronouns: Pronouns, name: str, sex: str) -> bool:
    return pronouns.sex(Person("p1", [name], 0)) == sex


def _one_person(same: SamePerson, one: str, other: str = "") -> object:
    """Two ways of naming, "one = other" in the twin: by name in Chinese, by title in English."""
    return same.in_one_group(one, other) or same.compare([one], None, other, None)


def _lists(_tools: Tools, text: str) -> set[str]:
    """The word lists that a text needs: emptied, they would have it read otherwise."""
    return {name for name, (part, read) in READINGS.items() if read(_part(part), text) != read(_part(part, name), text)}


@cache
def _part(part: type, emptied: str = "") -> Any:
    """Return a part of the program, built without the words of the list `emptied`."""
    knowledge = load(ROOT)
    if emptied:
        nothing = Phrases(zh=["qqzzqq"], en=["qqzzqq"])
        lists = {**knowledge.word_lists, emptied: WordList(id=emptied, words=nothing)}
        knowledge = replace(knowledge, word_lists=lists)
    return part(knowledge, settings().cache) if part is Reader else part(knowledge)


def _step(tools: Tools, text: str) -> set[str]:
    found = from_words([Said(text, "")], tools.steps, tools.knowledge.procurement)
    return {key for key, step in tools.knowledge.process.items() if step.order == found.step}


def _topics(_tools: Tools, text: str) -> set[str]:
    return {hit.rule.label for hit in _topic_matcher().match(Scan(text))}


@cache
def _topic_matcher() -> RuleMatcher:
    return RuleMatcher(list_rules(load(ROOT).topics, "topic", "asks"))


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
    "seller": lambda tools, text: {hit.rule.label for hit in tools.reader.scan(text).hits("seller") if hit.rule.sure},
    "objections": _objections,
    "dodges": lambda tools, text: {dodge.id} if (dodge := tools.dodges.of(text)) else set(),
    "glossary": lambda tools, text: {tools.reader.concept(text) or ""},
    "products": lambda tools, text: {tools.catalogue.named(text) or "", tools.catalogue.trade_of([text]) or ""},
    "people/titles": _titles,
    "topics": _topics,
    "people/words": _lists,
    "language": _lists,
    "process": _step,
}


def meaning(path: Path) -> tuple[str, str]:
    """Return the folder key of a file and what its sentences must be heard as."""
    data = held(ROOT / path)
    folder = next(key for key in sorted(HEARD, key=len, reverse=True) if path.as_posix().startswith(key + "/"))
    if folder == "needs":
        return folder, f"{data['label']}/{data['id']}"
    if folder == "products":
        return folder, path.parent.name if path.stem == "catalogue" else f"{path.parent.name}/{data['id']}"
    return folder, data.get("label") or data["id"]


def twin_cases(kind: str) -> list[tuple[Path, str]]:
    cases = []
    for path in knowledge_files():
        twin = TWINS / path
        if twin.exists():
            data = held(twin)
            for lang in ("zh", "en"):
                texts = (data.get(kind) or {}).get(lang) or []
                cases += [(path, text) for text in texts]
    return cases


@pytest.mark.parametrize("path", knowledge_files(), ids=str)
def test_every_file_has_a_twin_with_enough_sentences(path):
    twin = TWINS / path
    assert twin.exists(), f"write {twin.relative_to(TWINS.parent.parent)}"
    data = held(twin)
    if path.parts[0] == "scenarios":
        assert data.get("scripts") or data.get("vendors")
        return
    if path.parts[0] in NO_SENTENCES:
        assert data[NO_SENTENCES[path.parts[0]]]
        return
    assert all(len(data["hears"][lang]) >= LEAST for lang in ("zh", "en"))


def test_every_twin_has_its_file():
    twins = {path.relative_to(TWINS) for path in TWINS.rglob("*.yml") if path.name != "known_failures.yml"}
    assert twins <= set(knowledge_files())


@pytest.mark.parametrize(("path", "text"), twin_cases("hears"), ids=lambda value: str(value))
def test_hears(tools, path, text):
    folder, expected = meaning(path)
    assert expected in HEARD[folder](tools, text)


@pytest.mark.parametrize(("path", "text"), twin_cases("silent"), ids=lambda value: str(value))
def test_stays_silent(tools, path, text):
    folder, expected = meaning(path)
    assert expected not in HEARD[folder](tools, text)


def funnel_cases() -> list[tuple[str, list[str], str | None]]:
    cases = []
    for path in sorted((TWINS / "funnel").glob("*.yml")):
        for row in held(path)["asks"]:
            cases.append((path.stem, row["known"], row["question"]))
    return cases


@pytest.mark.parametrize(("step", "known", "question"), funnel_cases(), ids=lambda value: str(value))
def test_funnel_step_asks(tools, step, known, question):
    state = _interview(tools, step, known)
    asked = next_question(state, tools.knowledge)
    assert (asked.question if asked and asked.step == step else None) == question
    if asked:
        assert all(text and "{" not in text for text in asked.text.values())


def _interview(tools: Tools, step: str, known: list[str]) -> Interview:
    """An interview that knows these facts and has used up all earlier steps."""
    funnel = tools.knowledge.funnel
    earlier = [s for s in funnel.values() if s.order < funnel[step].order]
    state = Interview(
        account="X",
        asked=[Asked(f"{s.id}{i}", s.id, "x", None, {}, 0, True) for s in earlier for i in range(s.at_most)],
    )
    topics = {"surface": "price", "latent": "returns", "deep": "career"}
    for i, level in enumerate(level for level in known if level in topics):
        state.needs.append(Need(f"n{i}", level, topics[level], "organisation", f"words {i}", None, 1))
    if {"person", "people", "decider"} & set(known):
        roles = [Observation("decider", "q", "r", 0.9, 1)] if "decider" in known else []
        stances = [Observation("neutral", "q", "r", 0.9, 1)] if "person" not in known else []
        state.people.append(Person("p1", ["王工"], 1, roles=roles, stances=stances))
    if "next_step" in known:
        state.next_steps.append(NextStep("samples", "2026-12-01", 1))
    return state
