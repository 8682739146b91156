"""The phrase language."""

import pytest

from coach.knowledge.patterns import PatternError, expand


@pytest.mark.parametrize(
    ("pattern", "phrases"),
    [
        ("太贵", ["太贵"]),
        ("(lose|losing) [my] face", ["lose face", "lose my face", "losing face", "losing my face"]),
        ("没[法|办法]交代", ["没交代", "没办法交代", "没法交代"]),
        ("怕 ... 出事", ["怕 ... 出事"]),
    ],
)
def test_expand(pattern, phrases):
    assert expand(pattern) == phrases


@pytest.mark.parametrize(
    "pattern",
    ["(a|b", "a)", "[a", "(a ... b|c)", "(a|)", "[a]", "... a", "a ...", "((a|b))", "(a|b|c|d|e)" * 6],
)
def test_broken_patterns(pattern):
    with pytest.raises(PatternError):
        expand(pattern)
