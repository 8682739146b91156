"""Go through a call turn by turn: needs and objections of the customer, marks of the seller's lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from coach.context import Tools
from coach.judge.marks import Before, closed_row_after, marks_of, pitch_key
from coach.knowledge.needed import GENERAL_TOPICS
from coach.read.topics import NEED
from coach.review.call import Call, CallTurn, Need, Objection
from coach.review.ear import Ear
from coach.review.needs import needs_heard
from coach.review.sides import CUSTOMER, SELLER, Sides
from coach.review.utterance import Utterance

RECENT = 12  # turns of the customer whose words are remembered word by word; needs are remembered for the whole call
Progress = Callable[[int, int], None]


class _Listener:
    """The state of listening: what was told so far."""

    def __init__(self, tools: Tools, ear: Ear, today: date) -> None:
        self.tools, self.ear, self.today = tools, ear, today
        self.needs: list[Need] = []
        self.recent: list[str] = []
        self.pitched: list[tuple[str, str]] = []
        self.closed_row = 0
        self.last_topics: frozenset[str] = frozenset()

    def customer(self, turn: CallTurn) -> None:
        scan = self.tools.reader.scan(turn.text)
        turn.objections = [
            Objection(hit.rule.label, turn.number, sentence, hit.rule.id, turn.text[hit.start : hit.end])
            for sentence, hit in self.ear.objections_by_sentence(scan.scan)
        ]
        turn.needs = self._needs(turn.text, turn.number, [one.said for one in turn.objections])
        signs = self.tools.seller.topics.read(turn.text, scan.lang, scan.hits("need"), guess=False)
        self.last_topics = frozenset(sign.topic for sign in signs if sign.weight >= NEED)
        self.recent = [*self.recent, turn.text][-RECENT:]

    def _needs(self, text: str, number: int, objected: Sequence[str]) -> list[Need]:
        """Return the needs in a turn that were not told before; a want inside an objection is the objection's."""
        found = []
        for heard in needs_heard(text, self.tools.reader, self.tools.knowledge.reviewing.confident):
            if heard.level == "surface" and any(heard.quote in said for said in objected):
                continue
            general = heard.topic == GENERAL_TOPICS[heard.level]
            if not general and any((n.level, n.topic) == (heard.level, heard.topic) for n in self.needs):
                continue
            about = frozenset({heard.topic, *self._topics(heard.quote)})
            name = f"n{len(self.needs) + 1}"
            found.append(Need(name, heard.level, heard.topic, number, heard.quote, heard.rule, heard.words, about))
            self.needs.append(found[-1])
        return found

    def _topics(self, quote: str) -> list[str]:
        """Topics of a quote, without those that fit any need."""
        scan = self.tools.reader.scan(quote)
        signs = self.tools.seller.topics.read(quote, scan.lang, scan.hits("need"), guess=False)
        topics = self.tools.knowledge.topics
        return [s.topic for s in signs if s.weight >= NEED and not (s.topic in topics and topics[s.topic].general)]

    def seller(self, turn: CallTurn) -> None:
        heard = [*(need.quote for need in self.needs), *self.recent]
        line = self.tools.seller.read(turn.text, heard, self.today, guess=False)
        before = Before([need.told for need in self.needs], self.closed_row, self.pitched, self.last_topics)
        marks = marks_of(line, before, self.tools.knowledge.rehearsing)
        turn.line, turn.marks = line, marks
        self.closed_row = self.closed_row if turn.yielded else closed_row_after(line, before)
        if (key := pitch_key(line, marks)) is not None:
            self.pitched.append(key)


def listen(
    said: Sequence[Utterance], sides: Sides, tools: Tools, ear: Ear, today: date, progress: Progress | None = None
) -> Call:
    """Return the call with what each turn was. `said` are turns; `progress` is told (done, of all)."""
    listener = _Listener(tools, ear, today)
    turns = []
    for number, one in enumerate(said, 1):
        turn = CallTurn(number, one.speaker, sides.of[one.speaker], one.text, one.start, one.line)
        if turn.side == CUSTOMER:
            listener.customer(turn)
        elif turn.side == SELLER:
            listener.seller(turn)
        turns.append(turn)
        if progress:
            progress(number, len(said))
    return Call(turns)
