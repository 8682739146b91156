"""`coach new` writes files that are sound and can be used as they are, and never over others."""

import pytest

from coach.cli.main import main
from coach.knowledge.check import find_problems
from coach.knowledge.load import load
from coach.pitch.catalogue import Catalogue, Stated
from tests.lean_knowledge import lean_copy


@pytest.fixture
def root(tmp_path, monkeypatch):
    folder = tmp_path / "knowledge"
    lean_copy(folder)
    monkeypatch.setenv("COACH_KNOWLEDGE", str(folder))
    return folder


@pytest.mark.parametrize(("lang", "word"), [("zh", "已写好"), ("en", "Written")])
def test_what_comes_next_is_said(root, capsys, lang, word):
    assert main(["new", "scenario", "hotel_buyer", "--lang", lang]) == 0
    out = capsys.readouterr().out
    assert word in out
    assert "coach rehearse hotel_buyer --script" in out


def test_the_file_is_sound_and_the_last_of_the_library(root):
    before = load(root).scenarios
    assert main(["new", "scenario", "hotel_buyer"]) == 0
    assert find_problems(root) == []
    scenario = load(root).scenarios["hotel_buyer"]
    assert scenario.order == max(other.order for other in before.values()) + 1


def test_a_file_that_exists_is_left_alone(root, capsys):
    path = root / "scenarios/plums.yml"
    before = path.read_bytes()
    assert main(["new", "scenario", "plums", "--lang", "en"]) == 1
    assert "exists already" in capsys.readouterr().err
    assert path.read_bytes() == before


@pytest.mark.parametrize("name", ["Hotel", "1st", "a-b", "a b", "../plums", "", "酒店", "a" * 61])
def test_a_bad_name(root, capsys, name):
    before = sorted(root.rglob("*"))
    assert main(["new", "scenario", name, "--lang", "zh"]) == 2
    assert "不能做名字" in capsys.readouterr().err
    assert sorted(root.rglob("*")) == before


def test_broken_knowledge_is_said(root, capsys):
    (root / "words/a.yml").write_text("a: {zh: 好}\n", encoding="utf-8")
    assert main(["new", "scenario", "hotel_buyer"]) == 1
    assert "a.yml:1" in capsys.readouterr().err


def test_a_catalogue_is_sound_and_pitched_from(root, capsys):
    assert main(["new", "catalogue", "yacht_paint", "--lang", "en"]) == 0
    assert "first_product.yml" in capsys.readouterr().out
    assert find_problems(root) == []
    knowledge = load(root)
    assert knowledge.catalogues["yacht_paint"].first == "first_product"
    catalogue = Catalogue(knowledge)
    assert catalogue.trade_of(["the hull coating peels"]) == catalogue.trade_of(["船底漆掉了"]) == "yacht_paint"
    assert catalogue.answers("yacht_paint/first_product", [Stated("energy_cost", "latent", "fuel")])


def test_a_catalogue_that_exists_is_left_alone(root, capsys):
    before = sorted(root.rglob("*"))
    assert main(["new", "catalogue", "led_lighting", "--lang", "zh"]) == 1
    assert "已经有了" in capsys.readouterr().err
    assert sorted(root.rglob("*")) == before


@pytest.mark.parametrize(("lang", "word"), [("zh", "已写好"), ("en", "Written")])
def test_one_more_product(root, capsys, lang, word):
    assert main(["new", "product", "led_lighting/mine", "--lang", lang]) == 0
    assert word in capsys.readouterr().out
    assert find_problems(root) == []
    assert load(root).products["led_lighting/mine"].features
    assert main(["new", "product", "led_lighting/mine", "--lang", lang]) == 1


@pytest.mark.parametrize(
    "name",
    [
        "mine",
        "nowhere/mine",
        "led_lighting/Mine",
        "led_lighting/",
        "led_lighting/a/b",
        "../products/mine",
    ],
)
def test_a_product_needs_a_catalogue_and_a_name(root, capsys, name):
    before = sorted(root.rglob("*"))
    assert main(["new", "product", name, "--lang", "en"]) == 2
    assert "cannot be a name" in capsys.readouterr().err
    assert sorted(root.rglob("*")) == before


def test_nothing_is_left_of_what_cannot_be_written(root, capsys, monkeypatch):
    before = sorted(root.rglob("*"))

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("coach.knowledge.new.shutil.copymode", full)
    for what, name in (("scenario", "hotel_buyer"), ("catalogue", "yacht_paint"), ("product", "led_lighting/mine")):
        assert main(["new", what, name, "--lang", "en"]) == 1
        assert "No space left" in capsys.readouterr().err
    assert sorted(root.rglob("*")) == before


def test_nothing_else_is_made(capsys):
    with pytest.raises(SystemExit) as error:
        main(["new", "glossary", "x"])
    assert error.value.code == 2
