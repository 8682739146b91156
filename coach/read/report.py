"""Read a salesperson's report about a customer: the needs that were said, and the people."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from coach.knowledge.needed import GENERAL_TOPICS
from coach.people.mentions import Mention, MentionFinder
from coach.read.blame import deeper, with_blame
from coach.read.found import FoundNeed, trim
from coach.read.matcher import Hit
from coach.read.reader import Reader, ScannedText
from coach.read.verdict import Evidence, Verdict
from coach.text.clauses import clauses
from coach.text.normalize import normalize

_LEVELS = ("surface", "latent", "deep")
# How sure the model must be of a need for which no rule speaks. High for deep ones: the salesperson's own "I got that
# wrong" sounds like one, and an invented deep need misleads the whole conversation.
MIN_CONFIDENCE = {"surface": 0.65, "latent": 0.65, "deep": 0.85}
BEHAVIOUR = 0.8  # confidence of a learned role from which it outweighs the title
_PRONOUN = re.compile(r"[他她]们?|\b(?:he|she|him|her|his|hers)\b")
# who decided before: told of beside who decides now
_ELDER = re.compile(r"\bthe old (?:man|lady|woman|boss|gentleman)\b|老爷子|老太爷|老头子|老太太")
_SUBJECT = re.compile(  # a clause that goes on about who was spoken of
    r"\s*(?:(?:so|and|but|well|also|ok|okay|fair enough|yes|no|right|actually)[,.]? )*(?:he|she)(?:'|\b)"
    r"|\s*(?:还有|还|又|也|而且|但|不过|其实|另外|,|，)*[他她](?!们)"
)
_TELLS = re.compile(
    r"(?:告诉[了过]?[我们]+|说过?|讲|提到|透露|told (?:me|us)|says?|said|mentioned)(?: that)?[,，:： ]*$"
)
_AND = re.compile(r"\b(?:and|plus|as well as|also)\b|和|以及|还有|并且|而且")


@dataclass(frozen=True)
class FoundPerson:
    """What a text says of one person. `mention` is None when only a pronoun stands for the person."""

    mention: Mention | None
    start: int
    end: int
    words: str
    stance: Verdict
    role: Verdict
    elder: bool = False  # "the old man" stands for the person: who held the role before

    def shown(self, verdict: Verdict) -> str:
        """Return the clauses that show `verdict`, all the words when no rule tells which do."""
        places = [proof for proof in verdict.evidence if not proof.rule.startswith(("learned", "people/"))]
        parts = [
            (a, b)
            for a, b in clauses(normalize(self.words))
            if any(proof.start < b and a < proof.end <= len(self.words) for proof in places)
        ]
        if not parts:
            return self.words
        start, end = trim(self.words, (parts[0][0], parts[-1][1]))
        return self.words[start:end]


@dataclass(frozen=True)
class Report:
    """A report's needs and people, and the need verdict on the whole of it."""

    text: str
    overall: Verdict
    needs: tuple[FoundNeed, ...]
    people: tuple[FoundPerson, ...]


def read_report(
    text: str, reader: Reader, finder: MentionFinder, known: Sequence[str] = (), firms: Sequence[str] = ()
) -> Report:
    """Return what `text`, said by a salesperson about a customer, reports.

    `known` are names of persons that were told before, `firms` names that are no persons.
    """
    scanned = reader.scan(text)
    overall = reader.need(scanned)
    needs = with_blame(_needs(scanned, overall, reader), scanned, reader)
    people = _people(scanned, finder.find(text, known, firms), reader)
    return Report(text, deeper(overall, needs), tuple(needs), tuple(people))


def needs_in(text: str, reader: Reader) -> list[FoundNeed]:
    """Return the needs in `text` for which a rule or a confident model speaks, each with its own quote."""
    scanned = reader.scan(text)
    return _needs(scanned, reader.need(scanned), reader)


def _needs(scanned: ScannedText, overall: Verdict, reader: Reader) -> list[FoundNeed]:
    if overall.label not in _LEVELS or not _is_sound(overall, scanned.hits("need")):
        return []
    parts = [
        trim(scanned.text, part)
        for span in clauses(scanned.scan.clean)
        for part in _by_topic(scanned.scan.clean, span, scanned.hits("need"))
    ]
    found: list[FoundNeed] = []
    if len(parts) > 1:
        for start, end in parts:
            part = reader.scan(scanned.text[start:end])
            verdict = reader.need(part)
            hits = part.hits("need")
            if verdict.label in _LEVELS and _is_sound(verdict, hits):
                found.append(_found(part, verdict, hits, start))
    if overall.label not in {need.level for need in found}:
        start, end = _clause_of(overall, parts) or (0, len(scanned.text))
        part = reader.scan(scanned.text[start:end])
        found.append(_found(part, overall, part.hits("need"), start, moved=True))
    return _merge(sorted(found, key=lambda need: need.start), scanned.text)


