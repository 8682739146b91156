"""Which product a pitch is for: asked when nothing that was said points to one."""

from __future__ import annotations

from coach.context import Tools
from coach.interview.state import Interview
from coach.pitch.compose import trade_for

SHOWN = 2  # products named for each catalogue


def unclear_product(state: Interview, tools: Tools) -> bool:
    """Say whether the product must be asked for: several catalogues, and no word of any trade was said."""
    return state.product is None and len(tools.catalogue.trades) > 1 and trade_for(state, tools) is None


def ask_product(state: Interview, request: str, text: str, tools: Tools) -> str:
    """Return the short question for the product; `request` is carried out once it is named."""
    state.asking, state.asked_for = f"product:{request}", text
    return tools.words.say("which_product", state.lang, products=product_choice(tools, state.lang))


def product_choice(tools: Tools, lang: str) -> str:
    """Return each catalogue with a few of its products, in words."""
    words, listed = tools.words, []
    for trade in tools.catalogue.trades:
        products = [p.name[lang] for key, p in tools.catalogue.products.items() if key.startswith(trade + "/")]
        few = words.listing(products[:SHOWN], lang)
        listed.append(
            words.say("catalogue_choice", lang, name=tools.knowledge.catalogues[trade].name[lang], products=few)
        )
    return words.listing(listed, lang)
