"""A concept that is not in the glossary: said so in the language of the question, with those that are near."""

import pytest

from coach.interview.glossary import near

UNKNOWN = [
    "what is that MEDDIC thing", "whats BATNA", "and what's BATNA", "ever heard of MEDDPICC?", "explain that Sandler thing to me",
    "can you explain land and expand", "my boss keeps saying MEDDIC, what is it?", "Could you tell me what an economic buyer is?",
    "那个MEDDIC是个啥", "听说过BATNA吗", "老板老说MEDDIC，那是啥", "什么叫商机阶段？", "定价锚点是个什么概念", "请教一下，什么是价值主张画布",
]  # fmt: skip
TOLD = [
    "they'd never heard of us",
    "Anna explained the new line to me",
    "他们没听说过我们这个牌子",
    "采购问我知不知道UL认证要多久",
]


@pytest.mark.parametrize("text", UNKNOWN)
@pytest.mark.parametrize("before", [["青田冷库", "他们要60天账期"], ["Harbor Foods", "They want 60 days"]])
def test_an_unknown_concept(talk, tools, text, before):
    state, _ = talk(*before)
    after, said = talk(text, state=state)
    lang = "zh" if any("\u3400" < sign < "\u9fff" for sign in text) else "en"
    assert said.startswith(tools.words.say("concept_unknown", lang, names="").split("{")[0][:12])
    assert (len(after.needs), len(after.people), after.pending.key) == (1, 0, state.pending.key)


@pytest.mark.parametrize("text", TOLD)
def test_what_is_told_asks_for_no_concept(talk, text):
    state, _ = talk("Harbor Foods", "They want 60 days")
    assert len(talk(text, state=state)[0].answers) > len(state.answers)


@pytest.mark.parametrize(
    ("asked", "key"),
    [
        ("problem solving", "problem_question"),
        ("solution selling", "key_account_sales"),
        ("买家信息", "customer_information"),
    ],
)
def test_near(tools, asked, key):
    glossary = tools.knowledge.glossary
    assert glossary[key] in near(asked, glossary)[:6]


WORDS = {
    "latent_need": [
        "what does latent mean?", "what's latent", "define latent", "latent?", "what do you mean by hidden?", "and what is an underlying one?",
        "隐性是什么意思", "潜在是什么意思", "什么叫潜在", "你说的潜在是啥意思", "潜在？", "latent是什么意思",
    ],
    "surface_need": ["what does surface mean?", "explain surface", "浅层是什么意思", "表面是什么意思", "什么叫浅层", "显性是指什么"],
    "deep_need": ["what does deep mean?", "what do you mean by deep", "deep?", "深层是什么意思", "什么是深层", "深藏是什么", "深层呢？"],
    "benefit": ["what does benefit mean?"],
    "implication_question": ["what is meant by implication?"],
    "need_payoff_question": ["what does need-payoff mean", "回报是什么意思"],
}  # fmt: skip


@pytest.mark.parametrize(("key", "text"), [(key, text) for key, texts in WORDS.items() for text in texts])
@pytest.mark.parametrize("before", ["青田冷库", "Harbor Foods"])
def test_a_concept_by_its_distinctive_word(talk, tools, key, text, before):
    state, _ = talk(before)
    after, said = talk(text, state=state)
    lang = "zh" if not text.isascii() or (" " not in text and before == "青田冷库") else "en"  # one word switches none
    assert tools.knowledge.glossary[key].text[lang].strip() in said
    assert len(after.answers) == len(state.answers)


@pytest.mark.parametrize("text", ["what is the difference between latent and deep?", "潜在和深藏有什么区别"])
def test_several_concepts_by_their_words(talk, tools, text):
    said, lang = talk("Harbor Foods", text)[1], "en" if text.isascii() else "zh"
    assert all(tools.knowledge.glossary[key].text[lang].strip() in said for key in ("latent_need", "deep_need"))


@pytest.mark.parametrize(
    "text", ["what is a need?", "需求是什么意思", "what does key mean?", "客户是什么意思", "what is a buyer persona"]
)
def test_a_word_of_several_concepts_names_none(talk, tools, text):
    lang = "en" if text.isascii() else "zh"
    assert talk("Harbor Foods", text)[1].startswith(
        tools.words.say("concept_unknown", lang, names="").split("{")[0][:12]
    )


@pytest.mark.parametrize("text", ["quality?", "价格？", "what about the price?"])
def test_other_short_questions_explain_nothing(talk, tools, text):
    assert (
        tools.words.say("user_question", "en" if text.isascii() else "zh")[:20]
        in talk("青田冷库" if not text.isascii() else "Harbor Foods", text)[1]
    )


CONTACT = [
    (["Harbor Foods"], "你好", "zh", "greeting_back"), (["Harbor Foods"], "再见", "zh", "stopped"),
    (["Harbor Foods"], "我先撤了", "zh", "stopped"), (["青田冷库"], "hi there", "en", "greeting_back"),
    (["青田冷库"], "thanks, bye", "en", "stopped"), (["青田冷库"], "bye", "zh", "stopped"),
    (["青田冷库"], "hello", "zh", "greeting_back"), (["青田冷库", "说中文"], "good evening", "zh", "greeting_back"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "text", "lang", "answer"), CONTACT)
def test_a_greeting_is_answered_in_its_language(talk, tools, before, text, lang, answer):
    """A lone "bye" is said in Chinese too."""
    state, _ = talk(*before)
    assert tools.words.say(answer, lang) in talk(text, state=state)[1]
