"""Chinese full names by what stands beside them: a title before, a meeting, a place of work or a task behind."""

import pytest

BEHIND_TITLES = [
    ("采购经理刘芳倾向现在的供应商", "刘芳", "buyer"),
    ("技术总监陈志远偏向进口的牌子", "陈志远", "influencer"),
    ("财务经理何琳更看重账期", "何琳", "approver"),
    ("设备科长欧阳峰主张先试用半年", "欧阳峰", "influencer"),
    ("仓库主管马小军盼着早点换系统", "马小军", "user"),
    ("护士长周慧力挺我们的床", "周慧", "user"),
    ("厂长郭建国犹豫了", "郭建国", "decider"),
    ("质量经理苏敏提了三个问题", "苏敏", "influencer"),
    ("总经理司徒正华拍板", "司徒正华", "decider"),
    ("客房部经理诸葛明月天天抱怨布草", "诸葛明月", "user"),
    ("总厨安东尼奥偏爱手工面", "安东尼奥", "influencer"),
    ("质检员卡洛斯退了两批货", "卡洛斯", "influencer"),
    ("采购经理老刘倾向现在的供应商", "老刘", "buyer"),
    ("采购主管王姐力挺我们", "王姐", "buyer"),
    ("财务总监孙总卡账期", "孙总", "approver"),
]
ONLY_A_TITLE = [
    "采购经理高兴坏了", "老板任命他儿子接班", "总经理安排了会议", "会计万一不同意呢", "厂长常年在外地", "院长高度重视", "采购经理左右为难", "老板黄了两个项目",
    "厂长金额大的才管", "采购经理明确说不要", "校长任期到明年", "老板江湖气很重", "总工程师沙哑着嗓子",
]  # fmt: skip
TOLD = [
    ("今天见了王海川，管采购的", ["王海川"]),
    ("昨天拜访了刘洋，负责设备的", ["刘洋"]),
    ("上午见了欧阳雪，她管质量", ["欧阳雪"]),
    ("今天碰到了周晓燕，搞技术的", ["周晓燕"]),
    ("今天见了恒达水泵的王海川，管采购的", ["王海川"]),
    ("今天见了孙磊", ["孙磊"]),
    ("今天见了王海川，采购经理", ["王海川"]),
    ("王海川，管采购的，今天没来", ["王海川"]),
    ("采购经理刘芳和技术员李强都在", ["刘芳", "李强"]),
    ("王敏在财务部，李强是技术员，赵刚开叉车", ["王敏", "李强", "赵刚"]),
    ("张莉在仓库，孙涛是电工，周杰管发货", ["张莉", "孙涛", "周杰"]),
    ("吴倩做采购，郑浩跑销售，冯宇修机器", ["吴倩", "郑浩", "冯宇"]),
    ("李娜在护理部，王芳是护士长，陈杰在药房", ["李娜", "王芳", "陈杰"]),
    ("慕容雪在质检科，司马涛带夜班，林小燕管库房", ["慕容雪", "司马涛", "林小燕"]),
    ("我们联系的有三个人：朱琳管报销，许波搞基建，谭志明在车间", ["朱琳", "许波", "谭志明"]),
    ("卢红梅烧锅炉，田亮焊管子", ["卢红梅", "田亮"]),
    ("Ann is in accounts, Bob is a technician, Carl drives the forklift", ["Ann", "Bob", "Carl"]),
]
NOBODY = [
    "今天拜访了万华化学，做聚氨酯的", "今天拜访了金龙，做客车的", "今天见了方太，做油烟机的", "设备在仓库里放着", "夏天在车间很热", "白班管发货，夜班管收货",
    "金属做外壳，塑料做底座", "方案在技术部压着", "周末在公司开会", "华北在办公室统计", "高层管预算，中层管进度", "余款在财务那里", "成品在仓库堆着", "温控在机房里",
    "今天见了客户", "常温在冷库不行", "路灯在现场测试", "单据在财务部", "连做两天", "马达在现场坏了", "方形做起来贵", "江苏管得严", "段子在车间传开了", "财务方面没问题",
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "role"), BEHIND_TITLES)
def test_a_name_right_behind_a_title(tools, text, name, role):
    (person,) = tools.finder.find(text)
    assert (person.name, person.role, person.named) == (name, role, True)


@pytest.mark.parametrize("text", ONLY_A_TITLE)
def test_words_behind_a_title_are_no_name(tools, text):
    assert not any(mention.named for mention in tools.finder.find(text))


@pytest.mark.parametrize(("text", "names"), TOLD)
def test_names_by_what_is_told(tools, text, names):
    assert [mention.name for mention in tools.finder.find(text) if mention.named] == names


@pytest.mark.parametrize("text", NOBODY)
def test_places_things_and_firms_are_nobody(tools, text):
    assert not any(mention.named for mention in tools.finder.find(text))
