"""Explain a judgement: the rule, the words, the runner-up, and what would have changed it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from coach.context import Tools
from coach.interview.hints import settled
from coach.interview.people import standing_of
from coach.interview.state import Interview, Judgement, Person
from coach.interview.taken import SHOWN, last_told, taken
from coach.knowledge.examples import Example
from coach.read.attitude import RULE
from coach.read.verdict import Verdict
from coach.text.clauses import sentences
from coach.text.language import language_of
from coach.text.short import cut

_ASKED = ("form", "spin")  # tasks whose labels the glossary explains as "open question", "problem question"
_MARKS = {"form": "", "spin": "spin_"}  # how the mark of a seller's line begins that says the same
NO_LABEL = ("none", "unsure")


@dataclass(frozen=True)
class Explanation:
    """Why `judgement` was made.

    `example`: the labelled sentence that a learned verdict leans on, None where a rule decided. `without` are the
    words that decided, `instead` the label that the text has without them.
    """

    judgement: Judgement
    definition: str
    example: Example | None
    without: str
    instead: str

    @property
    def proof(self) -> dict[str, Any] | None:
        return self.judgement.evidence[0] if self.judgement.evidence else None

    @property
    def changed(self) -> bool:
        """Say whether other words would have brought another label."""
        return self.instead != self.judgement.label


def explain(state: Interview, tools: Tools) -> list[str]:
    """Return what was made of the last message, and why, and why the pending question is put."""
    lines = [line] if (line := _of_last(state, tools)) else []
    if purpose := purpose_of(state, tools):
        lines.append(purpose)
    return lines or [tools.words.say("why_nothing", state.lang)]


def _of_last(state: Interview, tools: Tools) -> str | None:
    """Return why the last message was judged so; what it brought where it holds no need; else the judgement before."""
    judged, last = state.judgement, last_told(state)
    heard = judged if judged and judged.label not in NO_LABEL else None
    is_last = judged is not None and (last is None or judged.turn in (0, last["turn"]))
    if not (heard and is_last) and (line := taken(state, tools)):
        return line
    if heard:
        return said(explained(heard, state.lang, tools), state.lang, tools)
    if judged is None:
        return None
    text = cut(judged.text, SHOWN)
    return tools.words.say(f"why_took_{'unsure' if judged.label == 'unsure' else 'nothing'}", state.lang, text=text)


def purpose_of(state: Interview, tools: Tools) -> str | None:
    """Return why the pending question is put, None when none is."""
    step = tools.knowledge.funnel.get(state.pending.step) if state.pending else None
    if step is None:
        return None
    return tools.words.say("why_question", state.lang, step=step.name[state.lang], purpose=step.purpose[state.lang])


def stance_judgement(person: Person, tools: Tools) -> Judgement | None:
    """Return the newest judgement on where the person stands, read anew from its words; None when nothing was said."""
    where = standing_of(person, tools.knowledge)
    signs = [sign for sign in reversed(settled(person.stances)) if sign.quote in where.supporting]
    sign = next((sign for sign in signs if sign.label == where.stance), None) or next(iter(signs), None)
    if sign is None:
        return None
    verdict = _read("stance", sign.rule, sign.quote, tools)
    if verdict.label != sign.label:
        return None
    evidence = [asdict(proof) for proof in verdict.evidence]
    return Judgement("stance", sign.quote, where.stance, verdict.runner_up, evidence)


def explained(judgement: Judgement, lang: str, tools: Tools) -> Explanation:
    """Return why the judgement was made: its text is read again, so the explanation is no guess."""
    example = None
    if judgement.evidence and judgement.evidence[0]["rule"].startswith("learned"):
        example = tools.reader.nearest_example(judgement.task, judgement.text, judgement.label)
    without, instead = _without(judgement, tools)
    return Explanation(judgement, _definition(judgement, lang, tools), example, without, instead)


def said(found: Explanation, lang: str, tools: Tools) -> str:
    """Return the explanation in a few sentences."""
    words, judgement, proof = tools.words, found.judgement, found.proof
    if proof is None:
        return found.definition
    values = {
        "text": cut(judgement.text, SHOWN),
        "label": in_sentence(judgement.task, judgement.label, lang, tools),
        "words": proof["text"],
        "definition": found.definition,
    }
    if proof["rule"].startswith("learned"):
        alike = found.example is not None and language_of(found.example.text, lang) == lang  # else two languages mix
        shown = words.say("why_example", lang, example=found.example.text) if found.example and alike else ""
        text = words.say("why_learned", lang, example=shown, place=place_of(found.example, tools), **values)
    else:
        text = words.say("why_rule", lang, rule=proof["rule"], **values)
    parts = [text]
    if judgement.runner_up:
        runner_up = in_sentence(judgement.task, judgement.runner_up, lang, tools)
        parts.append(words.say("why_runner_up", lang, runner_up=runner_up))
    if found.changed:
        instead = in_sentence(judgement.task, found.instead, lang, tools)
        parts.append(words.say("why_changed", lang, words=found.without, label=instead))
    else:
        parts.append(words.say("why_same", lang, words=found.without))
    return (" " if lang == "en" else "").join(part.strip() for part in parts).replace("  ", " ")


def place_of(example: Example | None, tools: Tools) -> str:
    """Return where the example stands, as `file:line` below the methodology; "-" without one."""
    return f"{example.path.relative_to(tools.knowledge.root).as_posix()}:{example.line}" if example else "-"


def in_sentence(task: str, label: str, lang: str, tools: Tools) -> str:
    """Return a label as it stands in a sentence: "a latent need", "the stance “opponent”"."""
    name = label_name(task, label, lang, tools)
    if label in NO_LABEL or f"why_label_{task}" not in tools.words:
        return name
    return tools.words.say(f"why_label_{task}", lang, label=name)


def label_name(task: str, label: str, lang: str, tools: Tools) -> str:
    """Return a label in words."""
    knowledge, words = tools.knowledge, tools.words
    tables: dict[str, dict[str, Any]] = {
        "stance": knowledge.stances, "role": knowledge.roles, "command": knowledge.commands,
    }  # fmt: skip
    if label in (table := tables.get(task, {})):
        return str(table[label].name[lang])
    if task in _MARKS and f"mark_{_MARKS[task]}{label}" in words:
        return words.say(f"mark_{_MARKS[task]}{label}", lang)
    if label == "none" and task != "need":
        return words.say("label_no_question", lang)
    return words.say(f"label_{label}", lang)


def _definition(judgement: Judgement, lang: str, tools: Tools) -> str:
    """Return what the label means: the words for a need level, else the glossary's first sentence."""
    if judgement.task == "need":
        return tools.words.say(f"define_{judgement.label}", lang) if judgement.label != "unsure" else ""
    name = f"{judgement.label}_question" if judgement.task in _ASKED else judgement.label
    concept = tools.knowledge.glossary.get(name)
    if concept is None:
        return ""
    text = concept.text[lang].strip()
    start, end = sentences(text)[0]
    return text[start:end].strip()


def _without(judgement: Judgement, tools: Tools) -> tuple[str, str]:
    """Read the text again without the words that fired: a real counterfactual. Return the words and the new label."""
    text = judgement.text
    spans = _merged([(proof["start"], proof["end"]) for proof in judgement.evidence])
    quoted = "…".join(dict.fromkeys(text[start:end] for start, end in spans))
    for start, end in reversed(spans):
        text = text[:start] + " " + text[end:]
    rule = judgement.evidence[0]["rule"] if judgement.evidence else ""
    return quoted, _read(judgement.task, rule, text, tools).label


def _read(task: str, rule: str, text: str, tools: Tools) -> Verdict:
    """Read `text` anew for a task, with the reader whose rule made the judgement."""
    verdict: Verdict = tools.reader.attitude(text) if rule.startswith(RULE) else getattr(tools.reader, task)(text)
    return verdict


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join spans that overlap, so that each character is cut once."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