def _by_topic(clean: str, span: tuple[int, int], hits: Sequence[Hit]) -> list[tuple[int, int]]:
    """Cut a clause at "and" where both sides speak of different topics of one level: two needs, two quotes."""
    inside = [hit for hit in hits if span[0] <= hit.start < span[1] and hit.rule.label in _LEVELS]
    cuts = []
    for link in _AND.finditer(clean, *span):
        before = {(h.rule.label, h.rule.topic) for h in inside if h.end <= link.start()}
        after = {(h.rule.label, h.rule.topic) for h in inside if h.start >= link.end()}
        if before and after and not before & after and {a for a, _ in before} & {b for b, _ in after}:
            cuts.append(link)
    edges = [span[0], *(edge for cut in cuts for edge in (cut.start(), cut.end())), span[1]]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _is_sound(verdict: Verdict, hits: Sequence[Hit]) -> bool:
    """Say whether a need may be noted: a rule speaks for it, or the model is confident."""
    ruled = any(hit.rule.label == verdict.label and (hit.rule.sure or verdict.label != "deep") for hit in hits)
    return ruled or verdict.confidence >= MIN_CONFIDENCE[verdict.label]


def _found(part: ScannedText, verdict: Verdict, hits: Sequence[Hit], start: int, *, moved: bool = False) -> FoundNeed:
    own = [hit for hit in hits if hit.rule.label == verdict.label]
    best = max(own, key=lambda h: (h.rule.sure, h.end - h.start, -h.start), default=None)
    topic = best.rule.topic if best else GENERAL_TOPICS[verdict.label]
    placed = verdict if moved else verdict.moved(start)
    return FoundNeed(topic, start, start + len(part.text), part.text, placed)


def _clause_of(verdict: Verdict, parts: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    if not verdict.evidence:
        return None
    place = verdict.evidence[0].start
    return next(((start, end) for start, end in parts if start <= place < end), None)


def _merge(needs: list[FoundNeed], text: str) -> list[FoundNeed]:
    """Join neighbours of the same depth and topic: one need told in two clauses."""
    merged: list[FoundNeed] = []
    for need in needs:
        before = merged[-1] if merged else None
        if before and (before.level, before.topic) == (need.level, need.topic):
            verdict = Verdict(
                before.level,
                max(before.verdict.confidence, need.verdict.confidence),
                before.verdict.evidence + need.verdict.evidence,
                before.verdict.runner_up,
            )
            words = text[before.start : need.end]
            merged[-1] = FoundNeed(before.topic, before.start, need.end, words, verdict)
        else:
            merged.append(need)
    return merged


def _people(scanned: ScannedText, mentions: Sequence[Mention], reader: Reader) -> list[FoundPerson]:
    if not mentions:
        if _PRONOUN.search(scanned.scan.clean):
            return [_person(None, 0, len(scanned.text), scanned.text, reader)]
        return []
    found: list[FoundPerson] = []
    first = 0
    starts = [_clause_start(scanned, mention) for mention in mentions]
    if starts[0] > 0 and _SUBJECT.match(scanned.scan.clean):
        told = not mentions[0].named and _TELLS.search(scanned.scan.clean, 0, starts[0])
        first = len(scanned.text) if told else starts[0]
        found.append(_person(None, 0, first, scanned.text[:first], reader))
        if told:  # what she tells of the boss is no sign of where the boss stands
            return [*found, *(_mentioned(mention) for mention in mentions)]
    for i, mention in enumerate(mentions):
        start = first if i == 0 else max(starts[i], mentions[i - 1].end)
        end = len(scanned.text) if i + 1 == len(mentions) else max(starts[i + 1], mention.end)
        start, end = trim(scanned.text, (max(start, mention.since), end))
        elder = _ELDER.search(scanned.scan.clean, mention.end, end)
        stop = trim(scanned.text, (start, elder.start()))[1] if elder else end
        found.append(_person(mention, start, stop, scanned.text[start:stop], reader))
        if elder:
            other = _person(None, elder.start(), end, scanned.text[elder.start() : end], reader)
            found.append(replace(other, elder=True))
    return found


def _mentioned(mention: Mention) -> FoundPerson:
    """Return a person of whom nothing is told but, by the title, a role."""
    role = Verdict(mention.role or "unknown", 0.5, (_by_title(mention),))
    return FoundPerson(mention, mention.start, mention.end, mention.name, Verdict("unknown", 1.0), role)


def _by_title(mention: Mention) -> Evidence:
    return Evidence(f"people/titles/{mention.role}", mention.start, mention.end, mention.title or mention.name)


def _clause_start(scanned: ScannedText, mention: Mention) -> int:
    spans = clauses(scanned.scan.clean)
    return next((start for start, end in spans if start <= mention.start < end), mention.start)


def _person(mention: Mention | None, start: int, end: int, words: str, reader: Reader) -> FoundPerson:
    scanned = reader.scan(words)
    role = reader.role(scanned)
    if mention and mention.role and not _shows_a_role(role):
        role = Verdict(mention.role, 0.5, (_by_title(mention),), role.label)
    return FoundPerson(mention, start, end, words, _stance(scanned, reader), role)


def _shows_a_role(role: Verdict) -> bool:
    """What a person does outweighs a title, if a rule or a confident model sees it."""
    ruled = any(evidence.rule.endswith(".sure") for evidence in role.evidence)
    return role.label != "unknown" and (ruled or role.confidence >= BEHAVIOUR)


def _stance(scanned: ScannedText, reader: Reader) -> Verdict:
    """The stance in all that is said of a person; if none shows, in what follows who the person is."""
    verdict = reader.stance(scanned)
    parts = clauses(scanned.scan.clean)
    if verdict.label != "unknown" or len(parts) < 2 or reader.rivals.blamed(scanned.scan):
        return verdict
    start = parts[1][0]
    return reader.stance(scanned.text[start:]).moved(start)
