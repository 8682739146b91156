"""Dates as they are said, counted from Monday 23 November 2026."""

from datetime import date

import pytest

from coach.text.dates import find_date

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("周四前寄3套样品", date(2026, 11, 26)),
        ("下周二测试结果", date(2026, 12, 1)),
        ("下下周一", date(2026, 12, 7)),
        ("这周五", date(2026, 11, 27)),
        ("星期天", date(2026, 11, 29)),
        ("十二月第二个星期二进厂", date(2026, 12, 8)),
        ("下个月第一个周五", date(2026, 12, 4)),
        ("三月最后一个星期四", date(2027, 3, 25)),
        ("the second tuesday of december", date(2026, 12, 8)),
        ("the last friday of next month", date(2026, 12, 25)),
        ("the first monday in march", date(2027, 3, 1)),
        ("they pay sixty days end of month", None),
        ("12月3日拜访", date(2026, 12, 3)),
        ("2027年1月5号", date(2027, 1, 5)),
        ("1月5日", date(2027, 1, 5)),
        ("28号之前", date(2026, 11, 28)),
        ("2号之前", date(2026, 12, 2)),
        ("三天后", date(2026, 11, 26)),
        ("两周内", date(2026, 12, 7)),
        ("一个月后", date(2026, 12, 23)),
        ("明天", date(2026, 11, 24)),
        ("大后天", date(2026, 11, 26)),
        ("月底前", date(2026, 11, 30)),
        ("下周", date(2026, 12, 4)),
        ("十五天后", date(2026, 12, 8)),
        ("两周以后", date(2026, 12, 7)),
        ("再过三天去现场", date(2026, 11, 26)),
        ("半个月后", date(2026, 12, 8)),
        ("下周今天试机", date(2026, 11, 30)),
        ("下周二8号试机", date(2026, 12, 8)),
        ("过了三天才回", None),
        ("a week from today", date(2026, 11, 30)),
        ("trial starts two weeks from tomorrow", date(2026, 12, 8)),
        ("ten days from now", date(2026, 12, 3)),
        ("a week on friday", date(2026, 12, 4)),
        ("a week today", date(2026, 11, 30)),
        ("friday week", date(2026, 12, 4)),
        ("in a fortnight", date(2026, 12, 7)),
        ("within twelve days", date(2026, 12, 5)),
        ("next tuesday the 8th", date(2026, 12, 8)),
        ("tuesday, the 8th, at ten", date(2026, 12, 8)),
        ("set for the 8th", date(2026, 12, 8)),
        ("the 8th line stopped", None),
        ("by friday", date(2026, 11, 27)),
        ("next tuesday", date(2026, 12, 1)),
        ("monday", date(2026, 11, 23)),
        ("on 3 december", date(2026, 12, 3)),
        ("dec 3rd", date(2026, 12, 3)),
        ("december 3, 2027", date(2027, 12, 3)),
        ("2026-12-03", date(2026, 12, 3)),
        ("2020-01-01", date(2020, 1, 1)),
        ("in two weeks", date(2026, 12, 7)),
        ("within 10 days", date(2026, 12, 3)),
        ("十二月七号礼拜一", date(2026, 12, 7)),
        ("二十八号再看", date(2026, 11, 28)),
        ("the seventh of december", date(2026, 12, 7)),
        ("在四号车间", None),
        ("on the second floor", None),
        ("tomorrow", date(2026, 11, 24)),
        ("next week", date(2026, 12, 4)),
        ("end of the month", date(2026, 11, 30)),
        ("下一步是十二月十八号礼拜五上午", date(2026, 12, 18)),
        ("元月8号我们把车拖过去", date(2027, 1, 8)),
        ("十二月三日拜访", date(2026, 12, 3)),
        ("二十八号之前", date(2026, 11, 28)),
        ("sixteenth of december, that's the wednesday", date(2026, 12, 16)),
        ("december the twenty-first", date(2026, 12, 21)),
        ("december twenty first", date(2026, 12, 21)),
        ("on the 8th", date(2026, 12, 8)),
        ("by the 30th", date(2026, 11, 30)),
        ("on the 8th floor", None),
        ("第十八号文件", None),
        ("三号楼", None),
        ("二月三十日", None),
        ("一月三千套", None),
        ("2月30日", None),
        ("2026-13-01", None),
        ("5000套", None),
        ("send maybe 10 samples", None),
        ("our 5 marketing people", None),
        ("I will send 2 decks on friday".lower(), date(2026, 11, 27)),
        ("send samples soon", None),
        ("in 999 weeks", None),
    ],
)
def test_find_date(text, expected):
    assert find_date(text, TODAY) == expected


def test_month_turns_over_the_year():
    assert find_date("2号", date(2026, 12, 23)) == date(2027, 1, 2)
    assert find_date("月底", date(2026, 12, 23)) == date(2026, 12, 31)
