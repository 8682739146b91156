"""Cut a long clause of speech, written down without marks, where a new subject begins."""

from __future__ import annotations

import re

from coach.text.language import has_han

LONG = 60  # letters of a clause that may be several
LONGEST = 110  # letters of a clause without another sign that it is several: cut at its last "and"
_VERB = (
    r"(?:is|are|was|were|has|had|have|will|would|can|could|does|did|got|lost|went|came|fell|broke|took|said|put|left|"
    r"sent|\w{3,}ed)"
)
_OPENS = r"(?:he|she|they|we|i|it|there|that|nobody|everybody|had|has|was|were|got|lost)\b|\w+'(?:s|d|ll|ve|re)\b"
_NOUN = r"(?:the|their|his|her|a|an|one|two|three|half|some|in|on)(?: [\w']+){1,3}"
_TIED = re.compile(rf"\s+(?=(?:and|but|so|because|then) (?:{_OPENS}|{_NOUN} {_VERB}\b))", re.IGNORECASE)
_SUBJECT = re.compile(
    r"\s+(?=(?:he|she|they|we|i|there)(?:'[a-z]+)? (?!and\b|or\b|too\b|who\b|all\b|both\b)[a-z])", re.IGNORECASE
)
_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
LONG_HAN = 24  # the same of Chinese characters
# 他 before what he does or says, but not behind a word that governs it: 跟他说, 说他, 要是他
_HAN_SUBJECT = re.compile(
    r"(?<![跟给对让叫被和把向替帮为由怕问说讲是比连陪找请等催骂夸得觉见喊认着到过拿看信管如果只非的])"
    r"(?=[他她]们?[说讲要想就还也又都才不没在会能嫌跟给让叫管带负写定做干觉认从找反最去来看咋怎什自一那这倒]|"
    r"我[跟不没去一还就问觉也]|我们[跟不没去一还就问也])"
    r"|(?<=[\u3400-\u9fff])(?=(?:然后|但是|所以呢?|再就是|还有就是)[\u3400-\u9fff]{3})"
)
_MARK = re.compile(r"[,.;:!?](?=\s*\S)")
_GOVERNS = re.compile(  # words that what follows belongs to: "what they need", "he said he"
    r"\b(?:that|which|what|who|whom|whose|how|when|where|why|if|as|than|whether|because|since|until|before|after|while|"
    r"unless|and|or|but|so|then|like|for|with|from|to|of|by|said|says|say|told me|tells me|think|thinks|thought|feels|"
    r"believes|claims|swears|hopes|knows|sure|afraid|once|time|way|thing|one|everything|nothing|all|us|me|him)$",
    re.IGNORECASE,
)


def pieces(text: str, span: tuple[int, int]) -> list[tuple[int, int]]:
    """Return the (start, end) of what a clause of `text` says one after the other; the clause itself when it is short.

    In a text without any marks a subject alone opens a piece (in Chinese only there), otherwise only "and", "but" or
    "so" before it does.
    """
    start, end = span
    unmarked = not _MARK.search(text)
    if unmarked and end - start >= LONG_HAN and has_han(text[start:end]):
        cuts = {found.end() for found in _HAN_SUBJECT.finditer(text, start, end)}
        edges = [start, *sorted(cut for cut in cuts if start < cut < end), end]
        return list(zip(edges[:-1], edges[1:], strict=True))
    if end - start < LONG:
        return [span]
    cuts = {found.end() for found in _TIED.finditer(text, start, end)}
    if unmarked:
        found = (place for place in _SUBJECT.finditer(text, start, end))
        cuts |= {place.end() for place in found if not _GOVERNS.search(text, start, place.start())}
    edges = [start, *sorted(cut for cut in cuts if start < cut < end), end]
    return [part for piece in zip(edges[:-1], edges[1:], strict=True) for part in _at_last_and(text, *piece)]


def _at_last_and(text: str, start: int, end: int) -> list[tuple[int, int]]:
    ands = list(_AND.finditer(text, start, end)) if end - start > LONGEST else []
    return [(start, ands[-1].start()), (ands[-1].end(), end)] if ands else [(start, end)]
