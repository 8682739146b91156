"""A name that was found together with the title beside it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class TitledName:
    """How a person may be called, and where: 采购Liza starts at 采, 姓路的小伙子 is called 小路."""

    name: str
    start: int
    end: int
    title: str | None
