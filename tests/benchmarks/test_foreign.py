"""Figures on public corpora: by source and half, and nothing of the folder they lie in."""

import zlib

import pytest

from benchmarks.foreign import agreements, half_of, read_corpora, second_labels, second_section, section

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


@pytest.mark.parametrize(("second", "agreed", "right"), [("closed", 1, 1), ("none", 0, 0)])
def test_a_second_label_tells_how_far_people_agree(tools, tmp_path, second, agreed, right):
    (tmp_path / "questions_en.csv").write_text(ROWS, encoding="utf-8")
    labels = {f"{zlib.crc32(b'Do you rent lifts?'):08x}": second}
    (one,) = agreements(tmp_path, tools.reader, labels)
    assert (one.source, one.total, one.agreed, one.right) == ("talk", 1, agreed, right)
    if agreed:
        assert "| talk | 1 | 1.000 | 1.000 | 1.000 | 1.000 of 1 |" in second_section([one])


def test_second_labels_are_forms():
    assert set(second_labels().values()) == {"open", "closed", "none"}
    assert second_section([]) == []
