"""Signs of steps: what is denied, planned or asked has not happened."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from coach.accounts.records import (
    Account,
    Dossier,
    NeedNote,
    NextStep,
    Note,
    Opportunity,
    Order,
    Visit,
)
from coach.process.infer import find_step, from_words
from coach.process.page import process_page
from coach.process.picture import process_picture
from coach.process.words_of import Said, words_of

HELD_OUT = Path(__file__).parents[2] / "heldout"
LEAST = {"zh": 0.55, "en": 0.5}  # of the right step on held-out sentences; the measured values are in docs/process.md
FEWEST_RIGHT = 0.8  # of the steps that are named on them


def step_of(tools: Any, *said: Said | str) -> Any:
    texts = [one if isinstance(one, Said) else Said(one, "") for one in said]
    return from_words(texts, tools.steps, tools.knowledge.procurement)


@pytest.mark.parametrize(
    ("text", "step", "named"),
    [
        ("haven't sent samples yet", None, 11), ("还没审厂", None, 7), ("他们下周来审厂", None, 7),
        ("The factory audit is planned for next month", None, 7), ("They will sign the frame agreement", None, 8),
        ("有没有审过厂？", None, 7), ("样品周五前寄出", None, 11), ("如果样品通过了就下单", None, None),
        ("他们审过厂，还没寄样品", 7, None), ("They audited our factory but haven't received samples", 7, None),
        ("They audited us last month and will place the first order next year", 7, None),
        ("waiting for the CEO to decide between us and one other", 12, None), ("等老板拍板", 12, None),
        ("你好", None, None), ("", None, None),
    ],
)  # fmt: skip
def test_what_has_not_happened_does_not_count(tools: Any, text: str, step: int | None, named: int | None) -> None:
    found = step_of(tools, text)
    assert found.step == step
    if named:
        assert (found.reason, found.runner_up) == ("to_come", named)
        assert found.evidence[0].quote in text


@pytest.mark.parametrize(
    ("said", "step", "runner_up"),
    [
        (["样品在测", "他们来审厂了"], 11, 7),
        ([Said("首批订单已经下了", "2025-01-01"), Said("采购部在做明年的采购计划", "2025-10-01")], 4, None),
        ([Said("首批订单已经下了", "2025-06-01"), Said("采购部在做明年的采购计划", "2025-10-01")], 13, 4),
        ([Said("样品在测", "2026-01-01"), Said("项目取消，重新招标", "2026-02-01")], None, None),
        (["合同", "样品在测"], 11, 8),
        ([Said("寄样品", "2026-01-01", to_come=True)], None, 11),
    ],
)
def test_most_advanced_of_the_fresh_signs(tools: Any, said: list[Any], step: int | None, runner_up: int | None) -> None:
    found = step_of(tools, *said)
    assert (found.step, found.runner_up) == (step, runner_up)
    assert all(evidence.rule and evidence.quote for evidence in found.evidence)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_held_out_sentences(tools: Any, lang: str) -> None:
    rows = [line.split("\t") for line in (HELD_OUT / f"step_{lang}.tsv").read_text(encoding="utf-8").splitlines()]
    names = {step.order: key for key, step in tools.knowledge.process.items()}
    got = [(label, names.get(step_of(tools, text).step, "none")) for label, text in rows]
    steps = [(label, name) for label, name in got if label != "none"]
    right = sum(label == name for label, name in steps)
    assert right / len(steps) >= LEAST[lang]
    assert right / sum(name != "none" for _, name in steps) >= FEWEST_RIGHT
    assert sum(label == name for label, name in got if label == "none") >= 12


def dossier(**values: Any) -> Dossier:
    return Dossier(Account("BrightHome", **values.pop("account", {})), **values)


NOTE = Note("The lab is testing samples from all three vendors.", "2026-02-20")


@pytest.mark.parametrize(
    ("of", "step", "stated", "reason", "runner_up"),
    [
        (dossier(notes=(NOTE,)), 11, False, "words", None),
        (dossier(account={"step": 8}, notes=(NOTE,)), 8, True, "stated", 11),
        (dossier(account={"step": 11}, notes=(NOTE,)), 11, True, "stated", None),
        (dossier(opportunities=(Opportunity("panels", step=9),), notes=(NOTE,)), 9, True, "stated", 11),
        (dossier(orders=(Order("2026-01-05", "100"),)), 13, False, "orders", None),
        (dossier(orders=(Order("2026-01-05", "-100"),)), None, False, "nothing", None),
        (dossier(orders=tuple(Order(f"2026-01-0{i}", "9") for i in (1, 2, 3))), 14, False, "orders", None),
        (dossier(orders=(Order("2026-01-05", "100"),), notes=(NOTE,)), 11, False, "words", None),
        (dossier(next_steps=(NextStep("send samples", due="2026-03-09"),)), None, False, "to_come", 11),
        (dossier(next_steps=(NextStep("send samples", done="2026-03-01"),)), 11, False, "words", None),
        (dossier(visits=(Visit("2026-03-09T10:00", purpose="factory audit"),)), None, False, "to_come", 7),
        (dossier(visits=(Visit("2026-03-01T10:00", state="done", outcome="We passed the audit"),)), 7, False, "words", None),
        (dossier(visits=(Visit("2026-03-01T10:00", state="cancelled", purpose="factory audit"),)), None, False, "nothing", None),
        (dossier(needs=(NeedNote("surface", "sample", "organisation", "2026-02-01", quote="send us two samples"),)), 11, False, "words", None),
        (dossier(opportunities=(Opportunity("panels", stage="Samples being tested"),)), 11, False, "words", None),
        (dossier(), None, False, "nothing", None),
    ],
)  # fmt: skip
def test_step_of_an_account(
    tools: Any, of: Dossier, step: int | None, stated: bool, reason: str, runner_up: int | None
) -> None:
    found = find_step(of, tools.steps, tools.knowledge)
    assert (found.step, found.stated, found.reason, found.runner_up) == (step, stated, reason, runner_up)


def test_each_text_is_read_once() -> None:
    twice = dossier(notes=(NOTE, NOTE), needs=(NeedNote("surface", "sample", "o", "2026-02-20", quote=NOTE.text),))
    assert words_of(twice) == [Said(NOTE.text, NOTE.day)]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    ("of", "said"),
    [
        (dossier(notes=(NOTE,)), "process/step_11_samples.sure"),
        (dossier(account={"step": 8}, notes=(NOTE,)), "account.step"),
        (dossier(notes=(Note("样品在测，来审过厂", "2025-01-01"),)), "425"),
        (dossier(visits=(Visit("2026-03-09T10:00", purpose="factory audit"),)), "process/step_07_audit.sure"),
        (dossier(), "BrightHome"),
        (Dossier(Account("")), {"zh": "这家客户", "en": "this customer"}),
    ],
)
def test_page_is_short_and_cites(tools: Any, of: Dossier, said: Any, lang: str) -> None:
    page = process_page(of, date(2026, 3, 2), lang, tools)
    assert (said[lang] if isinstance(said, dict) else said) in page
    assert len(page.splitlines()) <= 15
    assert page == process_page(of, date(2026, 3, 2), lang, tools)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("step", [None, 1, 7, 14])
def test_picture(tools: Any, lang: str, step: int | None) -> None:
    from xml.etree import ElementTree

    found = find_step(dossier(account={"step": step}), tools.steps, tools.knowledge)
    drawn = process_picture(found, lang, tools)
    root = ElementTree.fromstring(drawn)
    names = [element.text for element in root.iter("{http://www.w3.org/2000/svg}text")]
    here = {"zh": "您在这里", "en": "you are here"}[lang]
    assert names.count(here) == (step is not None)
    assert sum(name is not None and name.split(".")[0].isdigit() for name in names) == 14
    assert root.find("{http://www.w3.org/2000/svg}desc").text  # type: ignore[union-attr]
    assert int(root.get("width") or 0) <= 360
