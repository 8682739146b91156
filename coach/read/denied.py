"""Roles that are only denied: "she is not the decider, she checks the specs" tells of the second alone."""

from __future__ import annotations

import re

from coach.read.matcher import Hit
from coach.read.reader import ScannedText
from coach.text.clauses import clauses

_NOT = re.compile(
    r"(?:不是|并非|不算|算不上|谈不上|称不上)(?:真正|最后|最终|什么|那个|他们|管|负责)?的?$"
    r"|\b(?:not|isn't|wasn't|aren't|no|never|hardly)(?: (?:really|actually|even|quite))?"
    r"(?: (?:the|a|an|their|our|one of the))?(?: (?:final|real|main|actual))?(?: one who)? $"
)


def denied_roles(scanned: ScannedText) -> frozenset[str]:
    """Return the roles of which a sure rule reads that the person does not hold them."""
    return frozenset(hit.rule.label for hit in _denied(scanned) if hit.rule.sure)


def without_denied(scanned: ScannedText) -> str:
    """Return the text with blanks for the clauses that deny a role."""
    text, clean = scanned.text, scanned.scan.clean
    denied = _denied(scanned)
    for start, end in clauses(clean) if denied else ():
        if any(start <= hit.start < end for hit in denied):
            text = text[:start] + " " * (end - start) + text[end:]
    return text


def _denied(scanned: ScannedText) -> list[Hit]:
    clean = scanned.scan.clean
    begins = [(hit, hit.start + clean.startswith("是", hit.start)) for hit in scanned.hits("role")]  # 不|是拍板的
    return [hit for hit, place in begins if _NOT.search(clean, 0, place)]
