"""English names shown by the sentence around them or the next one, and what looks alike and names nobody."""

from __future__ import annotations

import pytest

from coach.context import Tools

NAMED = [
    ("Purchasing belongs to Lindiwe Zulu", "Lindiwe Zulu"), ("The final say lies with Anselm Otero", "Anselm Otero"),
    ("Decider is Fergus Boyle, estates director", "Fergus Boyle"), ("Sourcing belongs to Devon Whitlock. He negotiates", "Devon Whitlock"),
    ("Barry Stubbs. Looks after the vans", "Barry Stubbs"), ("Siobhan Keogh, chairs the wards committee", "Siobhan Keogh"),
    ("Then Wiremu Tane. Drives the digger all day", "Wiremu Tane"), ("Kofi Mensah: tests every batch", "Kofi Mensah"),
    ("Rawiri Ngata. It was him who stood up", "Rawiri Ngata"), ("Nothing lands on the calendar without Birgit Falk", "Birgit Falk"),
    ("Rita Cole's against us so far", "Rita Cole"), ("Hone Wiki has been singing our praises", "Hone Wiki"),
    ("Then Morag Baird on the buying side. Contracts, terms", "Morag Baird"), ("Bartek in HSE looks at every chemical", "Bartek"),
    ("Finance boss, a chap called Olu. Signs everything", "Olu"), ("Now old Reg. Reg Hanlon, boiler inspector", "Reg Hanlon"),
    ("Nasreen apa, young lady from quality", "Nasreen apa"), ("one more, Jahan, personel asistant of the director", "Jahan"),
    ("up front you got Miss Lottie nothing gets past her", "Miss Lottie"),
    ("Farid, purchaseing maneger, he ask for lower price", "Farid"),
]  # fmt: skip
NOBODY = [
    "Redmoor sent it back last week", "They had Volterra before and Volterra sent it back twice", "Castrol in bulk costs less",
    "There's a Korean cheese buyer they've been chasing for years", "Purchasing belongs to the group now",
    "The choice of caterer is with head office", "Hawthorn House, takes up most of the budget", "Lowestoft. Gets the boats in at six",
    "Maintenance is done by Otis", "Orders from Leeds come in on Fridays", "Nothing ships without paperwork",
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), NAMED)
def test_what_is_told_shows_a_name(tools: Tools, text: str, name: str) -> None:
    assert [mention.name for mention in tools.finder.find(text)] == [name]


@pytest.mark.parametrize("text", NOBODY)
def test_alike_sentence_names_nobody(tools: Tools, text: str) -> None:
    assert [mention.name for mention in tools.finder.find(text)] == []


def test_misspelt_title_keeps_its_place(tools: Tools) -> None:
    text = "well, Farid, purchaseing maneger, he ask for lower price and Ottilie, secratary, she is kind"
    farid, ottilie = tools.finder.find(text)
    assert (farid.title, farid.role) == ("purchasing manager", "buyer")
    assert text[farid.start : farid.end] == "Farid, purchaseing maneger"
    assert text[ottilie.start : ottilie.end] == "Ottilie, secratary"
