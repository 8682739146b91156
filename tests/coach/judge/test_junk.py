"""Weather, nonsense and pasted text are seldom taken for an offer or for sympathy."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from coach.context import Tools
from coach.rehearsal.unsolved import TODAY

JUNK = yaml.safe_load((Path(__file__).parent / "junk.yml").read_text(encoding="utf-8"))
AT_MOST = 3  # of twenty: who says "my grandmother makes the best dumplings" praises something


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("part", ["tuned", "held"])
def test_junk_is_no_offer_and_no_sympathy(tools: Tools, part: str, lang: str) -> None:
    assert len(JUNK[part][lang]) == 20
    taken = [text for text in JUNK[part][lang] if tools.seller.read(text, [], TODAY).has("offer", "empathy")]
    assert len(taken) <= AT_MOST, taken
