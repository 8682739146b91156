"""Files as people save them are read; what is no text is known."""

from __future__ import annotations

import pytest

from coach.text.decode import decoded, text_of


@pytest.mark.parametrize(
    ("text", "codec", "encoding"),
    [
        ("客户：返修率太高", "utf-8", "UTF-8"),
        ("客户：返修率太高", "utf-8-sig", "UTF-8"),
        ("客户：返修率太高", "utf-16", "UTF-16"),
        ("客户：返修率太高", "gb18030", "GBK"),
        ("Müller: zu teuer, 5 €", "utf-8", "UTF-8"),
        ("Müller: zu teuer, 5 €", "cp1252", "Windows-1252"),
        ("Buyer: the returns are too high", "ascii", "UTF-8"),
    ],
)
def test_text(text: str, codec: str, encoding: str) -> None:
    assert decoded(text.encode(codec)) == (text, encoding)
    assert text_of(text.encode(codec)) == text


@pytest.mark.parametrize("raw", [b"\0\1\2", b"\x89PNG\0\0", b"\xff\xfe\0", b"a\x81b", "图\0片".encode("gb18030")])
def test_no_text(raw: bytes) -> None:
    assert text_of(raw) is None
