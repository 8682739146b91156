"""Small talk around the content: yes, no, "I don't know", greetings, insults, attempts to reprogram."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.knowledge.load import Knowledge
from coach.knowledge.needed import WORD_LISTS
from coach.read.coverage import covers, uncovered, uncovered_at
from coach.read.matcher import Hit, RuleMatcher, Scan, scan_of
from coach.read.rules import list_rules
from coach.text.clauses import clauses

_REST = 8  # words that may stand beside "I don't know" and still say nothing: "I never asked him about that"
_REST_ASKED = 16  # the same where it is put as a question: 财务那边是谁签字我也没打听过
_TOPIC = 4  # words of a clause that only names a topic: "Payment terms, no, that hasn't come up"
_ASKS = 16  # words of a question without its mark; what is longer tells something
_SPEAKER = 4  # tokens before "said" that name who said it
_OF_ONESELF = 8  # tokens behind "I" within which a rude word is about the speaker
_YOU = {"you", "你", "您"}
_OPENING = 10  # tokens before the verb of a next step: "by Thursday I will ..."
_NAME_HEAD = 24  # characters of a firm's name before its 集团 or "Foods"
_WORD = re.compile(r"[\u3400-\u9fff]|[a-z]{2,}|\d")
_MASHED = re.compile(r"^(?:[bcdfghjklmnpqrstvwxz]{4,}|(.)\1{3,}|[a-z]*[bcdfghjklmnpqrstvwxz]{5,}[a-z]*)$")


class Manners:
    """Reads what a message does rather than says."""

    def __init__(self, knowledge: Knowledge) -> None:
        lists = {name: knowledge.word_lists[name] for name in WORD_LISTS if not name.startswith("negation")}
        self._matcher = RuleMatcher(list_rules(lists, "manners", "words"))

    def whole(self, text: str) -> str | None:
        """Return `yes`, `no`, `greetings` or `dont_know` when the message is nothing else."""
        scan = scan_of(text)
        hits = self._matcher.match(scan)
        fillers = [hit for hit in hits if hit.rule.label == "fillers"]
        for label in ("dont_know", "greetings", "yes", "no"):
            own = [hit for hit in hits if hit.rule.label == label]
            if own and covers([*own, *fillers], scan):
                return label
        said = any(hit.rule.label == "dont_know" for hit in hits)
        return "dont_know" if said and self._asks_and_knows_not(scan.text) else None

    def _asks_and_knows_not(self, text: str) -> bool:
        """Say whether each clause only names what is not known, or says so: 一年多少，我还真没打听."""
        known_not = False
        for start, end in clauses(text):
            part = scan_of(text[start:end])
            hits = self._matcher.match(part)
            own = [hit for hit in hits if hit.rule.label in ("dont_know", "fillers")]
            asks = part.clean.rstrip().endswith("?") or any(hit.rule.label == "question_words" for hit in hits)
            if any(hit.rule.label == "dont_know" for hit in own):
                known_not = True
                told = any(hit.rule.label == "third_person" and hit.first == 0 for hit in hits)  # 他们不知道为什么
                if uncovered(own, part) > (_REST_ASKED if asks and not told else _REST):
                    return False
            elif not asks and uncovered(own, part) > _TOPIC:
                return False
        return known_not

    def opens_with(self, label: str, text: str) -> int | None:
        """Return where the words of the list `label` end with which `text` opens, fillers aside; None without them."""
        scan = scan_of(text)
        hits = self._matcher.match(scan)
        bare = uncovered_at([hit for hit in hits if hit.rule.label in (label, "fillers")], scan)
        first = min(bare, default=len(scan.words))
        return max((hit.end for hit in hits if hit.rule.label == label and hit.last <= first), default=None)

    def closes_with(self, label: str, text: str) -> bool:
        """Say whether `text` ends with words of the list `label`, fillers aside."""
        scan = scan_of(text)
        hits = self._matcher.match(scan)
        last = max(uncovered_at([hit for hit in hits if hit.rule.label in (label, "fillers")], scan), default=-1)
        return any(hit.rule.label == label and hit.first > last for hit in hits)

    def is_filler(self, text: str) -> bool:
        """Say whether `text` is nothing but small words."""
        scan = scan_of(text)
        return covers(self._words_of("fillers", scan), scan)

    def may_ask(self, text: str) -> bool:
        """Say whether `text` is put like a question to the assistant, though without its mark: 你叫什么名字."""
        scan = scan_of(text)
        last = max((at + 1 for at, word in enumerate(scan.words) if word.isalnum()), default=0)
        frames = [hit for hit in self._words_of("asks_unmarked", scan) if hit.last == last or hit.first == 0]
        chinese = any(word > "\u3400" for word in scan.words)
        if len(scan.words) > _ASKS or not any(hit.last == last if chinese else hit.first == 0 for hit in frames):
            return False
        told = (
            hit for hit in self._matcher.match(scan) if not _within(hit, frames)
        )  # 说 in 你要我说什么 tells nothing
        return not {hit.rule.label for hit in told} & {"asked", "third_person", "dont_know"} and "“" not in text

    def holds(self, label: str, text: str) -> bool:
        """Say whether `text` holds a word of the list `label`."""
        return any(hit.rule.label == label for hit in self._matcher.match(scan_of(text)))

    def places(self, label: str, text: str) -> list[tuple[int, int]]:
        """Return where words of the list `label` stand in `text`."""
        return [(hit.start, hit.end) for hit in self._matcher.match(Scan(text)) if hit.rule.label == label]

    def longest(self, label: str, text: str) -> list[tuple[int, int]]:
        """Return where words of the list `label` stand in `text`, without those inside longer ones."""
        spans = self.places(label, text)
        return [one for one in spans if not any(o != one and o[0] <= one[0] and one[1] <= o[1] for o in spans)]

    def rude(self, text: str) -> str | None:
        """Return `insults` or `cannot_be_meant` when the message holds such words.

        What people say of themselves is none: "two things, then I'll shut up", 我当时真是个笨蛋.
        """
        scan = scan_of(f"，{text}")  # 妈的 is one where it opens a clause, and none in 当妈的
        hits = self._matcher.match(scan)
        labels = {hit.rule.label for hit in hits if hit.rule.label != "insults" or not _is_of_oneself(hit, hits, scan)}
        found = next((label for label in ("cannot_be_meant", "insults") if label in labels), None)
        return found or ("insults" if self.is_only("curses", text) else None)

    def language_named(self, text: str) -> str | None:
        """Return the language that a wish to switch names, `zh` or `en`; the last one named."""
        named = [h.rule.label for h in self._matcher.match(scan_of(text)) if h.rule.label.startswith("language_")]
        return named[-1].removeprefix("language_") if named else None

    def is_own_question(self, text: str) -> bool:
        """Say whether `text` ends as a question of the user's own, not one that is reported."""
        scan = scan_of(text)
        if not scan.clean.rstrip(" \"'").endswith("?"):
            return False
        return not any(hit.rule.label == "asked" for hit in self._matcher.match(scan)) and "“" not in text

    def starts_with(self, text: str) -> tuple[str | None, str]:
        """Return `yes` or `no` when the message opens with it, and what stands behind.

        A single word counts only when it stands alone or before a mark: 对 opens 对方, "fine" opens "fine dust".
        """
        scan = scan_of(text)
        first = next(
            (hit for hit in self._matcher.match(scan) if hit.first == 0 and hit.rule.label in ("yes", "no")),
            None,
        )
        if first is None:
            return None, text
        alone = first.last == len(scan.words) or not scan.words[first.last].isalnum()
        if not alone and first.last - first.first < 2:
            return None, text
        return first.rule.label, text[first.end :].lstrip(" ,，.。;；!！:：")

    def is_our_action(self, text: str) -> bool:
        """Say whether `text` opens with what we will do: "send three samples", "周四前给王工寄样品"."""
        first = next(iter(self._words_of("our_actions", scan_of(text))), None)
        return first is not None and first.first <= _OPENING

    def is_only(self, label: str, text: str) -> bool:
        """Say whether the whole message is words of the list `label`, small words aside."""
        scan = scan_of(text)
        hits = self._matcher.match(scan)
        own = [hit for hit in hits if hit.rule.label == label]
        return bool(own) and covers([*own, *(hit for hit in hits if hit.rule.label == "fillers")], scan)

    def is_mostly(self, label: str, text: str, beside: int) -> bool:
        """Say whether `text` is words of the list `label` with at most `beside` others, small words aside."""
        scan = scan_of(text)
        hits = self._matcher.match(scan)
        small = [hit for hit in hits if hit.rule.label in (label, "fillers", "yes", "no", "third_person")]
        return any(hit.rule.label == label for hit in small) and uncovered(small, scan) <= beside

    def is_joint_act(self, text: str) -> bool:
        """Say whether a sentence tells of an act of ours, or of one with us: "they fly to our plant", 我周四带样品过去.

        What the customer asks for is none: "they want us to deliver by 10 January".
        """
        scan = scan_of(text)
        if self._words_of("joint_visits", scan):
            return True
        reported, acts = self._words_of("reporting", scan), self._words_of("our_actions", scan)
        if not acts or any(hit.first == 0 for hit in reported):
            return False
        ours = [*self._words_of("myself", scan), *self._words_of("ourselves", scan)]
        if any(not any(told.first <= hit.first < told.last for told in reported) for hit in ours):
            return True
        return acts[0].first <= _OPENING and not self._words_of("third_person", scan)

    def speaks_of_others(self, text: str) -> bool:
        """Say whether the customer's people are spoken of: "they", 老板."""
        return bool(self._words_of("third_person", scan_of(text)))

    def _words_of(self, label: str, scan: Scan) -> list[Hit]:
        """Return the hits of a list, without those inside a longer word that means something else."""
        hits = self._matcher.match(scan)
        others = [hit for hit in hits if hit.rule.label == "look_alikes"]
        return [
            hit
            for hit in hits
            if hit.rule.label == label and not any(o.first < hit.last and hit.first < o.last for o in others)
        ]

    def spoken(self, text: str, *, at_once: bool = False) -> int:
        """Return where the reported words begin in `text`: behind "but", "he said that" and "she thinks", else 0.

        `at_once`: "said" must come first, for who says it stands before `text`.
        """
        scan = scan_of(text)
        last = len(scan.words) - 1
        ties = [hit.last for hit in self._words_of("connectives", scan) if hit.first == 0 and hit.last <= last]
        start = max(ties, default=0)
        reach = 0 if at_once else _SPEAKER
        for label in ("reporting", "opinions"):
            said = next((hit for hit in self._words_of(label, scan) if hit.first <= start + reach), None)
            if said is not None and said.last < last:
                start = max(start, said.last)
        while 0 < start < last and not scan.words[start][0].isalnum():
            start += 1
        return scan.starts[start] if start else 0

    def without_step_lead(self, text: str) -> str:
        """Return `text` without "next step:" at its beginning."""
        scan = scan_of(text)
        leads = [hit.last for hit in self._words_of("step_lead", scan) if hit.first == 0 and hit.last < len(scan.words)]
        return text[scan.starts[max(leads)] :].lstrip(" :：,，") if leads else text

    def without_frame(self, text: str) -> str:
        """Return `text` without what leads up to a customer's name and what follows it."""
        scan = scan_of(text)
        hits = self._matcher.match(scan)
        first, last = 0, len(scan.words)
        leads: dict[int, int] = {}
        for hit in hits:
            if hit.rule.label == "account_lead":
                leads[hit.first] = max(hit.last, leads.get(hit.first, 0))
        tails = {hit.last: hit.first for hit in hits if hit.rule.label == "account_tail"}
        while first < last - 1 and (leads.get(first, last) < last or not scan.words[first][0].isalnum()):
            first = leads.get(first, first + 1)
        while last in tails and tails[last] > first:
            last = tails[last]
        return text[scan.starts[first] : scan.end(last - 1)] if last > first else ""

    def named_from(self, text: str) -> int | None:
        """Return where a name begins behind "called" or 叫, or None."""
        scan = scan_of(text)
        hits = [hit for hit in self._matcher.match(scan) if hit.rule.label == "named" and hit.last < len(scan.words)]
        return scan.starts[hits[-1].last] if hits else None

    def firm_up_to(self, text: str) -> int | None:
        """Return where the name of a firm ends that `text` begins with, behind 集团 or "Foods"; None without one."""
        end: int | None = None
        for hit in sorted(self._words_of("firm_tails", scan_of(text)), key=lambda hit: (hit.start, -hit.end)):
            if end is None:
                end = hit.end if 0 < hit.start <= _NAME_HEAD else None
            elif hit.start <= end + 1:
                end = max(hit.end, end)
        return end

    def is_about_self(self, text: str) -> bool:
        """Say whether the user tells of themselves: "I sell LED displays"."""
        return any(hit.rule.label == "about_self" and hit.first == 0 for hit in self._matcher.match(scan_of(text)))

    def is_nonsense(self, text: str) -> bool:
        """Say whether there is no word in the text: only signs, or letters mashed at random."""
        clean = scan_of(text).clean
        tokens = re.findall(r"[a-z]+|[\u3400-\u9fff]|\d+", clean)
        if not _WORD.search(clean):
            return True
        return all(_MASHED.match(token) for token in tokens)


def _within(hit: Hit, others: Sequence[Hit]) -> bool:
    """Say whether a hit is part of a longer one."""
    return any(o.first <= hit.first and hit.last <= o.last and hit.last - hit.first < o.last - o.first for o in others)


def _is_of_oneself(rude: Hit, hits: Sequence[Hit], scan: Scan) -> bool:
    """Say whether "I" stands shortly before a rude word, and nobody is spoken to between them."""
    mine = [hit.last for hit in hits if hit.rule.label == "myself" and 0 <= rude.first - hit.last < _OF_ONESELF]
    return any(_YOU.isdisjoint(scan.words[last : rude.last]) for last in mine)
