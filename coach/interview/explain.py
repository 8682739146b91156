"""Explain a judgement: the rule, the words, the runner-up, and what would have changed it."""

from __future__ import annotations

from coach.context import Tools
from coach.interview.state import Interview, Judgement
from coach.text.clauses import sentences
from coach.text.language import language_of

_SHORT = 80


def explain(state: Interview, tools: Tools) -> list[str]:
    """Return why the last judgement was made and why the pending question is put."""
    lines = []
    if state.judgement and state.judgement.label != "unsure":
        lines.append(_explain_judgement(state.judgement, state.lang, tools))
    step = tools.knowledge.funnel.get(state.pending.step) if state.pending else None
    if step:
        words = tools.words
        lines.append(
            words.say("why_question", state.lang, step=step.name[state.lang], purpose=step.purpose[state.lang])
        )
    return lines or [tools.words.say("why_nothing", state.lang)]


def _explain_judgement(judgement: Judgement, lang: str, tools: Tools) -> str:
    words = tools.words
    definition = _definition(judgement, lang, tools)
    if not judgement.evidence:
        return definition
    proof = judgement.evidence[0]
    values = {
        "text": _shorten(judgement.text),
        "label": _named(judgement.task, judgement.label, lang, tools),
        "words": proof["text"],
        "definition": definition,
    }
    if proof["rule"].startswith("learned"):
        example = tools.reader.nearest_example(judgement.task, judgement.text, judgement.label)
        place = f"{example.path.relative_to(tools.knowledge.root).as_posix()}:{example.line}" if example else "-"
        alike = example is not None and language_of(example.text, lang) == lang  # else it would mix two languages
        shown = words.say("why_example", lang, example=example.text) if example and alike else ""
        said = words.say("why_learned", lang, example=shown, place=place, **values)
    else:
        said = words.say("why_rule", lang, rule=proof["rule"], **values)
    parts = [said]
    if judgement.runner_up:
        runner_up = _named(judgement.task, judgement.runner_up, lang, tools)
        parts.append(words.say("why_runner_up", lang, runner_up=runner_up))
    parts.append(_what_would_change(judgement, lang, tools))
    return (" " if lang == "en" else "").join(part.strip() for part in parts)


def _named(task: str, label: str, lang: str, tools: Tools) -> str:
    """Return a label as it stands in a sentence: "a latent need", "the stance “opponent”"."""
    name = _name(task, label, lang, tools)
    if label in ("none", "unsure") or f"why_label_{task}" not in tools.words:
        return name
    return tools.words.say(f"why_label_{task}", lang, label=name)


def _name(task: str, label: str, lang: str, tools: Tools) -> str:
    """Return a label in words."""
    if task == "stance" and label in tools.knowledge.stances:
        return tools.knowledge.stances[label].name[lang]
    return tools.words.say(f"label_{label}", lang)


def _definition(judgement: Judgement, lang: str, tools: Tools) -> str:
    """Return what the label means: the words for a need level, the glossary's first sentence for a stance."""
    if judgement.task == "need":
        return tools.words.say(f"define_{judgement.label}", lang)
    concept = tools.knowledge.glossary.get(judgement.label)
    if concept is None:
        return ""
    text = concept.text[lang].strip()
    start, end = sentences(text)[0]
    return text[start:end].strip()


def _what_would_change(judgement: Judgement, lang: str, tools: Tools) -> str:
    """Read the text again without the words that fired: a real counterfactual, not a guess."""
    text = judgement.text
    spans = _merged([(proof["start"], proof["end"]) for proof in judgement.evidence])
    quoted = "…".join(dict.fromkeys(text[start:end] for start, end in spans))
    for start, end in reversed(spans):
        text = text[:start] + " " + text[end:]
    label = getattr(tools.reader, judgement.task)(text).label
    if label == judgement.label:
        return tools.words.say("why_same", lang, words=quoted)
    return tools.words.say("why_changed", lang, words=quoted, label=_named(judgement.task, label, lang, tools))


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join spans that overlap, so that each character is cut once."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _shorten(text: str) -> str:
    return text if len(text) <= _SHORT else text[: _SHORT - 1] + "…"
