"""A name with a title or another name put beside it is one person; what stands beside by chance is not."""

import pytest

from coach.context import Tools

ONE = [  # text, every name, title
    ("Omar Haddad, senior nurse at Ashgrove, started the review with a memo.", {"Omar Haddad"}, "nurse"),
    ("Nadia Fuentes, safety consultant, writes the specs.", {"Nadia Fuentes"}, "consultant"),
    ("Tessa Marlow, board chair. Nothing over 100k passes without her.", {"Tessa Marlow"}, "board chair"),
    ("The board chair, Lionel Pratt, asks the same of everyone.", {"Lionel Pratt"}, "board chair"),
    ("Kirsty, vet nurse, loads the trays each morning.", {"Kirsty"}, "vet nurse"),
    ("Hanh, night foreman at the Leeds yard, wants it.", {"Hanh"}, "night foreman"),
    ("Ilka Bremer, shift planner for the north hall, uses it daily.", {"Ilka Bremer"}, "shift planner"),
    ("Wee Malky, Malcolm Rennie on paper, is the charge hand.", {"Wee Malky", "Malcolm Rennie"}, "charge hand"),
    ("Wee Donal, Donald Tolley officially, is the foreman.", {"Wee Donal", "Donald Tolley"}, "foreman"),
    ("Mrs Pettigrew in accounts has to countersign.", {"Mrs Pettigrew"}, "accounts"),
    ("小秦，三号院的项目主管，姑娘。她报修。", {"小秦"}, "主管"),
    ("韩梅，财务经理，付款她签字。", {"韩梅"}, "财务经理"),
    ("生产厂长阮文雄先生管生产。", {"阮文雄先生"}, "生产厂长"),
    ("董事长范氏兰女士最后拍板。", {"范氏兰女士"}, "董事长"),
    ("采购经理黎秋小姐谈价钱。", {"黎秋小姐"}, "采购经理"),
    ("研发总监崔敏浩先生试过样品。", {"崔敏浩先生"}, "研发总监"),
    ("总裁陈氏芳女士，Madam Phuong，最后由她定。", {"陈氏芳女士", "Madam Phuong"}, "总裁"),
    ("这事是生产厂长黎国雄先生发起的，都称Mr. Hung，三月写了报告。", {"黎国雄先生", "Mr. Hung"}, "生产厂长"),
    ("采购是梁小姐，叫Sophie。她跟我讲价。", {"梁小姐", "Sophie"}, None),
    ("有涂装课的许课长，名字许文钦。", {"许课长", "许文钦"}, None),
]
OTHERS = [
    ("Anna, two nurses and a porter were there.", ["Anna"]),
    ("They rang Colin, no engineer was free.", ["Colin"]),
    ("In Leeds, senior managers are careful.", []),
    ("Frankly, production managers hate it.", []),
    ("张总，Kevin，还有我都在。", ["张总", "Kevin"]),
    ("老板是王总，叫李明来谈。", ["王总"]),
    ("采购李女士要签字，行政部王小姐帮我。", ["李女士", "王小姐"]),
    ("违约金大约二十一亿越盾", []),
    ("安全，质量，都重要。", []),
]


@pytest.mark.parametrize(("text", "names", "title"), ONE)
def test_one_person(text: str, names: set[str], title: str | None, tools: Tools) -> None:
    [mention] = tools.finder.find(text)
    assert {mention.name, *mention.also} == names
    if title:
        assert mention.title == title


@pytest.mark.parametrize(("text", "names"), OTHERS)
def test_beside_by_chance(text: str, names: list[str], tools: Tools) -> None:
    assert [mention.name for mention in tools.finder.find(text)] == names
