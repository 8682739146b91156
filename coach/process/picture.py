"""The 14 steps as a picture with "you are here": a column of marks that also differ in shape."""

from __future__ import annotations

from coach.context import Tools
from coach.knowledge.buying import ProcessStep
from coach.process.infer import StepFinding
from coach.process.sheet import DONE, INK, NOW, PALE, WIDTH, sheet
from coach.progress.shapes import line, text

ROW, HERE, HEAD, LEFT, FOOT = 30, 20, 44, 24, 14  # heights of a row, of the note below it, of the head; x of the marks
SIZE = 9  # half a mark


def process_picture(found: StepFinding, lang: str, tools: Tools) -> str:
    """Return an SVG of all steps; the one of `found` is marked, the marks of those before it are full.

    They are not ticked off: that a later step was reached does not prove that each one before it was.
    """
    steps = sorted(tools.knowledge.process.values(), key=lambda step: step.order)
    title = tools.words.say("process_picture_title", lang)
    parts = [text(LEFT - SIZE, 26, title, 'font-size="15" font-weight="bold"')]
    y = HEAD + ROW / 2
    bottom = HEAD + ROW * len(steps) + (HERE if found.step else 0)
    parts.append(line([(LEFT, y), (LEFT, bottom - ROW / 2)], PALE, thin=True))
    for step in steps:
        parts.append(_row(step, y, found.step, lang))
        if step.order == found.step:
            y += HERE
            parts.append(text(LEFT + 20, y + 3, tools.words.say("process_picture_here", lang), f'fill="{NOW}"'))
        y += ROW
    return sheet("process", title, _described(found, len(steps), lang, tools), lang, int(bottom + FOOT), parts)


def _row(step: ProcessStep, y: float, here: int | None, lang: str) -> str:
    words = f"{step.order}. {step.name[lang]}"
    if here is None or step.order > here:
        return _circle(y, "#FFFFFF", PALE) + text(LEFT + 20, y + 5, words, f'fill="{INK}"')
    if step.order < here:
        return _circle(y, DONE, DONE) + text(LEFT + 20, y + 5, words, f'fill="{INK}"')
    box = f'<rect x="{LEFT - SIZE - 2}" y="{y - ROW / 2 + 2}" width="{WIDTH - 24}" height="{ROW + HERE - 6}" rx="6"'
    frame = f'{box} fill="#FFFFFF" stroke="{NOW}" stroke-width="2"/>'
    square = f'<rect x="{LEFT - 6}" y="{y - 6}" width="12" height="12" fill="{NOW}"/>'
    return frame + square + text(LEFT + 20, y + 5, words, 'font-weight="bold"')


def _circle(y: float, fill: str, stroke: str) -> str:
    return f'<circle cx="{LEFT}" cy="{y}" r="{SIZE}" fill="{fill}" stroke="{stroke}" stroke-width="2"/>'


def _described(found: StepFinding, count: int, lang: str, tools: Tools) -> str:
    if found.step is None:
        return tools.words.say("process_unknown", lang)
    name = next(step.name[lang] for step in tools.knowledge.process.values() if step.order == found.step)
    return tools.words.say(
        "process_picture_described", lang, step=found.step, name=name, before=found.step - 1, after=count - found.step
    )
