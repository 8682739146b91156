"""The one-page result: what is advised alike for several people of whom nothing is known is said once."""

import pytest

from coach.result.page import people_lines

TOLD = {
    "en": ["Harbor Foods", "Mia Berg works in finance, Tom Ray is the technician and Old Jones drives the forklift", "Kim Lee, the buyer, is against us and says we are no good"],
    "zh": ["青田冷库", "王工是技术员", "李经理管仓库", "赵主任管车间", "采购孙经理一直反对我们，说我们不行"],
}  # fmt: skip
FIRST = {"en": "Ask an insider you trust what", "zh": "向信得过的内部人打听"}


@pytest.mark.parametrize("lang", TOLD)
def test_shared_advice(talk, tools, lang):
    state, _ = talk(*TOLD[lang])
    unknown = [person.name for person in state.people][:3]
    lines = people_lines(state, tools)
    [shared] = [line for line in lines if FIRST[lang] in line]
    assert all(name in shared for name in unknown)
    assert lines[-1] == shared, "it stands behind everybody"
    steps = [line for line in lines if line.strip().startswith(("- one step forward", "- 往前一步"))]
    assert len(steps) == 2, "the opponent has advice of her own"
