"""Every kind of fault gives one line that names file and line; all faults at once."""

import pkgutil
import shutil

import pytest

from coach.knowledge import check, checks
from coach.knowledge.check import CHECKS, check_once, find_problems
from coach.knowledge.folders import FILES
from coach.settings import settings

NEED = """id: price
label: surface
kind: organisation
name: {zh: 价格, en: price}
sure:
  zh: [太贵]
  en: [too expensive]
"""

_NO_CHECK = ("places", "labelled_examples")  # a walk; a check of files that are no part of Knowledge


@pytest.fixture
def root(tmp_path):
    folder = tmp_path / "knowledge"
    (folder / "needs/surface").mkdir(parents=True)
    (folder / "needs/surface/price.yml").write_text(NEED, encoding="utf-8")
    for name in FILES:
        (folder / name).parent.mkdir(exist_ok=True)
        shutil.copy(settings().knowledge / name, folder / name)
    return folder


FAULTS = [
    ("needs/surface/a.yml", "id: a\n  label: x: y\n", 2, "not valid YAML"),
    ("needs/surface/a.yml", "", 1, "empty"),
    ("needs/surface/a.yml", "id: a\nid: b\n", 2, "'id' is repeated (first on line 1)"),
    ("needs/surface/price2.yml", NEED, 1, "must be the name 'price2'"),
    ("needs/deep/a.yml", NEED.replace("price", "a"), 2, "belongs into the folder needs/surface"),
    ("needs/surface/zeta/price.yml", NEED, 1, "already used in"),
    ("needs/surface/a.yml", NEED.replace("price", "a") + "colour: red\n", 8, "unknown field 'colour'"),
    ("needs/surface/a.yml", NEED.replace("price", "a").replace(", en: a", ""), 4, "missing translation 'name.en'"),
    ("needs/surface/a.yml", NEED.replace("id: price", "id: a").replace("label: surface\n", ""), 1, "missing field 'label'"),
    ("needs/surface/a.yml", NEED.replace("price", "a").replace("太贵", "(太|很"), 6, "no partner"),
    ("needs/surface/z.yml", NEED.replace("price", "z"), 6, "phrase '太贵' is already in"),
    ("needs/surface/a.yml", NEED.replace("price", "a").replace("[太贵]", "[[{ORT: x}]]"), 6, "does not compile"),
    ("elsewhere/a.yml", "id: a\n", 1, "no known folder"),
    ("words/a.yml", "hello: {zh: 你好}\n", 1, "missing translation 'en'"),
    ("words/a.yml", "hello: {zh: '你好{name}', en: hello}\n", 1, "same placeholders"),
    ("words/a.yml", "hello: {zh: '你好{', en: 'hello{'}\n", 1, "braces do not match"),
    ("words/a.yml", "too_early:\n  zh: '{quesion}'\n  en: '{quesion}'\n", 2, "nothing fills the placeholder {quesion}; allowed here: question"),
    ("words/a.yml", "too_early:\n  zh: '{question}'\n  en: '{question:d}'\n", 3, "nothing fills the placeholder {question:d}"),
    ("words", None, 1, "the sentence 'too_early' is missing"),
    ("stances/enemy.yml", "id: enemy\nlabel: enemy\nvalue: -2\nname: {zh: 敌, en: enemy}\ntreat: {zh: [忍], en: [bear]}\n"
     "move:\n  zh: ['{nam}']\n  en: [wait]\n", 7, "nothing fills the placeholder {nam}; allowed here: name"),
    ("funnel/open.yml", "id: open\norder: 1\nname: {zh: 开, en: open}\npurpose: {zh: 听, en: hear}\nform: open\nat_most: 1\n"
     "questions:\n- id: q\n  ask: {zh: '{quote}', en: '{quote}'}\n  ask_customer: {zh: 何, en: what}\n"
     "  hint: {zh: 想, en: think}\n  example: {zh: 例, en: say}\n", 9, "nothing fills the placeholder {quote}; allowed here: account"),
    ("words/a.yml", "- 1\n", 1, "expected keys with zh and en"),
    ("examples/need/a.yml", "surfce:\n  zh: [要便宜]\n", 1, "'surfce' is not a label of task 'need'"),
    ("examples/need/a.yml", "surface:\n  zh: [一样]\ndeep:\n  zh:\n    - 一样\n", 5, "is 'surface' in"),
    ("examples/need/a.yml", "surface:\n  zh: [5]\n", 2, "must be a sentence"),
    ("examples/need/a.yml", "surface: [x]\n", 1, "needs lists under zh and en"),
    ("roles/decider.yml", "id: decider\nlabel: decider\nname: {zh: 决, en: d}\ndoes: {zh: 定, en: d}\ncares:\n  - nothing\n", 6,
     "there is no need topic 'nothing'"),
    ("products/x/lamp.yml", "id: lamp\nname: {zh: 灯, en: lamp}\nterms: {zh: [灯], en: [lamp]}\nfeatures:\n  - id: f\n"
     "    feature: {zh: 亮, en: b}\n    advantage: {zh: 亮, en: b}\n    benefits:\n      nope: {zh: 好, en: good}\n"
     "    evidence: null\n    mentions: {zh: [亮], en: [bright]}\nunique:\n  - feature: g\n    claim: {zh: 独, en: u}\n"
     "    against: {zh: 谁, en: who}\n", 9, "there is no need topic 'nope'"),
    ("people/titles/a.yml", "id: a\nrole: boss\ntitles: {zh: [老板], en: [boss]}\n", 2, "there is no role 'boss'"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "line", "message"), FAULTS)
