"""Relatives are people of their own, with the relation as title; family news makes nobody."""

from __future__ import annotations

import pytest

from coach.interview.state import Interview, Person
from tests.coach.interview.conftest import Talk

BEFORE = {
    "zh": ["客户是海川食品", "老板王海川支持我们"],
    "en": ["The customer is Costa Foods", "Rodrigo, the owner, is on our side"],
}
OWNER = {"zh": "王海川", "en": "Rodrigo"}
# who, the role and the stance
UNNAMED = [
    ("zh", "他爱人管钱，嫌我们贵", "王海川的爱人", "approver", "opponent"),
    ("zh", "他老婆说了算", "王海川的老婆", "decider", None),
    ("zh", "王海川的小舅子负责采购", "王海川的小舅子", "buyer", None),
    ("zh", "他哥是副总，支持我们", "王海川的哥", "decider", "supporter"),
    ("zh", "他女婿管仓库", "王海川的女婿", None, None),
    ("zh", "他妹妹嫌我们贵", "王海川的妹妹", None, "opponent"),
    ("en", "His brother in law signs the checks", "Rodrigo's brother in law", "approver", None),
    ("en", "Rodrigo's brother-in-law signs everything", "Rodrigo's brother in law", "approver", None),
    ("en", "Rodrigo says his brother in law signs", "Rodrigo's brother in law", "approver", None),
    ("en", "Rodrigo's son runs the plant", "Rodrigo's son", None, None),
    ("en", "His wife has the last word", "Rodrigo's wife", "decider", None),
    ("en", "His wife thinks we are too expensive", "Rodrigo's wife", None, "opponent"),
    ("en", "his wife's sister does the accounts", "Rodrigo's sister", None, None),
]
NAMED = [
    ("zh", "他女儿王小丽管账", "王小丽", "王海川的女儿"),
    ("zh", "王小丽是他女儿，管账", "王小丽", "王海川的女儿"),
    ("zh", "王海川的女婿张强负责采购", "张强", "王海川的女婿"),
    ("zh", "他爱人叫李梅，管钱", "李梅", "王海川的爱人"),
    ("en", "his daughter Ignacia who does the books is for us", "Ignacia", "Rodrigo's daughter"),
    ("en", "Rodrigo's daughter Ignacia does the books", "Ignacia", "Rodrigo's daughter"),
    ("en", "Ignacia, his daughter, does the books", "Ignacia", "Rodrigo's daughter"),
    ("en", "His younger brother Tomas decides", "Tomas", "Rodrigo's brother"),
]
RIVALS = [
    ("zh", "他小舅子是意大利那家的代理，开标前把我们的文件弄丢两次"),
    ("zh", "他爱人代理另一个牌子，他到处说我们的泵召回过"),
    ("en", "He tells everybody we are almost bankrupt, because his brother in law sells the Spanish burner"),
]
NEWS = [
    ("zh", "他儿子在英国读书"),
    ("zh", "他爱人生病了"),
    ("zh", "王海川的女儿今年高考"),
    ("en", "His wife is ill"),
    ("en", "Rodrigo's son studies in England"),
    ("en", "his wife's car broke down"),
]


def signs(person: Person) -> tuple[set[str], set[str]]:
    return {one.label for one in person.roles}, {one.label for one in person.stances}


def others(state: Interview, lang: str) -> list[Person]:
    return [person for person in state.people if person.name != OWNER[lang]]


@pytest.mark.parametrize(("lang", "text", "name", "role", "stance"), UNNAMED)
def test_a_relative_is_a_person(
    talk: Talk, lang: str, text: str, name: str, role: str | None, stance: str | None
) -> None:
    before, _ = talk(*BEFORE[lang])
    state, _ = talk(text, state=before)
    [relative] = others(state, lang)
    assert (relative.name, relative.title) == (name, name)
    roles, stances = signs(relative)
    assert role in roles or role is None and not roles
    assert stance in stances or stance is None and not stances
    assert signs(state.people[0]) == signs(before.people[0]), "nothing of it is the man himself"


@pytest.mark.parametrize(("lang", "text", "name", "title"), NAMED)
def test_a_named_relative_has_the_relation_as_title(talk: Talk, lang: str, text: str, name: str, title: str) -> None:
    state, _ = talk(*BEFORE[lang], text)
    [relative] = others(state, lang)
    assert (relative.name, relative.title) == (name, title)


@pytest.mark.parametrize(("lang", "text"), RIVALS)
def test_a_relative_who_sells_for_another_shows_where_the_man_stands(talk: Talk, lang: str, text: str) -> None:
    state, _ = talk(*BEFORE[lang], text)
    assert others(state, lang) == []
    assert "enemy" in signs(state.people[0])[1]


@pytest.mark.parametrize(("lang", "text"), NEWS)
def test_family_news_make_nobody(talk: Talk, lang: str, text: str) -> None:
    state, _ = talk(*BEFORE[lang], text)
    assert others(state, lang) == []


@pytest.mark.parametrize(
    ("lang", "texts", "name"),
    [
        ("zh", ["他爱人管钱", "王海川的爱人嫌我们贵", "他爱人叫李梅"], "李梅"),
        (
            "en",
            ["His brother in law signs", "Rodrigo's brother-in-law is against us", "Tomas is Rodrigo's brother in law"],
            "Tomas",
        ),
        ("en", ["His daughter Ignacia does the books", "his daughter thinks we are too expensive"], "Ignacia"),
    ],
)
def test_it_stays_one_person(talk: Talk, lang: str, texts: list[str], name: str) -> None:
    state, _ = talk(*BEFORE[lang], *texts)
    assert [person.name for person in others(state, lang)] == [name]


@pytest.mark.parametrize(("lang", "text"), [("zh", "他爱人说了算"), ("en", "His wife has the last word")])
def test_what_part_she_has_is_no_need_for_the_family(talk: Talk, lang: str, text: str) -> None:
    state, said = talk(*BEFORE[lang], text)
    assert state.needs == []
    assert "the Rodrigo" not in said


def test_a_relative_of_who_has_a_title_only(talk: Talk) -> None:
    state, said = talk("The customer is Costa Foods", "The owner's son runs purchasing")
    assert [person.name for person in state.people] == ["the owner's son"]
    assert "the the" not in said


@pytest.mark.parametrize("text", ["王先生负责采购", "李太太负责采购", "他妈的太贵了"])
def test_forms_of_address_are_no_relatives(talk: Talk, text: str) -> None:
    state, _ = talk("客户是海川食品", text)
    assert [person.name for person in state.people if "的" in person.name] == []
