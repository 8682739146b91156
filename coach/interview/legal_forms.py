"""What a firm's legal name ends with: Ltd, GmbH, d.o.o., S.p.A."""

from __future__ import annotations

_DOTTED = (  # no words, however they are written
    r"gmbh & co\.? kg(?:aa)?|co\.,? ltd|ltd|llc|plc|gmbh|mbh|lda|sarl|kft|zrt|oü|uab|eood|jsc|ojsc|sdn\.? bhd|bhd|pvt"
    r"|tbk|aps|s\.a(?:\.[cs])?|s\.r\.l|s\.p\.a|a\.s|b\.v|n\.v|k\.k|d\.d|d\.o\.o|s\.r\.o|sp\. z o\.o|a\.ş"
)
_WORDS = r"limited|incorporated|inc|corporation|corp|pty|pte"  # in small letters words of a sentence
_CAPITALS = r"AG|KG|SA[CS]?|S[rR]L|S[pP]A|AS|ASA|A/S|BV|NV|Oyj?|AB|SIA|OOD|OOO|AŞ"  # other words, if small
# behind a name or a mark, and in running text
LEGAL = rf"(?:(?i:{_DOTTED}|{_WORDS}|co)|{_CAPITALS})(?!-?\w)"  # no "Co-op"
LEGAL_IN_TEXT = rf"(?:(?i:{_DOTTED})|(?=[A-Z])(?i:{_WORDS})|{_CAPITALS})(?![A-Za-z])"
