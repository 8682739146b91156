"""The titles, departments and duties of `knowledge/people/titles`, folded as the text is."""

from __future__ import annotations

from dataclasses import dataclass

from coach.knowledge.load import Knowledge
from coach.knowledge.patterns import GAP, expand
from coach.knowledge.schema import LANGUAGES
from coach.text.language import has_han
from coach.text.normalize import normalize


@dataclass(frozen=True)
class TitleLists:
    """What titles there are; a duty (采购) is a title only right before a name."""

    roles: dict[str, str | None]  # the role that each suggests
    departments: frozenset[str]  # those that are no persons
    duties: tuple[str, ...]
    zh: tuple[str, ...]
    en: tuple[str, ...]

    @property
    def han(self) -> list[str]:
        return [title for title in self.zh if not title.isascii()]

    @property
    def places(self) -> list[str]:
        """Where somebody works, in Chinese: departments and duties."""
        return [place for place in (*self.departments, *self.duties) if has_han(place)]

    def ends(self, name: str) -> str | None:
        """Return the longest title that `name` ends with."""
        return max((title for title in self.roles if name.endswith(title)), key=len, default=None)


def title_lists(knowledge: Knowledge) -> TitleLists:
    """Return the titles of the knowledge."""
    roles: dict[str, str | None] = {}
    departments, duties = set[str](), list[str]()
    titles: dict[str, list[str]] = {"zh": [], "en": []}
    for group in knowledge.titles.values():
        for lang in LANGUAGES:
            plain = (pattern for pattern in getattr(group.titles, lang) if isinstance(pattern, str))
            for title in (form for pattern in plain if GAP not in pattern for form in expand(normalize(pattern))):
                (duties if group.beside and lang == "zh" else titles[lang]).append(title)
                roles.setdefault(title, group.role)
                if not group.person:
                    departments.add(title)
    return TitleLists(roles, frozenset(departments), tuple(duties), tuple(titles["zh"]), tuple(titles["en"]))
