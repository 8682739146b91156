"""What periods and times look like, as regular expressions in both languages."""

from __future__ import annotations

import re

from coach.text.amounts import ONES

OFTEN, SPAN, CLOCK, DAY = "often", "span", "clock", "day"

_WORD = "|".join([*ONES, "hundred"])
_NUMBER = (
    rf"(?:\d+(?:[.,]\d+)?|(?:a )?(?:couple of|few|dozen|hundred)|several|half an?|(?:{_WORD})(?:[ -](?:{_WORD}))?)"
)
_COUNT = rf"{_NUMBER}(?: ?(?:-|–|to|or) ?{_NUMBER})?"
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_NAMED_MONTH = r"(?:january|february|march|april|june|july|august|september|october|november|december|(?-i:May))"
_MONTH = (
    rf"(?:{_NAMED_MONTH}"
    r"|(?<=in )may|(?<=by )may|(?<=before )may|(?<=until )may|(?<=of )may|(?<=early )may|(?<=late )may|(?<=mid-)may)"
)
_LENGTH = r"(?:second|minute|hour|shift|day|night|week|fortnight|month|quarter|season|year)"
_SEASON = r"spring|summer|autumn|fall|winter"
_TURN = (
    rf"(?:{_LENGTH}|{_WEEKDAY}|morning|afternoon|evening|weekday|weekend|working day|batch|{_SEASON}|{_NAMED_MONTH})"
)
_LY = (
    r"(?:hourly|daily|nightly|weekly|fortnightly|bi-?weekly|monthly|bi-?monthly|quarterly|half-yearly|yearly|annually"
    r"|(?:two|three|four|six)-(?:weekly|monthly))"
)
_EVERY = rf"(?P<lead>every|each|per) (?P<core>(?:(?:single|other|second|third|fourth|{_COUNT}) )?{_TURN}s?)"
_RATE = (
    rf"(?P<core>(?:once|twice|thrice|(?:many|{_COUNT}) times?|{_COUNT}) (?:an?|per|each|every) (?:{_COUNT} )?{_TURN}s?"
    rf"|(?:once|twice|thrice|{_COUNT} times) {_LY}|{_LY}|(?:on )?{_WEEKDAY}s)"
)
_SOON = r"in|within|after|inside|in under|under|at most|in about|no later than"
_SOME_TIME = rf"(?:{_COUNT}|an?|one) (?:working |business |calendar )?{_LENGTH}s?|{_COUNT}-(?:day|week|month|year)(?= )"
_LASTS = r"for|over|during"
_HOUR = (
    r"(?:(?:half past|quarter (?:past|to)) \w+|(?:[01]?\d|2[0-4])(?:[:.][0-5]\d)?(?= ?(?:[ap]\.?m\b|o'clock))"
    r"|(?:[01]?\d|2[0-4]):[0-5]\d"
    rf"|(?<=at |by )(?:\d\d?|{_WORD})|(?<=before |around )(?:\d\d?|{_WORD})|(?<=after |until )(?:\d\d?|{_WORD})"
    rf"|(?<=from )(?:\d\d?|{_WORD})|(?:\d\d?|{_WORD})(?= (?:o'clock|in the (?:morning|afternoon|evening)|sharp)\b))"
)
_NOON = r"noon|midday|midnight|lunchtime"
_PART = r" ?[ap]\.?m\b\.?| o'clock(?: in the \w+)?| in the (?:morning|afternoon|evening)| at night| sharp"
_NOT_COUNTED = r"(?![\w%:]|[.,:]\d| (?!in the|at night|sharp|on|every|each|not|please|and|or|o'clock|[ap]m)[a-z])"
_FEAST = (
    r"christmas|easter|ramadan|eid|diwali|thanksgiving|new year(?:'s)?(?: eve)?|chinese new year|the holidays"
    r"|the summer(?: break)?|the winter|the harvest"
)
_OF = r"(?:(?:the )?(?:very )?(?:end|beginning|start|middle|close|first half|second half) of |early |late |mid[- ])"
_WHICH = r"(?:next|this|coming|the following|last) "
_DATED = (
    rf"(?:the )?\d\d?(?:st|nd|rd|th)?(?: of)? {_MONTH}|{_MONTH} (?:the )?\d\d?(?:st|nd|rd|th)?|the \d\d?(?:st|nd|rd|th)"
)
_ON = (
    rf"(?:{_DATED}|{_OF}?(?:{_WHICH}|the )?(?:{_MONTH}|q[1-4]\b)(?: 20\d\d)?"
    rf"|{_OF}(?:{_WHICH}|the )?(?:week|month|quarter|year|season)"
    rf"|(?:{_WHICH})?{_WEEKDAY}|{_WHICH}(?:week|month|quarter|year|spring|summer|autumn|fall|winter)"
    rf"|the day after tomorrow|tomorrow|today|{_FEAST}|(?<=in )20\d\d)"
)
_BY = r"not before|by|before|after|from|until|till|since|on|in|at|around|during|about|for"
_ENGLISH = (
    (OFTEN, rf"\b{_EVERY}\b"),
    (OFTEN, rf"\b{_RATE}(?![\w'])"),
    (CLOCK, rf"\b(?:(?P<lead>{_BY}) )?(?P<core>{_HOUR}{_NOT_COUNTED}|{_NOON})(?P<tail>{_PART})?"),
    (CLOCK, r"\b(?P<lead>in|during|before|by) (?P<core>the (?:morning|afternoon|evening|night))\b"),
    (SPAN, rf"\b(?:(?P<lead>{_SOON}|{_LASTS}) )?(?P<core>{_SOME_TIME})\b"),
    (DAY, rf"\b(?:(?P<lead>{_BY}) )?(?P<core>{_ON})\b"),
)  # fmt: skip

