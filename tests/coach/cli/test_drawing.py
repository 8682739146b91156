"""Pictures of the command line: the same two kinds whatever is drawn, for the user's eyes, and told where."""

from __future__ import annotations

import argparse
from importlib import import_module
from pathlib import Path

import pytest

from coach.cli.drawing import write_picture
from coach.cli.main import main
from coach.context import Tools

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"/>'
DRAWING = {
    "account": [("nord", "--iceberg")], "calendar": [("--picture",)], "process": [("--picture",)],
    "progress": [("--picture",)], "rehearse": [("plums", "--script", "x", "--iceberg")], "review": [("x", "--picture")],
    "rfm": [("x.csv", "--picture")], "stances": [("nord", "--map"), ("nord", "--matrix")],
}  # fmt: skip


@pytest.mark.parametrize("call", [(verb, *words) for verb, calls in DRAWING.items() for words in calls])
def test_another_kind_of_file_is_wrong_usage(capsys: pytest.CaptureFixture[str], call: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([*call, "p.gif"])
    assert ended.value.code == 2
    assert f"argument {call[-1]}: p.gif: the ending must be one of .svg, .png" in capsys.readouterr().err


@pytest.mark.parametrize("verb", DRAWING)
def test_the_help_tells_both_kinds(capsys: pytest.CaptureFixture[str], verb: str) -> None:
    parser = argparse.ArgumentParser()
    import_module(f"coach.cli.{verb}").add_to(parser.add_subparsers())
    with pytest.raises(SystemExit):
        parser.parse_args([verb, *(["show"] if verb == "account" else []), "--help"])
    assert "(.svg or .png)" in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize(("name", "starts"), [("p.svg", b"<svg"), ("p.png", b"\x89PNG"), ("P.PNG", b"\x89PNG")])
@pytest.mark.parametrize(("lang", "said"), [("zh", "图已写入 "), ("en", "The picture is in ")])
def test_a_picture_is_written_for_its_owner_and_told(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, tools: Tools, name: str, starts: bytes, lang: str, said: str
) -> None:
    path = tmp_path / name
    path.write_text("open to all", encoding="utf-8")
    write_picture(path, SVG, tools.words, lang)
    assert path.read_bytes().startswith(starts)
    assert path.stat().st_mode & 0o777 == 0o600
    assert capsys.readouterr() == ("", f"{said}{path}\n")
