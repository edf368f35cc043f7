"""Rules of the house that no linter knows."""

from __future__ import annotations

import ast
import json
import re
import tomllib
from functools import cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from desktop_app import __version__
from installer import environment, tree

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = environment.ROOT
FILE_CEILING = 400
FUNCTION_CEILING = 60

SOURCES = [
    path.relative_to(ROOT).as_posix()
    for path in tree.files(ROOT)
    if path.suffix == ".py" and path.relative_to(ROOT).parts[0] != "tests"
]
TESTS = [
    path.relative_to(ROOT).as_posix()
    for path in tree.files(ROOT / "tests")
    if path.suffix == ".py"
]
CORE = [name for name in SOURCES if name.startswith("desktop_app/")]

# A pipe or a terminal is what the command line writes to; nobody else has one.
MAY_PRINT = ("desktop_app/__main__.py", "desktop_app/commands/")
# Registers of nobody, thrown away at once: for the self-check and for pictures of screens.
MAY_USE_TEMPFILE = ("desktop_app/selfcheck.py", "ui/gallery/")
MAY_WRITE_IN_BULK = ("desktop_app/store/",)


@cache
def parsed(name: str) -> ast.Module:
    return ast.parse((ROOT / name).read_text("utf-8"), filename=name)


def dotted(node: ast.expr) -> str:
    """Return "a.b.c" of a name with its attributes; what else is called becomes a "?"."""
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else "?"


@cache
def calls(name: str) -> list[tuple[str, ast.Call]]:
    nodes = (node for node in ast.walk(parsed(name)) if isinstance(node, ast.Call))
    return [(dotted(node.func), node) for node in nodes]


def found_calls(names: list[str], wrong: Callable[[str, ast.Call], object]) -> list[str]:
    """Return where a call is found wrong by its dotted name and its arguments."""
    return [
        f"{name}:{node.lineno}: {called}"
        for name in names
        for called, node in calls(name)
        if wrong(called, node)
    ]


