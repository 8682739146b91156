"""Each kind of problem is told in both languages, with its line; the check while typing finds what that at saving finds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
import yaml

from coach.knowledge import telling
from coach.knowledge.check import find_problems
from coach.knowledge.edit import problems_with
from coach.knowledge.fault import Fault, fault
from coach.knowledge.new import scenario_text
from coach.knowledge.problem import Problem
from coach.knowledge.telling import teller
from coach.settings import settings
from tests.lean_knowledge import lean_copy

Row = dict[str, Any]
ROWS: list[Row] = yaml.safe_load((Path(__file__).parent / "faults.yml").read_text(encoding="utf-8"))
SCENARIO = "scenarios/call_centre.yml"  # the template
CALL = {"need": "rot", "buyer": "嗯。"}
ASIDE = [  # kinds that no edit of one file shows, or that need a call to be played
    (fault("no_folder"), "没有这个文件夹；请指明 knowledge/ 在哪里（参数或环境变量 COACH_KNOWLEDGE）",
     "the folder does not exist; say where knowledge/ is (argument, or COACH_KNOWLEDGE)"),
    (fault("file_missing"), "缺少这个文件，程序要用到它；请把它放回来", "this file is missing; the assistant needs it, so put it back"),
    (fault("unreadable", reason="Permission denied"), "文件读不了（Permission denied）；请检查权限",
     "the file cannot be read: Permission denied; check its rights"),
    (fault("not_utf8"), "文件不是 UTF-8 编码；请另存为 UTF-8", "the file is not UTF-8; save it as UTF-8"),
    (fault("too_large", most="2,000"), "文件超过 2,000 字节；请拆成几个文件", "the file is larger than 2,000 bytes; split it"),
    (fault("too_many_values", most="2,000"), "文件里超过 2,000 个值；请拆成几个文件", "more than 2,000 values; split the file"),
    (fault("too_deep"), "层级嵌套太深；请减少层级", "the values are nested too deep; use fewer levels"),
    (fault("deeper_than", most=60), "层级嵌套超过 60 层；请减少层级", "the values are nested deeper than 60 levels; use fewer"),
    (fault("no_catalogue"), "它所在的文件夹没有 catalogue.yml；请加上", "its folder has no catalogue.yml; add one"),
    (fault("server_sentence", key="a"), "缺少句子“a”，中英文都要有", "missing sentence 'a' in zh and en"),
    (fault("shape_pattern", field="a", pattern="^x$"), "“a”的写法不对，要符合 ^x$", "'a' is not written as it must be: ^x$"),
    (fault("shape_other", field="a", reason="odd"), "“a”有误：odd", "'a': odd"),
    (fault("pattern_too_many", pattern="a", count=500, most=400), "“a”可以展开成 500 个说法，超过了 400 个；请拆开写",
     "'a' stands for 500 phrases, more than 400; split it"),
    (fault("played", language="en", inner=fault("not_passed", score=40)), "en: 完美卖家得 40 分，还是不及格；请调低 pass_mark",
     "en: a perfect seller gets 40 points and does not pass; lower 'pass_mark'"),
    (fault("need_unreached", **CALL, why=fault("why_not_enough", field="trust")), "问不出需求“rot”：“trust”这个条件不够；买家说“嗯。”",
     "need 'rot' is not reached: 'trust' was not enough; the buyer says “嗯。”"),
    (fault("need_by_luck", **CALL, why=fault("why_asks", read=fault("no_type"), wanted=("problem", "other"))),
     "需求“rot”只是碰巧问出来的：ask 被读成 说不准的类型，而 asks 要的是其中之一：problem、other；买家说“嗯。”",
     "need 'rot' is reached by luck only: 'asks': 'ask' is read as no certain type, wanted is one of: problem, other; the buyer says “嗯。”"),
    (fault("need_unreached", **CALL, why=fault("why_no_question")), "问不出需求“rot”：ask 没有被读成一个问题；买家说“嗯。”",
     "need 'rot' is not reached: 'ask' is not read as a question; the buyer says “嗯。”"),
    (fault("why_about", about=("use",), read=("price 1.0",), instead=fault("leads_to", name="fact")), "about 是 use，可是 ask 问的是：price 1.0；它问出了“fact”",
     "'about' is use, but 'ask' is about: price 1.0; it leads to 'fact'"),
    (fault("why_about", about=("use",), read=(), instead=fault("leads_nowhere")), "about 是 use，可是 ask 问的是：无；它什么都没问出来",
     "'about' is use, but 'ask' is about: none; it leads to nothing"),
    (fault("need_untold", need="rot", why=fault("why_after", names=("a", "b"))), "问不出需求“rot”：after 里的 a、b 还没有说出来",
     "need 'rot' is not reached: 'after': a, b was not told"),
    (fault("need_untold", need="rot", why=fault("why_ended", over="rude")), "问不出需求“rot”：通话在这之前就结束了（rude）",
     "need 'rot' is not reached: the call ended before (rude)"),
    (fault("objection_unsettled", objection="dear", buyer="嗯。"), "异议“dear”自己的 answer 没有化解它；买家说“嗯。”",
     "objection 'dear' is not settled by its own answer; the buyer says “嗯。”"),
    (fault("line_marked", mark="leading", rule="x", words="对吧", line="贵，对吧？"), "完美卖家的话被 x 判为 leading：“贵，对吧？”里的“对吧”；请换个说法",
     "a perfect seller's line is marked as leading by x: “对吧” in “贵，对吧？”; say it without those words"),
    (fault("pitch_unmet", buyer="嗯。"), "示例 pitch 没有对上任何说出来的需求；买家说“嗯。”", "the example meets no need that was told; the buyer says “嗯。”"),
    (fault("no_agreement", buyer="嗯。", why=fault("why_undated")), "没有约定下一步：示例里读不出日期；买家说“嗯。”",
     "no next step is agreed: no day is read in the example; the buyer says “嗯。”"),
    (fault("no_agreement", buyer="嗯。", why=fault("why_no_step")), "没有约定下一步：示例没有被读成下一步；买家说“嗯。”",
     "no next step is agreed: the example is not read as one; the buyer says “嗯。”"),
    (fault("no_agreement", buyer="嗯。", why=fault("why_needs", names=("a",))), "没有约定下一步：需求 a 还没有说出来；买家说“嗯。”",
     "no next step is agreed: need a was not told; the buyer says “嗯。”"),
    (fault("no_agreement", buyer="嗯。", why=fault("why_open")), "没有约定下一步：还有异议没化解，或者 trust 定得太高；买家说“嗯。”",
     "no next step is agreed: an objection is open, or 'trust' is too high; the buyer says “嗯。”"),
    (fault("no_agreement_ended", over="rude"), "没有约定下一步：通话在这之前就结束了（rude）", "no next step is agreed: the call ended before (rude)"),
]  # fmt: skip


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project's knowledge, left as it was by each test."""
    folder = tmp_path_factory.mktemp("told") / "knowledge"
    lean_copy(folder)
    return folder


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['kind']}-{row['file']}")
def test_a_problem_is_told_with_its_line_live_and_once_saved(root: Path, row: Row) -> None:
    path = root / row["file"]
    text = _edited(path, row)
    live = problems_with(root, path, text.encode())
    with _saved(path, text):
        assert find_problems(root) == live
        assert any(_fits(problem, row, root) for problem in live), [str(problem) for problem in live]


