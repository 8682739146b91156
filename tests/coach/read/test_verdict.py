"""What a verdict says of its own evidence."""

from __future__ import annotations

import pytest

from coach.read.verdict import Evidence, Verdict


@pytest.mark.parametrize(
    ("rules", "ruled", "sure"),
    [
        ((), False, False),
        (("learned.need.latent",), False, False),
        (("needs/latent/returns.likely",), True, False),
        (("language/preferences",), True, False),
        (("needs/latent/returns.sure",), True, True),
        (("learned.role.user", "roles/user.sure"), True, True),
    ],
)
def test_whether_a_rule_speaks_for_it(rules: tuple[str, ...], ruled: bool, sure: bool) -> None:
    verdict = Verdict("latent", 0.9, tuple(Evidence(rule, 0, 4, "told") for rule in rules))
    assert (verdict.is_ruled, verdict.is_sure) == (ruled, sure)
