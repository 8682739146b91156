"""The account book through the page: what is shown, what can be changed, and what is refused in clear words."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from typing import Any

import pytest

from coach.accounts.open import book_of
from coach.accounts.records import STANCE, Observation, Visit
from tests.channels.web.views.conftest import Page

Make = Callable[..., str]
FORMS = {
    "json": b"{", "html": b"<!doctype html>", "md": b"# ", "pdf": b"%PDF-",
}  # fmt: skip


def test_an_empty_book(page: Page) -> None:
    assert page.get("/api/accounts") == {"accounts": [], "more": False}


@pytest.mark.parametrize(
    ("part", "names"),
    [("", ["Acme", "恒星照明"]), ("ac", ["Acme"]), ("hxzm", ["恒星照明"]), ("berg", ["Acme", "恒星照明"]), ("zzz", [])],
)
def test_accounts_are_listed_and_found(page: Page, account: Make, part: str, names: list[str]) -> None:
    for name in ("Acme", "恒星照明"):
        account(name)
    account("Somebody else's", user="bob")
    found = page.get(f"/api/accounts?q={part}")["accounts"]
    assert sorted(row["name"] for row in found) == names
    assert all(row["position"] == "amber" and row["position_name"] == "amber" for row in found)
    assert all(row["last_touched"] for row in found)


def test_at_most_fifty_accounts_are_listed(page: Page, context: Any) -> None:
    from coach.accounts.records import Account

    context.book.save(*(Account(f"Firm {number}") for number in range(51)))
    listed = page.get("/api/accounts")
    assert (len(listed["accounts"]), listed["more"]) == (50, True)


def filled(page: Page, key: str) -> None:
    book = book_of("ann", page.home)
    person = book.dossier(key).contacts[0]
    book.save(
        Observation(person.id, STANCE, "coach", "2026-02-20", "explicit", account=key, quote="She told me the budget"),
        Observation(person.id, STANCE, "opponent", "2026-02-01", "tone", account=key, quote="She sounded cool"),
        Visit("2026-03-05T10:00", place="Hamburg", people=(person.id,), account=key),
    )


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_one_account(page: Page, account: Make, lang: str) -> None:
    key = account()
    filled(page, key)
    found = page.get(f"/api/accounts/{key}", lang=lang)
    assert (found["name"], found["mine"], found["may_write"], found["shares"]) == ("Nordlicht GmbH", True, True, [])
    [person] = found["people"]
    assert (person["name"], person["stance"], person["version"]) == ("Anna Berg", "coach", 1)
    assert [sign["quote"] for sign in person["supporting"]] == ["She told me the budget"]
    assert [sign["quote"] for sign in person["against"]] == ["She sounded cool"]
    assert person["supporting"][0]["why"] == {"task": "stance", "text": "She told me the budget"}
    assert person["change"]
    assert person["trend_name"]
    assert [depth["level"] for depth in found["needs"]] == ["surface", "latent", "deep"]
    [visit] = found["visits"]
    assert (visit["starts"], visit["people"]) == ("2026-03-05T10:00", ["Anna Berg"])
    assert found["position"] in ("red", "amber", "green")
    assert found["reasons"]
    assert not any(line.startswith("-") for line in (*found["reasons"], *found["gaps"]))
    listed = page.get("/api/accounts", lang=lang)["accounts"][0]
    assert listed["next_visit"] == "2026-03-05T10:00"


def test_somebody_elses_account_is_not_there(page: Page, account: Make) -> None:
    key = account(user="bob")
    for method, path, body in (
        ("GET", "", None), ("GET", "/brief.json", None), ("GET", "/map.svg", None), ("GET", "/iceberg.svg", None), ("GET", "/export.json", None),
        ("DELETE", "", {"confirm": "Nordlicht GmbH"}), ("PATCH", "", {"country": "DE", "version": 1}),
        ("POST", "/contacts", {"name": "Eve"}), ("POST", "/notes", {"text": "x"}), ("POST", "/stances", {"contact": "x", "stance": "coach", "quote": "q"}),
        ("POST", "/visits", {"starts": "2026-03-05T10:00"}), ("POST", "/share", {"with": "eve"}),
        ("PATCH", "/contacts/abc", {"name": "Eve", "version": 1}),
    ):  # fmt: skip
        answer = (
            page.send(method, f"/api/accounts/{key}{path}", body)
            if body
            else page.ask(method, f"/api/accounts/{key}{path}")
        )
        assert answer.status_code == 404, (method, path, answer.text)
        assert answer.json()["error"]["code"] == "not_found"
        assert "Nordlicht" not in answer.text
    assert book_of("bob", page.home).dossier(key).account.version == 1


def test_a_shared_account_may_be_looked_at_and_the_look_is_noted(page: Page, account: Make) -> None:
    key = account(user="bob")
    book_of("bob", page.home).share(key, "ann")
    found = page.get(f"/api/accounts/{key}")
    assert (found["mine"], found["may_write"], found["owner"]) == (False, False, "bob")
    assert [access.user for access in book_of("bob", page.home).accesses(key)] == ["ann"]
    refused = page.send("POST", f"/api/accounts/{key}/notes", {"text": "x"})
    assert (refused.status_code, refused.json()["error"]["code"]) == (403, "forbidden")
    assert "reading only" in refused.json()["error"]["message"]
    for path, body in (("/share", {"with": "eve"}), ("", {"confirm": "Nordlicht GmbH"})):
        answer = page.send("POST" if path else "DELETE", f"/api/accounts/{key}{path}", body)
        assert answer.status_code == 403, answer.text
    book_of("bob", page.home).share(key, "ann", may_write=True)
    assert page.send("POST", f"/api/accounts/{key}/notes", {"text": "x"}).status_code == 201


@pytest.mark.parametrize("key", ["abc", "0" * 32, "-1", "a" * 300])
def test_an_unknown_id(page: Page, key: str) -> None:
    assert page.ask("GET", f"/api/accounts/{key}").status_code == 404


ADDED = [
    (
        "contacts",
        {"name": " Eve Holm ", "title": "engineer", "influence": 4},
        "contacts",
        {"name": "Eve Holm", "influence": 4},
    ),
    ("contacts", {"name": "Eve", "influence": None, "email": ""}, "contacts", {"name": "Eve", "influence": None}),
    ("notes", {"text": "Called back"}, "notes", {"text": "Called back", "day": "2026-03-02"}),
    (
        "visits",
        {"starts": "2026-03-09T14:30", "zone": "Europe/Berlin", "minutes": 45, "place": "Ulm", "purpose": "demo"},
        "visits",
        {"minutes": 45, "zone": "Europe/Berlin"},
    ),
    ("next_steps", {"text": "Send samples", "due": "2026-03-20"}, "next_steps", {"due": "2026-03-20"}),
]


@pytest.mark.parametrize(("table", "body", "part", "expected"), ADDED)
def test_what_is_added_is_kept(page: Page, account: Make, table: str, body: dict, part: str, expected: dict) -> None:
    key = account()
    answer = page.send("POST", f"/api/accounts/{key}/{table}", body)
    assert answer.status_code == 201, answer.text
    kept = next(r for r in getattr(book_of("ann", page.home).dossier(key), part) if r.id == answer.json()["id"])
    assert {name: getattr(kept, name) for name in expected} == expected
    assert kept.by == "ann"


def test_a_stance_moves_the_person(page: Page, account: Make) -> None:
    key = account()
    person = page.get(f"/api/accounts/{key}")["people"][0]
    body = {"contact": person["id"], "stance": "supporter", "quote": "She asked for the next step", "day": "2026-03-01"}
    assert page.send("POST", f"/api/accounts/{key}/stances", body).status_code == 201
    assert page.get(f"/api/accounts/{key}")["people"][0]["stance"] == "supporter"


def test_a_form_sent_twice_is_kept_once(page: Page, account: Make) -> None:
    key = account()
    body = {"text": "once", "id": "6f1b9c1e-3d3b-4a53-9a51-1f2b5a2a7c11"}
    first, second = (page.send("POST", f"/api/accounts/{key}/notes", body).json() for _ in range(2))
    assert first == second
    assert len(book_of("ann", page.home).dossier(key).notes) == 1


BAD = [
    ("contacts", {}, "name", {"en": "“name” cannot be empty", "zh": "“名称”不能是空的"}),
    ("contacts", {"name": "  "}, "name", {"en": "A name cannot be empty", "zh": "名称不能是空的"}),
    ("contacts", {"name": 7}, "name", {"en": "“name” is not of the kind"}),
    ("contacts", {"name": "x" * 201}, "name", {"en": "at most 200 fit"}),
    (
        "contacts",
        {"name": "Eve", "influence": 9},
        "influence",
        {"en": "between 1 and 5", "zh": "“影响力”要在 1 到 5 之间"},
    ),
    ("contacts", {"name": "Eve", "influence": "high"}, "influence", {"en": "must be a whole number"}),
    ("contacts", {"name": "Eve", "owner": "me"}, "name", {"en": "There is no field “owner” here"}),
    ("contacts", {"name": "Eve", "other_names": "E"}, "other_names", {"en": "not of the kind"}),
    ("contacts", {"name": "E\0ve"}, "name", {"en": "cannot be stored"}),
    ("notes", {"text": ""}, "text", {"en": "“text” cannot be empty"}),
    ("notes", {"text": "x" * 20_001}, "text", {"en": "at most 20000 fit"}),
    ("notes", {"text": "x", "day": "soon"}, "day", {"en": "must be a date such as"}),
    ("notes", {"text": "x", "contact": "nobody"}, "contact", {"en": "“contact” cannot be “nobody”"}),
    ("notes", {"text": "x", "id": "1"}, "id", {"en": "“id” is not of the kind"}),
    ("visits", {"starts": "tomorrow"}, "starts", {"en": "must be a date such as"}),
    ("visits", {"starts": "2026-03-05T10:00", "minutes": 0}, "minutes", {"en": "between 1 and 1440"}),
    ("visits", {"starts": "2026-03-05T10:00", "people": ["nobody"]}, "people", {"en": "cannot be “nobody”"}),
    ("visits", {"starts": "2026-03-05T10:00", "state": "maybe"}, "state", {"en": "“state” cannot be “maybe”"}),
    ("stances", {"contact": "nobody", "stance": "coach", "quote": "x"}, "contact", {"en": "cannot be “nobody”"}),
    ("stances", {"stance": "coach", "quote": "x"}, "contact", {"en": "“contact” is not of the kind"}),
]


@pytest.mark.parametrize(("table", "body", "field", "said"), BAD)
def test_what_does_not_fit_is_refused_by_name(
    page: Page, account: Make, table: str, body: dict, field: str, said: dict
) -> None:
    key = account()
    for lang, words in said.items():
        answer = page.send("POST", f"/api/accounts/{key}/{table}", body, lang=lang)
        assert answer.status_code == 400, answer.text
        found = answer.json()
        assert (found["error"]["code"], found["field"]) == ("bad_input", field)
        assert words in found["error"]["message"]
    there = book_of("ann", page.home).dossier(key)
    assert (len(there.contacts), there.notes, there.visits, there.observations) == (1, (), (), ())


@pytest.mark.parametrize(
    ("field", "value"), [("stance", "friend"), ("quote", ""), ("day", "soon"), ("grade", "rumour")]
)
def test_a_stance_that_does_not_fit(page: Page, account: Make, field: str, value: str) -> None:
    key = account()
    person = page.get(f"/api/accounts/{key}")["people"][0]["id"]
    body = {"contact": person, "stance": "coach", "quote": "x", field: value}
    answer = page.send("POST", f"/api/accounts/{key}/stances", body)
    assert answer.status_code == 400, answer.text
    assert answer.json()["field"] == {"stance": "label"}.get(field, field)


@pytest.mark.parametrize(
    ("body", "kind", "code"),
    [
        (b"{", "application/json", 400),
        (b"[]", "application/json", 400),
        (b"{}", "text/plain", 415),
        (b"\xff", "application/json", 400),
    ],
)
@pytest.mark.parametrize(
    ("method", "path"),
    [("POST", ""), ("POST", "/{key}/notes"), ("PATCH", "/{key}"), ("DELETE", "/{key}"), ("POST", "/{key}/share")],
)
def test_a_body_that_is_no_json_object(
    page: Page, account: Make, body: bytes, kind: str, code: int, method: str, path: str
) -> None:
    key = account()
    answer = page.ask(method, f"/api/accounts{path.format(key=key)}", content=body, headers={"content-type": kind})
    assert answer.status_code == code, answer.text
    assert book_of("ann", page.home).dossier(key).account.version == 1


def test_the_same_name_twice(page: Page, account: Make) -> None:
    key = account()
    answer = page.send("POST", "/api/accounts", {"name": "NORDLICHT gmbh"})
    assert (answer.status_code, answer.json()["existing"]) == (409, key)


def test_a_change_merges_with_what_others_changed(page: Page, account: Make) -> None:
    key = account()
    person = page.get(f"/api/accounts/{key}")["people"][0]
    path = f"/api/accounts/{key}/contacts/{person['id']}"
    all_fields = {name: person[name] for name in ("name", "title", "email", "phone", "influence")}
    assert page.send("PATCH", path, {**all_fields, "phone": "1", "version": 1}).json()["version"] == 2
    # a second tab still shows version 1 and changes another field
    assert page.send("PATCH", path, {**all_fields, "email": "a@b.de", "version": 1}).json()["version"] == 3
    now = page.get(f"/api/accounts/{key}")["people"][0]
    assert (now["phone"], now["email"], now["version"]) == ("1", "a@b.de", 3)


def test_a_conflict_shows_both_values_and_can_be_settled(page: Page, account: Make) -> None:
    key = account()
    person = page.get(f"/api/accounts/{key}")["people"][0]
    path = f"/api/accounts/{key}/contacts/{person['id']}"
    assert page.send("PATCH", path, {"phone": "1", "version": 1}).status_code == 200
    answer = page.send("PATCH", path, {"phone": "2", "title": "head", "version": 1})
    assert (answer.status_code, answer.json()["error"]["code"]) == (409, "conflict")
    clash = answer.json()["conflict"]
    assert {name: clash[name] for name in ("field", "mine", "theirs", "by", "version")} == {
        "field": "phone",
        "mine": "2",
        "theirs": "1",
        "by": "ann",
        "version": 2,
    }
    assert page.get(f"/api/accounts/{key}")["people"][0]["title"] == "product manager"  # nothing was written
    assert page.send("PATCH", path, {"phone": "2", "title": "head", "version": 2}).json()["version"] == 3


@pytest.mark.parametrize("body", [{"phone": "1"}, {"phone": "1", "version": "one"}, {"id2": 1, "version": 1}])
def test_a_change_needs_the_version_that_was_seen(page: Page, account: Make, body: dict) -> None:
    key = account()
    person = page.get(f"/api/accounts/{key}")["people"][0]["id"]
    assert page.send("PATCH", f"/api/accounts/{key}/contacts/{person}", body).status_code == 400


def test_a_record_of_another_account_is_not_changed_through_this_one(page: Page, account: Make) -> None:
    key, other = account(), account("Acme")
    person = page.get(f"/api/accounts/{other}")["people"][0]["id"]
    assert page.send("PATCH", f"/api/accounts/{key}/contacts/{person}", {"phone": "1", "version": 1}).status_code == 404


def test_facts_of_the_account_and_a_visit_are_changed(page: Page, account: Make) -> None:
    key = account()
    assert page.send("PATCH", f"/api/accounts/{key}", {"country": "DE", "step": 7, "version": 1}).status_code == 200
    found = page.get(f"/api/accounts/{key}")
    assert {"field": "country", "name": "country", "value": "DE"} in found["facts"]
    assert found["step"]["number"] == 7
    made = page.send("POST", f"/api/accounts/{key}/visits", {"starts": "2026-03-09T14:30"}).json()
    path = f"/api/accounts/{key}/visits/{made['id']}"
    assert page.send("PATCH", path, {"state": "cancelled", "version": made["version"]}).status_code == 200
    assert page.get(f"/api/accounts/{key}")["visits"][0]["state"] == "cancelled"


def test_sharing_and_taking_it_back(page: Page, account: Make) -> None:
    key = account()
    shared = page.send("POST", f"/api/accounts/{key}/share", {"with": "Bob@Example.com", "write": True})
    assert shared.json() == {"shares": [{"user": "bob@example.com", "write": True}]}
    assert page.get(f"/api/accounts/{key}")["shares"] == [{"user": "bob@example.com", "write": True}]
    assert page.get(f"/api/accounts/{key}", user="bob@example.com")["may_write"]
    assert page.send("POST", f"/api/accounts/{key}/share", {"with": "bob@example.com", "off": True}).json() == {
        "shares": []
    }
    assert page.ask("GET", f"/api/accounts/{key}", user="bob@example.com").status_code == 404


@pytest.mark.parametrize("body", [{}, {"with": ""}, {"with": "ann"}, {"with": 3}, {"with": "x" * 300}])
def test_sharing_with_nobody_or_oneself(page: Page, account: Make, body: dict) -> None:
    assert page.send("POST", f"/api/accounts/{account()}/share", body).status_code == 400


@pytest.mark.parametrize("form", FORMS)
def test_the_brief_in_its_forms(page: Page, account: Make, form: str) -> None:
    key = account()
    answer = page.ask("GET", f"/api/accounts/{key}/brief.{form}")
    assert answer.status_code == 200
    assert answer.content.lower().startswith(FORMS[form].lower())
    assert "sandbox" in answer.headers["content-security-policy"]
    assert answer.headers["cache-control"] == "no-store"


def test_the_invitation_needs_a_visit(page: Page, account: Make) -> None:
    key = account()
    answer = page.ask("GET", f"/api/accounts/{key}/brief.ics")
    assert (answer.status_code, answer.json()["error"]["code"]) == (409, "no_visit")
    page.send("POST", f"/api/accounts/{key}/visits", {"starts": "2026-03-09T14:30"})
    assert page.ask("GET", f"/api/accounts/{key}/brief.ics").content.startswith(b"BEGIN:VCALENDAR")


@pytest.mark.parametrize("path", ["brief.exe", "export.html", "other.svg", "nothing"])
def test_forms_that_there_are_not(page: Page, account: Make, path: str) -> None:
    assert page.ask("GET", f"/api/accounts/{account()}/{path}").status_code in (404, 405)


@pytest.mark.parametrize("which", ["map", "matrix"])
def test_pictures_escape_what_was_typed(page: Page, account: Make, which: str) -> None:
    key = account("<script>alert(1)</script>", contact="<img onerror=x>")
    answer = page.ask("GET", f"/api/accounts/{key}/{which}.svg")
    assert answer.headers["content-type"] == "image/svg+xml"
    assert "<script" not in answer.text
    assert "<img" not in answer.text


def test_export(page: Page, account: Make) -> None:
    key = account("光明照明")
    answer = page.ask("GET", f"/api/accounts/{key}/export.json")
    assert json.loads(answer.content)["account"]["name"] == "光明照明"
    assert answer.headers["content-disposition"].startswith("attachment; filename*=UTF-8''%E5%85%89")
    packed = zipfile.ZipFile(io.BytesIO(page.ask("GET", f"/api/accounts/{key}/export.zip").content))
    assert "contacts.csv" in packed.namelist()


@pytest.mark.parametrize("body", [{}, {"confirm": "Nord"}, {"confirm": 5}])
def test_forgetting_needs_the_name(page: Page, account: Make, body: dict) -> None:
    key = account()
    answer = page.send("DELETE", f"/api/accounts/{key}", body)
    assert answer.status_code == 400, answer.text
    assert page.get(f"/api/accounts/{key}")["name"] == "Nordlicht GmbH"


def test_forgetting_for_good(page: Page, account: Make) -> None:
    key = account()
    answer = page.send("DELETE", f"/api/accounts/{key}", {"confirm": " nordlicht GmbH"})
    assert answer.json()["done"], answer.text
    assert answer.json()["said"]
    assert page.ask("GET", f"/api/accounts/{key}").status_code == 404
    assert b"Nordlicht" not in (page.home / "accounts.db").read_bytes()


@pytest.mark.parametrize("name", ["Anna Weber", "王磊"])
def test_forgetting_a_person_for_good(page: Page, account: Make, name: str) -> None:
    key = account()
    contacts = f"/api/accounts/{key}/contacts"
    person = page.send("POST", contacts, {"name": name, "phone": "+49 40 1"}).json()["id"]
    other = page.send("POST", contacts, {"name": "Bo Stahl"}).json()["id"]
    page.send("POST", f"/api/accounts/{key}/notes", {"text": f"{name} decides in May."})
    path = f"{contacts}/{person}"
    for body in ({}, {"confirm": "Bo Stahl"}, {"confirm": "Nordlicht GmbH"}):
        assert page.send("DELETE", path, body).status_code == 400
    answer = page.send("DELETE", path, {"confirm": name})
    assert answer.json()["done"], answer.text
    there = page.get(f"/api/accounts/{key}")
    assert person not in [one["id"] for one in there["people"]]
    assert other in [one["id"] for one in there["people"]]
    assert name not in json.dumps(there, ensure_ascii=False)
    assert name.encode() not in (page.home / "accounts.db").read_bytes()
    assert page.send("DELETE", path, {"confirm": name}).status_code == 404


def test_only_the_owner_forgets_a_person(page: Page, account: Make) -> None:
    key = account(user="bob")
    bob = book_of("bob", page.home)
    bob.share(key, "ann", may_write=True)
    person = bob.dossier(key).contacts[0]
    answer = page.send("DELETE", f"/api/accounts/{key}/contacts/{person.id}", {"confirm": person.name})
    assert answer.status_code == 403, answer.text
    assert bob.dossier(key).contacts


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_book_that_cannot_be_used_is_said_in_words(page: Page, lang: str) -> None:
    (page.home / "accounts.db").write_bytes(b"no database" * 100)
    answer = page.ask("GET", "/api/accounts", lang=lang)
    assert (answer.status_code, answer.json()["error"]["code"]) == (503, "unavailable")
    assert {"zh": "坏了", "en": "damaged"}[lang] in answer.json()["error"]["message"]


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", "", b'{"name": "Acme \\ud800"}'), ("POST", "", b'{"name": "Acme \xed\xa0\x80"}'),
        ("POST", "/{key}/notes", b'{"text": "a note \\udfff"}'), ("POST", "/{key}/contacts", b'{"name": "Bo \\ud800"}'),
        ("POST", "/{key}/share", b'{"with": "bob \\ud800"}'),
    ],
)  # fmt: skip
def test_half_a_character_is_replaced(page: Page, account: Make, method: str, path: str, body: bytes) -> None:
    headers = {"content-type": "application/json"}
    answer = page.ask(method, "/api/accounts" + path.format(key=account()), content=body, headers=headers)
    assert answer.status_code in (200, 201), answer.text


def test_nobody_with_a_name_that_cannot_be_stored_is_let_in(page: Page, account: Make) -> None:
    key = account()
    answer = page.send("POST", f"/api/accounts/{key}/share", {"with": "bob\0"})
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "bad_input")
    assert page.ask("GET", f"/api/accounts/{key}/export.zip").status_code == 200
