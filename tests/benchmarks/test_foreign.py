"""Figures on public corpora: by source and half, and nothing of the folder they lie in."""

import pytest

from benchmarks.foreign import half_of, read_corpora, section

ROWS = 'text,form,source\nDo you rent lifts?,closed,talk\n"We rent lifts, as you know.",closed,talk\n'


def test_counts_by_source_and_half(tools, tmp_path):
    (tmp_path / "questions_en.csv").write_text(ROWS, encoding="utf-8")
    corpora = read_corpora(tmp_path, tools.reader)
    assert {corpus.source for corpus in corpora} == {"talk"}
    assert (sum(corpus.right for corpus in corpora), sum(corpus.total for corpus in corpora)) == (1, 2)
    page = "\n".join(section(corpora))
    assert "talk" in page
    assert str(tmp_path) not in page


def test_a_sentence_stays_in_its_half():
    assert half_of("Do you rent lifts?") == half_of("Do you rent lifts?")


def test_no_corpora():
    assert section([]) == []


def test_an_empty_folder_is_a_fault(tools, tmp_path):
    with pytest.raises(FileNotFoundError):
        read_corpora(tmp_path, tools.reader)
