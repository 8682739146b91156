"""What keeps the loop answering is set once, at the start of the server."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator

import pytest

from server.responsive import SWITCH_S, keep_responsive


@pytest.fixture
def as_before() -> Iterator[None]:
    interval = sys.getswitchinterval()
    yield
    sys.setswitchinterval(interval)
    gc.unfreeze()


@pytest.mark.usefixtures("as_before")
def test_what_is_loaded_is_not_walked_through_again_and_turns_give_way_soon() -> None:
    keep_responsive()
    assert gc.get_freeze_count() > 10_000
    assert sys.getswitchinterval() == pytest.approx(SWITCH_S)
