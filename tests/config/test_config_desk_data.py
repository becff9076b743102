"""The desk's data is parsed for it, and a broken file is named with its place."""

from pathlib import Path

import pytest

from bot.config import ConfigError, load_classifier, load_desk_data


def test_other_files_can_be_tried_out(tmp_path: Path) -> None:
    """A replay with another gazetteer or other topics reads them from where they lie."""
    (tmp_path / "g.yaml").write_text("samsung: {kind: company, ko: [삼성전자]}\n", encoding="utf-8")
    (tmp_path / "t.yaml").write_text("hbm: {name: HBM}\n", encoding="utf-8")
    assert load_desk_data(tmp_path / "g.yaml", tmp_path / "t.yaml") == (
        {"samsung": {"kind": "company", "ko": ["삼성전자"]}},
        {"hbm": {"name": "HBM"}},
    )


def test_a_broken_file_is_named_with_its_place(tmp_path: Path) -> None:
    """Doubled concepts and broken YAML alike."""
    good, bad = tmp_path / "t.yaml", tmp_path / "g.yaml"
    good.write_text("{}", encoding="utf-8")
    bad.write_text("a: {}\nb: {}\na: {}\n", encoding="utf-8")
    with pytest.raises(ConfigError) as refused:
        load_desk_data(bad, good)
    assert refused.value.problems == (f"{bad}:3:1: a: written twice, first at 1:1; keep one",)


def test_an_absent_file_is_a_mistake_in_words(tmp_path: Path) -> None:
    """No traceback for a misspelt path."""
    with pytest.raises(ConfigError) as refused:
        load_desk_data(tmp_path / "none.yaml")
    assert refused.value.problems == (f"{tmp_path}/none.yaml: cannot be read as UTF-8 text; name another file",)


def test_the_packaged_data_loads() -> None:
    """Both files are mappings; what they mean is the desk's to judge."""
    gazetteer, topics = load_desk_data()
    assert "south-korea" in gazetteer
    assert topics


def test_a_broken_concept_is_refused_with_file_and_line(tmp_path: Path) -> None:
    """Who adds a concept learns which line to mend, not only what is wrong."""
    gazetteer = tmp_path / "gazetteer.yaml"
    gazetteer.write_text("samsung:\n  kind: company\n  implies: [KR]\n  en: Samsung\nbroken: nonsense\n", "utf-8")

    with pytest.raises(ConfigError) as raised:
        load_classifier(gazetteer)

    assert [problem.partition(" ")[0] for problem in raised.value.problems][-1] == f"{gazetteer}:5:1:"
