"""Questions that ask for the same lie near each other, also with words that have no vector; learned alike each time."""

from __future__ import annotations

import numpy as np
import pytest

from coach.assistant import shared_assistant
from coach.learn.features import Features, features_of
from coach.learn.fit_question_vectors import Fitted
from coach.learn.question_vectors import QuestionVectors, question_vectors
from coach.learn.vocabulary import as_keys, find, hashes_of
from coach.read.matcher import scan_of

ASKED = {
    "fitters": [
        "who fits the lamps?",
        "who mounts them up there?",
        "is it your men who mount them?",
        "who does the fitting?",
    ],
    "price": ["what does a lamp cost?", "how dear is one?", "what is the price?", "what do they cost you?"],
    "stock": ["how many lie in the store?", "is there stock?", "what stock do you keep?", "do you keep them in store?"],
}


def features(text: str, lang: str = "en") -> Features:
    return features_of(scan_of(text), lang)


def fitted() -> Fitted:
    questions = [(features(text), fact) for fact, texts in ASKED.items() for text in texts]
    return Fitted({"one": questions, "two": questions})


def test_learning_parts_the_facts_and_is_the_same_each_time() -> None:
    first, second = fitted(), fitted()
    apart_before = _apart(QuestionVectors(first.keys, first.idf, first.vectors))
    steps = list(first.learn())
    assert steps[-1] < steps[0]
    assert list(second.learn()) == steps
    assert (first.vectors == second.vectors).all()
    assert _apart(QuestionVectors(first.keys, first.idf, first.vectors)) > max(apart_before, 0.3)


def test_what_is_known_stays_and_new_words_are_learned() -> None:
    old = fitted()
    list(old.learn())
    known = QuestionVectors(old.keys, old.idf, old.vectors)
    more = {
        **ASKED,
        "colour": ["which colour is it?", "what hue do they have?", "is it a warm hue?", "red or blue in hue?"],
    }
    questions = [(features(text), fact) for fact, texts in more.items() for text in texts]
    new = Fitted({"one": questions, "two": questions}, known)
    before = new.vectors.copy()
    list(new.learn())
    places = find(new.keys, known.keys)
    assert (places >= 0).all()
    assert np.allclose(new.vectors[places] / new.vectors[places[0], 0], known.vectors / known.vectors[0, 0], rtol=1e-3)
    learned = np.setdiff1d(np.arange(len(new.keys)), places)
    assert len(learned) > 3
    assert (new.vectors[learned] != before[learned]).any()


def _apart(vectors: QuestionVectors) -> float:
    """How much liker two questions for one fact are than two for different ones, on the average."""
    own = [(vectors.of(features(text)), fact) for fact, texts in ASKED.items() for text in texts]
    pairs = [(float(a @ b), x == y) for i, (a, x) in enumerate(own) for b, y in own[:i]]
    return float(np.mean([like for like, same in pairs if same]) - np.mean([like for like, same in pairs if not same]))


@pytest.mark.parametrize(
    ("lang", "near", "far"),
    [
        (
            "en",
            ("How many people work for you?", "What is the headcount?"),
            ("How many people work for you?", "When do you pay?"),
        ),
        ("en", ("Who repairs it?", "Who mends it when it breaks?"), ("Who repairs it?", "What colour is it?")),
        ("zh", ("你们有多少人？", "员工一共几位？"), ("你们有多少人？", "货款什么时候付？")),
        ("zh", ("坏了谁来修？", "出故障了找谁维修？"), ("坏了谁来修？", "是什么颜色的？")),
    ],
)
def test_other_words_for_the_same_lie_nearer_than_other_things(
    lang: str, near: tuple[str, str], far: tuple[str, str]
) -> None:
    vectors = question_vectors(lang)
    like = [float(vectors.of(features(a, lang)) @ vectors.of(features(b, lang))) for a, b in (near, far)]
    assert like[0] > like[1]


@pytest.mark.parametrize(("lang", "text"), [("en", "Ŵŷ ŧŧ"), ("zh", "𠀀𠀁"), ("en", "")])
def test_a_text_without_a_known_piece_lies_nowhere(lang: str, text: str) -> None:
    assert not question_vectors(lang).of(features(text, lang)).any()


def test_a_word_without_a_vector_counts_where_what_is_compared_has_it() -> None:
    vectors = question_vectors("en")
    own = as_keys(hashes_of(["zzyzx"]))
    asked, example = features("which zzyzx?"), features("zzyzx, how many?")
    without = float(vectors.of(asked) @ vectors.of(example))
    assert float(vectors.of(asked, own) @ vectors.of(example, own)) > without
    assert np.isclose(np.linalg.norm(vectors.of(asked, own)), 1)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_vectors_know_the_words_of_the_examples(lang: str) -> None:
    """Where this fails, many examples are new: scripts/question_vectors.py learns the vectors anew."""
    tools = shared_assistant().tools
    texts = [text for scenario in tools.knowledge.scenarios.values() for text, _ in tools.meant.pairs(scenario, lang)]
    keys = np.unique(np.concatenate([as_keys(hashes_of(scan_of(text).words)) for text in texts]))
    assert (find(question_vectors(lang).keys, keys) < 0).mean() < 1 / 20


@pytest.mark.parametrize("text", ["Who mounts them up there?", "Who mounts the zorblat?"])
def test_the_parts_of_a_text_make_up_its_vector(text: str) -> None:
    made = fitted()
    vectors = QuestionVectors(made.keys, made.idf, made.vectors)
    own = np.sort(as_keys(hashes_of(["zorblat"])))
    _, keys, lengths = vectors.read(features(text), own)
    assert len(keys) == len(lengths) == len(set(keys.tolist()))
    assert (lengths > 0).all()
    assert (own[0] in keys) == ("zorblat" in text)
    assert vectors.read(features("zzz"), own)[1].size == 0
