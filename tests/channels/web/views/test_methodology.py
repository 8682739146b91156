"""The editor of the methodology: for managers alone, inside its folder alone, sound or not at all."""

from __future__ import annotations

import gc
import shutil
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from coach.assistant import Assistant
from coach.knowledge.check import find_problems
from coach.knowledge.new import TEMPLATES
from coach.settings import Settings, settings
from tests.channels.web.views.conftest import Page

FUNNEL = "funnel/permission.yml"


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant on a copy of the methodology, whose edits are taken in when a test asks for them."""
    root = tmp_path_factory.mktemp("methodology") / "knowledge"
    shutil.copytree(settings().knowledge, root)
    return Assistant(Settings(root, root.parent / "home", settings().cache))


@pytest.fixture
def manager(page: Page, copied: Assistant, monkeypatch: pytest.MonkeyPatch) -> Iterator[Page]:
    monkeypatch.setattr("channels.web.looking.shared_assistant", lambda: copied)
    before = {path: path.read_bytes() for path in (copied.where.knowledge / "funnel").glob("*.yml")}
    yield page
    for path, raw in before.items():
        path.write_bytes(raw)


def root_of(assistant: Assistant) -> Path:
    return assistant.where.knowledge


def file_of(page: Page, path: str) -> dict[str, str]:
    return page.get(f"/api/methodology/file?path={path}", user="boss")


def save(page: Page, text: str, version: str, path: str = FUNNEL, **more: Any):
    return page.send(
        "PUT", "/api/methodology/file", {"path": path, "text": text, "version": version}, user="boss", **more
    )


def check(page: Page, text: str, path: str = FUNNEL) -> list[dict[str, Any]]:
    answer = page.send("POST", "/api/methodology/check", {"path": path, "text": text}, user="boss")
    assert answer.status_code == 200, answer.text
    return answer.json()["problems"]


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("GET", "", None), ("GET", f"/file?path={FUNNEL}", None),
        ("GET", f"/versions?path={FUNNEL}", None), ("GET", f"/version?path={FUNNEL}&id=x", None), ("PUT", "/file", {"path": FUNNEL, "text": "", "version": ""}),
        ("POST", "/check", {"path": FUNNEL, "text": ""}), ("POST", "/scenario", {"name": "mine"}),
        ("POST", "/catalogue", {"name": "mine"}), ("POST", "/product", {"name": "led_lighting/mine"}),
    ],
)  # fmt: skip
def test_managers_only(manager: Page, copied: Assistant, method: str, path: str, body: Any) -> None:
    answer = (
        manager.ask(method, f"/api/methodology{path}", json=body)
        if body
        else manager.ask(method, f"/api/methodology{path}")
    )
    assert (answer.status_code, answer.json()["error"]["code"]) == (403, "forbidden")
    assert not list(root_of(copied).rglob("mine*"))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_tree_has_a_title_for_each_file(manager: Page, copied: Assistant, lang: str) -> None:
    files = manager.get("/api/methodology", user="boss", lang=lang)["files"]
    assert {file["path"] for file in files} == {
        p.relative_to(root_of(copied)).as_posix() for p in root_of(copied).rglob("*.yml")
    }
    titles = {file["path"]: file["title"] for file in files}
    assert titles[FUNNEL] == {"zh": "开场", "en": "opening"}[lang]
    assert titles["words/panel.yml"] == "panel"


def test_a_file_is_saved_and_what_was_there_is_kept(manager: Page, copied: Assistant) -> None:
    stored = file_of(manager, FUNNEL)
    path = root_of(copied) / FUNNEL
    path.chmod(0o644)
    edited = stored["text"].replace("en: opening", "en: the opening")
    answer = save(manager, edited.replace("\n", "\r\n"), stored["version"])
    assert answer.status_code == 200, answer.text
    assert path.read_text(encoding="utf-8") == edited
    assert path.stat().st_mode & 0o777 == 0o644
    assert file_of(manager, FUNNEL)["version"] == answer.json()["version"] != stored["version"]
    [kept] = (manager.home / "methodology" / "funnel" / "permission").glob("*.yml")
    assert kept.read_text(encoding="utf-8") == stored["text"]
    assert copied.reloaded()
    assert copied.tools.knowledge.funnel["permission"].name.en == "the opening"


def test_what_stood_there_before_is_listed_and_handed_out(manager: Page, copied: Assistant) -> None:
    path = "funnel/confirm.yml"
    asked = f"/api/methodology/versions?path={path}"
    stored = file_of(manager, path)
    assert manager.get(asked, user="boss") == {"versions": []}
    first, second = (f"{stored['text']}# {word}\n" for word in ("one", "two"))
    version = save(manager, first, stored["version"], path).json()["version"]
    version = save(manager, second, version, path).json()["version"]
    listed = manager.get(asked, user="boss")["versions"]
    texts = [manager.get(f"/api/methodology/version?path={path}&id={one['id']}", user="boss")["text"] for one in listed]
    assert texts == [first, stored["text"]]
    assert all(one["until"].endswith("+00:00") for one in listed)
    save(manager, stored["text"], version, path)  # rolled back: what is there now is no earlier version
    listed = manager.get(asked, user="boss")["versions"]
    assert len(listed) == 2
    assert all(stored["version"] not in one["id"] for one in listed)


@pytest.mark.parametrize("which", ["", "..", "../confirm", "20260101T000000000000-" + "0" * 20])
def test_a_version_that_is_not_there(manager: Page, which: str) -> None:
    answer = manager.ask("GET", f"/api/methodology/version?path={FUNNEL}&id={which}", user="boss")
    assert answer.status_code == 404


def test_two_who_edit_at_once(manager: Page, copied: Assistant) -> None:
    stored = file_of(manager, FUNNEL)
    first = save(manager, stored["text"].replace("en: opening", "en: the opening"), stored["version"])
    second = save(manager, stored["text"].replace("en: opening", "en: my opening"), stored["version"])
    assert (second.status_code, second.json()["error"]["code"]) == (409, "conflict")
    assert second.json()["version"] == first.json()["version"]
    assert "en: the opening" in second.json()["text"]
    assert "the opening" in (root_of(copied) / FUNNEL).read_text(encoding="utf-8")


UNSOUND = [
    (FUNNEL, "en: opening", "de: opening", "missing translation"),
    (FUNNEL, "form: closed", "form: perhaps", "'form'"),
    (FUNNEL, "id: permission", "id: other", "must be the name"),
    (FUNNEL, "order: 0", "order: 0\nfoo: 1", "unknown field 'foo'"),
    (FUNNEL, "order: 0", "order: [", "not valid YAML"),
    ("scenarios/plums.yml", "order: ", "order: x", "'order'"),
    ("words/panel.yml", "choice_yes:", "choice_si:", "the sentence 'choice_yes' is missing"),
    ("needs/surface/price.yml", "label: surface", "label: surfaces", "'label'"),
]


@pytest.mark.parametrize(("path", "old", "new", "message"), UNSOUND)
def test_what_is_unsound_is_told_and_not_saved(
    manager: Page, copied: Assistant, path: str, old: str, new: str, message: str
) -> None:
    stored = file_of(manager, path)
    edited = stored["text"].replace(old, new, 1)
    problems = check(manager, edited, path)
    assert any(message in problem["message"] for problem in problems), problems
    assert all(problem["line"] >= 1 and str(root_of(copied)) not in problem["message"] for problem in problems)
    answer = save(manager, edited, stored["version"], path)
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "unsound")
    assert answer.json()["problems"] == problems
    assert file_of(manager, path) == stored
    assert not (manager.home / "methodology").exists()


SAID = [
    (FUNNEL, "en: opening", "de: opening", "缺少译文“name.en”；中英文都要写", "missing translation 'name.en'; both languages are needed"),
    (FUNNEL, "order: 0", "order: 0\nfoo: 1", "没有“foo”这个字段；请删掉，或者改正名称", "unknown field 'foo'; remove it or mend its name"),
    ("roles/decider.yml", "id: decider", "id: boss", "id“boss”必须和名称“decider”一致；请改 id 或改名", "id 'boss' must be the name 'decider'; make the two agree"),
]  # fmt: skip


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(("path", "old", "new", "zh", "en"), SAID)
def test_problems_are_told_in_the_language_of_the_page(
    manager: Page, path: str, old: str, new: str, zh: str, en: str, lang: str
) -> None:
    stored = manager.get(f"/api/methodology/file?path={path}", user="boss")
    edit = {"path": path, "text": stored["text"].replace(old, new, 1), "version": stored["version"]}
    checked = manager.send("POST", "/api/methodology/check", edit, user="boss", lang=lang).json()["problems"]
    saved = manager.send("PUT", "/api/methodology/file", edit, user="boss", lang=lang).json()["problems"]
    assert {"zh": zh, "en": en}[lang] in [problem["message"] for problem in checked]
    assert saved == checked


def test_the_check_sees_what_the_edit_does_to_other_files(manager: Page) -> None:
    text = file_of(manager, "glossary/coach.yml")["text"]
    assert check(manager, text, "glossary/coach.yml") == []
    price = file_of(manager, "needs/surface/price.yml")["text"]
    quality = file_of(manager, "needs/surface/quality.yml")["text"]
    phrase = next(line for line in quality.splitlines() if line.strip().startswith("- "))
    key = next(line for line in price.splitlines() if line.strip().startswith("- "))
    problems = check(manager, price.replace(key, f"{key}\n{phrase}", 1), "needs/surface/price.yml")
    assert any("is already in needs/surface/" in problem["message"] for problem in problems)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_an_example_under_two_labels(manager: Page, lang: str) -> None:
    path = "examples/need/deep.yml"
    text = file_of(manager, path)["text"]
    other = file_of(manager, "examples/need/surface.yml")["text"]
    section = other.split(f"  {lang}:\n", 1)[1]
    sentence = next(line for line in section.splitlines() if line.strip().startswith("- "))
    problems = check(manager, text.replace(f"  {lang}:\n", f"  {lang}:\n{sentence}\n", 1), path)
    assert any("the same sentence is" in problem["message"] for problem in problems), problems


NOWHERE = [
    "../settings.py", "funnel/../../secret.yml", "/etc/passwd", "funnel", "", ".", "funnel//permission.yml", "funnel/./permission.yml",
    "funnel/none.yml", "funnel\\permission.yml", "funnel/permission.yml\0", "funnel/permission.txt", ".hidden.yml", "a/" * 200 + "x.yml",
    "funnel/linked.yml", "outside/permission.yml",
]  # fmt: skip


@pytest.mark.parametrize("path", NOWHERE)
def test_nothing_outside_can_be_read_or_written(manager: Page, copied: Assistant, tmp_path: Path, path: str) -> None:
    secret = tmp_path / "permission.yml"
    secret.write_text("id: secret")
    links = [root_of(copied) / "funnel" / "linked.yml", root_of(copied) / "outside"]
    links[0].symlink_to(secret)
    links[1].symlink_to(tmp_path)
    try:
        read = manager.ask("GET", "/api/methodology/file", params={"path": path}, user="boss")
        assert read.status_code == 404, read.text
        assert save(manager, "id: x", "", path).status_code == 404
        assert (
            manager.send("POST", "/api/methodology/check", {"path": path, "text": ""}, user="boss").status_code == 404
        )
        assert all(
            not file["path"].endswith("linked.yml") for file in manager.get("/api/methodology", user="boss")["files"]
        )
    finally:
        for link in links:
            link.unlink()
    assert secret.read_text() == "id: secret"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[" * 50_000, "nested deeper"),
        ("a: &a [x,x,x,x,x,x,x,x]\n" + "".join(f"{chr(98 + i)}: &{chr(98 + i)} [{','.join([f'*{chr(97 + i)}'] * 8)}]\n" for i in range(8)), "more than"),
        ("", "the file is empty"),
        ("\ud800", "named by a word"),
        ("1: x", "named by a word"),
        ("- a", "must consist of fields"),
        ("a: 1\na: 2", "repeated"),
    ],
    ids=["deep", "aliases", "empty", "surrogate", "number", "list", "twice"],
)  # fmt: skip
def test_hostile_yaml_is_a_problem_and_no_trouble(manager: Page, text: str, message: str) -> None:
    import json

    body = json.dumps({"path": FUNNEL, "text": text})
    answer = manager.ask(
        "POST", "/api/methodology/check", content=body, user="boss", headers={"content-type": "application/json"}
    )
    assert answer.status_code == 200, answer.text
    problems = [one["message"] for one in answer.json()["problems"]]
    assert any(message in one for one in problems), problems


def test_a_file_that_is_too_large(manager: Page) -> None:
    answer = save(manager, "a: " + "x" * 500_000, file_of(manager, FUNNEL)["version"])
    assert (answer.status_code, "500 kB" in answer.json()["error"]["message"]) == (413, True)


def add(page: Page, kind: str, name: str, lang: str = "en"):
    return page.send("POST", f"/api/methodology/{kind}", {"name": name}, user="boss", lang=lang)


NEW = [
    ("scenario", "cold_store", "scenarios/cold_store.yml"),
    ("catalogue", "cold_rooms", "products/cold_rooms/catalogue.yml"),
    ("product", "led_lighting/mine", "products/led_lighting/mine.yml"),
]


@pytest.mark.parametrize(("kind", "name", "path"), NEW)
def test_what_is_new_is_sound_edited_like_all_else_and_never_over_another(
    manager: Page, copied: Assistant, kind: str, name: str, path: str
) -> None:
    before = set(root_of(copied).rglob("*"))
    made = add(manager, kind, name)
    try:
        assert (made.status_code, made.json()) == (201, {"path": path})
        assert find_problems(root_of(copied)) == []
        files = [one for one in set(root_of(copied).rglob("*")) - before if one.is_file()]
        assert {one.stat().st_mode for one in files} == {(root_of(copied) / FUNNEL).stat().st_mode}
        listed = {one["path"] for one in manager.get("/api/methodology", user="boss")["files"]}
        assert {one.relative_to(root_of(copied)).as_posix() for one in files} <= listed
        stored = file_of(manager, path)
        [problem] = check(manager, stored["text"].replace("\nid: ", "\nnonsense: 1\nid: "), path)
        assert "nonsense" in problem["message"]
        assert stored["text"].splitlines()[problem["line"] - 1].startswith("id: ")
        assert save(manager, f"{stored['text']}# mine\n", stored["version"], path).status_code == 200
        assert len(manager.get(f"/api/methodology/versions?path={path}", user="boss")["versions"]) == 1
        again = add(manager, kind, name)
        assert (again.status_code, again.json()["error"]["code"]) == (409, "new_taken")
        assert file_of(manager, path)["text"].endswith("# mine\n")
    finally:
        for one in sorted(set(root_of(copied).rglob("*")) - before, reverse=True):
            one.rmdir() if one.is_dir() else one.unlink()


def test_a_product_of_a_catalogue_that_was_made_this_moment(manager: Page, copied: Assistant) -> None:
    try:
        assert add(manager, "catalogue", "cold_rooms").status_code == 201
        assert add(manager, "product", "cold_rooms/doors").status_code == 201
        assert find_problems(root_of(copied)) == []
    finally:
        shutil.rmtree(root_of(copied) / "products" / "cold_rooms")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_an_example_that_does_not_fit_is_not_written(
    manager: Page, copied: Assistant, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, lang: str
) -> None:
    shutil.copytree(TEMPLATES, tmp_path / "templates")
    product = tmp_path / "templates" / "product.yml"
    product.write_text(product.read_text(encoding="utf-8").replace("energy_cost:", "taken_out:"), encoding="utf-8")
    monkeypatch.setattr("coach.knowledge.new.TEMPLATES", product.parent)
    refused = add(manager, "catalogue", "cold_rooms", lang)
    assert (refused.status_code, refused.json()["error"]["code"]) == (422, "unsound")
    [problem] = refused.json()["problems"]
    assert "taken_out" in problem["message"]
    assert problem["path"] == "products/cold_rooms/first_product.yml"
    assert not (root_of(copied) / "products" / "cold_rooms").exists()


@pytest.mark.parametrize("kind", ["scenario", "catalogue", "product"])
@pytest.mark.parametrize("name", ["", "Cold", "a b", "../x", "x" * 61, "1a", "商店", "nowhere/x", "led_lighting/../x"])
def test_bad_names(manager: Page, copied: Assistant, kind: str, name: str) -> None:
    before = sorted(root_of(copied).rglob("*"))
    answer = add(manager, kind, name)
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "new_name")
    assert sorted(root_of(copied).rglob("*")) == before


def test_nothing_else_can_be_added(manager: Page) -> None:
    assert add(manager, "glossary", "mine").status_code in (404, 405)


@pytest.mark.parametrize(
    "path",
    [
        FUNNEL, "needs/surface/price.yml", "words/web_pages.yml", "products/led_lighting/panel_flicker_free.yml",
        "scenarios/plums.yml", "glossary/coach.yml", "examples/need/deep.yml",
    ],
)  # fmt: skip
def test_the_live_check_is_quick(manager: Page, copied: Assistant, path: str) -> None:
    text = file_of(manager, path)["text"]
    check(manager, text, path)
    assert copied.reloaded(120)  # what the tests before have put back is read in a thread of this very process
    gc.collect()  # else it may fall into the check: the whole process has much that is old
    begun = time.process_time()
    check(manager, f"{text}# a word more\n", path)
    assert time.process_time() - begun < (4 if sys.gettrace() else 1)  # coverage slows every line of ours