@pytest.mark.parametrize(("found", "zh", "en"), ASIDE, ids=lambda value: getattr(value, "kind", ""))
def test_what_no_edit_shows_is_told_too(found: Fault, zh: str, en: str) -> None:
    assert {lang: teller(lang).message(found) for lang in ("zh", "en")} == {"zh": zh, "en": en}
    assert Fault.from_json(found.to_json()) == found


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_sentence_is_in_one_of_the_tables(lang: str) -> None:
    told = [row[lang] for row in ROWS] + [{"zh": zh, "en": en}[lang] for _, zh, en in ASIDE]
    words = yaml.safe_load((settings().knowledge / telling.FILE).read_text(encoding="utf-8"))
    forms = {key: _form(sentence[lang]) for key, sentence in words.items()}
    assert [key for key, form in forms.items() if not any(form.search(one) for one in told)] == []


def _form(sentence: str) -> re.Pattern[str]:
    """What a sentence looks like, whatever fills it."""
    return re.compile(".*".join(re.escape(literal) for literal, *_ in Formatter().parse(sentence)), re.DOTALL)


def test_an_edit_is_checked_beside_what_others_left_broken(root: Path) -> None:
    """The file being edited is sound; the check says what is wrong elsewhere, as the one at saving does."""
    broken, path = root / "roles" / "buyer.yml", root / "glossary" / "coach.yml"
    with _saved(broken, broken.read_text(encoding="utf-8") + "colour: red\n"):
        [live] = problems_with(root, path, path.read_bytes())
        assert (live.path, live.kind) == (broken, "shape_extra")
        assert find_problems(root) == [live]


def _fits(problem: Problem, row: Row, root: Path) -> bool:
    place: object = problem.line
    if isinstance(row["line"], str) and problem.path.is_file():
        lines = problem.path.read_text(encoding="utf-8").split("\n")
        place = lines[problem.line - 1].strip()[: len(row["line"])]
    told = {lang: teller(lang, root).message(problem.fault).replace(f"{root}/", "") for lang in ("zh", "en")}
    return (problem.path, problem.kind, place) == (root / row.get("at", row["file"]), row["kind"], row["line"]) and all(
        told[lang].startswith(row[lang]) for lang in told
    )


def _edited(path: Path, row: Row) -> str:
    if "old" not in row:
        return str(row["new"])
    text = scenario_text(path.stem, 50) if row["file"] == SCENARIO else path.read_text(encoding="utf-8")
    assert row["old"] in text
    return text.replace(row["old"], row["new"], 1)


@contextmanager
def _saved(path: Path, text: str) -> Iterator[None]:
    before = path.read_bytes() if path.exists() else None
    made = [folder for folder in path.parents if not folder.exists()]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    try:
        yield
    finally:
        path.unlink()
        for folder in made:
            folder.rmdir()
        if before is not None:
            path.write_bytes(before)
