"""All that a mode needs to take a turn: the methodology and the readers built from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from coach.handing import KEPT
from coach.knowledge.load import Knowledge
from coach.knowledge.words import Words
from coach.pitch.catalogue import Catalogue
from coach.read.manners import Manners
from coach.read.reader import Reader
from coach.read.seller import SellerReader

if TYPE_CHECKING:
    from coach.accounts.book import AccountBook
    from coach.interview.pronouns import Pronouns
    from coach.people.mentions import MentionFinder
    from coach.people.same import SamePerson
    from coach.process.signs import StepReader
    from coach.read.correction import CorrectionReader
    from coach.read.report import Report
    from coach.read.requests import RequestReader
    from coach.rehearsal.dodges import Dodges
    from coach.rehearsal.meant import Meant
    from coach.stances.reasons import Reasons


@dataclass(frozen=True)
class Tools:
    """Everything built from one version of the knowledge; shared by all conversations.

    What a rehearsal does not need is imported and built on first use: a rehearsal starts in a second.
    """

    knowledge: Knowledge
    reader: Reader
    catalogue: Catalogue
    manners: Manners
    seller: SellerReader
    cache: Path  # of fitted models

    @cached_property
    def finder(self) -> MentionFinder:
        from coach.people.mentions import MentionFinder

        return MentionFinder(self.knowledge)

    @cached_property
    def pronouns(self) -> Pronouns:
        from coach.interview.pronouns import Pronouns

        return Pronouns(self.knowledge)

    @cached_property
    def same(self) -> SamePerson:
        from coach.people.same import SamePerson

        return SamePerson(self.knowledge)

    @cached_property
    def corrections(self) -> CorrectionReader:
        from coach.read.correction import CorrectionReader

        return CorrectionReader(self.knowledge)

    @cached_property
    def requests(self) -> RequestReader:
        from coach.read.requests import RequestReader

        return RequestReader(self.knowledge)

    @cached_property
    def dodges(self) -> Dodges:
        from coach.rehearsal.dodges import Dodges

        return Dodges(self.knowledge)

    @cached_property
    def meant(self) -> Meant:
        from coach.rehearsal.meant import Meant

        return Meant(self.knowledge, self.cache)

    @cached_property
    def steps(self) -> StepReader:
        from coach.process.signs import StepReader

        return StepReader(self.knowledge, self.cache)

    @cached_property
    def reasons(self) -> Reasons:
        from coach.stances.reasons import Reasons

        return Reasons(self.knowledge)

    @property
    def words(self) -> Words:
        return self.knowledge.words

    def report(
        self, text: str, known: Sequence[str] = (), firms: Sequence[str] = (), bystanders: Sequence[int] = ()
    ) -> Report:
        """Return what `text` reports of a customer; `known` names are persons, `firms` are none.

        `bystanders`: where relatives begin who are nobody in the purchase.
        """
        from coach.read.report import read_report

        return read_report(text, self.reader, self.finder, known, firms, bystanders)

    def warm_up(self) -> None:
        """Build and load now what is otherwise made on first use, so that no message waits for it."""
        self.reader.warm_up()
        self.seller.warm_up()
        self.steps.warm_up()
        _ = self.finder, self.pronouns, self.same, self.corrections, self.requests


@dataclass(frozen=True)
class Context:
    """Tools, the day of the turn, the folder of this computer's user, and who speaks.

    `zone`: the time zone of whoever speaks, where the channel knows it. `ask_after_visits`: whether a turn asks how a
    visit that has passed went; not where the greeting has said so. `files`: how files reach the user, see handing.py.
    """

    tools: Tools
    today: date
    home: Path
    user: str = "user"
    ask_after_visits: bool = True
    zone: str = ""
    files: str = KEPT

    @property
    def book(self) -> AccountBook:
        """The account book of who speaks. Raises UnavailableError when the database cannot be used."""
        from coach.accounts.open import book_of  # SQLAlchemy is imported when somebody asks for an account

        return book_of(self.user, self.home)

    @property
    def results(self) -> Path:
        """Where result pages are saved."""
        return self.home / "results"


def build_tools(knowledge: Knowledge, cache: Path) -> Tools:
    """Return the tools for `knowledge`; fitted models are kept in `cache`."""
    reader, catalogue, manners = Reader(knowledge, cache), Catalogue(knowledge), Manners(knowledge)
    return Tools(
        knowledge, reader, catalogue, manners, SellerReader(knowledge, reader, manners, catalogue, cache), cache
    )
