"""Read the bytes of a text file as people save them."""

from __future__ import annotations

import codecs


def text_of(raw: bytes) -> str | None:
    """Return the text of UTF-8 with or without BOM, UTF-16 with BOM, or GBK; None when it is no text."""
    wide = raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in ("utf-16",) if wide else ("utf-8-sig", "gb18030"):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:  # a sound or a picture may pass for GBK, but no text holds this
            return text
    return None
