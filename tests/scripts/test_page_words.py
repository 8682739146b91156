"""The words of the page: what its sources say is there in both languages, and nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from scripts.list_placeholders import FILLED
from scripts.page_words import UnreadableCallError, of_page, said, sources, unsaid

ROOT = Path(__file__).resolve().parents[2]
WORDS = {
    key: value
    for path in sorted((ROOT / "knowledge" / "words").glob("*.yml"))
    for key, value in yaml.safe_load(path.read_text(encoding="utf-8")).items()
    if key.startswith("web_")
}
CASES = [
    ('t("web_save")', {"web_save": set()}),
    ("t('web_save')", {"web_save": set()}),
    ('t("web_of", { name, count: rows.length })', {"web_of": {"name", "count"}}),
    ('t(\n  "web_of",\n  {\n    name: full(a, b),\n    count,\n  },\n)', {"web_of": {"name", "count"}}),
    ('t("web_of", { name: t("web_none") })', {"web_of": {"name"}, "web_none": set()}),
    ('t(open ? "web_close" : "web_open")', {"web_close": set(), "web_open": set()}),
    ("t(`web_nav_${name}`)", {"web_nav_*": set()}),
    ("t(`web_${part(x)}_head`, { n })", {"web_*_head": {"n"}}),
    ('t("web_of", { name }) + t("web_of", { name, count })', {"web_of": {"name"}}),
    ('const of: Values = { name: x };\nt("web_of", of)', {"web_of": {"name"}}),
    ('t("web_a, b", { a: "}, c: " })', {}),
    ('get("web_save"); it("web_save"); x.t("web_save")', {}),
]


@pytest.mark.parametrize(("source", "expected"), CASES)
def test_calls_are_read(source: str, expected: dict[str, set[str]]) -> None:
    assert said([source]) == expected


def test_values_that_cannot_be_read_are_refused() -> None:
    with pytest.raises(UnreadableCallError, match="values 'made'"):
        said(['t("web_of", made)'])


def page(folder: Path, **texts: str) -> Path:
    for name, text in texts.items():
        (folder / f"{name}.tsx").write_text(text, encoding="utf-8")
    return folder


def test_forms_stand_for_the_keys_that_fit(tmp_path: Path) -> None:
    page(tmp_path, App='t(`web_nav_${name}`, { n }); t("web_nav_start")')
    assert of_page(["web_nav_chat", "web_other"], tmp_path) == {"web_nav_chat": {"n"}, "web_nav_start": set()}
    assert unsaid(["web_nav_chat", "web_nav_start", "web_other"], tmp_path) == ["web_other"]


def test_a_key_kept_in_a_table_is_said_and_tests_say_nothing(tmp_path: Path) -> None:
    page(tmp_path, App='const rows = [{ key: "web_row" }];')
    (tmp_path / "App.test.tsx").write_text('t("web_only_tested")')
    assert unsaid(["web_row", "web_only_tested"], tmp_path) == ["web_only_tested"]


def test_without_a_page_nothing_is_said(tmp_path: Path) -> None:
    assert of_page(["web_a"], tmp_path / "none") == {}


def test_every_word_of_the_page_is_there() -> None:
    missing = [key for key in of_page(WORDS) if "*" not in key and key not in WORDS]
    assert missing == [], "add them to knowledge/words/web.yml, zh and en"


def test_no_word_of_the_page_is_left_over() -> None:
    if not sources():
        pytest.skip("the page's sources are not here")
    by_program = yaml.safe_load(FILLED.read_text(encoding="utf-8"))
    by_page = of_page(WORDS)
    left = [key for key in unsaid(WORDS) if key not in by_program or key in by_page]
    assert left == [], "nothing says them: remove them from knowledge/words"
