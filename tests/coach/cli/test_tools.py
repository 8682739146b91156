"""What verbs share: a day as an option, the kind of a file to write."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

import pytest

from coach.cli.main import main
from coach.cli.tools import add_day, file_of_kind

DAYS = [
    ("brief", "nord", "--asof"), ("calendar", "--asof"), ("review", "call.txt", "--date"), ("rfm", "o.csv", "--asof"),
    ("stances", "nord", "--asof"),
]  # fmt: skip


@pytest.mark.parametrize("call", DAYS)
@pytest.mark.parametrize("day", ["yesterday", "2026-13-01", "30.6.2026", ""])
def test_what_is_no_day_is_wrong_usage(capsys: pytest.CaptureFixture[str], call: tuple[str, ...], day: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main([*call, day])
    assert ended.value.code == 2
    assert f"argument {call[-1]}: {day} is no date; write it as 2026-09-10" in capsys.readouterr().err


@pytest.mark.parametrize(("given", "day"), [([], None), (["--asof", "2026-02-28"], date(2026, 2, 28))])
def test_a_day_is_read(given: list[str], day: date | None) -> None:
    parser = argparse.ArgumentParser()
    add_day(parser, "--asof", "the day")
    assert parser.parse_args(given).asof == day


def test_the_kind_of_a_file_is_seen_by_its_ending() -> None:
    assert file_of_kind("a/B.MD", (".md", ".csv")) == Path("a/B.MD")
    with pytest.raises(argparse.ArgumentTypeError, match=r"b\.doc: the ending must be one of \.md, \.csv"):
        file_of_kind("b.doc", (".md", ".csv"))
