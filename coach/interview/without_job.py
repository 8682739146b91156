"""Leave off the job that opens a quote, where it only tells who the person is: 田野，水产市场的冷库主管，想换制冰机."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from coach.people.mention import Mention
from coach.read.found import FoundNeed
from coach.text.normalize import normalize

_LINK = re.compile(r"\s?[,，(（/]\s?|\s-+\s|\s|是")  # between the name and the job
_PARTED = re.compile(r"[部科)）的]*\s?[,，:：)）]\s?|[部科)）]*\s-+\s|[部科]?\s")
_LABEL = re.compile(r".*[:：]\s*|.*\s-+\s")  # name and job stand before what is said: "Wang (quality): ..."

_MARK = re.compile(r"[,，。.;；:：!！?？]")
_LEAST = 2  # characters of what is left


def without_job(found: FoundNeed, people: Iterable[Mention], text: str) -> FoundNeed:
    """Return the need without the name and job before it."""
    for mention in people:
        end = _job_ends(mention, text)
        if end and mention.start <= found.start < end <= found.end - _LEAST:
            return replace(found, quote=found.quote[end - found.start :])
    return found


def _job_ends(mention: Mention, text: str) -> int | None:
    """Return where what the person wants begins behind name and job, None where no job is told so."""
    clean, name_end = normalize(text), mention.start + len(mention.name)
    if not (mention.named and mention.title and text.startswith(mention.name, mention.start)):
        return None
    link, title = _LINK.match(text, name_end), clean.find(normalize(mention.title), name_end)
    if link is None or title < link.end() or _MARK.search(text, link.end(), title):
        return None
    parted = _PARTED.match(text, title + len(mention.title))
    return parted.end() if parted else None


def said_behind(people: Iterable[Mention], text: str) -> int:
    """Return where the words begin that a name and a job with a colon are put before: "Wang (quality): ..."; else 0."""
    for mention in people:
        end = _job_ends(mention, text) if mention.start == 0 else None
        if end and len(text) - end > _LEAST and _LABEL.fullmatch(text[:end]):
            return end
    return 0
