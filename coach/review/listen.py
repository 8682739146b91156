"""Go through a call turn by turn: needs and objections of the customer, marks of the seller's lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from coach.context import Tools
from coach.judge.asking import closed_row_after
from coach.judge.mark import Before
from coach.judge.marks import marks_of
from coach.judge.pitching import pitch_key
from coach.knowledge.needed import GENERAL_TOPICS
from coach.read.seller import SellerLine
from coach.read.topics import NEED
from coach.review.call import Call, CallTurn, Need, Objection
from coach.review.ear import Ear
from coach.review.needs import Heard, needs_heard
from coach.review.sides import CUSTOMER, SELLER, Sides
from coach.review.utterance import Utterance
from coach.side_by_side import side_by_side

RECENT = 12  # turns of the customer whose words are remembered word by word; needs are remembered for the whole call
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class _Words:
    """What a turn of the customer says by itself, whatever came before."""

    objections: tuple[Objection, ...]
    needs: tuple[Heard, ...]
    topics: frozenset[str]


@dataclass(frozen=True)
class _Place:
    """Where a seller's turn stands: how many needs and turns of the customer came before, and the last one's topics."""

    turn: CallTurn
    needs: int
    customers: int
    last_topics: frozenset[str]


class _Listener:
    """Goes through the call three times: what customers say by itself, what is new in it, what sellers make of it.

    The first and the last take the time. There each turn is read by itself, so that two processes can share the work.
    """

    def __init__(self, turns: Sequence[CallTurn], tools: Tools, ear: Ear, today: date, progress: Progress) -> None:
        self.tools, self.ear, self.today, self.progress = tools, ear, today, progress
        self.customers = [turn for turn in turns if turn.side == CUSTOMER]
        self.turns = turns
        self.needs: list[Need] = []

    def listen(self) -> None:
        """Note in the turns what they were."""
        ready = len(self.customers)
        words = side_by_side(self._words, ready, lambda done: self.progress(done, len(self.turns)))
        places = self._go_through(words)
        lines = side_by_side(
            lambda number: self._line(places[number]),
            len(places),
            lambda done: self.progress(ready + done, len(self.turns)),
        )
        closed_row, pitched = 0, list[tuple[str, str]]()
        for place, line in zip(places, lines, strict=True):
            before = Before([need.told for need in self.needs[: place.needs]], closed_row, pitched, place.last_topics)
            turn, turn.line = place.turn, line
            turn.marks = marks_of(line, before, self.tools.knowledge.rehearsing)
            closed_row = closed_row if turn.yielded else closed_row_after(line, before)
            if (key := pitch_key(line, turn.marks)) is not None:
                pitched.append(key)

    def _words(self, number: int) -> _Words:
        """Read a turn of the customer by itself."""
        turn = self.customers[number]
        scan = self.tools.reader.scan(turn.text)
        objections = tuple(
            Objection(hit.rule.label, turn.number, sentence, hit.rule.id, turn.text[hit.start : hit.end])
            for sentence, hit in self.ear.objections_by_sentence(scan.scan)
        )
        needs = needs_heard(turn.text, self.tools.reader, self.tools.knowledge.reviewing.confident)
        signs = self.tools.seller.topics.read(turn.text, scan.lang, scan.hits("need"), guess=False)
        return _Words(objections, tuple(needs), frozenset(sign.topic for sign in signs if sign.weight >= NEED))

    def _go_through(self, words: Sequence[_Words]) -> list[_Place]:
        """Note in the customers' turns what is new in them; return where each turn of the seller stands."""
        places: list[_Place] = []
        customers, last_topics = 0, frozenset[str]()
        for turn in self.turns:
            if turn.side == CUSTOMER:
                said = words[customers]
                turn.objections = list(said.objections)
                turn.needs = self._new_needs(said, turn.number)
                customers, last_topics = customers + 1, said.topics
            elif turn.side == SELLER:
                places.append(_Place(turn, len(self.needs), customers, last_topics))
        return places

    def _new_needs(self, said: _Words, number: int) -> list[Need]:
        """Return the needs in a turn that were not told before; a want inside an objection is the objection's."""
        found = []
        for heard in said.needs:
            if heard.level == "surface" and any(heard.quote in objection.said for objection in said.objections):
                continue
            general = heard.topic == GENERAL_TOPICS[heard.level]
            if not general and any((n.level, n.topic) == (heard.level, heard.topic) for n in self.needs):
                continue
            about = frozenset({heard.topic, *self._topics(heard.quote)})
            name = f"n{len(self.needs) + 1}"
            quote = heard.quote.strip()
            found.append(Need(name, heard.level, heard.topic, number, quote, heard.rule, heard.words, about))
            self.needs.append(found[-1])
        return found

    def _topics(self, quote: str) -> list[str]:
        """Topics of a quote, without those that fit any need."""
        scan = self.tools.reader.scan(quote)
        signs = self.tools.seller.topics.read(quote, scan.lang, scan.hits("need"), guess=False)
        return [s.topic for s in signs if s.weight >= NEED and not self.tools.knowledge.is_general(s.topic)]

    def _line(self, place: _Place) -> SellerLine:
        """Read a turn of the seller, given what was told before."""
        recent = self.customers[max(0, place.customers - RECENT) : place.customers]
        heard = [*(need.quote for need in self.needs[: place.needs]), *(turn.text for turn in recent)]
        return self.tools.seller.read(place.turn.text, heard, self.today, guess=False)


def listen(
    said: Sequence[Utterance], sides: Sides, tools: Tools, ear: Ear, today: date, progress: Progress | None = None
) -> Call:
    """Return the call with what each turn was. `said` are turns; `progress` is told (done, of all)."""
    turns = [
        CallTurn(number, one.speaker, sides.of[one.speaker], one.text, one.start, one.line)
        for number, one in enumerate(said, 1)
    ]
    _Listener(turns, tools, ear, today, progress or (lambda _done, _all: None)).listen()
    return Call(turns)
