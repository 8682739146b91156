"""Roles that are only denied: "she is not the decider, she checks the specs" tells of the second alone."""

from __future__ import annotations

import re

from coach.read.reader import ScannedText
from coach.text.clauses import clauses

_NOT = re.compile(
    r"(?:不是|并非|不算|算不上|谈不上|称不上)(?:真正|最后|最终|什么|那个|他们|管|负责)?的?$"
    r"|\b(?:not|isn't|wasn't|aren't|no|never|hardly)(?: (?:really|actually|even|quite))?"
    r"(?: (?:the|a|an|their|our|one of the))?(?: (?:final|real|main|actual))?(?: one who)? $"
)


def without_denied(scanned: ScannedText) -> str:
    """Return the text with blanks for the clauses that deny a role."""
    text, clean = scanned.text, scanned.scan.clean
    begins = [hit.start + clean.startswith("是", hit.start) for hit in scanned.hits("role")]  # 不|是拍板的
    denied = [place for place in begins if _NOT.search(clean, 0, place)]
    for start, end in clauses(clean) if denied else ():
        if any(start <= place < end for place in denied):
            text = text[:start] + " " * (end - start) + text[end:]
    return text
