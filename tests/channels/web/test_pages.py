"""The built page: strict headers, no way out of its folder."""

from __future__ import annotations

import gzip
import socket
from pathlib import Path

import pytest

from channels.web import pages
from tests.channels.web.conftest import Served

SCRIPT = "console.log('page');\n" * 200


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    dist = tmp_path / "dist"
    (dist / "assets").mkdir(parents=True)
    (dist / "index.html").write_text("<!doctype html><p>Page 页</p>", encoding="utf-8")
    (dist / "icon.svg").write_text("<svg/>")
    (dist / "assets" / "index-abc.js").write_text(SCRIPT)
    (dist / "assets" / "index-abc.css").write_text("p{}")
    (tmp_path / "secret.txt").write_text("hidden words")
    (dist / "assets" / "link.txt").symlink_to(tmp_path / "secret.txt")
    monkeypatch.setattr(pages, "DIST", dist)
    return dist


def test_the_page_and_its_headers(built: Path, served: Served) -> None:
    answer = served.page().ask("GET", "/")
    assert (answer.status_code, answer.text) == (200, "<!doctype html><p>Page 页</p>")
    policy = dict(part.split(" ", 1) for part in answer.headers["content-security-policy"].split("; "))
    assert policy["default-src"] == policy["base-uri"] == policy["frame-ancestors"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == "'self'"
    assert not any("unsafe" in value or "http" in value or "*" in value for value in policy.values())
    expected = {
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "referrer-policy": "same-origin",
    }
    assert {name: answer.headers[name] for name in expected} == expected


def test_a_nonce_only_where_the_page_wants_one(built: Path, served: Served) -> None:
    (built / "index.html").write_text('<meta name="csp-nonce" content="__CSP_NONCE__">')
    seen = set()
    for _ in range(2):
        answer = served.page().ask("GET", "/")
        nonce = answer.text.split('"')[3]
        assert f"style-src 'self' 'nonce-{nonce}'" in answer.headers["content-security-policy"]
        assert "script-src 'self';" in answer.headers["content-security-policy"]
        seen.add(nonce)
    assert len(seen) == 2


def test_assets_are_kept_for_ever_and_compressed_once(built: Path, served: Served) -> None:
    answer = served.page().ask("GET", "/assets/index-abc.js", headers={"accept-encoding": "gzip"})
    assert answer.text == SCRIPT
    assert answer.headers["content-encoding"] == "gzip"
    assert int(answer.headers["content-length"]) < len(SCRIPT) / 4
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert "javascript" in answer.headers["content-type"]
    assert answer.headers["vary"] == "accept-encoding"
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("", None),
        ("identity", None),
        ("gzip;q=0", None),
        ("gzip; q=0.00", None),
        ("gzip;q=0.5", "gzip"),
        ("br, gzip", "gzip"),
        ("deflate", None),
    ],
)
def test_compressed_only_as_accepted(accepted: str, encoding: str | None, built: Path, served: Served) -> None:
    answer = served.page().ask("GET", "/assets/index-abc.js", headers={"accept-encoding": accepted})
    assert answer.headers.get("content-encoding") == encoding
    assert answer.text == SCRIPT


def test_what_the_build_compressed_is_taken(built: Path, served: Served) -> None:
    (built / "assets" / "index-abc.js.gz").write_bytes(gzip.compress(b"ready"))
    answer = served.page().ask("GET", "/assets/index-abc.js", headers={"accept-encoding": "gzip"})
    assert answer.text == "ready"


def test_an_edited_file_is_compressed_anew(built: Path, served: Served) -> None:
    gzipped = {"accept-encoding": "gzip"}
    served.page().ask("GET", "/assets/index-abc.js", headers=gzipped)
    (built / "assets" / "index-abc.js").write_text("other" * 500)
    assert served.page().ask("GET", "/assets/index-abc.js", headers=gzipped).text == "other" * 500


OUTSIDE = [
    "/assets/../../secret.txt", "/assets/..%2f..%2fsecret.txt", "/assets/%2e%2e/%2e%2e/secret.txt",
    "/assets/%2e%2e%2f%2e%2e%2fsecret.txt", "/..%2fsecret.txt", "/%2e%2e/secret.txt", "/assets/..", "/assets/",
    "/assets/link.txt", "/assets/..%5c..%5csecret.txt", "/assets/%00", "/assets/%ff%fe", "/assets//etc/passwd",
    "//etc/passwd", "/assets/index-abc.js/x", "/nothing", "/.env", "/assets/" + "x" * 5000,
]  # fmt: skip


@pytest.mark.parametrize("path", OUTSIDE, ids=range(len(OUTSIDE)))
def test_no_way_out_of_the_folder(path: str, built: Path, served: Served) -> None:
    host, port = served.url.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), 10) as connection:  # a client would tidy up the path
        connection.sendall(f"GET {path} HTTP/1.1\r\nHost: {host}:{port}\r\nConnection: close\r\n\r\n".encode())
        answer = b"".join(iter(lambda: connection.recv(65536), b""))
    assert answer.split(b" ")[1] in (b"400", b"404")
    assert b"hidden words" not in answer


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("HEAD", "/", 200), ("HEAD", "/assets/index-abc.js", 200), ("POST", "/", 405), ("OPTIONS", "/", 405),
     ("GET", "/icon.svg", 200), ("GET", "/index.html", 200), ("DELETE", "/assets/index-abc.js", 405)],
)  # fmt: skip
def test_methods(method: str, path: str, status: int, built: Path, served: Served) -> None:
    answer = served.page().ask(method, path)
    assert answer.status_code == status
    if method == "HEAD":
        assert answer.content == b""


def test_a_page_that_is_not_built_says_how(served: Served, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(pages, "DIST", tmp_path)
    answer = served.page().ask("GET", "/")
    assert answer.status_code == 503
    assert "网页还没有构建" in answer.text
    assert "not built yet" in answer.text
    assert served.page().ask("GET", "/assets/index.js").status_code == 404
