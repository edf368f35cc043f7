r"""The Dutch of the program: gather the source strings, keep the catalogue, judge it.

    python installer/texts.py update [--from FILE.json]
    python installer/texts.py check

The code holds English source strings in `_`, `N_`, `ngettext` and `pgettext`. `update` gathers
them into resources/locale, drops what the code no longer says and compiles. FILE.json brings
new Dutch: {"English": "Nederlands", "one|many": ["een", "meer"], "context\u0004text": "..."}.
Both files depend on the code and the Dutch alone: no dates, no line numbers, sorted.
"""

from __future__ import annotations

import argparse
import ast
import io
import json
import sys
from dataclasses import dataclass, field
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = Path("resources/locale/nl/LC_MESSAGES/thuisbasis.po")
CONTEXT_MARK = "\u0004"  # gettext's own: stands between context and text

_CALLS = {"_": 1, "N_": 1, "ngettext": 2, "pgettext": 2}  # leading arguments that are texts


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """A source string; gettext looks it up by `text` within `context`."""

    text: str
    context: str = ""

    def __str__(self) -> str:
        """Show the string as a line for people."""
        return f"{self.context}: {self.text}" if self.context else self.text


@dataclass(slots=True)
class Gathered:
    """What the code says: plural by source string (None: it has none), and its faults."""

    plurals: dict[Source, str | None] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)


class _Lean(Catalog):
    """A catalogue whose header never changes by itself: no dates, no tool versions."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        return [
            ("Project-Id-Version", "thuisbasis"),
            ("Language", "nl"),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
            ("Plural-Forms", "nplurals=2; plural=(n != 1);"),
        ]


Dutch = dict[Source, tuple[str, ...]]
"""Translations by source string: one form, or two when the source has a plural."""


def gather(root: Path) -> Gathered:
    """Read the source strings of desktop_app and ui.

    Raises:
        SyntaxError: naming the file that Python cannot read.
    """
    gathered = Gathered()
    for folder in ("desktop_app", "ui"):
        for path in sorted((root / folder).rglob("*.py")):
            name = path.relative_to(root).as_posix()
            tree = ast.parse(path.read_text(encoding="utf-8"), filename=name)
            for call in _calls(tree):
                _take(call, name, gathered)
    return gathered


def _calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            func = node.func
            called = func.id if isinstance(func, ast.Name) else getattr(func, "attr", "")
            if called in _CALLS:
                yield called, node


def _take(found: tuple[str, ast.Call], name: str, gathered: Gathered) -> None:
    called, call = found
    literals: list[str] = []
    for argument in call.args[: _CALLS[called]]:
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
            literals.append(argument.value)
        elif not isinstance(argument, (ast.Name, ast.Attribute, ast.Subscript)):
            # A variable holds a string that N_ marked elsewhere; anything built here is lost.
            gathered.faults.append(
                f"{name}:{argument.lineno}: {called}(…) needs one plain string"
            )
    if len(literals) < _CALLS[called]:
        return
    if called == "pgettext":
        gathered.plurals.setdefault(Source(literals[1], literals[0]), None)
        return
    source, plural = Source(literals[0]), literals[1] if called == "ngettext" else None
    known = gathered.plurals.get(source)
    if plural and known and plural != known:
        gathered.faults.append(f"{name}:{call.lineno}: a second plural of “{source}”")
    gathered.plurals[source] = plural or known


def read_catalogue(path: Path) -> tuple[Dutch, list[Source]]:
    """Return the Dutch that a .po file holds, and which of it is marked as a guess (fuzzy)."""
    dutch: Dutch = {}
    fuzzy: list[Source] = []
    if path.exists():
        with path.open("rb") as file:
            for message in read_po(file, locale="nl", abort_invalid=True):
                one = message.id if isinstance(message.id, str) else message.id[0]
                forms = message.string or ""
                if one:
                    source = Source(one, message.context or "")
                    dutch[source] = (forms,) if isinstance(forms, str) else tuple(forms)
                    fuzzy += [source] if message.fuzzy else []
    return dutch, fuzzy


def read_additions(text: str) -> Dutch:
    """Return the Dutch of a JSON file as the module's first lines describe it."""
    data: Mapping[str, str | list[str]] = json.loads(text)
    dutch: Dutch = {}
    for key, value in data.items():
        context, _, words = key.rpartition(CONTEXT_MARK)
        one = words if isinstance(value, str) else words.partition("|")[0]
        dutch[Source(one, context)] = (value,) if isinstance(value, str) else tuple(value)
    return dutch


