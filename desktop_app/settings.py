"""Choices that belong to a computer, not to a register: language, look, where one left off.

They live in one TOML file that holds no client data and may be thrown away: without it the
program starts with the choices below. Only the marks in `seen` are more than comfort: they
tell when a register is older than the one last opened here.

The first picture waits for them, so they are plain tuples: Python makes the class of one
sooner than that of a dataclass.
"""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeVar, get_args

from desktop_app.errors import UserError
from desktop_app.words import LANGUAGES, Language, _

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

_Choice = TypeVar("_Choice")
_KEY_FILE = "register.keys"

Theme = Literal["system", "light", "dark"]
THEMES: tuple[Theme, ...] = get_args(Theme)
TEXT_SIZES = (100, 115, 130, 150)
"""Per cent of the design's type sizes."""
LOCK_MINUTES = range(1, 16)


class Seen(NamedTuple):
    """How far a register had come when it was last opened on this computer.

    `generation` counts changes of its key file, `journal` lines of its access log.
    """

    generation: int
    journal: int
    on: date


class Settings(NamedTuple):
    """The choices of one computer.

    `still` means that nothing moves on the screen. `folder` and `slot` are the register and the
    person that the unlock window offers first; `seen` has a mark per register, by its vault id.
    `begun` holds what was filled in for a register that was not made yet, by the name of its
    field; never a password.
    """

    language: Language = "nl"
    theme: Theme = "system"
    text_size: int = 100
    still: bool = False
    lock_minutes: int = 5
    folder: Path | None = None
    slot: str = ""
    seen: Mapping[str, Seen] = MappingProxyType({})
    begun: Mapping[str, str] = MappingProxyType({})


def read(file: Path) -> Settings:
    """Return the choices kept in a file.

    A missing file means the first start here. One that is no TOML is set aside beside itself
    with "damaged" in its name. A single choice that makes no sense falls back by itself.

    Raises:
        UserError: the computer does not let us read the file.
    """
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        file.replace(file.with_suffix(".damaged.toml"))
        return Settings()
    except OSError as refused:
        raise UserError(
            _(
                "The choices for this computer cannot be read from {file}. "
                "Check whether you may open it, or remove it to start afresh."
            ).format(file=file)
        ) from refused
    return _understood(data)


def known_register(settings: Settings) -> Path | None:
    """Return the folder of the register of last time, if that is still there."""
    folder = settings.folder
    return folder if folder is not None and (folder / _KEY_FILE).exists() else None


def save(file: Path, settings: Settings) -> None:
    """Write the choices whole or not at all.

    Raises:
        disk.WriteFailedError: the disk is full or does not let us write there.
    """
    import tomli_w  # noqa: PLC0415 - the first picture waits for reading, not for writing

    from desktop_app import disk, whole  # noqa: PLC0415 - as above

    data: dict[str, Any] = {
        "language": settings.language,
        "theme": settings.theme,
        "text_size": settings.text_size,
        "still": settings.still,
        "lock_minutes": settings.lock_minutes,
        "folder": str(settings.folder or ""),
        "slot": settings.slot,
        "seen": {
            vault: {"generation": mark.generation, "journal": mark.journal, "on": mark.on}
            for vault, mark in sorted(settings.seen.items())
        },
        "begun": dict(settings.begun),
    }
    try:
        with disk.writing(file):
            file.parent.mkdir(parents=True, exist_ok=True)
        whole.write(file, tomli_w.dumps(data).encode())
    except disk.DiskError as refused:
        told = _("The choices for this computer cannot be kept. {why}").format(why=refused)
        raise disk.WriteFailedError(told, refused.fault) from refused


def with_mark(settings: Settings, vault: str, mark: Seen) -> Settings:
    """Note how far a register is, once opened and after any warning was answered."""
    return settings._replace(seen=MappingProxyType({**settings.seen, vault: mark}))


def newer_mark(settings: Settings, vault: str, now: Seen) -> Seen | None:
    """Return the mark that a register falls behind; None when it is as new as ever seen here.

    Behind means that a backup was put back, or that somebody changed the files: worth a
    warning. It cannot be a lock, as who can put back the register can put back this file.
    """
    last = settings.seen.get(vault)
    if last and (now.generation < last.generation or now.journal < last.journal):
        return last
    return None


def _understood(data: Mapping[str, Any]) -> Settings:
    standard = Settings()
    folder, slot, seen = data.get("folder"), data.get("slot"), data.get("seen")
    marks = seen.items() if isinstance(seen, dict) else ()
    begun = data.get("begun")
    fields = begun.items() if isinstance(begun, dict) else ()
    return Settings(
        language=_one_of(LANGUAGES, data.get("language"), standard.language),
        theme=_one_of(THEMES, data.get("theme"), standard.theme),
        text_size=_one_of(TEXT_SIZES, data.get("text_size"), standard.text_size),
        still=_one_of((True, False), data.get("still"), standard.still),
        lock_minutes=_one_of(LOCK_MINUTES, data.get("lock_minutes"), standard.lock_minutes),
        folder=Path(folder) if isinstance(folder, str) and folder else None,
        slot=slot if isinstance(slot, str) else "",
        seen=MappingProxyType({vault: _mark(mark) for vault, mark in marks if _is_mark(mark)}),
        begun=MappingProxyType({name: said for name, said in fields if isinstance(said, str)}),
    )


def _one_of(choices: Collection[_Choice], given: Any, standard: _Choice) -> _Choice:
    # A list, a table or true among the choices would be equal to nothing or to 1.
    fits = type(given) is type(standard) and given in choices
    return given if fits else standard


def _is_mark(data: Any) -> bool:
    return isinstance(data, dict) and (
        type(data.get("generation")),
        type(data.get("journal")),
        type(data.get("on")),
    ) == (int, int, date)


def _mark(data: Mapping[str, Any]) -> Seen:
    return Seen(data["generation"], data["journal"], data["on"])
