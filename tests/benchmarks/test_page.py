"""Sections of docs/performance.md are replaced one by one."""

from __future__ import annotations

from pathlib import Path

from benchmarks.page import put_section, table


def test_sections_are_added_and_replaced(tmp_path: Path) -> None:
    page = tmp_path / "docs" / "performance.md"
    put_section(page, "server", "old server")
    put_section(page, "reader", "reader")
    put_section(page, "server", "new server")
    text = page.read_text(encoding="utf-8")
    assert text.startswith("# Performance\n")
    assert "old" not in text
    assert text.index("new server") < text.index("reader")
    assert text.count("<!-- server: start -->") == 1


def test_words_of_others_stay(tmp_path: Path) -> None:
    page = tmp_path / "performance.md"
    page.write_text("# Speed\n\nby hand\n", encoding="utf-8")
    put_section(page, "server", "a")
    put_section(page, "server", "b")
    assert page.read_text(encoding="utf-8") == (
        "# Speed\n\nby hand\n\n<!-- server: start -->\nb\n<!-- server: end -->\n"
    )


def test_table() -> None:
    assert table(("", "a"), [("x", "1")]) == "|  | a |\n| --- | --- |\n| x | 1 |"