def imported(name: str) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(parsed(name)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def without(names: list[str], *allowed: str) -> list[str]:
    return [name for name in names if not name.startswith(allowed)]


def test_rooms_stay_small() -> None:
    # A migration is a list of columns: cutting it up would only hide where it ends.
    for name in (name for name in SOURCES if "/migrations/versions/" not in name):
        lines = len((ROOT / name).read_text("utf-8").splitlines())
        assert lines <= FILE_CEILING, f"{name} has {lines} lines"
        for node in ast.walk(parsed(name)):
            if isinstance(node, ast.FunctionDef):
                length = tree.function_lines(node)
                assert length <= FUNCTION_CEILING, f"{name}: {node.name} has {length} lines"


def test_every_room_says_what_it_is_for() -> None:
    silent = [
        name
        for name in SOURCES
        if (ROOT / name).stat().st_size and not ast.get_docstring(parsed(name))
    ]
    assert silent == []


def test_no_drawer_takes_everything() -> None:
    drawers = {"utils", "util", "helpers", "helper", "manager", "base", "common", "misc"}
    own_word = "desktop_app/store/tables/base.py"  # SQLAlchemy's: the declarative base
    found = [name for name in SOURCES if drawers & set(Path(name).with_suffix("").parts)]
    assert [name for name in found if name != own_word] == []


def test_the_core_never_prints() -> None:
    voices = {"print", "sys.stdout.write", "sys.stderr.write"}
    assert found_calls(without(CORE, *MAY_PRINT), lambda called, _: called in voices) == []


def test_every_time_has_a_zone() -> None:
    naive = {"datetime.utcnow", "datetime.now", "datetime.today", "datetime.fromtimestamp"}

    def lacks_zone(called: str, node: ast.Call) -> bool:
        return ".".join(called.split(".")[-2:]) in naive and not (node.args or node.keywords)

    assert found_calls([*SOURCES, *TESTS], lacks_zone) == []


def test_the_core_never_asks_what_day_it_is() -> None:
    inner = without(CORE, "desktop_app/dates.py", *MAY_PRINT)
    assert found_calls(inner, lambda called, _: called.endswith("date.today")) == []


def test_no_client_data_in_temporary_files() -> None:
    inner = without(SOURCES, "installer/", *MAY_USE_TEMPFILE)
    assert [name for name in inner if "tempfile" in imported(name)] == []


def test_rows_are_written_one_by_one_so_that_history_sees_them() -> None:
    refused = {"sqlalchemy.update", "sqlalchemy.delete", "sqlalchemy.text"}
    bulk = {"bulk_insert_mappings", "bulk_update_mappings", "bulk_save_objects"}
    inner = without(SOURCES, *MAY_WRITE_IN_BULK)
    assert [name for name in inner if refused & imported(name)] == []
    bulk |= {"sa.update", "sa.delete", "sa.text"}
    assert (
        found_calls(inner, lambda called, _: {called, called.rpartition(".")[2]} & bulk) == []
    )


def test_tests_use_the_real_thing() -> None:
    assert [name for name in TESTS if any("mock" in m.lower() for m in imported(name))] == []
    assert found_calls(TESTS, lambda called, _: called == "monkeypatch.setattr") == []


def test_tests_are_no_packages() -> None:
    assert [name for name in TESTS if name.endswith("__init__.py")] == []


def test_nothing_in_the_tree_points_at_a_registry_or_a_machine() -> None:
    assert tree.faults(ROOT) == []


def test_the_lock_pins_everything_by_hash_and_names_no_address() -> None:
    lock = environment.LOCK.read_text("utf-8")
    assert "://" not in lock
    pins = re.split(r"^(?=[A-Za-z0-9])", lock, flags=re.MULTILINE)[1:]
    assert len(pins) > 30
    assert [pin.split()[0] for pin in pins if "--hash=sha256:" not in pin] == []


def test_the_lock_is_of_this_program() -> None:
    about = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    lock = environment.LOCK.read_text("utf-8")
    pinned = dict(re.findall(r"^([A-Za-z0-9._-]+)==([^\s;]+)", lock, flags=re.MULTILINE))
    for wish in chain(about["project"]["dependencies"], about["dependency-groups"]["dev"]):
        asked = Requirement(wish)
        assert asked.specifier.contains(pinned[canonicalize_name(asked.name)]), wish


def test_the_program_and_its_package_have_one_version() -> None:
    about = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert about["project"]["version"] == __version__


def test_the_licence_is_whole() -> None:
    text = (ROOT / "LICENSE").read_text("utf-8")
    articles = re.findall(r"^(\d+)\.\s*\S", text, flags=re.MULTILINE)
    assert [int(number) for number in articles] == list(range(1, 16))
    assert text.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2")
    assert text.rstrip().endswith("require the production of a new EUPL version.")


def test_every_data_file_can_be_read() -> None:
    for path in (path for path in tree.files(ROOT / "resources") if path.suffix == ".json"):
        assert json.loads(path.read_text("utf-8")), path


def test_every_font_and_icon_brings_its_licence() -> None:
    for folder in ("fonts", "icons"):
        holding = {
            path.parent
            for path in tree.files(ROOT / "resources" / folder)
            if path.suffix in {".ttf", ".otf", ".svg"}
        }
        for place in holding:
            around = [*place.iterdir(), *place.parent.iterdir()]
            assert [p for p in around if re.search("OFL|LICEN[CS]E", p.name)], place


def test_the_way_in_is_written_down() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert "python3 installer/bootstrap.py run" in readme.split("\n## ")[0]
    assert "python3 installer/bootstrap.py test" in readme.split("\n## ")[0]
    for target in re.findall(r"\]\(([^)#]+)\)", readme):
        if "://" not in target:
            assert (ROOT / target).exists(), target


def test_the_map_of_the_rooms_leads_somewhere() -> None:
    pages = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    rooms = re.findall(r"`([a-z_]+/[a-z_/.]*)`", pages)
    assert len(rooms) > 15
    assert [room for room in rooms if not (ROOT / room).exists()] == []