def fit(plurals: Mapping[Source, str | None], dutch: Dutch) -> Dutch:
    """Keep the Dutch that the code asks for, in as many forms as it asks; empty where none."""
    fitting: Dutch = {}
    for source, plural in plurals.items():
        forms = dutch.get(source, ())
        wanted = 1 if plural is None else 2
        fitting[source] = forms if len(forms) == wanted else ("",) * wanted
    return fitting


def render(plurals: Mapping[Source, str | None], dutch: Dutch) -> tuple[bytes, bytes]:
    """Return the bytes of the .po file and of the compiled .mo file."""
    catalogue = _Lean(locale="nl", fuzzy=False, header_comment="# Dutch texts of Thuisbasis.")
    for source in sorted(plurals):
        plural, forms = plurals[source], dutch[source]
        catalogue.add(
            source.text if plural is None else (source.text, plural),
            forms[0] if plural is None else forms,
            context=source.context or None,
        )
    po, mo = io.BytesIO(), io.BytesIO()
    write_po(po, catalogue, width=0, no_location=True, ignore_obsolete=True)
    write_mo(mo, catalogue)
    return po.getvalue(), mo.getvalue()


def faults(plurals: Mapping[Source, str | None], dutch: Dutch) -> list[str]:
    """Return a line for each text whose Dutch is missing or does not fit its source."""
    found: list[str] = []
    for source in sorted(plurals):
        forms = dutch[source]
        if not all(forms):
            found.append(f"no Dutch: {source}")
            continue
        last = plurals[source] or source.text
        if placeholders(forms[-1]) != placeholders(last):
            found.append(f"other placeholders: {source} → {forms[-1]}")
        if not placeholders(forms[0]) <= placeholders(last):
            # A singular may say "een cliënt" where the plural says "{n} cliënten".
            found.append(f"other placeholders: {source} → {forms[0]}")
        if _edges(forms[-1]) != _edges(last):
            found.append(f"other spaces at the ends: {source}")
        if "!" in "".join(forms):
            found.append(f"exclamation mark: {source}")
    return found


def placeholders(text: str) -> set[str]:
    """Return the names between braces; a text with broken braces has none that fit."""
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        return {f"broken braces in {text!r}"}


def _edges(text: str) -> tuple[str, str]:
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


def update(root: Path, additions: Dutch) -> str:
    """Bring the catalogue up to date with the code and return one line about it."""
    gathered = gather(root)
    path = root / CATALOGUE
    dutch = fit(gathered.plurals, {**read_catalogue(path)[0], **additions})
    path.parent.mkdir(parents=True, exist_ok=True)
    for file, content in zip(
        (path, path.with_suffix(".mo")), render(gathered.plurals, dutch), strict=True
    ):
        if not file.exists() or file.read_bytes() != content:
            file.write_bytes(content)
    missing = sum(not all(forms) for forms in dutch.values())
    notes = [*gathered.faults, f"texts: {len(dutch)}, without Dutch: {missing}"]
    return "\n".join(notes)


def check(root: Path) -> list[str]:
    """Return everything that keeps the Dutch from being whole and up to date."""
    gathered = gather(root)
    path = root / CATALOGUE
    known, fuzzy = read_catalogue(path)
    dutch = fit(gathered.plurals, known)
    found = [*gathered.faults, *(f"a guess (fuzzy): {source}" for source in fuzzy)]
    found += faults(gathered.plurals, dutch)
    for file, content in zip(
        (path, path.with_suffix(".mo")), render(gathered.plurals, dutch), strict=True
    ):
        if not file.exists() or file.read_bytes() != content:
            found.append(f"{file.relative_to(root).as_posix()} is behind the code: run update")
    return found


def main(arguments: list[str] | None = None) -> int:
    """Run one of the two commands; 0 when all is well."""
    parser = argparse.ArgumentParser(description="Keep the Dutch texts of the program.")
    commands = parser.add_subparsers(dest="command", required=True)
    updating = commands.add_parser("update", help="gather source strings, fill, compile")
    updating.add_argument("--from", dest="additions", type=Path, help="JSON with new Dutch")
    commands.add_parser("check", help="judge the catalogue; exit 1 when it is not whole")
    asked = parser.parse_args(arguments)
    try:
        if asked.command == "update":
            file: Path | None = asked.additions
            print(update(ROOT, read_additions(file.read_text("utf-8")) if file else {}))
            return 0
        found = check(ROOT)
    except SyntaxError as broken:
        print(f"{broken.filename}:{broken.lineno}: {broken.msg}", file=sys.stderr)
        return 1
    print("\n".join([*found, f"texts: {len(found)} to mend" if found else "texts: whole"]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
