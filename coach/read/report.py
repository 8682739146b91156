"""Read a salesperson's report about a customer: the needs that were said, and the people."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from coach.knowledge.needed import DEPTH
from coach.people.mention import Mention
from coach.people.mentions import MentionFinder
from coach.people.scale import VALUES
from coach.read.attitude import Hint
from coach.read.attribution import in_passing
from coach.read.blame import deeper, with_blame
from coach.read.denied import denied_roles, without_denied
from coach.read.found import FoundNeed, trim
from coach.read.matcher import scan_of
from coach.read.needs import needs_of
from coach.read.reader import Reader, ScannedText
from coach.read.roles_told import is_sure, roles_told
from coach.read.routine import is_routine
from coach.read.telling import goes_back, tells_of, tip, without_telling
from coach.read.verdict import Evidence, Verdict
from coach.text.blanked import blanked
from coach.text.clauses import clauses, sentences
from coach.text.language import has_han
from coach.text.normalize import normalize

_TOLD_FEW = 8  # as many may be but the first half of what is told
_TOLD_LEAST = 4  # words beside those of telling: fewer are but the name of who tells
_PRONOUN = re.compile(r"[他她]们?|\b(?:he|she|him|her|his|hers)\b")
# who decided before: told of beside who decides now
_ELDER = re.compile(r"\bthe old (?:man|lady|woman|boss|gentleman)\b|老爷子|老太爷|老头子|老太太")
_SUBJECT = re.compile(  # a clause that goes on about who was spoken of
    r"\s*(?:(?:so|and|but|well|also|ok|okay|fair enough|yes|no|right|actually)[,.]? )*(?:he|she)(?:'|\b)"
    r"|\s*(?:还有|还|又|也|而且|但|不过|其实|另外|,|，)*[他她](?!们)"
)
_JOINED = re.compile(r" \w[^,.;]* (?P<rest>(?:and|while|whereas) (?:the |their )?)$")
_IN_PRIVATE = re.compile(
    r"[\s,，。]*(?:私下里?|私底下|悄悄地?|偷偷地?|单独|privately|quietly|in private|in confidence)?[\s,，。]*"
)
_TELLS = re.compile(
    r"(?:告诉[了过]?[我们]+|说过?|讲|提到|透露|told (?:me|us)|says?|said|mentioned)(?: that)?[,，:： ]*$"
)


@dataclass(frozen=True)
class FoundPerson:
    """What a text says of one person. `mention` is None when only a pronoun stands for the person.

    `stance` is what a rule reads, `hints` what clauses may show besides.
    """

    mention: Mention | None
    start: int
    end: int
    words: str
    stance: Verdict
    role: Verdict
    also: tuple[Verdict, ...] = ()  # other roles told beside it
    denied: frozenset[str] = frozenset()  # roles of which is told that the person does not hold them
    elder: bool = False  # "the old man" stands for the person: who held the role before
    passing: bool = False  # only named in what is told of somebody else
    hints: tuple[Hint, ...] = ()
    in_charge: bool = False  # a relative who looks after something there
    routine: bool = False  # a bare title in what is told of how they usually buy

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
    text: str,
    reader: Reader,
    finder: MentionFinder,
    known: Sequence[str] = (),
    firms: Sequence[str] = (),
    bystanders: Sequence[int] = (),
) -> Report:
    """Return what `text`, said by a salesperson about a customer, reports.

    `known` are names of persons that were told before, `firms` names that are no persons, `bystanders` where relatives
    begin who are nobody in the purchase.
    """
    scanned = reader.scan(text)
    overall = reader.need(scanned)
    needs = with_blame(needs_of(scanned, overall, reader, told=True), scanned, reader)
    people = [
        replace(found, routine=found.mention is not None and is_routine(scanned.scan.clean, found.mention.start))
        for found in _people(scanned, finder.find(text, known, firms, bystanders), reader)
    ]
    return Report(text, deeper(overall, needs), tuple(needs), tuple(people))


def _people(scanned: ScannedText, mentions: Sequence[Mention], reader: Reader) -> list[FoundPerson]:
    if not mentions:
        if _PRONOUN.search(scanned.scan.clean) and not reader.subjects.opens_with_stranger(scanned.text):
            return [_person(None, 0, len(scanned.text), scanned.text, reader)]
        return []
    passing = in_passing(mentions, scanned.scan.clean, opened=bool(_SUBJECT.match(scanned.scan.clean)))
    if passing:
        return _with_passing(scanned, mentions, passing, reader)
    return _one_by_one(scanned, mentions, reader)


def _with_passing(
    scanned: ScannedText, mentions: Sequence[Mention], passing: Mapping[int, int], reader: Reader
) -> list[FoundPerson]:
    """Return who is told of, and after them those whom a sentence about another names in passing."""
    length = len(scanned.text)
    own = [mention for i, mention in enumerate(mentions) if i not in passing]
    bounds = sorted(place for place in passing.values() if place < length)
    cut = bounds[0] if bounds else length
    head = reader.scan(scanned.text[:cut])
    subjects = [mention for mention in own if mention.start < cut]
    if subjects:
        found = _one_by_one(head, subjects, reader)
    else:
        found = [] if reader.subjects.opens_with_stranger(head.text) else [_person(None, 0, cut, head.text, reader)]
    found += [_mentioned(mentions[i]) for i, place in passing.items() if place >= length]
    for i, place in passing.items():
        if place < length:
            stop = min((m.start for m in mentions if m.start >= place), default=length)
            words = scanned.text[place:stop]
            found.append(_person(mentions[i], place, stop, words, reader))
    later = [mention for mention in own if mention.start >= cut]
    if later:
        found += _one_by_one(scanned, later, reader, since=later[0].start)
    return found


def _one_by_one(
    scanned: ScannedText, mentions: Sequence[Mention], reader: Reader, *, since: int = 0
) -> list[FoundPerson]:
    """Return each mention with the words up to the next one."""
    found: list[FoundPerson] = []
    first = since
    starts = [_clause_start(scanned, mention) for mention in mentions]
    starts = [_joined_start(scanned, mentions, starts, i) for i in range(len(mentions))]
    opened = not since and _SUBJECT.match(scanned.scan.clean)
    telling = _telling(scanned.scan.clean, mentions, opened=bool(opened))
    starts = [mentions[i].start if i in telling else start for i, start in enumerate(starts)]
    if opened and starts[0] > 0:
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
        called = (mention.name, *mention.also, mention.title or "")
        turns = reader.subjects.turns_to_another(scanned.scan.clean[start:stop], called)
        if turns is not None:
            stop, rest = start + turns, (start + turns, stop)
        person = _person(mention, start, stop, scanned.text[start:stop], reader)
        if found and i in telling:
            teller = found[-1]
            found[-1] = _teller(teller, telling[i], person, scanned.text)
            later = (part for part in clauses(scanned.scan.clean) if person.start < part[0] < stop)
            back = goes_back(scanned.scan.clean, later)
            if back is not None:
                person = _person(mention, start, back, scanned.text[start:back], reader)
                found += [person, _person(teller.mention, back, stop, scanned.text[back:stop], reader)]
                continue
        found.append(person)
        if turns is not None:
            found.append(_person(None, *rest, scanned.text[slice(*rest)], reader))
        if elder:
            other = _person(None, elder.start(), end, scanned.text[elder.start() : end], reader)
            found.append(replace(other, elder=True))
    return found


def _telling(clean: str, mentions: Sequence[Mention], *, opened: bool) -> dict[int, re.Match[str]]:
    """Return who is told of by somebody, each with the words of telling right before: "Maria told me that Faisal"."""
    found: dict[int, re.Match[str]] = {}
    for i, mention in enumerate(mentions):
        start = mentions[i - 1].end if i else 0
        if mention.named and (i or opened) and (told := tells_of(clean, start, mention.start)):
            found[i] = told
    return found


def _teller(teller: FoundPerson, told: re.Match[str], other: FoundPerson, text: str) -> FoundPerson:
    """Return who tells us of another: of the words of telling alone the model knows neither role nor stance."""
    if not teller.role.is_ruled:
        teller = replace(teller, role=Verdict("unknown", 1.0))
    stance = tip(told, teller.start, other.stance)
    if stance is None or teller.stance.label in VALUES:
        return teller
    return replace(teller, stance=stance, words=text[teller.start : other.end])


def _mentioned(mention: Mention) -> FoundPerson:
    """Return a person of whom nothing is told but, by the title, a role."""
    role = Verdict(mention.role or "unknown", 0.5, (_by_title(mention),))
    return FoundPerson(mention, mention.start, mention.end, mention.name, Verdict("unknown", 1.0), role, passing=True)


def _by_title(mention: Mention) -> Evidence:
    return Evidence(f"people/titles/{mention.role}", mention.start, mention.end, mention.title or mention.name)


def _clause_start(scanned: ScannedText, mention: Mention) -> int:
    spans = clauses(scanned.scan.clean)
    return next((start for start, end in spans if start <= mention.start < end), mention.start)


def _joined_start(scanned: ScannedText, mentions: Sequence[Mention], starts: Sequence[int], i: int) -> int:
    """Return where the words on a mention begin: in a clause on two, with "and" ("Ilse decides and Sven writes it")."""
    if i == 0 or starts[i] > mentions[i - 1].start:
        return starts[i]
    joined = _JOINED.search(scanned.scan.clean, mentions[i - 1].end, mentions[i].start)
    return joined.start("rest") if joined else starts[i]


def _person(mention: Mention | None, start: int, end: int, words: str, reader: Reader) -> FoundPerson:
    scanned = reader.scan(reader.subjects.without_others(words, mention.name if mention else ""))
    title = Verdict(mention.role, 0.5, (_by_title(mention),)) if mention and mention.role else None
    role, *also = _roles(without_denied(scanned), mention, start, title, reader)
    told = reader.scan(_without_questions(scanned))
    stance = _stance(told, reader)
    known = stance.label != "unknown" or not stance.evidence  # else it is told that nothing is known of it
    hints = _hints(told, reader) if known else ()
    return FoundPerson(mention, start, end, words, stance, role, tuple(also), denied_roles(scanned), hints=hints)


def _roles(
    words: str, mention: Mention | None, start: int, title: Verdict | None, reader: Reader
) -> tuple[Verdict, ...]:
    """Return the roles that words show, also where the title beside the name sounds louder: 采购经理小马拍板."""
    found = roles_told(words, title, reader)
    if mention is None or title is None or is_sure(found[0]):
        return found
    begins, ends = mention.start - start, mention.end - start
    if not 0 <= begins <= ends <= len(words):
        return found
    one = "他" if has_han(words) else "he"
    beside = roles_told(words[:begins] + one.ljust(ends - begins) + words[ends:], title, reader)
    return beside if is_sure(beside[0]) else found


def _without_questions(scanned: ScannedText) -> str:
    """Return the words with blanks for what is only asked: "Whether he likes us? Couldn't say." """
    clean = scanned.scan.clean
    asked = ((start, end) for start, end in sentences(clean) if clean[start:end].rstrip().endswith("?"))
    return blanked(scanned.text, asked)


def _stance(scanned: ScannedText, reader: Reader) -> Verdict:
    """The stance that a rule reads in what is said of a person: in all, in what follows who it is, or in what they
    tell us."""
    texts = [scanned.text]
    parts = clauses(scanned.scan.clean)
    if len(parts) > 1 and not reader.rivals.blamed(scanned.scan):
        texts.append(blanked(scanned.text, [(0, parts[1][0])]))
    if rest := without_telling(scanned.scan):
        texts.append(rest)
    verdicts = [verdict for text in texts if _is_told(verdict := reader.stance(text))]
    if verdicts and verdicts[0].label == "coach" and rest and _is_confession(rest, verdicts[0], reader):
        return Verdict("unknown", 1.0)
    return verdicts[0] if verdicts else Verdict("unknown", 1.0)


def _is_confession(rest: str, stance: Verdict, reader: Reader) -> bool:
    """Say whether somebody tells us in private what they fear for themselves: trust, but no inside help.

    `rest` are the words without those of telling, on which no rule for a coach may rest.
    """
    told = all(_IN_PRIVATE.fullmatch(rest, proof.start, proof.end) for proof in stance.evidence)
    need = reader.need(rest)
    return bool(stance.evidence) and told and need.is_ruled and need.label == "deep"


def _hints(scanned: ScannedText, reader: Reader) -> tuple[Hint, ...]:
    """What the clauses hint at; to be told a wish or a trouble of theirs, or nothing, is no inside help."""
    hints = reader.attitudes.hints(scanned.scan, scanned.lang)
    return tuple(hint for hint in hints if hint.label != "coach" or _is_help(hint, scanned, reader))


def _is_help(hint: Hint, scanned: ScannedText, reader: Reader) -> bool:
    """Say whether words that hint at a coach tell more than a need, as 香姐跟我讲,再漏一次,她就得走 does not."""
    clean, end = scanned.scan.clean, _told_up_to(scanned.scan.clean, hint.end)
    if not _tells(scanned.text[hint.start : end], reader):
        return False
    rest = without_telling(scan_of(scanned.text[hint.start : end]))
    if rest is None or len(scan_of(rest).words) > _TOLD_FEW:
        return True
    stop = next((stop for _, stop in sentences(clean) if end <= stop), end)
    return _tells(scanned.text[hint.start : stop], reader)


def _told_up_to(clean: str, end: int) -> int:
    """Return where what somebody tells us ends: where "told me" closes the words, behind the next clause."""
    if not tells_of(clean, 0, end):
        return end
    return next((stop for start, stop in clauses(clean) if start >= end), end)


def _tells(words: str, reader: Reader) -> bool:
    """Say whether words do more than tell us a need of theirs, or where they stand."""
    rest = without_telling(scan_of(words))
    if rest is None:
        return True
    told = reader.scan(rest)
    return (
        len(told.scan.words) >= _TOLD_LEAST
        and reader.need(told).label not in DEPTH
        and not (_is_told(stance := reader.stance(told)) and stance.label != "coach")
    )


def _is_told(stance: Verdict) -> bool:
    return stance.is_sure or stance.is_shown_by("language/")
