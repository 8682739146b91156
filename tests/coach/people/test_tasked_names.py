"""Chinese names shown by a task, a department or a relative beside them, and what looks alike and names nobody."""

from __future__ import annotations

import pytest

from coach.context import Tools

NAMED = [
    ("供应科的帕丽达，询价比价都是她", "帕丽达"), ("管采买的阿香，三家单子摆一起比", "阿香"),
    ("安环部的索菲亚，化学品进厂先过她", "索菲亚"), ("商务的卞国良，开信用证、讨价还价都是他", "卞国良"),
    ("采购蒋月红，三家报价排一张表", "蒋月红"), ("采购邹丽萍给三家发的是同一封邮件", "邹丽萍"),
    ("采购这一摊归帕丽达管", "帕丽达"), ("供应商入库这事归武志勇", "武志勇"),
    ("本项目系由塔蒂亚娜女士向董事会提出", "塔蒂亚娜女士"), ("最后签字的叫栾晓峰", "栾晓峰"),
    ("老板侄子姜志勇，对手的代理里有他股份", "姜志勇"), ("还有个叫栾晓峰的，十万以上的付款他签", "栾晓峰"),
    ("陆春生。开叉车，一天八小时", "陆春生"), ("郝梦琪，女的，下单催货都是她", "郝梦琪"),
    ("贺兰山。技术标书归他写", "贺兰山"), ("戚红梅，砍价谈账期一手包", "戚红梅"),
    ("还有个秘书叫露娜凡是见老板的都得经她的手", "露娜"), ("夜班组长格列布，聊了十分钟", "格列布"),
    ("管仓库的阿财天天拿扫码枪", "阿财"), ("规格书是努尔兰写的。", "努尔兰"), ("帕维尔，发酵主管，罐子都是他看着", "帕维尔"),
    ("谈国栋，用哪家他定", "谈国栋"), ("信息科长卓慧敏，还单方面取消了我们的演示", "卓慧敏"), ("运营总监安德烈·科瓦奇提的需求", "安德烈·科瓦奇"),
]  # fmt: skip
NOBODY = [
    "采购这块归集团统一管", "物流由德邦负责", "安装归厂家管", "设备部的马达坏了三台", "药房的阿司匹林断货了",
    "运营部每月向集团汇报", "运营部向集团汇报", "采购部向董事会提交了三家报价", "这批料供应科的仓库里还有", "卡拉干达的煤矿最大",
    "管道的阿基米德泵要换", "供应科的合同到期了", "价格由总部定", "下单走系统",
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), NAMED)
def test_task_or_department_shows_a_name(tools: Tools, text: str, name: str) -> None:
    found = [mention.name for mention in tools.finder.find(text) if mention.named]
    assert found == [name]


@pytest.mark.parametrize("text", NOBODY)
def test_task_of_no_person_names_nobody(tools: Tools, text: str) -> None:
    assert [mention.name for mention in tools.finder.find(text) if mention.named] == []
