"""Where somebody goes after signing in: into our own page and nowhere else."""

from __future__ import annotations

import re

HOME = "/"
_OURS = re.compile(r"/(#/[\w./?%=&,~+:-]{0,300})?", re.ASCII)


def way_back(asked: str | None) -> str:
    """Return `asked` when it is a place in our page, such as `/#/account/5`, else the start."""
    return asked if asked and _OURS.fullmatch(asked) else HOME
