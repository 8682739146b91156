"""Keep the people of an interview: find who is meant, add what was observed."""

from __future__ import annotations

import re
from dataclasses import replace

from coach.interview.hints import clear, note_stance, settled
from coach.interview.roles import counts_as_role, note_roles
from coach.interview.signs import rule_of
from coach.interview.state import Interview, Person
from coach.knowledge.load import Knowledge
from coach.knowledge.words import Words
from coach.people.capitals import is_latin
from coach.people.mention import Mention
from coach.people.same import MAYBE, OTHER, SAME, SamePerson
from coach.people.scale import VALUES
from coach.read.report import FoundPerson
from coach.read.verdict import Verdict
from coach.stances.spoken import Spoken, spoken
from coach.text.normalize import normalize

_NOW = re.compile(
    r"\b(?:picks?|decides?|signs?|chooses?|buys?|runs?|who|it) [^,.;]{0,30}\bnow\b"
    r"|\bnow (?:picks|decides|signs|chooses)"
    r"|现在(?:是|由|归|都是)|改由|换成|交给"
)
# a contact of whom the title is all that is known
_UNNAMED = re.compile(
    r"(?:名字|姓名|姓什么|叫什么|怎么称呼|贵姓)[^。!?;]{0,8}(?:不知|不详|不清楚|没|忘|不晓得|未知)"
    r"|(?:不知道?|没问|忘了?|没记住?)[^,。]{0,4}(?:名字|叫什么|姓)"
    r"|\bnames?\b[^.!?;]{0,24}\b(?:never|not|unknown|no idea|forgot|escapes)\b"
    r"|\b(?:no|never|not|don't|didn't|forgot|without)\b[^.!?;]{0,24}\bnames?\b"
    r"|\bonly by (?:his|her|their) (?:function|title|job)"
)
_OWNED = re.compile(r"^the |'s ")  # "Rodrigo's wife", "the owner's son"
_BARE = 3  # characters of a Chinese title that many bear
STANCE_FLOOR = 0.45
# A stance that only the model heard must be surer, and a coach surest: wrong trust is the costliest mistake.
LEARNED_FLOOR = {"coach": 0.95, "enemy": 0.8}
LEARNED = 0.7
WEAK_FLOOR = {"coach": 0.7}  # of a rule that only makes it likely: "she told me herself" is no inside help yet


def candidates(state: Interview, mention: Mention, same: SamePerson) -> list[Person]:
    """Return the known persons whom `mention` may mean: those of that very name, else all that would fit."""
    verdicts = {person.id: _compare_all(person, mention, same) for person in state.people}
    for wanted in (SAME, MAYBE):
        if found := [person for person in state.people if verdicts[person.id] == wanted]:
            return found
    return []


def _compare_all(person: Person, mention: Mention, same: SamePerson) -> str:
    """Compare under each name of the mention: one that fits is enough."""
    verdicts = {_compare(person, replace(mention, name=name), same) for name in (mention.name, *mention.also)}
    return next((verdict for verdict in (SAME, MAYBE) if verdict in verdicts), OTHER)


def _compare(person: Person, mention: Mention, same: SamePerson) -> str:
    if mention.named and not person.titled:
        return same.compare(person.names, person.title, mention.name, mention.title)
    if not mention.named and person.title:
        wanted = normalize(mention.title or mention.name)
        if wanted in (normalize(person.title), *map(normalize, person.names)):
            return SAME
        return _grouped(person, mention, same)
    if mention.named and nameless(person):
        # a title that suggests no role, such as 老师, is borne by many, but "head of anaesthesia" is not
        titled = mention.title and person.title and same_words(mention.title, person.title)
        return SAME if titled and (mention.role or _is_of_one(mention.title or "")) else OTHER
    return OTHER


def _is_of_one(title: str) -> bool:
    """Say whether a title tells of what somebody is in charge of: 麻醉科主任, "catering lead"."""
    return " " in title if title.isascii() else len(title) > _BARE


def same_words(a: str, b: str) -> bool:
    return normalize(a) == normalize(b)


def _grouped(person: Person, mention: Mention, same: SamePerson) -> str:
    """Two bare titles of one group are one person, as "their boss" and 老板; a shorter one may mean a longer one."""
    if not nameless(person):  # "the MD" is Mrs Osei, the managing director
        latin = is_latin(mention.name) and same.in_one_group(person.title, mention.title)
        return MAYBE if latin else OTHER
    if same.in_one_group(person.title, mention.title):
        return SAME
    one, other = sorted((normalize(person.title or ""), normalize(mention.title or "")), key=len)
    ends = tuple(f"{before}{one}" for before in (" ", "的", "科", "部", "组"))
    return MAYBE if mention.title and other.endswith(ends) else OTHER


def nameless(person: Person) -> bool:
    """Say whether only a title is known of this person."""
    return person.titled


def person_named(state: Interview, mention: Mention, same: SamePerson) -> Person | None:
    """Return the one known person whom `mention` means, None for a stranger or when several fit."""
    found = candidates(state, mention, same)
    return found[0] if len(found) == 1 else None


