"""Read one line of a salesperson: what was asked, about what, and what else the line does."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from coach.knowledge.load import Knowledge
from coach.pitch.catalogue import Catalogue
from coach.read.echo import Echoes
from coach.read.familiar import Familiar
from coach.read.forms import asks
from coach.read.guessed import GuessedSigns
from coach.read.judge import quote
from coach.read.manners import Manners
from coach.read.reader import Reader, ScannedText
from coach.read.topics import TopicReader, TopicSign
from coach.read.verdict import Evidence, Verdict
from coach.text.clauses import clauses, sentences
from coach.text.dates import dates_in, find_date
from coach.text.normalize import normalize

ASKED = ("open", "closed")
PICKS = ("questions/form/closed_fact", "questions/form/closed_name", "questions/form/closed_choice")
_UNFINISHED = ("closed", 0.5)  # how a sentence with a question mark to the customer is read that no form fits
_CATCHWORD = 4  # tokens of a catchword with a question mark that the seller answers in the same breath


@dataclass(frozen=True)
class Question:
    """A question of the line, with its place, form, SPIN type and topics."""

    text: str
    start: int
    form: Verdict
    spin: Verdict
    topics: tuple[TopicSign, ...]

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    def holds(self, words: Evidence) -> bool:
        """Say whether words of the line begin within the question."""
        return self.start <= words.start < self.end

    def asked_from(self) -> int:
        """Return where what is asked begins: the last clause, or all of it where a clause leads up to what is asked.

        A condition ("if ...") does, and what stands before an open question ("others buy sweet ones, why sour ones?").
        """
        parts = clauses(normalize(self.text))
        if self.spin.label == "need_payoff" or self.form.label == "open" or len(parts) < 2:
            return self.start
        return self.start + parts[-1][0]


@dataclass(frozen=True)
class SellerLine:
    """What a line does.

    `questions` in order; `signs` by label (see `knowledge/seller`); `echoes` are the customer's words in it; `content`
    the words that say something particular; `topics` those of the whole line; `today` the day on which it is said and
    `when` the date it names; `features` the words that name features of ours; `to_you`: the customer is spoken of;
    `offered`: the scenario's own words for what the seller has (see `TopicReader.offered`); `is_speech`: it is made of
    words that people use.
    """

    text: str
    lang: str
    questions: tuple[Question, ...]
    signs: dict[str, tuple[Evidence, ...]]
    topics: tuple[TopicSign, ...]
    echoes: tuple[Evidence, ...]
    content: tuple[Evidence, ...]
    ethics: tuple[tuple[str, Evidence], ...]
    rude: bool
    breaks_role: bool
    today: date
    when: date | None
    manner: str | None  # greetings, yes, no, dont_know or farewells, where the line does no more
    features: tuple[str, ...]
    to_you: bool
    offered: dict[str, tuple[Evidence, ...]] = field(default_factory=dict)
    is_speech: bool = True

    def stated(self, *labels: str) -> Evidence | None:
        """Return the first of these signs that stands outside a question, None without one."""
        return next((e for label in labels for e in self.signs.get(label, ()) if not self.in_question(e)), None)

    def in_question(self, evidence: Evidence) -> bool:
        """Say whether the words are part of what is asked: "This one is very sour, will you try it?" offers first."""
        return any(q.asked_from() <= evidence.start < q.end for q in self.questions)

    @property
    def question(self) -> Question | None:
        """The question that wants an answer: the last one (labelling guide, section 2)."""
        return self.questions[-1] if self.questions else None

    def has(self, *labels: str) -> bool:
        """Say whether one of these signs is in the line."""
        return any(label in self.signs for label in labels)


class SellerReader:
    """Reads lines with the shared readers; keeps no state of a conversation."""

    def __init__(
        self, knowledge: Knowledge, reader: Reader, manners: Manners, catalogue: Catalogue, cache: Path
    ) -> None:
        self.topics = TopicReader(knowledge, cache)
        self._reader, self._manners = reader, manners
        self._echoes = Echoes(reader.rarity("need"), reader.rarity("form"))
        self._familiar = Familiar(reader.rarity("need"), reader.rarity("form"))
        self._banter = {scenario.id for scenario in knowledge.scenarios.values() if scenario.banter}
        self._features = catalogue.features_named
        self._guesses = GuessedSigns(knowledge, manners, self._echoes, self._features, cache)

    def read(
        self, text: str, heard: Sequence[str], today: date, scenario: str | None = None, *, guess: bool = True
    ) -> SellerLine:
        """Return the reading of `text`; `heard` is what the customer said before, the newest last.

        Without `guess` the topics of the whole line are those that phrases show; those of questions are guessed still.
        """
        scanned = self._reader.scan(text)
        lang = scanned.lang
        topics = tuple(self.topics.read(text, lang, scanned.hits("need"), scenario, guess=guess))
        questions = tuple(self._questions(scanned, topics if guess else None, scenario))
        offered = _without_denied(self.topics.offered(text, scenario))
        questions = tuple(
            asked for asked in questions if not (_is_refused(asked, offered) or self._praises(asked, offered))
        )
        if not questions and (choice := offered.get("choice")) and "praised" not in offered:
            questions = (self._choice(scanned, choice[0], scenario),)
        signs = self._signs(scanned, questions, heard, scenario)
        rude = self._manners.rude(text)
        return SellerLine(
            text,
            lang,
            questions,
            signs,
            topics,
            tuple(self._echoes.find(text, lang, heard)),
            tuple(self._echoes.content(text, lang, self._manners.places("everyday", text))),
            _ethics(scanned, signs, heard),
            rude == "insults",
            rude == "cannot_be_meant" or "probe_hidden" in signs,
            today,
            _when(normalize(text), today),
            self._manner(text),
            tuple(self._features(text)),
            self._manners.holds("second_person", text),
            offered,
            self._familiar.is_speech(scanned.scan, lang),
        )

    def _praises(self, asked: Question, offered: Mapping[str, Sequence[Evidence]]) -> bool:
        """Say whether only the seller's own is praised in the form of a question: "big ones, good value, eh?"."""
        to_you = self._manners.holds("second_person", asked.text)
        return _names(asked, "praised", offered) and asked.form.label == "closed" and not (to_you or picks(asked))

    def _manner(self, text: str) -> str | None:
        """Return what the line only does, such as greet, or that it takes leave."""
        leaves = self._manners.closes_with("farewells", text)
        return self._manners.whole(text) or ("farewells" if leaves else None)

    def _signs(
        self, scanned: ScannedText, questions: Sequence[Question], heard: Sequence[str], scenario: str | None
    ) -> dict[str, tuple[Evidence, ...]]:
        """Return the signs that rules find, by label, and the guessed ones of the labels that none does."""
        signs: dict[str, tuple[Evidence, ...]] = {}
        for hit in scanned.hits("seller"):
            if hit.rule.sure:
                signs[hit.rule.label] = (*signs.get(hit.rule.label, ()), quote(hit, scanned.scan))
        places = [(asked.start, asked.end) for asked in questions]
        openly = any(asked.form.label == "open" and asks(normalize(asked.text)) for asked in questions)
        banter = scenario in self._banter
        for label, evidence in self._guesses.find(scanned, places, heard, asks_openly=openly, banter=banter):
            signs.setdefault(label, (evidence,))
        return signs

    def warm_up(self) -> None:
        """Load or fit the models now."""
        self.topics.warm_up()
        self._guesses.warm_up()

    def _asked(self, part: ScannedText) -> ScannedText:
        """What is asked in a sentence: behind an offer only the last clause ("big and sweet, shall I weigh some?")."""
        parts = clauses(part.scan.clean)
        sells = [
            hit for hit in part.hits("seller") if hit.rule.sure and hit.rule.label in ("offer", "advantage", "benefit")
        ]
        if len(parts) < 2 or not any(hit.start < parts[-1][0] for hit in sells):
            return part
        return self._reader.scan(part.text[slice(*parts[-1])])

    def _topics_in(self, part: ScannedText, lang: str, scenario: str | None) -> tuple[TopicSign, ...]:
        return tuple(self.topics.read(part.text, lang, part.hits("need"), scenario))

    def topics_of(self, text: str) -> list[TopicSign]:
        """Return the topics of a sentence of either side."""
        scanned = self._reader.scan(text)
        return self.topics.read(text, scanned.lang, scanned.hits("need"))

    def _choice(self, scanned: ScannedText, laid_out: Evidence, scenario: str | None) -> Question:
        """The question in a statement that lays things out to choose from."""
        spans = sentences(scanned.scan.clean)
        start, end = next(span for span in spans if span[0] <= laid_out.start < span[1])
        part = self._reader.scan(scanned.text[start:end].strip())
        form = Verdict(*_UNFINISHED, (laid_out,), "none")
        return Question(part.text, start, form, self._reader.spin(part), self._topics_in(part, scanned.lang, scenario))

    def _questions(
        self, scanned: ScannedText, of_line: tuple[TopicSign, ...] | None, scenario: str | None
    ) -> list[Question]:
        """Return the questions; most lines are one sentence, which needs no second reading."""
        found: list[Question] = []
        spans = sentences(scanned.scan.clean)
        for start, end in spans:
            text = scanned.text[start:end].strip()
            part = scanned if text == scanned.text else self._reader.scan(text)
            start += len(scanned.text[start:end]) - len(scanned.text[start:end].lstrip())
            form = self._reader.form(part)
            if form.label not in ASKED and _is_asked(part.text) and self._manners.holds("second_person", part.text):
                form = Verdict(*_UNFINISHED, form.evidence, form.label)  # "And you would like ...?"
            if form.label not in ASKED or (not form.is_ruled and not _is_asked(part.text)):
                continue
            if end < spans[-1][1] and len(part.scan.words) <= _CATCHWORD and not form.is_ruled:
                continue  # "Stock errors? Gone at once." asks nothing
            asked = self._asked(part)
            same = of_line if asked is scanned else None
            topics = self._topics_in(asked, scanned.lang, scenario) if same is None else same
            start_of_asked = start + part.text.index(asked.text)
            moved = tuple(TopicSign(t.topic, t.weight, t.evidence.moved(start_of_asked)) for t in topics)
            found.append(Question(part.text, start, form.moved(start), self._reader.spin(part).moved(start), moved))
        return found


