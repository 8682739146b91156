"""Practice with something that is no scenario's name: the nearest one, else the list; never an answer."""

from __future__ import annotations

import pytest

from coach.context import Context
from coach.conversation.doors import SCENARIO
from coach.conversation.state import INTERVIEW, REHEARSAL
from tests.coach.conversation.chat import LEARNED, NAME, talk

NEAREST = [
    ("zh", "练习 仓库", "logistics_software_director"),
    ("zh", "练习 老太太", "plums"),
    ("zh", "练习仓库", "logistics_software_director"),
    ("zh", "演练 仓库", "logistics_software_director"),
    ("zh", "练习一下物流", "logistics_software_director"),
    ("zh", "练习 货代", "logistics_software_director"),
    ("zh", "练习：医院", "hospital_equipment_head"),
    ("zh", "想练练酒店", "hotel_linen_buyer"),
    ("zh", "演练洗衣", "hotel_linen_buyer"),
    ("zh", "练习 学校", "school_canteen_supplier"),
    ("en", "rehearse warehouse", "logistics_software_director"),
    ("en", "practise warehouses", "logistics_software_director"),
    ("en", "practice with the warehouse guy", "logistics_software_director"),
    ("en", "practise hospital", "hospital_equipment_head"),
    ("en", "rehearse packaging", "packaging_plant_manager"),
    ("en", "rehearse hotel", "hotel_linen_buyer"),
]
NONE = [
    ("zh", "练习"),
    ("zh", "练习 鱼市"),
    ("zh", "演练 香蕉酸奶"),
    ("zh", "练习 LED"),
    ("zh", "演练 没有的场景"),
    ("en", "practise"),
    ("en", "rehearse zeppelin"),
    ("en", "practise fishing nets"),
    ("en", "rehearse export"),
    ("en", "rehearse a scenario that there is not"),
]
TOLD = [
    ("zh", "练习生太多了"),
    ("zh", "练习室的灯坏了"),
    ("en", "practice makes perfect"),
    ("en", "practice rooms are too dark"),
]


@pytest.mark.parametrize(("lang", "text", "scenario"), NEAREST)
def test_the_nearest_begins(context: Context, lang: str, text: str, scenario: str) -> None:
    state, _ = talk(context, [*LEARNED[lang], text])
    assert state.mode == REHEARSAL
    assert state.rehearsal is not None
    assert state.rehearsal.scenario == scenario


@pytest.mark.parametrize(("lang", "text"), NONE)
def test_where_none_is_near_the_scenarios_are_listed(context: Context, lang: str, text: str) -> None:
    before, _ = talk(context, LEARNED[lang])
    state, said = talk(context, [text], before)
    assert (state.mode, state.asking) == (INTERVIEW, SCENARIO)
    assert "13. " in said
    assert len(state.interview.answers) == len(before.interview.answers)


@pytest.mark.parametrize(("lang", "text"), [one for one in NONE if " " in one[1]])
def test_another_name_takes_up_no_old_rehearsal(context: Context, lang: str, text: str) -> None:
    begin, stop, resume = {
        "zh": ("练习 仓库", "停", "继续演练"),
        "en": ("rehearse warehouse", "stop", "go on rehearsing"),
    }[lang]
    state, _ = talk(context, [NAME[lang], begin, stop, text])
    assert (state.mode, state.asking) == (INTERVIEW, SCENARIO)
    state, _ = talk(context, [stop, resume], state)
    assert state.mode == REHEARSAL


@pytest.mark.parametrize(
    ("lang", "text"), [("zh", "warehouse"), ("zh", "仓库"), ("en", "warehouse"), ("en", "the warehouse one")]
)
def test_the_nearest_is_taken_from_the_list(context: Context, lang: str, text: str) -> None:
    show = {"zh": "有哪些演练场景", "en": "list the scenarios"}[lang]
    state, _ = talk(context, [NAME[lang], show, text])
    assert state.rehearsal is not None
    assert state.rehearsal.scenario == "logistics_software_director"


@pytest.mark.parametrize(("lang", "text"), TOLD)
def test_what_is_told_of_practice_is_an_answer(context: Context, lang: str, text: str) -> None:
    state, _ = talk(context, [NAME[lang], text])
    assert (state.mode, state.asking) == (INTERVIEW, None)
    assert state.interview.answers[-1]["text"] == text


@pytest.mark.parametrize(
    ("lang", "text"), [("zh", "练习提问"), ("zh", "小练习"), ("en", "do a drill on open questions")]
)
def test_drills_stay_drills(context: Context, lang: str, text: str) -> None:
    state, _ = talk(context, [NAME[lang], text])
    assert state.drill is not None or state.asking == "drill"
