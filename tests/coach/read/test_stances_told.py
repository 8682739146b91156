"""Where a person stands by what a salesperson tells: stakes in a rival, help at a risk, even-handedness, nothing known."""

from __future__ import annotations

import pytest

from coach.context import Tools


def stands(tools: Tools, text: str) -> str:
    """Return the stance that a rule reads of the person told of, else the one that the clauses hint at."""
    person = tools.report(text).people[0]
    if person.stance.label != "unknown" or person.stance.evidence:
        return person.stance.label
    return tools.reader.attitude(person.words, person.hints).label


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        # a stake in a rival, papers that get lost, tales about us
        ("She takes a commission from the other vendor.", "enemy"),
        ("He gets a cut from the Danish firm on every order.", "enemy"),
        ("Her brother-in-law does repairs for the present supplier.", "enemy"),
        ("Our samples vanished in his drawer.", "enemy"),
        ("She told the board that we never turned up.", "enemy"),
        ("He tells the nurses that we sell expired gloves.", "enemy"),
        ("He hid our offer in the drawer for two weeks.", "enemy"),
        ("She tore our posters down and warned the teachers that nobody is to talk to us.", "enemy"),
        ("他撕了我们的海报,还警告大家谁也不准跟我们接触。", "enemy"),
        ("她从现在那家拿提成。", "enemy"),
        ("他女婿在那家做销售。", "enemy"),
        ("他把口径写成只有那一家够得着。", "enemy"),
        ("他把我的样品丢给楼下保安。", "enemy"),
        # praise of the firm of another town, whatever stands between
        ("品控的老蔡逢人就夸东莞那家", "opponent"),
        ("厂长老邱老夸佛山他们家的泵", "opponent"),
        ("老蔡把常州那个厂夸上了天，说苏州那家更靠谱", "opponent"),
        ("采购王姐觉得温州那家靠谱", "opponent"),
        ("后勤主任李姐整天说老城那家好", "opponent"),
        ("后勤主任李姐对宁波那边赞不绝口", "opponent"),
        ("Dieter Krug, the QC lead, talks up the Dongguan people to anyone who listens", "opponent"),
        ("Their buyer Maria raves about the boys from Turin", "opponent"),
        ("Their buyer Maria never stops singing the praises of the Ningbo outfit", "opponent"),
        ("The chef, Rosa Lind, tells everyone how good the Parma lot is", "opponent"),
        ("Their buyer Maria swears by the guys in Lyon", "opponent"),
        ("采购老王逢人就夸我们的泵", "supporter"),
        ("采购老王夸我们比东莞那家好", "supporter"),
        ("采购老王对我们那边的服务赞不绝口", "supporter"),
        ("Their buyer Maria raved about the demo", "supporter"),
        ("采购老王夸车间那边干得好", "unknown"),
        ("采购老王说东莞那家交货晚", "unknown"),
        ("Their buyer Maria praises the maintenance people", "unknown"),
        ("Their buyer Maria told the Dongguan people to wait", "unknown"),
        # help that costs something
        ("If word gets out she is finished, she said.", "coach"),
        ("He told me to hold the price.", "coach"),
        ("She let me read the scoring sheet.", "coach"),
        ("这事传出去他就得走人。", "coach"),
        ("她把另外两家的打分念给我听。", "coach"),
        # the same for all
        ("You won't get a yes or a no out of her.", "neutral"),
        ("He wouldn't tip his hand.", "neutral"),
        ("He shrugged and said ask again when the boards are down.", "neutral"),
        ("他只看数字,说先把成本表给他再谈。", "neutral"),
        ("She says let the best one win, and each bidder gets twenty minutes.", "neutral"),
        ("她说检测分数都出来了再谈。", "neutral"),
        ("不管哪家来,她都照号排。", "neutral"),
        ("结果没出来之前他不评论。", "neutral"),
        # against us, and still there to talk to
        ("He'd sooner stick with the old press.", "opponent"),
        ("She is not for us, but she answers my mails.", "opponent"),
        ("He finds the screen a nuisance.", "opponent"),
        ("She raised four objections to our terms.", "opponent"),
        ("He reckons our hinges will stick and the man from Lyon has never let him down.", "opponent"),
        ("Ngaire hates our beds and says so to everybody.", "opponent"),
        ("她对我们的方案提了一堆意见。", "opponent"),
        ("他说老机器修修还能撑三年。", "opponent"),
        ("他死活不肯换,我跟他吵了一下午。", "opponent"),
        # for us, in other words
        ("He sees no reason not to go with us.", "supporter"),
        ("He told the club paper that our boots are first class.", "supporter"),
        ("She says the new blades beat the old ones by a mile.", "supporter"),
        ("他说没理由不选我们。", "supporter"),
        ("她跟厂长念叨早就该换我们的。", "supporter"),
        # what is only asked is not told
        ("What he thinks about us, this I can not say.", "unknown"),
        ("I haven't met her, so I can't say for us or against.", "unknown"),
        ("Her view on us is a blank.", "unknown"),
        ("她是支持还是反对我们,看不出来。", "unknown"),
        ("他咋想的我不好讲。", "unknown"),
        ("她的态度那栏空着。", "unknown"),
    ],
)
def test_stances_told(tools: Tools, text: str, stance: str) -> None:
    assert stands(tools, text) == stance


@pytest.mark.parametrize(
    ("text", "not_this"),
    [
        ("She told me to call back on Friday.", "coach"),
        ("He let me read the menu.", "coach"),
        ("They both get a discount from the bank, she says.", "enemy"),
        ("他女儿在北京上班。", "enemy"),
        ("我要图纸,他当天就给了。", "enemy"),
        ("The letter was not for her.", "opponent"),
        ("酒喝到二两他跟我说,他怕机器一来自己没用了。", "coach"),
        ("Over a beer he told me, he is afraid of losing his post.", "coach"),
        ("He voted against us, though I have never met him.", "unknown"),
        ("我没见过他,但他反对我们。", "unknown"),
    ],
)
def test_likenesses(tools: Tools, text: str, not_this: str) -> None:
    assert stands(tools, text) != not_this


def test_speech_without_marks_is_read_in_pieces(tools: Tools) -> None:
    text = (
        "the foreman is ola he looks after the whole yard and he has twelve men under him he told the crew our saw is "
        "the best he ever had and he wants to keep it"
    )
    assert {hint.label for person in tools.report(text).people for hint in person.hints} == {"supporter"}
    text = "班长姓何他带着二十来个人他说我们的锯子最好用他逢人就夸"
    assert {hint.label for person in tools.report(text).people for hint in person.hints} == {"supporter"}
