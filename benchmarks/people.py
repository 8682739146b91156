"""`python -m benchmarks.people FILE ...`: who is told of in short messages, and as what, against what a human hears."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from coach.context import Context
from coach.interview.hints import settled
from coach.interview.state import Asked, Interview, Person
from coach.interview.step import step
from coach.knowledge.ledger import StanceLedger
from coach.stances.spoken import roles_spoken, spoken

Case = dict[str, Any]
TODAY = date(2026, 11, 26)


def cases(path: Path) -> Iterator[tuple[str, Case]]:
    """Yield each case of a file with its language."""
    for lang, found in yaml.safe_load(path.read_text(encoding="utf-8")).items():
        yield from ((lang, case) for case in found)


def hear(lang: str, messages: list[str], context: Context) -> Interview:
    """Return what is known after the messages, told when the customer is known already."""
    told = Asked("account:", "account", "account", None, {"zh": "", "en": ""}, 0, answered=True)
    state = Interview(lang=lang, started=True, account="Nordwind", asked=[told])
    for message in messages:
        state, _ = step(state, message, context)
    return state


def faults(case: Case, people: list[Person], ledger: StanceLedger) -> tuple[list[str], list[str]]:
    """Return what is wrong about who was found, and about the role and stance of those who were."""
    wrong, facts, left = [], [], list(people)
    for names, labels in case["who"].items():
        person = next((one for one in left if set(one.names) & set(names.split("/"))), None)
        if person is None:
            wrong.append(f"missed {names}")
            continue
        left.remove(person)
        known = {*roles_spoken(person.roles, ledger), spoken(settled(person.stances), ledger).stance}
        for label in labels.split():
            if (label.removeprefix("-") in known) == label.startswith("-"):
                facts.append(f"{person.name} {sorted(known)} for {label}")
    return wrong + [f"nobody is {one.name}" for one in left], facts


def main() -> None:
    """Print the shares of messages with the right people, and with the right people and facts; then what was wrong."""
    from coach.assistant import Assistant
    from coach.settings import settings

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--missed", action="store_true")
    given = parser.parse_args()
    used = settings()
    context = Context(Assistant(used).tools, TODAY, used.home)
    for path in given.files:
        found = list(cases(path))
        for lang in ("zh", "en"):
            named = right = count = 0
            for case in (one for its_lang, one in found if its_lang == lang):
                people, facts = faults(case, hear(lang, case["say"], context).people, context.tools.knowledge.ledger)
                count, named, right = count + 1, named + (not people), right + (not people and not facts)
                if given.missed and (people or facts):
                    print(case["say"], *people, *facts, sep="\n    ")
            print(f"{path.name} {lang}: people {named} of {count}, people with role and stance {right} of {count}")


if __name__ == "__main__":
    main()
