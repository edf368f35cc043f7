"""An outsider opens a stored key file by the description in SECURITY.md, without our rooms."""

import hashlib
import hmac
import json
import unicodedata
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from desktop_app.store import keyfile, keyform, keys, recovery

VECTORS: dict[str, Any] = json.loads(
    (Path(__file__).parent / "vectors" / "key_file_v1.json").read_text(encoding="utf-8"),
)
RAW: bytes = VECTORS["file"].encode()
FILE: dict[str, Any] = json.loads(RAW)
VAULT: str = FILE["vault"]
PEOPLE = ["Anna de Wit", "Łukasz", ""]  # nobody's name: the recovery code


def canonical(document: object) -> bytes:
    return json.dumps(document, sort_keys=True, separators=(",", ":")).encode()


def derive(master: bytes, label: str) -> bytes:
    info = f"thuisbasis-keys/1 {label}".encode()
    return HKDF(hashes.SHA256(), 32, salt=UUID(VAULT).bytes, info=info).derive(master)


def secret(person: str) -> bytes:
    if person:
        return unicodedata.normalize("NFKC", VECTORS["passwords"][person]).encode()
    return bytes.fromhex(VECTORS["recovery_secret"])


def slot_of(person: str) -> dict[str, Any]:
    return next(slot for slot in FILE["slots"] if slot["label"] == person)


def masters_from(newest: bytes) -> list[bytes]:
    masters = [newest]
    for epoch in range(FILE["epoch"] - 1, 0, -1):
        sealed = bytes.fromhex(FILE["escrow"][epoch - 1])
        context = canonical(
            {"use": "thuisbasis-keys/1 escrow", "vault": VAULT, "epoch": epoch},
        )
        key = derive(masters[0], "keyfile/escrow")
        masters.insert(0, AESGCM(key).decrypt(sealed[:12], sealed[12:], context))
    return masters


def test_the_checksum_covers_everything_before_it() -> None:
    assert canonical(FILE) == RAW
    rest = {name: value for name, value in FILE.items() if name != "sha256"}
    assert FILE["sha256"] == hashlib.sha256(canonical(rest)).hexdigest()


def test_the_printed_code_is_the_secret_and_its_check() -> None:
    alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    number = 0
    for sign in VECTORS["recovery_code"].replace(" ", ""):
        number = number * 32 + alphabet.index(sign)
    assert f"{number >> 20:040x}" == VECTORS["recovery_secret"]
    number ^= 0xFFFFF
    while number.bit_length() > 20:
        number ^= 0x100053 << (number.bit_length() - 21)
    assert number == 0


@pytest.mark.parametrize("person", PEOPLE)
def test_a_secret_opens_its_slot(person: str) -> None:
    slot, expected = slot_of(person), VECTORS["slots"][person]
    kdf = slot["kdf"]
    key = Argon2id(
        salt=bytes.fromhex(kdf["salt"]),
        length=32,
        iterations=kdf["passes"],
        lanes=kdf["lanes"],
        memory_cost=kdf["memory"],
    ).derive(secret(person))
    assert key.hex() == expected["argon2id"]

    context = canonical(
        {
            "use": "thuisbasis-keys/1 slot",
            "vault": VAULT,
            "slot": slot["id"],
            "kind": slot["kind"],
            "kdf": kdf,
            "public": slot["public"],
        },
    )
    sealed = bytes.fromhex(slot["private"])
    inside = AESGCM(key).decrypt(sealed[:12], sealed[12:], context)
    assert inside.hex() == expected["inside"]
    assert AESGCM(key).encrypt(sealed[:12], inside, context) == sealed[12:]

    private = X25519PrivateKey.from_private_bytes(inside[:32])
    assert private.public_key().public_bytes_raw().hex() == slot["public"]
    info = canonical(
        {
            "use": "thuisbasis-keys/1 master",
            "vault": VAULT,
            "slot": slot["id"],
            "epoch": FILE["epoch"],
        },
    )
    suite = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
    newest = suite.decrypt(bytes.fromhex(slot["master"]), private, info)
    masters = masters_from(newest)
    assert [master.hex() for master in masters] == VECTORS["masters"]

    epoch = int.from_bytes(inside[32:36])
    assert inside[36:] == derive(masters[epoch - 1], "keyfile/anchor")


def test_every_other_key_follows_from_the_master_keys() -> None:
    for label, expected in VECTORS["derived"].items():
        found = [derive(bytes.fromhex(master), label).hex() for master in VECTORS["masters"]]
        assert found == expected


def test_the_holder_of_the_master_key_vouches_for_the_header() -> None:
    header = {name: FILE[name] for name in FILE if name not in ("mac", "sha256")}
    key = derive(bytes.fromhex(VECTORS["masters"][-1]), "keyfile/header")
    assert hmac.digest(key, canonical(header), "sha256").hex() == FILE["mac"]


def test_this_program_opens_it_too(tmp_path: Path) -> None:
    (tmp_path / keyfile.NAME).write_bytes(RAW)
    assert keyform.encode(keyform.decode(RAW)) == RAW
    database = [bytes.fromhex(key) for key in reversed(VECTORS["derived"]["database"])]
    for slot in keys.slots(tmp_path):
        if slot.kind == "password":
            opened = keys.unlock(tmp_path, slot.id, VECTORS["passwords"][slot.label])
        else:
            opened = keys.recover(tmp_path, VECTORS["recovery_code"])
        assert list(opened.database_keys()) == database
    assert recovery.printed(secret("")) == VECTORS["recovery_code"]
