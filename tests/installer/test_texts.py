"""The tool for the Dutch texts gathers, fills, judges and compiles the same way each time."""

from __future__ import annotations

import gettext
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from installer import texts
from installer.texts import Source

if TYPE_CHECKING:
    from pathlib import Path

CODE = """
from desktop_app.words import N_, _, ngettext, pgettext
greeting = _("Good day, {name}.")
mark = N_("later")
print(_(mark))
print(ngettext("{n} client", "{n} clients", 2), pgettext("verb", "open"), _("open"))
print(_("two "
        "lines"))
"""

DUTCH = """{
 "Good day, {name}.": "Dag {name}.", "later": "straks", "open": "open",
 "{n} client|{n} clients": ["één cliënt", "{n} cliënten"],
 "verb\\u0004open": "openen", "two lines": "twee regels", "unused": "ongebruikt"
}"""


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for folder in ("desktop_app", "ui"):
        (tmp_path / folder).mkdir()
    (tmp_path / "desktop_app/words_in_use.py").write_text(CODE, "utf-8")
    return tmp_path


def compiled(tree: Path) -> gettext.GNUTranslations:
    with (tree / texts.CATALOGUE).with_suffix(".mo").open("rb") as file:
        return gettext.GNUTranslations(file)


def test_every_kind_of_source_string_reaches_the_compiled_catalogue(tree: Path) -> None:
    assert texts.update(tree, texts.read_additions(DUTCH)) == "texts: 6, without Dutch: 0"
    assert texts.check(tree) == []
    dutch = compiled(tree)
    assert dutch.gettext("Good day, {name}.") == "Dag {name}."
    assert dutch.gettext("later") == "straks"
    assert dutch.gettext("two lines") == "twee regels"
    assert [dutch.ngettext("{n} client", "{n} clients", n) for n in (0, 1, 2)] == [
        "{n} cliënten",
        "één cliënt",
        "{n} cliënten",
    ]
    assert (dutch.pgettext("verb", "open"), dutch.gettext("open")) == ("openen", "open")
    assert dutch.gettext("unused") == "unused"


def test_a_second_update_changes_nothing_and_needs_no_additions(tree: Path) -> None:
    texts.update(tree, texts.read_additions(DUTCH))
    before = (tree / texts.CATALOGUE).read_bytes()
    texts.update(tree, {})
    assert (tree / texts.CATALOGUE).read_bytes() == before
    assert b"Date" not in before
    assert b"words_in_use" not in before


def test_missing_dutch_does_not_stop_an_update_but_fails_the_check(tree: Path) -> None:
    assert texts.update(tree, {}) == "texts: 6, without Dutch: 6"
    assert "no Dutch: verb: open" in texts.check(tree)
    assert compiled(tree).gettext("later") == "later"


def test_what_the_code_no_longer_says_is_dropped(tree: Path) -> None:
    texts.update(tree, texts.read_additions(DUTCH))
    (tree / "desktop_app/words_in_use.py").write_text('_("later")\n', "utf-8")
    assert texts.check(tree) != []
    assert texts.update(tree, {}) == "texts: 1, without Dutch: 0"
    assert list(texts.read_catalogue(tree / texts.CATALOGUE)[0]) == [Source("later")]


@pytest.mark.parametrize(
    ("english", "dutch", "complaint"),
    [
        ("{n} of {all}", "{n} van alles", "other placeholders"),
        ("{n} of {all}", "{n} van {all", "other placeholders"),
        ("a ", "een", "other spaces"),
        ("Saved.", "Opgeslagen!", "exclamation mark"),
    ],
)
def test_dutch_that_does_not_fit_is_named(english: str, dutch: str, complaint: str) -> None:
    assert complaint in texts.faults({Source(english): None}, {Source(english): (dutch,)})[0]


@pytest.mark.parametrize("code", ['_(f"{n} texts")', '_("a" + n)', '_("{n}".format(n=1))'])
def test_a_text_that_is_built_before_translation_is_a_fault(tree: Path, code: str) -> None:
    (tree / "ui/built.py").write_text(f"x = 1\n{code}\n", "utf-8")
    assert texts.gather(tree).faults == ["ui/built.py:2: _(…) needs one plain string"]


def test_a_guess_is_named(tree: Path) -> None:
    texts.update(tree, texts.read_additions(DUTCH))
    path = tree / texts.CATALOGUE
    path.write_text(path.read_text("utf-8").replace('msgid "later"', '#, fuzzy\nmsgid "later"'))
    assert "a guess (fuzzy): later" in texts.check(tree)


def test_a_file_that_python_cannot_read_is_named(tree: Path) -> None:
    (tree / "ui/half.py").write_text("def half(:\n", "utf-8")
    (tree / "installer").mkdir()
    tool = tree / "installer/texts.py"
    tool.write_bytes((texts.ROOT / "installer/texts.py").read_bytes())
    ran = subprocess.run([sys.executable, tool, "update"], capture_output=True, check=False)
    assert (ran.returncode, ran.stderr.decode().startswith("ui/half.py:1: ")) == (1, True)