def _ethics(scanned: ScannedText, signs: Container[str], heard: Sequence[str]) -> tuple[tuple[str, Evidence], ...]:
    """Return what is proposed that is warned of: not what the customer said and the seller gives back."""
    gives_back = "paraphrase" in signs or "summary" in signs
    proofs = [(hit.rule.label, quote(hit, scanned.scan)) for hit in scanned.hits("ethics")]
    return tuple(pair for pair in proofs if not (gives_back and _is_quoted(pair[1].text, heard)))


def _without_denied(offered: dict[str, tuple[Evidence, ...]]) -> dict[str, tuple[Evidence, ...]]:
    """Leave out a choice that is none: "not sour, sweet as honey" lays out one thing."""
    denied = offered.get("denied", ())
    left = tuple(e for e in offered.get("choice", ()) if not any(d.start < e.end and e.start < d.end for d in denied))
    return {kind: left if kind == "choice" else words for kind, words in offered.items() if kind != "choice" or left}


def picks(asked: Question) -> bool:
    """Say whether it lets the customer pick: of what, the rest of the line has said ("Big or small ones. Which?")."""
    return asked.form.is_shown_by(*PICKS)


def _is_refused(asked: Question, offered: Mapping[str, Sequence[Evidence]]) -> bool:
    """Say whether the seller asks for what he refuses in the same breath: "sour ones? I have none" asks nothing, nor
    does "not sour at all, sweet as honey, two pounds?"."""
    if "choice" in offered or not _names(asked, "wanted", offered):
        return False
    return any(words.end > asked.end or "instead" in offered for words in offered.get("denied", ()))


def _names(asked: Question, kind: str, offered: Mapping[str, Sequence[Evidence]]) -> bool:
    return any(map(asked.holds, offered.get(kind, ())))


def _is_asked(text: str) -> bool:
    """Say whether a sentence has its mark: without one only a rule ("tell me about ...") makes it a question."""
    return text.rstrip(" \"'”’)）").endswith(("?", "？"))


def _when(text: str, today: date) -> date | None:
    """The day that a line sets: the first one named that is still to come ("from today, results by the 12th")."""
    return next((place.day for place in dates_in(text, today) if place.day > today), None) or find_date(text, today)


def _is_quoted(words: str, heard: Sequence[str]) -> bool:
    """Say whether the customer used these very words: who says back what was suffered does not propose it."""
    return any(words.lower() in other.lower() for other in heard)
