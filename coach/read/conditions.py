"""Keep a condition and what follows from it together: "one more recall, and I'm out", 再出一次问题，我就得走."""

from __future__ import annotations

import re

from coach.read.found import MAX_QUOTE

_MERE_MARK = re.compile(r"[\s,，]*$")
_CONDITION = re.compile(
    r"(?:[他她]们?|老板|总监|[\u3400-\u9fff]{1,4})?(?:还|又|私下)?(?:说过?|讲|表示)?[,，“\"]?"
    r"(?:再(?!说|看|聊|讲|见)|要是|如果|万一|一旦|只要|假如|倘若|要不是)"
    r"|(?:(?:and|but|so|that|because) )*(?:(?:he|she|they|i) (?:said|says|told me|reckons|thinks)(?: that)? )?"
    r"(?:if|unless|should|once|one more|another|the next)\b"
)
_CONSEQUENCE = re.compile(
    r".{0,10}?(?:就|会|要|得|只能|肯定|没法|完了|完蛋|别想|走人|下台|背锅)"
    r"|(?:then|and|and then|it|he|she|they|i|we|his|her|their|my|the|nobody|everybody)\b"
)
_ALONE = re.compile(r"(?:就|会|完了|\b(?:will|would|is out|are out|'ll|'d|won't|be)\b)")


def with_consequences(clean: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the (start, end) of clauses, a condition joined with the clause behind the comma that it leads to."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and _leads_to(clean, joined[-1], (start, end)):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _leads_to(clean: str, before: tuple[int, int], after: tuple[int, int]) -> bool:
    if after[1] - before[0] > MAX_QUOTE or not _MERE_MARK.match(clean[before[1] : after[0]]):
        return False
    opens = clean[slice(*before)].strip(" \"'")
    return bool(
        _CONDITION.match(opens) and not _ALONE.search(opens) and _CONSEQUENCE.match(clean[slice(*after)].strip(" \"'"))
    )