def note_person(state: Interview, found: FoundPerson, fallback: str | None, same: SamePerson) -> Person | None:
    """Add what `found` says to the person it is about, making the person when new.

    `fallback` is the id of who a pronoun stands for. Returns the person, or None when nobody is meant.
    """
    person = _whom(state, found, fallback, same)
    if person is None:
        return None
    note_roles(person, found, state.turn)
    note_stance(person, found, state.turn)
    return person


def _whom(state: Interview, found: FoundPerson, fallback: str | None, same: SamePerson) -> Person | None:
    """Return whom `found` is about; None for a bare title that shows nobody in particular."""
    mention = found.mention
    meant = state.person(fallback)
    if mention is None:
        return meant
    if mention.said_of and meant is not None:
        meant.title = meant.title or mention.title
        return meant
    if not mention.named and not candidates(state, mention, same) and not is_somebody(found):
        return None
    return note_mention(state, mention, same)


def is_somebody(found: FoundPerson) -> bool:
    """Say whether a bare title shows one more contact: it does not in what is told of another.

    Many bear a title that says nothing of the purchase (领导, 司机, "operator"): what is told must show who it is.
    """
    mention = found.mention
    if mention is None or found.passing or found.routine:
        return False
    if found.in_charge:
        return True
    if mention.particular and found.role.label != "unknown" and counts_as_role(found.role):
        return True
    if mention.role not in (None, "user") or _UNNAMED.search(normalize(found.words)):
        return True
    title = range(mention.start - found.start, mention.end - found.start + 1)
    shown = [proof for proof in found.role.evidence if proof.start not in title or proof.end not in title]
    return any(proof.is_sure and proof.rule.startswith("roles/") for proof in shown) or (
        found.stance.label in VALUES or clear(found.hints)
    )


def hand_over_role(state: Interview, person: Person, found: FoundPerson) -> Person | None:
    """Take the role that `person` has "now" from who had it; return who that was, None where nothing changed hands."""
    role = found.role.label
    if not _NOW.search(normalize(found.words)) or not counts_as_role(found.role) or role == "unknown":
        return None
    for other in reversed(state.people):
        if other is not person and any(sign.label == role for sign in other.roles):
            other.roles = [sign for sign in other.roles if sign.label != role]
            return other
    return None


def note_mention(state: Interview, mention: Mention, same: SamePerson) -> Person:
    """Return the person whom `mention` means, a new one when nobody or several known ones fit."""
    known = candidates(state, mention, same)
    if len(known) != 1:
        return _add(state, mention)
    _complete(state, known[0], mention)
    return known[0]


def _add(state: Interview, mention: Mention) -> Person:
    number = max((int(p.id[1:]) for p in state.people), default=0) + 1
    person = Person(f"p{number}", [mention.name, *mention.also], state.turn, mention.title, titled=not mention.named)
    state.people.append(person)
    return person


def _complete(state: Interview, person: Person, mention: Mention) -> None:
    """Note another name or title of a known person; who was only a title so far gets the name."""
    if mention.named and mention.title:
        for other in [p for p in state.people if p is not person and nameless(p)]:
            if normalize(other.title or "") == normalize(mention.title):
                merge(state, person, other)
    person.title = person.title or mention.title
    person.names += [name for name in mention.also if name not in person.names]
    if mention.name in person.names:
        return
    if mention.named and (person.titled or _fuller(mention.name, person.name)):
        person.names.insert(0, mention.name)
    else:
        person.names.append(mention.name)
    person.titled = person.titled and not mention.named


def _fuller(name: str, shown: str) -> bool:
    """A full English name is shown rather than a part of it."""
    return is_latin(name) and is_latin(shown) and len(name.split()) > len(shown.split()) and shown in name


def merge(state: Interview, person: Person, other: Person) -> None:
    """Make `other` part of `person`: names, signs, needs and questions."""
    person.names += [name for name in other.names if name not in person.names]
    person.title = person.title or other.title
    person.roles += other.roles
    person.stances += other.stances
    person.turn = min(person.turn, other.turn)
    state.people.remove(other)
    state.hand_over(other.id, person.id)


def counts_as_stance(stance: Verdict) -> bool:
    """A stance of a rule, or one that the model is sure enough of."""
    if not stance.is_ruled:
        floor = LEARNED_FLOOR.get(stance.label, LEARNED)
    elif rule_of(stance).endswith(".likely"):
        floor = WEAK_FLOOR.get(stance.label, STANCE_FLOOR)
    else:
        floor = STANCE_FLOOR
    return stance.confidence >= floor


def shown_name(person: Person, words: Words, lang: str) -> str:
    """Return how the person is spoken of; a bare English title gets its article: "the boss"."""
    if person.titled and person.name.isascii() and not _OWNED.search(person.name):
        return words.say("title_alone", lang, title=person.name)
    return person.name


def standing_of(person: Person, knowledge: Knowledge) -> Spoken:
    """Return where the person stands by all that was observed: as the brief and the map will say."""
    return spoken(settled(person.stances), knowledge.ledger)
