"""What a seller's statement does, and in which tone a line is said: a learned guess where no rule speaks."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path

from coach.knowledge.folders import TASK_LABELS
from coach.knowledge.load import Knowledge
from coach.read.echo import Echoes
from coach.read.learned import Learned
from coach.read.manners import Manners
from coach.read.matcher import Scan, scan_of
from coach.read.reader import ScannedText
from coach.read.verdict import Evidence
from coach.text.clauses import sentences

ACT_FLOOR = 0.55  # confidence from which a guess at what a statement does counts
# A wrong guess costs more here: blame for a discount that nobody gave, a next step that nobody took.
_SURER = {"discount": 0.9, "next_step": 0.75}
TONES = tuple(label for label in TASK_LABELS["tone"] if label != "fair")
TONE_FLOOR = 0.4  # how sure it must be that a line is not fair
DOUBT_FLOOR = 0.4  # the same for a line that asks an open question, or is said amid banter
# from here on a line counts towards the tone of the whole call: by itself it is no fault, but decent calls have few
ROUGH_FLOOR = 0.1
ROUGH = "rough"
_TONE_SHOWS = 8  # tokens from which a line shows its tone: "Why sour?" and "Is that about it?" are said by all
_ROUGH_SHOWS = 5
_KIND = ("paraphrase", "summary", "permission", "empathy")  # a line with one of these is fair
# what the model takes for these must speak of the customer, an offer of us: "being ill is awful" comforts nobody
_ADDRESSED = {"empathy": ("second_person",), "offer": ("second_person", "ourselves")}
SIGN_OF_ACT = {
    "offer": "offer", "empathy": "empathy", "next_step": "commit", "introduction": "introduction",
    "reflection": "paraphrase", "reference": "evidence", "discount": "discount",
}  # fmt: skip
_RULED = (*SIGN_OF_ACT.values(), "summary", "evidence", "benefit", "permission", "close", "teach", "relation")
Span = tuple[int, int]
Sign = tuple[str, Evidence]


class GuessedSigns:
    """Guesses the signs of a line (see `knowledge/seller`) with models fitted on `examples/act` and `examples/tone`."""

    def __init__(
        self,
        knowledge: Knowledge,
        manners: Manners,
        echoes: Echoes,
        features: Callable[[str], Sequence[str]],
        cache: Path,
    ) -> None:
        self._acts, self._tones = Learned("act", knowledge, cache), Learned("tone", knowledge, cache)
        self._manners, self._echoes, self._features = manners, echoes, features

    def find(
        self,
        scanned: ScannedText,
        questions: Sequence[Span],
        heard: Sequence[str],
        *,
        asks_openly: bool = False,
        banter: bool = False,
    ) -> Iterator[Sign]:
        """Yield the signs of the statements and the tone of the line, where no rule speaks.

        `questions` are their places (start, end) in the line; `heard` is what the customer said before. A line
        that asks an open question (`asks_openly`), or is said amid `banter`, is not surely meant badly.
        """
        sure = [hit for hit in scanned.hits("seller") if hit.rule.sure]
        acted = [hit.start for hit in sure if hit.rule.label in _RULED]
        for start, end in sentences(scanned.scan.clean):
            if not _any_in(start, end, (*acted, *(place for place, _ in questions))):
                for sign, evidence in self._of_statement(scanned.text[start:end], scanned.lang, heard):
                    yield sign, evidence.moved(start)
        ruled = {hit.rule.label for hit in sure} & {*TONES, *_KIND}
        yield from self._tone(scanned.scan, scanned.lang, ruled, asks_openly=asks_openly, banter=banter)

    def warm_up(self) -> None:
        """Load or fit the models now."""
        self._acts.warm_up()
        self._tones.warm_up()

    def _of_statement(self, text: str, lang: str, heard: Sequence[str]) -> Iterator[Sign]:
        for label, sure, evidence in self._acts.guess(scan_of(text), lang, most=1, floor=ACT_FLOOR):
            if label in _ADDRESSED and not self._is_to_the_point(text, lang, heard, _ADDRESSED[label]):
                continue
            if label in SIGN_OF_ACT and sure >= _SURER.get(label, ACT_FLOOR):
                yield SIGN_OF_ACT[label], evidence

    def _tone(
        self, line: Scan, lang: str, ruled: Collection[str], *, asks_openly: bool, banter: bool
    ) -> Iterator[Sign]:
        """Guess whether a line blames, leads, presses, talks down or hints at a favour, or is rough at least.

        The whole line is read: a sentence by itself often sounds worse than it is meant. Where rules speak for its tone
        (`ruled`), people tease (`banter`) or an open question is asked that hints at no favour, it is at most rough.
        """
        if len(line.words) < _ROUGH_SHOWS:
            return
        guesses = self._tones.guess(line, lang, most=len(TONES) + 1, floor=0.0)
        harm = 1 - sum(sure for label, sure, _ in guesses if label not in TONES)
        label, _, evidence = next((guess for guess in guesses if guess[0] in TONES), (None, 0.0, None))
        if label is None or evidence is None or harm < (DOUBT_FLOOR if asks_openly or banter else ROUGH_FLOOR):
            return
        clear = harm >= TONE_FLOOR and len(line.words) >= _TONE_SHOWS
        doubtful = ruled or banter or (asks_openly and label != "favour")
        yield label if clear and not doubtful else ROUGH, evidence

    def _is_to_the_point(self, text: str, lang: str, heard: Sequence[str], lists: Sequence[str]) -> bool:
        """Say whether a statement speaks of one side, in the customer's words, or of a feature of ours."""
        spoken_of = any(self._manners.holds(name, text) for name in lists)
        return spoken_of or bool(self._features(text)) or bool(self._echoes.find(text, lang, heard))


def _any_in(start: int, end: int, places: Sequence[int]) -> bool:
    return any(start <= place < end for place in places)
