"""Say in words what is wrong with a transcript, who was taken for the seller, and who is not judged."""

from __future__ import annotations

from coach.context import Tools
from coach.review.sides import Sides, SidesError, Signs
from coach.review.utterance import Fault


def fault_words(fault: Fault, tools: Tools, lang: str) -> str:
    """Return what was expected on a line and what stands there."""
    return tools.words.say(f"transcript_{fault.kind}", lang, found=fault.found)


def sides_words(error: SidesError, tools: Tools, lang: str, *, chat: bool = False) -> str:
    """Return why the sides are not known and how to name them; `chat`: where there are no options."""
    names = tools.words.listing(error.names, lang)
    if chat and error.kind == "one":
        return tools.words.say("sides_chat_one", lang, names=names)
    if chat:
        return tools.words.say("sides_chat", lang, names=names)
    return tools.words.say(f"sides_{error.kind}", lang, names=names)


def guess_words(sides: Sides, tools: Tools, lang: str, *, chat: bool = False) -> str:
    """Return who was taken for the seller and why; "" when nothing was guessed."""
    if sides.guess is None:
        return ""
    sellers, customers = sides.names("seller"), sides.names("customer")
    sold, bought = _together(sellers, sides), _together(customers, sides)
    return tools.words.say(
        "review_guess_chat" if chat else "review_guess",
        lang,
        seller=tools.words.listing(sellers, lang),
        customer=tools.words.listing(customers, lang),
        asked=sold.asked,
        offered=sold.offered + sold.introduced,
        needs=bought.needs,
        objected=bought.objected,
    )


def _together(names: list[str], sides: Sides) -> Signs:
    signs = [sides.guess[name] for name in names] if sides.guess else []
    return Signs(*(sum(getattr(sign, key) for sign in signs) for key in Signs.__dataclass_fields__))
