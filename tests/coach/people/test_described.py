"""English names in no list that a description shows: a clause with "who", words in brackets, the place of work."""

import pytest

PERSONS = [
    ("Inger, who runs the night shift, says one more and she goes", ["Inger"]),
    ("Inger who runs the night shift told us the doors freeze", ["Inger"]),
    ("Thandeka, who has been there for years, complained about the noise", ["Thandeka"]),
    ("Torbjorg, whose team unloads the trucks, hates the scanners", ["Torbjorg"]),
    ("Inger (night shift) says the doors freeze", ["Inger"]),
    ("Inger Dahl (been there since the opening) also told us", ["Inger Dahl"]),
    ("Inger from the night shift complained about it", ["Inger"]),
    ("Oyvind on the loading dock said the scanners freeze", ["Oyvind"]),
    ("Yewande over in dispatch wants two spare units", ["Yewande"]),
]
NOBODY = [
    "Nordlys, who supply them today, says it can do better",
    "Kone, who makes lifts, says it will deliver",
    "Nordlys (a rival) says it is cheap",
    "Nordlys (Bergen) says it is cheap",
    "Bergen, where the plant is, told us nothing",
    "Management, who sit in Oslo, say the budget is gone",
    "Production (night shift) says the doors freeze",
    "Maintenance, who fixed it, complained about the noise",
    "We heard it from Nordlys, who was cheaper and said so",
]


@pytest.mark.parametrize(("text", "names"), PERSONS)
def test_persons(tools, text, names):
    assert [mention.name for mention in tools.finder.find(text)] == names


@pytest.mark.parametrize("text", NOBODY)
def test_nobody(tools, text):
    assert tools.finder.find(text) == []
