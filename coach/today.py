"""Which day it is."""

from __future__ import annotations

import os
from datetime import date, datetime

from coach.visits.moments import zone_of


def today(zone: str = "") -> date:
    """Return the date in `zone`, this computer's where it is not known, or COACH_TODAY where a test needs a fixed one.

    Raises ValueError when COACH_TODAY is no date.
    """
    fixed = os.environ.get("COACH_TODAY")
    if fixed:
        return date.fromisoformat(fixed)
    return datetime.now(zone_of(zone)).date() if zone else date.today()
