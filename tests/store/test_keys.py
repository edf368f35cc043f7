"""Passwords and the recovery code open the register, and nothing else does."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desktop_app import words
from desktop_app.errors import UserError
from desktop_app.store import keyfile, keyform, keys, keyslots, masterkeys, recovery

ANNA, BRAM, CARLA = "paars dak roept zeven", "één kom soep om zes uur", "kgdu3iwpxq7z"
DAY = date(2026, 3, 2)


@dataclass(frozen=True)
class Made:
    folder: Path
    opened: keys.Opened
    code: str
    anna: keys.KeySlot
    bram: keys.KeySlot


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp("keys")
    opened, code = keys.create(folder, "Anna de Wit", ANNA, cost=keys.FLOOR, today=DAY)
    opened, bram = keys.add_person(folder, opened, "Bram", BRAM, today=DAY)
    anna = keys.slots(folder)[0]
    return Made(folder, opened, code, anna, bram)


@pytest.fixture
def made(original: Made, tmp_path: Path) -> Made:
    folder = shutil.copytree(original.folder, tmp_path / "register")
    return replace(original, folder=folder)


def rewrite(folder: Path, file: keyform.KeyFile) -> None:
    """Write a key file whose checksum fits, as somebody would who knows its form."""
    keyfile.write(folder, file)


def test_everybody_opens_the_same_register_with_a_password_of_their_own(made: Made) -> None:
    by_anna = keys.unlock(made.folder, made.anna.id, ANNA)
    by_bram = keys.unlock(made.folder, made.bram.id, BRAM)
    by_code = keys.recover(made.folder, made.code.lower().replace(" ", "-"))
    assert by_anna.database_key() == by_bram.database_key() == by_code.database_key()
    assert by_anna.database_key() == made.opened.database_key()
    assert len(by_anna.database_key()) == 32
    assert by_anna.vault_id == made.opened.vault_id
    assert [opened.kind for opened in (by_bram, by_code)] == ["password", "recovery"]
    assert by_bram.slot_id == made.bram.id
    assert {by_anna.epoch, by_anna.generation} == {1, 2}


def test_names_can_be_seen_without_a_password(made: Made) -> None:
    shown = [(slot.kind, slot.label, slot.created_on) for slot in keys.slots(made.folder)]
    assert shown == [
        ("password", "Anna de Wit", DAY),
        ("recovery", "", DAY),
        ("password", "Bram", DAY),
    ]


def test_a_composed_and_a_decomposed_accent_are_the_same_password(made: Made) -> None:
    keys.unlock(made.folder, made.bram.id, BRAM.replace("é", "e\u0301"))


@pytest.mark.parametrize("password", ["", BRAM, ANNA.upper(), ANNA + " ", "\ud800"])
def test_another_password_opens_nothing(made: Made, password: str) -> None:
    with pytest.raises(keys.WrongPasswordError):
        keys.unlock(made.folder, made.anna.id, password)


def test_the_recovery_code_of_another_register_opens_nothing(made: Made) -> None:
    with pytest.raises(keys.WrongRecoveryCodeError):
        keys.recover(made.folder, recovery.new_code()[1])


def test_a_typing_error_is_found_before_the_key_file_is_read(tmp_path: Path) -> None:
    with pytest.raises(keys.MistypedCodeError):
        keys.recover(tmp_path / "nowhere", "0" * 36)


def test_keys_do_not_show(made: Made) -> None:
    shown = repr(made.opened) + str(made.opened)
    for secret in (*made.opened.masters, made.opened.database_key()):
        assert secret.hex() not in shown
        assert repr(secret)[2:-1] not in shown


def test_every_use_has_a_key_of_its_own(made: Made) -> None:
    labels = ("database", "backup", "parcels", "keyfile/header", "keyfile/escrow")
    derived = {made.opened.derive(label) for label in labels}
    assert len(derived) == len(labels)
    assert made.opened.derive("database") == made.opened.database_key()


def test_weak_passwords_and_empty_or_known_names_are_refused(made: Made) -> None:
    folder, opened = made.folder, made.opened
    before = (folder / keyfile.NAME).read_bytes()
    with pytest.raises(keys.WeakPasswordError):
        keys.add_person(folder, opened, "Carla", "kort")
    with pytest.raises(keys.WeakPasswordError):
        keys.change_password(folder, opened, "Anna de Wit 1234")
    for label in ("", "  ", "bram", " Bram ", "x" * 81, "a\x00b"):
        with pytest.raises(UserError):
            keys.add_person(folder, opened, label, CARLA)
    assert (folder / keyfile.NAME).read_bytes() == before


def test_a_register_is_never_made_over_another(made: Made, tmp_path: Path) -> None:
    with pytest.raises(keys.KeyFileError):
        keys.create(made.folder, "Anna", ANNA)
    (tmp_path / "register.db").write_bytes(b"")
    with pytest.raises(keys.KeyFileError):
        keys.create(tmp_path, "Anna", ANNA)


def test_changing_a_password_shuts_the_old_one_out(made: Made) -> None:
    after = keys.change_password(made.folder, made.opened, CARLA)
    assert after.generation == made.opened.generation + 1
    assert keys.unlock(made.folder, made.anna.id, CARLA) == after
    with pytest.raises(keys.WrongPasswordError):
        keys.unlock(made.folder, made.anna.id, ANNA)
    keys.unlock(made.folder, made.bram.id, BRAM)


def test_the_sheet_lets_somebody_choose_a_new_password(made: Made) -> None:
    opened = keys.recover(made.folder, made.code)
    keys.reset_password(made.folder, opened, made.bram.id, CARLA)
    keys.unlock(made.folder, made.bram.id, CARLA)
    with pytest.raises(UserError):
        keys.change_password(made.folder, opened, CARLA)


def test_a_new_sheet_replaces_the_old_one(made: Made) -> None:
    code = keys.renew_recovery_code(made.folder, made.opened, today=date(2026, 9, 1))
    assert keys.recover(made.folder, code).database_key() == made.opened.database_key()
    with pytest.raises(keys.WrongRecoveryCodeError):
        keys.recover(made.folder, made.code)
    [sheet] = [slot for slot in keys.slots(made.folder) if slot.kind == "recovery"]
    assert sheet.created_on == date(2026, 9, 1)


def test_revoking_renews_the_keys_and_troubles_nobody_else(made: Made) -> None:
    stolen = keyfile.read(made.folder).file
    first = made.opened.database_key()
    second = keys.revoke(made.folder, made.opened, made.bram.id)
    third, carla = keys.add_person(
        made.folder, keys.rotate(made.folder, second), "Carla", CARLA
    )

    for opened in (
        keys.unlock(made.folder, made.anna.id, ANNA),
        keys.unlock(made.folder, carla.id, CARLA),
        keys.recover(made.folder, made.code),
    ):
        assert opened.epoch == 3
        expected = (third.database_key(), second.database_key(), first)
        assert opened.database_keys() == expected
        assert len(set(expected)) == 3
        assert opened.derive("backup", epoch=1) == made.opened.derive("backup")

    with words.in_language("en"), pytest.raises(UserError, match="no longer has access"):
        keys.unlock(made.folder, made.bram.id, BRAM)
    with words.in_language("en"), pytest.raises(UserError, match="no longer has access"):
        keys.unlock(made.folder, stolen.sheet().id, BRAM)
    assert b"Bram" not in b"".join(path.read_bytes() for path in made.folder.iterdir())


def test_a_revoked_slot_put_back_opens_nothing(made: Made) -> None:
    stolen = keyfile.read(made.folder).file.person(made.bram.id)
    keys.revoke(made.folder, made.opened, made.bram.id)
    file = keyfile.read(made.folder).file
    rewrite(made.folder, replace(file, slots=(*file.slots, stolen)))
    with pytest.raises(keys.KeyFileChangedError):
        keys.unlock(made.folder, stolen.id, BRAM)


def test_nobody_takes_their_own_access_away(made: Made) -> None:
    with pytest.raises(UserError):
        keys.revoke(made.folder, made.opened, made.anna.id)
    by_code = keys.recover(made.folder, made.code)
    alone = keys.revoke(made.folder, by_code, made.bram.id)
    with pytest.raises(UserError):
        keys.revoke(made.folder, alone, made.anna.id)


def test_an_old_state_of_the_keys_cannot_change_the_file(made: Made) -> None:
    keys.rotate(made.folder, made.opened)
    with pytest.raises(keys.KeyFileBusyError):
        keys.rename_person(made.folder, made.opened, made.bram.id, "Bram B.")


def test_a_slot_of_another_register_opens_nothing(made: Made, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    keys.create(other, "Mallory", CARLA, cost=keys.FLOOR)
    slot = keyfile.read(other).file.slots[0]
    file = keyfile.read(made.folder).file
    rewrite(made.folder, replace(file, slots=(*file.slots, slot)))
    with pytest.raises(UserError):
        keys.unlock(made.folder, slot.id, CARLA)


def test_keys_sealed_by_an_outsider_are_not_taken_for_ours(made: Made) -> None:
    file = keyfile.read(made.folder).file
    theirs = (masterkeys.new_master(),)
    slots = tuple(keyslots.seal_master(file.vault_id, slot, theirs) for slot in file.slots)
    rewrite(made.folder, masterkeys.signed(replace(file, slots=slots), theirs))
    with pytest.raises(keys.KeyFileChangedError):
        keys.unlock(made.folder, made.anna.id, ANNA)


def _flip(text: str) -> str:
    return text[:-1] + ("0" if text[-1] != "0" else "1")


@pytest.mark.parametrize(
    "field",
    ["generation", "mac", "label", "created", "kind", "public", "master", "private", "salt"],
)
def test_a_change_by_somebody_who_knows_the_form_opens_nothing(made: Made, field: str) -> None:
    document: dict[str, Any] = json.loads((made.folder / keyfile.NAME).read_bytes())
    slot = document["slots"][0]
    if field == "generation":
        document[field] += 1
    elif field == "mac":
        document[field] = _flip(document[field])
    elif field == "kind":
        document["slots"][1]["kind"], slot["kind"] = slot["kind"], "recovery"
        document["slots"][1]["label"], slot["label"] = slot["label"], ""
    elif field == "salt":
        slot["kdf"]["salt"] = _flip(slot["kdf"]["salt"])
    elif field == "created":
        slot[field] = "2020-01-01"
    else:
        slot[field] = _flip(slot[field])
    del document["sha256"]
    document["sha256"] = keyform._checksum(document)
    (made.folder / keyfile.NAME).write_bytes(keyform.canonical(document))
    with pytest.raises(UserError):
        keys.unlock(made.folder, made.anna.id, ANNA)


@pytest.mark.parametrize(
    "cost",
    [
        keys.Cost(memory=4 * 1024 * 1024, passes=3, lanes=4),
        keys.Cost(memory=64 * 1024, passes=4_000_000_000, lanes=4),
        keys.Cost(memory=64 * 1024, passes=3, lanes=1000),
        keys.Cost(memory=32, passes=1, lanes=1),
    ],
)
def test_an_absurd_amount_of_work_is_refused_before_it_is_done(
    made: Made, cost: keys.Cost
) -> None:
    file = keyfile.read(made.folder).file
    rewrite(made.folder, file.with_slot(replace(file.person(made.anna.id), cost=cost)))
    with pytest.raises(keys.KeyFileCostError):
        keys.unlock(made.folder, made.anna.id, ANNA)


def test_measured_work_is_never_below_the_floor() -> None:
    cost = keyslots.calibrated_cost()
    assert cost.memory >= keys.FLOOR.memory
    assert keys.FLOOR.passes <= cost.passes <= keyslots.CEILING.passes
    assert cost.lanes == keys.FLOOR.lanes


_CHANGING = """
import sys
from pathlib import Path
from uuid import UUID
from desktop_app.store import keys
folder, slot_id, first, second = Path(sys.argv[1]), UUID(sys.argv[2]), *sys.argv[3:]
opened = keys.unlock(folder, slot_id, first)
while True:
    for password in (second, first):
        print("to", password, flush=True)
        opened = keys.change_password(folder, opened, password)
"""


def test_a_killed_change_of_password_leaves_the_old_or_the_new_one(made: Made) -> None:
    rng = random.Random(7)  # noqa: S311 - moments to kill, no secrets
    now, other = ANNA, CARLA
    for _ in range(5):
        command = [sys.executable, "-c", _CHANGING, str(made.folder), str(made.anna.id)]
        with subprocess.Popen(
            [*command, now, other],
            stdout=subprocess.PIPE,
            encoding="utf-8",
            env=os.environ | {"PYTHONIOENCODING": "utf-8"},
        ) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(rng.uniform(0.1, 0.5))
            process.send_signal(signal.SIGKILL)
        try:
            keys.unlock(made.folder, made.anna.id, now)
        except keys.WrongPasswordError:
            keys.unlock(made.folder, made.anna.id, other)
            now, other = other, now
        names = sorted(path.name for path in made.folder.iterdir())
        assert names == [keyfile.NAME, keyfile.COPY]
