"""A department beside a name suggests a role, where the department's work does; others tell nothing."""

import pytest

ROLES = [
    ("设备部的吴工说轴承老坏", "吴工", "influencer"),
    ("工程科的吴工", "吴工", "influencer"),
    ("IT部的小孙要看接口", "小孙", "influencer"),
    ("基建处的老马盯工期", "老马", "influencer"),
    ("药剂科的孙主任", "孙主任", "influencer"),
    ("教务处的张老师", "张老师", "influencer"),
    ("仓储部的老韩嫌卸货慢", "老韩", "user"),
    ("机修车间的老赵", "老赵", "user"),
    ("总务科的林姐要盖章", "林姐", "user"),
    ("收费处的小杨", "小杨", "user"),
    ("采供部的宋姐压价", "宋姐", "buyer"),
    ("资金部的洪总要签字", "洪总", "approver"),
    ("保卫处的老郑", "老郑", "gatekeeper"),
    ("档案室的老钱", "老钱", "gatekeeper"),
    ("人事部的徐姐", "徐姐", None),
    ("计划部的小何", "小何", None),
    ("Colin the plant engineer", "Colin", "influencer"),
    ("Ted from facilities", "Ted", "user"),
    ("Gareth over in maintenance", "Gareth", "user"),
    ("Mrs Pike from payroll", "Mrs Pike", "approver"),
    ("Dieter from quality control", "Dieter", "influencer"),
    ("Sanna from housekeeping", "Sanna", "user"),
    ("Bert from the tool shop", "Bert", "user"),
    ("Greta in the registry", "Greta", "gatekeeper"),
    ("Rhona in purchasing", "Rhona", "buyer"),
    ("Luc in planning", "Luc", None),
]


@pytest.mark.parametrize(("text", "name", "role"), ROLES)
def test_department_and_name(tools, text, name, role):
    (person,) = tools.finder.find(text)
    assert (person.name, person.role) == (name, role)
