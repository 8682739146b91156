"""The one tokeniser for Chinese, English and mixed text: each Han character its own token."""

from __future__ import annotations

import re
from functools import lru_cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

# Han characters singly (segmenting loses phrases: docs/decisions.md); words, numbers, units and codes whole.
_LETTERS = r"(?:(?![\u3400-\u9fff])[^\W_])+"
_TOKEN = re.compile(
    r"[\u3400-\u9fff]"
    r"|'s\b"
    r"|(?P<begun>[a-z]+)(?=-(?P=begun))"  # a stammer: "what-what", "wo-would"
    r"|\d+(?:[.,]\d+)+%?[a-z]*"
    rf"|{_LETTERS}(?:(?!'s\b)['\-/&]{_LETTERS})*%?"
    r"|\S",
    re.IGNORECASE,
)


def tokenize(text: str) -> list[tuple[str, int]]:
    """Return the tokens of `text` with the offset of each."""
    return [(m.group(), m.start()) for m in _TOKEN.finditer(text)]


class HanTokenizer:
    """A spaCy tokeniser over `tokenize`; white space is kept only as the flag behind a token."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        return Doc(self.vocab, words=[word for word, _ in tokenize(text)])


@lru_cache(maxsize=1)
def blank_pipeline() -> Language:
    """Return the shared spaCy pipeline: our tokeniser and nothing else."""
    nlp = spacy.blank("xx")
    nlp.tokenizer = HanTokenizer(nlp.vocab)
    return nlp
