"""Read the bytes of a text file as people save them."""

from __future__ import annotations

import codecs
import re

UTF_8, UTF_16, WESTERN, CHINESE = "UTF-8", "UTF-16", "Windows-1252", "GBK"
_CODECS = {UTF_8: "utf-8", UTF_16: "utf-16", WESTERN: "cp1252", CHINESE: "gb18030"}
_HIGH_PAIR = re.compile(rb"[\x80-\xff]{2}")


def text_of(raw: bytes) -> str | None:
    """Return the text of a file (see `decoded`); None when it is no text."""
    found = decoded(raw)
    return found[0] if found else None


def decoded(raw: bytes) -> tuple[str, str] | None:
    """Return the text without BOM, and the encoding: UTF-8, UTF-16 with BOM, GBK or Windows-1252; None for no text."""
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _decoded(raw, UTF_16)
    raw = raw.removeprefix(codecs.BOM_UTF8)
    if found := _decoded(raw, UTF_8):
        return found
    # in GBK a byte above 127 nearly always has a neighbour above 127; in Western European text it stands alone
    return _decoded(raw, CHINESE if _HIGH_PAIR.search(raw) else WESTERN)


def _decoded(raw: bytes, encoding: str) -> tuple[str, str] | None:
    try:
        text = raw.decode(_CODECS[encoding])
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else (text, encoding)  # a sound or a picture may pass for GBK, but no text holds this
