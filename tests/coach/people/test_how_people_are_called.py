"""Nicknames, full names beside a form of address, dictated names, and jobs that are only spoken of."""

import pytest

CHINESE = [
    ("场长老贺天天在猪舍里转", [("老贺", "decider")]),
    ("仓库阿芬把货点完了", [("阿芬", "user")]),
    ("办公室的小霍管登记", [("小霍", "gatekeeper")]),
    ("大罗罗建民管下单", [("罗建民", None)]),
    ("招标经理曾总曾令仪打分", [("曾令仪", None)]),
    ("维修班长叫火旺,姓什么没人提", [("火旺", "user")]),
    ("采购呢是个小伙子,大伙都喊他石头", [("石头", "buyer")]),
    ("最后是厂长定,邹国梁,我没见过", [("邹国梁", "decider")]),
    ("厂长老郭总拿断货说事", [("老郭", "decider")]),
    ("小邓总嫌我们交期长", [("小邓", None)]),
    ("小王总和老王总都在", [("王总", None), ("王总", None)]),
    ("研发主管姓仝,仝主管管打样", [("仝主管", "influencer")]),
    ("财务还有个会计,大额都要她签", [("会计", "approver")]),
    ("品类经理 Satu Virtanen 女士,这件事由她发起", [("Satu Virtanen 女士", "buyer")]),
    ("门店店长 Pekka,安装由他带人做", [("Pekka", "user")]),
    ("实验室负责人 Lindgren 博士,同事戏称他为秤砣", [("Lindgren 博士", "influencer")]),
    ("总工,女的,Jelena Marić。样品得过她那关", [("Jelena Marić", "influencer")]),
    ("CFO是马来西亚人,Mr. Hafiz Omar,大额要他签", [("Mr. Hafiz Omar", "approver")]),
    ("董事会有个Branko,工会推上去的。超过五十万要他会签", [("Branko", None)]),
    ("说到Carla,全名Carla Núñez,化验室的头儿,报告由她出", [("Carla Núñez", "influencer")]),
    ("创始人Don Julio,八十了,全公司喊他老爷子,最后是他拍板", [("Don Julio", "decider")]),
    ("前台大管家Rosario,上面的日程都捏在她手里", [("Rosario", "gatekeeper")]),
    ("面包师傅的领班,大家叫三叔,每天顾炉", [("三叔", "user")]),
    ("库管的阿莲姐先点头才进得去", [("阿莲姐", None)]),
    ("厂里是朴代理管下单", [("朴代理", None)]),
    ("配方那边有个大个子,巴图尔,机器全是他带人开", [("巴图尔", None)]),
    ("还有个会计主任,叫个啥,索菲娅吧,付款得她签字", [("索菲娅", "approver")]),
    ("spec 是 Sister Aminah 定的,质量主管。她不站队", [("Sister Aminah", "influencer")]),
    ("盖章的是老板的小叔子Vikram Shah", [("Vikram Shah", None)]),
    ("先讲Zosia,全名Zofia Nowak,招标由她发起", [("Zofia Nowak", None)]),
    ("向经理说先看看样布", [("向经理", None)]),
    ("采购张姐向同事打听我们", [("张姐", None)]),
    ("吕工向领导反映过烘箱漏气", [("吕工", None)]),
]
ENGLISH = [
    ("the head cook is fernanda quispe she wants bigger kettles", [("fernanda quispe", "user")]),
    ("purchasing is tariq he places every order", [("tariq", "buyer")]),
    ("i met deepa and callum at the depot", [("deepa", None), ("callum", None)]),
    ("the owner is stubborn he says no to everything", [("owner", "decider")]),
    ("Mr. Benoît Charpentier signs it", [("Mr. Benoît Charpentier", None)]),
    ("Ewa, the night shift supervisor, likes our gloves", [("Ewa", "user")]),
    ("There's the marine surveyor too, Torvald Hegge, who checks welds", [("Torvald Hegge", "influencer")]),
    ("The foreman, everyone calls him Baz, runs the yard", [("Baz", "user")]),
    ("The crew lead who climbs every mast, we call him Papa Otieno", [("Papa Otieno", "user")]),
    ("The site manager, everyone calls him the Big Fella, hauls nets", [("Big Fella", "user")]),
    ("Then Declan in accounts, they call him the Bishop, pays it", [("Declan", "approver")]),
    ("CEO's Wiremu Tane. He picks the lab.", [("Wiremu Tane", "decider")]),
    ("Shuklaji. his gang lays the floors", [("Shuklaji", None)]),
    ("Mishra ji sends every file back", [("Mishra ji", None)]),
    ("who has to sign is padre Tomás, the priest of the money", [("padre Tomás", None)]),
    ("Uncle Ravi runs the machines, auntie Noor signs", [("Uncle Ravi", None), ("auntie Noor", None)]),
    ("His secretary is señorita Ximena, every letter goes by her", [("señorita Ximena", None)]),
    ("Laboratory is señora Mercedes Quiroga. She sets the limits", [("señora Mercedes Quiroga", None)]),
    ("then you have got Big Tam on the packing line", [("Big Tam", None)]),
    ("But Wiebe sent it back, he wants the old one", [("Wiebe", None)]),
    ("There's a clerk too, Deepak something, Deepak Nair, who books the trucks", [("Deepak Nair", "gatekeeper")]),
    ("Next is Oksana somebody from the dye house", [("Oksana", None)]),
    ("And the head grower! The Admiral, they call her, real name Philippa Dunne", [("Philippa Dunne", "influencer")]),
    ("The one with the key is a lass everyone calls Sparrow", [("Sparrow", None)]),
    ("there's a lad they call Lofty on the saw", [("Lofty", None)]),
    ("His sister Mzia is choosing the oven", [("Mzia", None)]),
    ("the owner's son Otar keeps the till", [("Otar", None)]),
    ("Mr Hviid, lead technician onshore, greases them weekly", [("Mr Hviid", "user")]),
    ("Mr Falk's deputy, Runa Vik, drafted it", [("Mr Falk", None), ("Runa Vik", None)]),
    ("Profe Lucía, Lucía Salas, teacher of primary, uses it", [("Lucía Salas", "user")]),
]
NOBODY = [
    "去年升任经理以后他忙多了", "有的店长自己去进货", "三个电工都说好装", "他前同事在对手那里", "会计系统要换",
    "护士站缺一台打印机", "我不知道她的姓名", "采购小单太多", "大车和小车都停", "老问题还在", "负责人管预算,管水管电",
    "Every technician and some operators want training", "He's been made plant manager since May",
    "The operator panel is cracked", "we talked to purchasing and the lab",
    "他们采购的是低压灯条", "还催各店店长来试拍", "想选兽医影像学会的理事", "超限额须经监事会通过", "同事都说他忙", "各家老板都来了",
    "大家叫苦连天", "我们是灯具代理商,金代理商也在", "I am Achola, covering the lake zone", "hello, i'm Thiago from Curitiba", "我叫金度贤,卖油漆的",
    "they sit in Colombo on the river side", "Whether the supervisory board is involved, I do not know",
    "Absolutely loves it, she says", "Waiters carry them, he says", "It is in the Athlone cluster, and he won't touch it",
    "吉达那边有个私立医院", "Emoji everywhere", "a sister company of theirs",
    "Brothers say it will sink", "The Dorval salesman drops in every Friday", "A Kestrel sales rep left a sample",
    "there is a cat called Angus in the office", "they sail a ferry named Rosa", "厂里养了条狗叫大宝",

]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CHINESE + ENGLISH)
def test_is_found(tools, text, expected):
    assert [(mention.name, mention.role) for mention in tools.finder.find(text)] == expected


@pytest.mark.parametrize("text", NOBODY)
def test_nobody(tools, text):
    assert [mention.name for mention in tools.finder.find(text) if mention.title != "负责人"] == []


@pytest.mark.parametrize(
    ("text", "name", "also"),
    [
        ("老邵,邵永康,管车间", "邵永康", ("老邵",)),
        ("采购经理叫许国梁,大家都叫他Victor", "许国梁", ("Victor",)),
        ("It's Greg, Greg Papadakis, who buys", "Greg Papadakis", ("Greg",)),
    ],
)
def test_two_names_in_one_breath(tools, text, name, also):
    [mention] = tools.finder.find(text)
    assert {mention.name, *mention.also} == {name, *also}
