"""A name and a job with a colon are put before what somebody wants: they are no part of the need."""

from __future__ import annotations

import pytest

from tests.coach.interview.conftest import Talk

FIRM = {"zh": "海川食品", "en": "Costa Foods"}
SAID = [
    ("en", "Wang, quality: certificates missing", "Wang", "certificates missing"),
    ("en", "Wang (quality): certificates missing", "Wang", "certificates missing"),
    ("en", "Wang from quality: certificates missing", "Wang", "certificates missing"),
    ("en", "Anna Berg, maintenance: it breaks down every week", "Anna Berg", "it breaks down every week"),
    ("en", "Li (purchasing): price too high", "Li", "price too high"),
    ("zh", "王芳，品质：证书不全", "王芳", "证书不全"),
    ("zh", "王芳（品质部）：证书不全", "王芳", "证书不全"),
    ("zh", "李强，设备：老停机", "李强", "老停机"),
    ("zh", "老李，仓库：托盘太滑", "老李", "托盘太滑"),
]


@pytest.mark.parametrize(("lang", "text", "name", "quote"), SAID)
@pytest.mark.parametrize("named", [True, False])
def test_the_person_has_the_need(talk: Talk, lang: str, text: str, name: str, quote: str, named: bool) -> None:
    state, _ = talk(FIRM[lang], text) if named else talk(text)
    assert [person.name for person in state.people] == [name]
    assert [need.quote for need in state.needs] == [quote]
    assert state.needs[0].person == state.people[0].id
    assert state.account == (FIRM[lang] if named else None)
