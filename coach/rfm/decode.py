"""The text of a file: UTF-8, UTF-16 with BOM, GBK, or Western European, and which it was."""

from __future__ import annotations

import codecs
import re

from coach.rfm.orders import UnreadableError

_HIGH_PAIR = re.compile(rb"[\x80-\xff]{2}")


def to_utf8(data: bytes) -> tuple[bytes, str]:
    """Return `data` in UTF-8 without BOM, and the encoding it had. Raises UnreadableError when it is no text."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _recoded(data, "utf-16"), "UTF-16"
    data = data.removeprefix(codecs.BOM_UTF8)
    if b"\0" in data:
        raise UnreadableError("binary")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        # in GBK a byte above 127 nearly always has a neighbour above 127; in Western European text it stands alone
        western = not _HIGH_PAIR.search(data)
        return (_recoded(data, "cp1252"), "Windows-1252") if western else (_recoded(data, "gb18030"), "GBK")
    return data, "UTF-8"


def _recoded(data: bytes, encoding: str) -> bytes:
    try:
        return data.decode(encoding).encode("utf-8")
    except UnicodeError as error:
        raise UnreadableError("binary") from error