def test_fault_is_named_with_its_line(root, name, text, line, message):
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    if text is not None:
        path.write_text(text, encoding="utf-8")
    found = [p for p in find_problems(root) if p.path == path and message in p.message]
    assert [p.line for p in found[:1]] == [line], find_problems(root)


def test_all_faults_at_once(root):
    for i, (_, text, _, _) in enumerate(FAULTS[:3]):
        (root / f"needs/surface/x{i}.yml").write_text(text, encoding="utf-8")
    assert len({p.path for p in find_problems(root) if p.path.name.startswith("x")}) == 3


def test_not_utf8(root):
    (root / "needs/surface/a.yml").write_bytes("id: 价格".encode("gbk"))
    assert any("not UTF-8" in p.message for p in find_problems(root))


def test_recursive_alias(root):
    (root / "words/a.yml").parent.mkdir()
    (root / "words/a.yml").write_text("a: &x\n  zh: *x\n  en: b\n", encoding="utf-8")
    assert any("contains itself" in p.message for p in find_problems(root))


def test_missing_folder(tmp_path):
    assert "does not exist" in find_problems(tmp_path / "none")[0].message


def test_too_large(root, monkeypatch):
    monkeypatch.setattr("coach.knowledge.yaml_lines.MAX_BYTES", 10)
    assert any("larger than" in p.message for p in find_problems(root))


def test_the_projects_own_knowledge_is_sound():
    assert find_problems(settings().knowledge) == []


def test_a_copy_with_one_edit_names_only_that_edit(tmp_path):
    root = tmp_path / "knowledge"
    shutil.copytree(settings().knowledge, root)
    path = root / "stances/coach.yml"
    path.write_text(path.read_text(encoding="utf-8") + "\nextra: 1\n", encoding="utf-8")
    assert [p.path for p in find_problems(root)] == [path]


def test_every_check_is_listed():
    modules = {f"{checks.__name__}.{module.name}" for module in pkgutil.iter_modules(checks.__path__)}
    assert {problems.__module__ for problems in CHECKS} == modules - {f"{checks.__name__}.{name}" for name in _NO_CHECK}


def test_a_cache_that_cannot_be_written_is_no_fault(tmp_path):
    (tmp_path / "cache").write_text("a file where a folder should be", encoding="utf-8")
    check_once(settings().knowledge, tmp_path / "cache")


def test_sound_knowledge_is_checked_once(tmp_path, monkeypatch):
    check_once(settings().knowledge, tmp_path)
    monkeypatch.setattr(check, "find_problems", lambda root: pytest.fail("was checked again"))
    check_once(settings().knowledge, tmp_path)
