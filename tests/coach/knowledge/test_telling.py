"""The words that say what is wrong may be what is wrong: something clear is said all the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.knowledge import telling
from coach.knowledge.check import find_problems
from coach.knowledge.fault import fault
from coach.knowledge.problem import Problem
from coach.knowledge.telling import teller

EXTRA = fault("shape_extra", field="colour")
FEW = fault("shape_few", field="sure", limit=1)
OURS = "check_shape_extra: {zh: '多了{field}', en: 'too much: {field}'}\n"
FEW_OURS = "check_shape_few:\n  zh: 太少\n  en: too few\n"


def words(root: Path, text: str | bytes) -> Path:
    path = root / telling.FILE
    path.parent.mkdir(parents=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return root


@pytest.mark.parametrize(
    ("text", "extra", "few"),
    [
        (OURS + FEW_OURS, "多了colour", "太少"),
        (OURS.replace("多了{field}'", "多了{field}") + FEW_OURS, "", "太少"),  # a quote left open
        (OURS + FEW_OURS.replace("zh:", "\tzh:"), "多了colour", ""),
        ("words: [\n" + OURS + FEW_OURS, "多了colour", "太少"),
        (OURS.replace("{field}', en", "{field', en") + FEW_OURS, "", "太少"),
        (OURS.replace("{field}', en", "{fields}', en") + FEW_OURS, "", "太少"),
        (OURS.replace("{field}', en", "{field.x}', en") + FEW_OURS, "", "太少"),
        (OURS.replace("{field}', en", "{field:d}', en") + FEW_OURS, "", "太少"),
        ("check_shape_extra: {en: only}\n" + FEW_OURS, "", "太少"),
        ("check_shape_extra: [1]\n" + FEW_OURS, "", "太少"),
        ("check_shape_extra: {zh: 5, en: 5}\n" + FEW_OURS, "", "太少"),
        ("- a\n", "", ""),
        ("", "", ""),
        (b"\xff\xfe\x00", "", ""),
    ],
)
def test_one_spoilt_entry_spoils_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str | bytes, extra: str, few: str
) -> None:
    """What is not there (empty here) comes from the project's words, and is bare where these are broken as well."""
    root, project = words(tmp_path / "own", text), teller("zh")
    told = teller("zh", root)
    assert told.message(EXTRA) == extra or project.message(EXTRA)
    assert told.message(FEW) == few or project.message(FEW)
    monkeypatch.setattr(telling, "PROJECT", tmp_path / "none")
    told = teller("zh", root)
    assert told.message(EXTRA) == (extra or "shape_extra field=colour")
    assert told.message(FEW) == (few or "shape_few field=sure limit=1")


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (fault("unknown", what=fault("what_role"), name="boss"), "unknown what=what_role name=boss"),
        (fault("unfilled", names=("a", "b"), allowed=()), "unfilled names=a, b allowed=-"),
        (fault("at_least", field="a", least=2.5), "at_least field=a least=2.5"),
        (fault("not_utf8"), "not_utf8"),
    ],
)
def test_without_any_words_kind_and_values_are_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, found, said
) -> None:
    monkeypatch.setattr(telling, "PROJECT", tmp_path)
    assert teller("zh", tmp_path).message(found) == said
    assert str(Problem(Path("a.yml"), 3, found)) == f"a.yml:3: {said}"


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("zh", "check.yml:3: YAML 格式有误：花括号没有关上，或者各项之间少了逗号"),
        ("en", "check.yml:3: not valid YAML: a brace is not closed, or a comma is missing between two fields"),
    ],
)
def test_the_broken_words_themselves_are_told(tmp_path: Path, lang: str, said: str) -> None:
    root = words(tmp_path, "# words\n" + OURS.replace("}\n", "\n") + FEW_OURS)
    told = teller(lang, root).lines(find_problems(root))
    assert said in told


def test_problems_are_sorted_by_place_and_equal_by_value() -> None:
    problems = [
        Problem(Path(name), line, fault(kind))
        for name, line, kind in [("b", 1, "x"), ("a", 2, "y"), ("a", 2, "x"), ("a", 1, "z")]
    ]
    assert [(p.path.name, p.line, p.kind) for p in sorted(problems)] == [
        ("a", 1, "z"),
        ("a", 2, "x"),
        ("a", 2, "y"),
        ("b", 1, "x"),
    ]
    assert len({*problems, Problem(Path("b"), 1, fault("x"))}) == 4
