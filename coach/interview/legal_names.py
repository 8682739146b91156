"""A firm's name with its legal form, wherever it stands: "Kvarner Brod d.d.", 叫Mutende Towers Limited我们就说木腾."""

from __future__ import annotations

import re

from coach.interview.firm_in import LINKS, NOT_AFTER, trimmed_name
from coach.interview.legal_forms import LEGAL_IN_TEXT

_OPENS = r"[^\W\d_a-z\u3400-\u9fff]"
_LINK = rf"(?:& )?(?:(?:{'|'.join(LINKS)}) )?"
_NAME = re.compile(
    rf"(?<![A-Za-zÀ-ÿ0-9&])(?P<name>{_OPENS}[\w&.'’-]*(?: {_LINK}[^\W_a-z\u3400-\u9fff][\w&'’-]*){{0,6}}?"
    rf",? {LEGAL_IN_TEXT}(?: {LEGAL_IN_TEXT})?\.?)(?![A-Za-z])"
)


def legal_name(text: str) -> str | None:
    """Return the first name with a legal form in `text` that tells of no supplier and no employer; None without one."""
    for match in _NAME.finditer(text):
        name, start = trimmed_name(match["name"], match.start())
        if name and not NOT_AFTER.search(text[:start]):
            return name + "." * (match["name"].endswith(f"{name}.") and "." in name[-3:])  # d.d.
    return None
