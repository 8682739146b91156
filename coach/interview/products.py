"""Which product a pitch is for: asked when nothing that was said points to one."""

from __future__ import annotations

from coach.context import Context, Tools
from coach.interview.known import find_people
from coach.interview.state import Interview
from coach.pitch.compose import trade_for
from coach.read.matcher import scan_of
from coach.text.dates import find_date

SHOWN = 2  # products named for each catalogue
_WORDS, _HAN = 3, 6  # the most of a bare name of a product


def unclear_product(state: Interview, tools: Tools) -> bool:
    """Say whether the product must be asked for: several catalogues, and no word of any trade was said."""
    return state.product is None and len(tools.catalogue.trades) > 1 and trade_for(state, tools) is None


def ask_product(state: Interview, request: str, text: str, tools: Tools) -> str:
    """Return the short question for the product; `request` is carried out once it is named."""
    state.asking, state.asked_for = f"product:{request}", text
    return tools.words.say("which_product", state.lang, products=product_choice(tools, state.lang))


def other_product(state: Interview, text: str, context: Context) -> str | None:
    """Return the product of no catalogue that is named in answer to the question, None for any other message."""
    tools, name = context.tools, text.strip(" \t。.,，!！")
    words = [word for word in scan_of(name).words if word.isalnum()]
    most = _HAN if any(word > "\u3400" for word in words) else _WORDS
    if not 0 < len(words) <= most or tools.manners.may_ask(text) or text.rstrip().endswith(("?", "？")):
        return None
    if tools.requests.read(text) or tools.reader.command(text).label != "content":
        return None
    told = any(hit.rule.sure for hit in tools.reader.scan(text).hits("need")) or tools.manners.speaks_of_others(text)
    dated = find_date(scan_of(name).clean, context.today) is not None
    return None if told or dated or find_people(state, text, context) else name


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