_N = r"(?:\d+|[一二两三四五六七八九十百几半]+)"
_U = r"(?:分钟|个?小时|个?钟头?|个?班次?|天|日|晚|周|个?星期|个?礼拜|个?月|个?季度|季|年)"
_WD = r"(?:周|星期|礼拜)[一二三四五六日天](?![次趟回遍])"
_TIMES = r"[次趟回遍]"
_EACH = (
    rf"(?:每隔?逢?(?:{_WD}|(?:{_N}|单|双|个)?(?:工作)?{_U})|隔{_N}?(?:天|日|周|个?星期|个?月|年)|天天|日日|周周|月月|年年"
    r"|三天两头|按[天日周月季年](?!份))"
)
_BETWEEN = r"[\u3400-\u9fff]{0,5}?"
_NEAR = r"[之以]?内|[之以]?后|[之以]?前|左右|以里"
_DAYTIME = r"凌晨|早上|清早|早晨|上午|中午|下午|傍晚|晚上|夜里|半夜"
_PAST = r"(?:半|一刻|三刻|(?:\d\d?|[一二三四五六七八九十]{1,3})分?)?钟?"
_ZH_HOUR = rf"(?:\d\d?|[一二两三四五六七八九十]{{1,3}})[点點](?!儿|钱|水|[货子心名头菜评]){_PAST}|\d\d?[:：]\d\d"
_ZH_MONTH = r"(?:\d\d?|[一二三四五六七八九十]{1,2}|正|腊)月份?"
_ZH_ON = (
    rf"(?:(?:下下|下|这|本|上)个?)?{_WD}|(?:下下|下|这|本)个?(?:周|星期|礼拜|月|季度)(?:[初底末]|[上中下]旬)?"
    rf"|(?:今年|明年|后年|来年|20\d\d年)?(?:{_ZH_MONTH}(?:[初底末]|[上中下]旬|(?:\d\d?|[一二三四五六七八九十]{{1,3}})[日号])?)"
    rf"|(?:今年|明年|后年|来年|20\d\d年)(?:年?[初底末中]|上半年|下半年|春天|夏天|秋天|冬天|开春)?|[年月季](?:初|底|末|中)(?!心)"
    r"|上半年|下半年|第?[一二三四]季度|(?<![\d一二三四五六七八九十])(?:\d\d?|[二三]?十?[一二三四五六七八九十])号(?![线楼机厂库])"
    r"|大后天|后天|明天|今天|春节|国庆|中秋|元旦|五一|端午|清明|双十一|过年"
)
_CHINESE = (
    (OFTEN, rf"(?P<core>{_EACH})(?:(?P<between>{_BETWEEN})(?P<count>{_N}{_TIMES}))?"),
    (OFTEN, rf"(?<![第\d一二三四五六七八九十])(?P<core>{_N}{_U})(?P<between>{_BETWEEN})(?P<count>{_N}{_TIMES})"),
    (CLOCK, rf"(?P<lead>{_DAYTIME})?(?P<core>{_ZH_HOUR})(?P<tail>{_NEAR})?"),
    (CLOCK, rf"(?P<core>{_DAYTIME})"),
    (SPAN, rf"(?<![第每隔\d一二三四五六七八九十])(?P<core>{_N}(?!月){_U}半?)(?P<tail>{_NEAR})?"),
    (DAY, rf"(?P<core>{_ZH_ON})(?P<tail>{_NEAR})?"),
)
PATTERNS = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in (*_ENGLISH, *_CHINESE))
UNIT = re.compile(rf"{_TURN}|{_LY}|{_MONTH}|{_U}|{_WD}|{_ZH_MONTH}", re.IGNORECASE)
OF_THE_WEEK = re.compile(rf"^(?:[下这本上]*个?)?(?:{_WEEKDAY}|{_WD})$", re.IGNORECASE)
DUE = re.compile(rf"^(?:{_SOON})$|[内后里前]$", re.IGNORECASE)
WEEKDAYS = re.compile(rf"{_WEEKDAY}s$", re.IGNORECASE)
NOUN_BEHIND = re.compile(r" ([a-z]\w+(?: [a-z]\w+)?)(?=$|[,.;!?]| (?:of|for|from|with|at|in|on|by|to|and)\b)")
DAYTIME = re.compile(_DAYTIME)
