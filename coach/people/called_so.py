"""The words by which it is told what people call somebody: "they call her", "goes by", 大家叫他."""

from __future__ import annotations

import re

PEOPLE = r"(?:they|we|people|folks|everyone|everybody|the (?:lads|boys|girls|others|crew|men|\w+))"
_ALL = r"(?:all |just |only |always )?"
CALL_THEM = rf"{PEOPLE} {_ALL}calls? (?:him|her)"
# "the Professor, they call her"
IS_NICKNAME = re.compile(rf",? (?:as )?{CALL_THEM}(?=[,.;!]|$)")
# "a fella they call Tiny"
WHOM_THEY_CALL = rf"(?:(?:who|whom|that) )?{PEOPLE} {_ALL}calls? "
# "the crew leader who climbs the poles, we call him Juma"
WHO_IS_CALLED = re.compile(rf" who [^.!?;]{{0,60}}[, ] ?{CALL_THEM} ")
# between two names of one person
CALLED_SO = re.compile(
    rf"(?:[.!] ?(?:the )?[\w ]{{2,20}}, {CALL_THEM}[,;])?"
    r"[^。.!?;]{0,24}(?:(?:叫|喊|称|称呼)(?:他|她)(?:叫|作|做)?|(?:外号|人称|英文名|小名|全名|本名|大名|真名)(?:是|叫)?"
    rf"|\b(?:real|full|proper) name(?: is|'s)?,?|\b{PEOPLE} (?:just |always )?says?"
    r"|叫个?(?:啥|什么)(?:来着)?[,，?？]?"
    r"|(?:calls?|call) (?:him|her)|goes by|known as|nicknamed|answers to) ?(?:the )?"
)
# 何秀珠我们叫她珠姐, 陈伟伦英文名Wilson: behind a full name
THEY_SAY_ZH = r"(?:(?:我们|大家|大伙儿?|同事们?|人家|厂里)?都?(?:叫|喊|称)[他她]|英文名|中文名|外号|绰号|小名|人称)"
