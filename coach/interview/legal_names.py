"""A firm's name with its legal form, wherever it stands: "Kvarner Brod d.d.", 叫Mutende Towers Limited我们就说木腾."""

from __future__ import annotations

import re

from coach.interview.firm_in import LINKS, NOT_AFTER, trimmed_name

# as they are written: within a text, small letters would be words
_LEGAL = (
    r"(?:GmbH & Co\.? KG(?:aA)?|Co\.,? Ltd|Ltd|LTD"
    r"|Limited|Inc|Incorporated|LLC|PLC|plc|Pty|Pte|GmbH|mbH|AG|KG|Corp|Corporation|Lda|S\.?A\.?[CS]?|SAS|SARL"
    r"|S\.?[rR]\.?[lL]|S\.?[pP]\.?[aA]|A\.?[sS]|B\.?V|N\.?V|K\.K|Oyj?|AB|ASA?|ApS|A/S|d\.d|d\.o\.o|Sp\. z o\.o|s\.r\.o"
    r"|Kft|Zrt|OÜ|UAB|SIA|EOOD|OOD|JSC|OOO|OJSC|Sdn\.? Bhd|Bhd|Pvt|Tbk|A\.?Ş)"
)
_OPENS = r"[^\W\d_a-z\u3400-\u9fff]"
_LINK = rf"(?:& )?(?:(?:{'|'.join(LINKS)}) )?"
_NAME = re.compile(
    rf"(?<![A-Za-zÀ-ÿ0-9&])(?P<name>{_OPENS}[\w&.'’-]*(?: {_LINK}[^\W_a-z\u3400-\u9fff][\w&'’-]*){{0,6}}?"
    rf",? {_LEGAL}(?: {_LEGAL})?\.?)(?![A-Za-z])"
)


def legal_name(text: str) -> str | None:
    """Return the first name with a legal form in `text` that tells of no supplier and no employer; None without one."""
    for match in _NAME.finditer(text):
        name, start = trimmed_name(match["name"], match.start())
        if name and not NOT_AFTER.search(text[:start]):
            return name + "." * (match["name"].endswith(f"{name}.") and "." in name[-3:])  # d.d.
    return None
