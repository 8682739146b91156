"""The pieces of a text: names, hashes and places tell of the same ones, in the same order."""

import pytest

from coach.learn.pieces import keys_of, names_of, places_of
from coach.read.matcher import scan_of

TEXTS = [
    ("zh", "补货色温对不上，我们的LED补货总对不上"),
    ("zh", "好"),
    ("zh", ""),
    ("en", "The drivers failed, and the drivers' supplier went quiet."),
    ("en", "a"),
    ("en", ""),
]


@pytest.mark.parametrize(("lang", "text"), TEXTS)
def test_equal_names_have_equal_hashes(lang, text):
    scan = scan_of(text)
    words, shapes = keys_of(scan, lang)
    names = names_of(scan, lang)
    assert len(names) == len(words) + len(shapes)
    assert len(set(names)) == len({*words, *shapes}) == len(set(zip(names, words + shapes, strict=True)))


@pytest.mark.parametrize(("lang", "text"), TEXTS)
def test_each_piece_stands_in_its_place(lang, text):
    scan = scan_of(text)
    starts, ends = places_of(scan, lang)
    for name, start, end in zip(names_of(scan, lang), starts, ends, strict=True):
        read = "".join(name.removeprefix("j:").removeprefix("c:").split())
        assert read in "".join(scan.clean[start:end].split())
