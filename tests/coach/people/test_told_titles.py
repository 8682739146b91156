"""A title that tells more of somebody who is spoken of makes no second person."""

import pytest

ONE = [
    ("Nadia Brandt. Production manager. She raised it.", "Nadia Brandt"),
    ("Olaf. Crane driver, up there every day.", "Olaf"),
    ("Contact B: Mireille Fontaine, President. She picks the maker.", "Mireille Fontaine"),
    ("My main person is Sharon Pickett, she's the import coordinator", "Sharon Pickett"),
    ("Reem is the owner's secretary, nobody gets in without her", "Reem"),
    ("The MD makes the choice, Mrs Abena Owusu.", "Mrs Abena Owusu"),
    ("Managing director picks the supplier: Mr Senthil Kumaran. Not met.", "Mr Senthil Kumaran"),
    ("Dyehouse supervisor is Murugesan, uses it every shift", "Murugesan"),
    ("then Ma Wenbo, everyone says Ma Gong, drafts the terms", "Ma Wenbo"),
    ("第二位,Youssef Benali,技术主任。他写规格书", "Youssef Benali"),
    ("李建军说话慢,是他们的医疗总监,选哪个牌子他拍板", "李建军"),
    ("研发那边有个营养师,叫Luciana Prado,配方由她评", "Luciana Prado"),
    ("王建平说话直,他是车间的设备主管", "王建平"),
    ("I got in through Snezhana Ilieva, who sits outside the office", "Snezhana Ilieva"),
    ("Dilnoza Yusupova是他们的采购,三十来岁", "Dilnoza Yusupova"),
    ("The head nurse is called Kinga Nowak.", "Kinga Nowak"),
    ("The CFO over there, Marianne Kowalczyk, has to bless it", "Marianne Kowalczyk"),
    ("还有个姑娘叫英格丽 包装车间的班长 膜一断就是她去接", "英格丽"),
    ("老板范文成。最后用谁家他一句话。", "范文成"),
    ("有一个老头 生产总监 名字我不会念 我们都叫他老维", "老维"),
    ("采购呢是个印度人叫Rajesh，话不多", "Rajesh"),
    ("主任是个巴基斯坦大叔Tariq，整天爬上爬下", "Tariq"),
    ("招标办小罗,罗晓雯。收资料", "罗晓雯"),
]
NOBODY = [
    "They said a director was dismissed in spring", "My own director is impatient with me", "The owner is a Chinese group",
    "几个老股东说他糊涂了", "他年底评高工", "圣保罗的门店", "监理公司来过", "主业是照明工程总包", "货卖到莫斯科和阿拉木图",
    "瓷块、车针、手机都要", "做的人是韩裔,主打护肤", "Nothing said.", "Whether they sign is open",
]  # fmt: skip
STILL_TOLD = [
    ("There is a consultant who sets the specs", ["consultant"]),
    ("最后拍板的是老板", ["老板"]),
    ("总会计师要签字", ["总会计师"]),
    ("小王总和老王总都在", ["王总", "王总"]),
    ("财务那边的Dona Célia要签字", ["Dona Célia"]),
]


@pytest.mark.parametrize(("text", "name"), ONE)
def test_one_person_with_the_title(tools, text, name):
    found = tools.finder.find(text)
    assert [mention.name for mention in found] == [name]


@pytest.mark.parametrize("text", NOBODY)
def test_nobody(tools, text):
    assert tools.finder.find(text) == []


@pytest.mark.parametrize(("text", "names"), STILL_TOLD)
def test_somebody_all_the_same(tools, text, names):
    assert [mention.name for mention in tools.finder.find(text)] == names


def test_a_firm_may_bear_the_name_of_a_family(tools):
    found = tools.finder.find("Geneviève Lachance, President.", firms=["Transport Lachance"])
    assert [mention.name for mention in found] == ["Geneviève Lachance"]
    assert tools.finder.find("Lachance wants it in May", firms=["Transport Lachance"]) == []
