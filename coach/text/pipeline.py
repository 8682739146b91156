"""spaCy's pipeline over our tokens. Imported only where spaCy is needed: that takes a second."""

from __future__ import annotations

from functools import lru_cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from coach.text.tokenizer import tokenize


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
