"""A call is judged as on the command line; what is no transcript is refused in clear words; others need not wait."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from coach.review.file import LARGEST
from tests.channels.web.views.conftest import Page
from tests.waiting import COMES_S, until

CALL = """销售：您好，这次的灯您最看重什么？
客户：价格要便宜一点，最好再低百分之五。
销售：为什么一定要便宜呢？去年出过什么问题吗？
客户：去年退货吃掉了一半利润，老板很不满意。
销售：这件事后来影响到了谁？
客户：我差点丢了饭碗。
销售：我们周五下午三点再通一次电话，把样品的测试报告给您看，好吗？
客户：好的，周五见。
"""
VTT = "WEBVTT\n\n1\n00:00:01.000 --> 00:00:04.000\n<v Seller>What matters most to you?\n\n2\n00:00:05.000 --> 00:00:09.000\n<v Customer>The price must come down five percent.\n"


def send(page: Page, text: bytes | str, name: str = "call.txt", lang: str = "zh"):
    body = text.encode() if isinstance(text, str) else text
    return page.ask(
        "POST",
        f"/api/review?name={name}",
        content=body,
        lang=lang,
        headers={"content-type": "application/octet-stream"},
    )


def test_it_is_the_same_as_on_the_command_line(page: Page, tmp_path: Path) -> None:
    path = tmp_path / "call.txt"
    path.write_text(CALL, encoding="utf-8")
    told = json.loads(
        subprocess.run(
            [sys.executable, "-m", "coach", "review", str(path), "--json"], capture_output=True, text=True, check=True
        ).stdout
    )
    found = send(page, CALL).json()
    for name in ("score", "passed", "sellers", "customers", "next_step", "talk_share"):
        assert found[name] == told[name]
    assert found["receipt"] == told["receipt"]["hash"]
    assert [row["earned"] for row in found["criteria"]] == [row["earned"] for row in told["criteria"]]
    assert all(row["name"] for row in found["criteria"])
    assert [turn["text"] for turn in found["turns"]] == [turn["text"] for turn in told["turns"]]
    assert all(mark["label"] for turn in found["turns"] for mark in turn["marks"])
    assert found["page"].startswith("#")
    # it is kept, and part of the progress
    assert page.get(f"/api/results/{found['kept']}", lang="zh")["score"] == found["score"]
    [result] = page.get("/api/progress")["results"]
    assert (result["kind"], result["name"], result["receipt"]) == ("review", "call", found["kept"])
    assert page.ask("GET", f"/api/results/{found['kept']}", user="bob").status_code == 404


@pytest.mark.parametrize(
    ("text", "name"),
    [(VTT, "call.vtt"), (VTT, "call"), (CALL.encode("gb18030"), "call.txt"), (CALL.encode("utf-16"), "call.TXT")],
)
def test_forms_and_encodings(page: Page, text: bytes | str, name: str) -> None:
    answer = send(page, text, name)
    assert answer.status_code == 200, answer.text
    assert answer.json()["turns"]


REFUSED = [
    (b"PK\x03\x04", "call.docx", 415, "review_wrong_kind", {"zh": "“.docx”文件不能复盘", "en": "“.docx” file cannot"}),
    (b"\x00\x01\x02" * 50, "call.txt", 415, "review_no_text", {"zh": "不是文字", "en": "holds no text"}),
    (b"", "call.txt", 400, "review_empty", {"zh": "文件是空的", "en": "is empty"}),
    (b"  \n", "call.vtt", 400, "review_empty", {"zh": "文件是空的", "en": "is empty"}),
    ("今天天气不错\n没有人说话", "call.txt", 400, "review_nobody", {"zh": "前面没有名字", "en": "no name before the words"}),
    ("WEBVTT\n\n00:00:01.000 --> 00:00:04.000\nhello\n", "call.vtt", 400, "review_nobody", {"zh": "没有说话人", "en": "names a speaker"}),
    ("甲：天\n乙：地\n甲：玄\n乙：黄\n", "call.txt", 400, "review_sides", {"zh": "听不出谁是销售", "en": "can't tell who sells"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "status", "code", "said"), REFUSED)
def test_what_is_no_transcript(page: Page, text: bytes | str, name: str, status: int, code: str, said: dict) -> None:
    for lang, words in said.items():
        answer = send(page, text, name, lang)
        assert (answer.status_code, answer.json()["error"]["code"]) == (status, code), answer.text
        assert words in answer.json()["error"]["message"]
    assert not (page.home / "receipts").exists()


def test_what_is_too_large_is_refused_before_it_is_read(page: Page) -> None:
    begun = time.monotonic()
    answer = send(page, b"x" * (LARGEST + 1), lang="en")
    assert (answer.status_code, answer.json()["error"]["code"]) == (413, "too_large")
    assert "5 MB" in answer.json()["error"]["message"]
    assert time.monotonic() - begun < 5


def test_the_largest_file_gets_through(page: Page) -> None:
    padded = CALL.encode() + b" " * (LARGEST - len(CALL.encode()))
    assert send(page, padded).status_code == 200


def test_others_are_answered_meanwhile_and_progress_is_told(page: Page) -> None:
    answers = []
    worker = threading.Thread(target=lambda: answers.append(send(page, CALL * 60, "long.txt&id=r1")))
    worker.start()
    waits, seen = [], []
    while worker.is_alive():
        begun = time.monotonic()
        told = page.get("/api/review/progress?id=r1")
        waits.append(time.monotonic() - begun)
        seen.append((told["done"], told["total"]))
        time.sleep(0.05)
    worker.join()
    assert answers[0].status_code == 200
    assert max(waits) < 2
    assert any(total for _, total in seen)
    assert page.get("/api/review/progress?id=r1") == {"done": 0, "total": 0}


def test_reviews_of_one_person_come_one_after_the_other(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    import asyncio

    from channels.web import review
    from channels.web.answer import Refused

    running: list[str] = []
    go_on = threading.Event()

    async def judged(request: Any, name: str, lang: str, key: tuple[str, str]) -> None:
        running.append(key[0])
        while not go_on.is_set():
            await asyncio.sleep(0.01)
        raise Refused(503)

    monkeypatch.setattr(review, "_judged", judged)
    ways = [("ann", "a.txt"), ("ann", "b.txt"), ("ann", "c.txt"), ("bob", "a.txt")]
    threads = [
        threading.Thread(
            target=page.ask, args=("POST", f"/api/review?name={name}"), kwargs={"user": user, "content": CALL.encode()}
        )
        for user, name in ways
    ]
    for thread in threads:
        thread.start()
    until(lambda: {"ann", "bob"} <= set(running))
    time.sleep(0.2)  # a second one of Ann's would begin
    begun = sorted(running)
    go_on.set()
    for thread in threads:
        thread.join(COMES_S)
    assert (begun, len(running)) == (["ann", "bob"], 4)
