"""Take in what the salesperson reports: needs and people become facts of the interview."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, field, replace

from coach.context import Context
from coach.interview.known import report_of
from coach.interview.limits import trim
from coach.interview.mend_roles import drop_older_roles, mend_roles, role_taken_back
from coach.interview.met import told_beside
from coach.interview.no_need import is_no_need
from coach.interview.pasted_dialogue import without_own_lines
from coach.interview.people import candidates, hand_over_role, note_person
from coach.interview.relatives import tells_of_relative
from coach.interview.state import Interview, Judgement, Need, Person
from coach.interview.without_job import said_behind, without_job
from coach.people.mention import Mention
from coach.people.scale import VALUES
from coach.read.found import MAX_QUOTE, FoundNeed
from coach.read.report import FoundPerson, Report
from coach.read.verdict import Evidence, Verdict
from coach.text.normalize import normalize
from coach.text.short import cut

_JOINS = re.compile(
    r"[\s,，]*(?:\b(?:and|so|but|while|then|because|which is why)|而且|所以|因此|但是?|和|跟|还有|连)\s*"
    r"(?:(?:the|their|our|his|her|他们的?)\s*)?$",
    re.IGNORECASE,
)  # what stands before the subject of the next clause
_WHO = re.compile(  # a name and what stands behind it, up to what the person wants
    r"(?:(?<=^)|(?<=[.!?;] ))(?:[A-ZÀ-Þ][\w.'-]+ ){1,2}[A-ZÀ-Þ][\w'-]+, [^,;.!?]{2,60}"
    r"(?=, (?:also |now |still |really )?(?:wants?|wanted|needs?|needed|asks?|asked|says?|said|told|insists?|insisted"
    r"|demands?|requires?|expects?|hopes?|requests?|requested|prefers?|would like)\b)"
)
_BEFORE_SPEAKER = 30  # characters of a title before the name
TOPIC_ONLY = 0.5  # confidence of a need of which only the topic was named


@dataclass
class Heard:
    """What one message brought: new needs, the people it spoke of, and what is to be said of their names."""

    needs: list[Need] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    joined: list[tuple[str, Person]] = field(default_factory=list)  # a new name, and who it was taken for
    unclear: list[tuple[Person, list[Person]]] = field(default_factory=list)  # a new person, and who it may be
    which: list[Person] = field(default_factory=list)  # of whom "he" or "she" may mean one
    trimmed: bool = False  # the oldest facts went, for the first time

    def __bool__(self) -> bool:
        return bool(self.needs or self.people)


def listen(state: Interview, text: str, context: Context) -> Heard:
    """Read `text` and add its facts to `state`. Returns what was new."""
    text = without_own_lines(text)
    report = report_of(state, text, context)
    report = replace(report, people=tuple(_beside_the_meeting(found, context) for found in report.people))
    taken = role_taken_back(state, text, context)
    heard = Heard()
    meant = context.tools.pronouns.meant(state, text)
    fallback = meant.person.id if meant.person else None
    if any(found.mention is None for found in report.people):
        heard.which = list(meant.unclear)
    spans: list[tuple[int, int, str]] = []
    before: Person | None = None
    for found in report.people:
        person = _note_person(state, found, before.id if found.elder and before else fallback, heard, context)
        if person and found.mention:
            before = hand_over_role(state, person, found) or before
        if person:
            spans.append((found.start, found.end, person.id))
            if person not in heard.people:
                heard.people.append(person)
    holder = mend_roles(state, taken, text, context) if taken else None
    if (mended := context.tools.corrections.read(text)) and mended.admitted:
        for person in heard.people:
            drop_older_roles(person, state.turn)
    if holder and holder not in heard.people:
        heard.people.append(holder)
    who = [found.mention for found in report.people if found.mention]
    for said in _needs(report, who, context):
        said = without_job(said, who, text)
        said = _without_next_subject(_without_speaker(said, report.people, context), report.people)
        if is_no_need(said, state, context) or tells_of_relative(said, report.people):
            continue
        if _only_tells_who(said, report.people, text):
            continue
        if need := _note_need(state, said, _speaker(said, spans), context):
            heard.needs.append(need)
    if product := context.tools.catalogue.named(text):
        state.product = product
    state.judgement = replace(_judgement(report, heard, context), turn=state.turn)
    heard.trimmed = trim(state)
    return heard


def _needs(report: Report, who: list[Mention], context: Context) -> list[FoundNeed]:
    """Return the needs; where a name and a job are put before them, those of what stands behind alone."""
    place = said_behind(who, report.text)
    if not place:
        return list(report.needs)
    behind = context.tools.report(report.text[place:]).needs
    if not behind:
        return [need for need in report.needs if need.end > place + 1]
    return [replace(need, start=need.start + place, end=need.end + place) for need in behind]


def _beside_the_meeting(found: FoundPerson, context: Context) -> FoundPerson:
    """Drop what only the bare meeting hints at."""
    mention = found.mention
    if mention is None or not found.hints:
        return found
    start, end = mention.start - found.start, mention.end - found.start
    beside = told_beside(found.words, start, end, context.tools.manners)
    if beside is None:
        return found
    scanned = context.tools.reader.scan(beside)
    shown = {hint.label for hint in context.tools.reader.attitudes.hints(scanned.scan, scanned.lang)}
    return replace(found, hints=tuple(hint for hint in found.hints if hint.label in shown))


def _note_person(
    state: Interview, found: FoundPerson, fallback: str | None, heard: Heard, context: Context
) -> Person | None:
    """Note a person, and whether a new name was taken for a known one, or several known ones may be meant."""
    same, mention = context.tools.same, found.mention
    fits = candidates(state, mention, same) if mention else []
    before = [*fits[0].names] if len(fits) == 1 else []
    person = note_person(state, found, fallback, same)
    if person is None or mention is None or not mention.named:
        return person
    if len(fits) > 1:
        heard.unclear.append((person, fits))
        state.asking = f"who:{person.id}:{','.join(p.id for p in fits)}"
    elif before and mention.name not in before and same.is_guess(before, mention.name):
        heard.joined.append((mention.name, person))
        state.joined = {"name": mention.name, "person": person.id, "turn": state.turn}
    return person


def _speaker(found: FoundNeed, spans: list[tuple[int, int, str]]) -> str | None:
    return next((who for start, end, who in spans if start <= found.start < end), None)


def _only_tells_who(found: FoundNeed, people: tuple[FoundPerson, ...], text: str) -> bool:
    """Say whether the words are a name, or what stands behind it before its verb: "Jane Holt, quality, wants ..."."""
    if found.verdict.is_sure:
        return False
    told = [(person.mention.start, person.mention.end) for person in people if person.mention]
    told += [match.span() for match in _WHO.finditer(text)]
    return any(start <= found.start and found.end <= end for start, end in told)


def _without_speaker(found: FoundNeed, people: tuple[FoundPerson, ...], context: Context) -> FoundNeed:
    """Leave off who opens the quote and says it, however long the title: "their head of housekeeping Nadia said"."""
    for person in people:
        mention = person.mention
        if mention is None or not found.start <= mention.start < mention.end < found.end:
            continue
        before, behind = found.quote[: mention.start - found.start], found.quote[mention.end - found.start :]
        said = context.tools.manners.spoken(behind, at_once=True)
        if said and len(behind) > said and len(before) <= _BEFORE_SPEAKER:
            return replace(found, quote=behind[said:])
    return found


def _without_next_subject(found: FoundNeed, people: tuple[FoundPerson, ...]) -> FoundNeed:
    """Leave off who ends the quote and opens the next clause: "The pumps seize up every few weeks and Gwen"."""
    mentions = [person.mention for person in people if person.mention]
    ends = {mention.end for mention in mentions}
    for mention in mentions:
        if not found.start < mention.start or mention.end < found.start + len(found.quote):
            continue
        before = found.quote[: mention.start - found.start]
        joins = _JOINS.search(before)
        if joins and joins.start() and found.start + joins.start() not in ends:  # "Tom and Gwen" stay together
            return replace(found, quote=before[: joins.start()])
    return found


def _note_need(state: Interview, found: FoundNeed, person: str | None, context: Context) -> Need | None:
    quote = cut(found.quote[context.tools.manners.spoken(found.quote) :].strip("“”\"' "), MAX_QUOTE)
    if any(normalize(need.quote) == normalize(quote) for need in state.needs):
        return None
    number = max((int(need.id[1:]) for need in state.needs), default=0) + 1
    kind = "personal" if found.level == "deep" else "organisation"
    need = Need(f"n{number}", found.level, found.topic, kind, quote, person, state.turn)
    state.needs.append(need)
    return need


def listen_for_topic(state: Interview, text: str, context: Context) -> Heard:
    """Note the topic that a correction names ("delivery is more urgent"), where no need could be read."""
    hits = [hit for hit in context.tools.reader.scan(text).hits("need") if hit.rule.label != "none"]
    heard = Heard()
    if hits:
        best = max(hits, key=lambda hit: (hit.rule.sure, hit.end - hit.start, -hit.start))
        proof = Evidence(best.rule.id, best.start, best.end, text[best.start : best.end])
        verdict = Verdict(best.rule.label, TOPIC_ONLY, (proof,))
        need = _note_need(state, FoundNeed(best.rule.topic, 0, len(text), text, verdict), None, context)
        if need:
            heard.needs.append(need)
            state.judgement = replace(_as_judgement("need", text, verdict), turn=state.turn)
    return heard


def _judgement(report: Report, heard: Heard, context: Context) -> Judgement:
    """The verdict that "why" explains: on the deepest need, else on a person's stance, else on the whole."""
    deepest = next((n for n in report.needs if n.level == report.overall.label), None)
    if deepest:
        return _as_judgement("need", report.text, deepest.verdict)
    found = next((p for p in report.people if p.stance.label in VALUES), None)
    if found and heard.people:
        return _as_judgement("stance", found.words, found.stance)
    hinted = next((p for p in report.people if p.hints), None)
    if hinted and heard.people:
        verdict = context.tools.reader.attitude(hinted.words, hinted.hints)
        if verdict.label in VALUES:
            return _as_judgement("stance", hinted.words, verdict)
    return Judgement("need", report.text, "none", None, [])


def _as_judgement(task: str, text: str, verdict: Verdict) -> Judgement:
    evidence = [asdict(proof) for proof in verdict.evidence]
    return Judgement(task, text, verdict.label, verdict.runner_up, evidence)
