"""The envelope as SECURITY.md describes it, opened with nothing but that page's standards."""

from __future__ import annotations

import base64
import csv
import hashlib
import hmac
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pyrage
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from desktop_app import assets
from desktop_app.summary import cards, package, rounding, sealing

VECTOR: dict[str, Any] = json.loads(
    (Path(__file__).parent / "vectors" / "month_file_v1.json").read_text("utf-8")
)


def opened(identity: str) -> dict[str, bytes]:
    sealed = base64.b64decode(VECTOR["sealed"])
    data = pyrage.decrypt(sealed, [pyrage.x25519.Identity.from_str(identity)])
    assert hashlib.sha256(data).hexdigest() == VECTOR["package_sha256"]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("who", ["region_identity", "own_identity"])
def test_both_readers_open_the_stored_file(who: str) -> None:
    content = opened(VECTOR[who])
    manifest = json.loads(content["manifest.json"])
    key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(VECTOR["public_key"]))
    key.verify(bytes.fromhex(VECTOR["signature"]), content["manifest.json"])
    assert content["manifest.sig"].hex() == VECTOR["signature"]
    assert manifest["files"] == VECTOR["files"]
    for name, digest in manifest["files"].items():
        assert hashlib.sha256(content[name]).hexdigest() == digest
    assert manifest["organisation"]["key"] == VECTOR["public_key"]
    assert manifest["recipient"] == VECTOR["region_recipient"]
    assert content["org_pub.pem"].decode() == VECTOR["public_pem"]
    support = next(
        row
        for row in csv.DictReader(io.StringIO(content["cells.csv"].decode()))
        if (row["table"], row["code1"]) == ("head", "support")
    )
    assert (int(support["value"]), support["status"]) == (VECTOR["support"], "E")


def test_this_program_reads_it_too() -> None:
    sealed = base64.b64decode(VECTOR["sealed"])
    found = package.unpack(sealing.unseal(sealed, VECTOR["region_identity"]))
    assert found.envelope.code == "voordeur"
    assert found.digest == VECTOR["manifest_sha256"]


def test_the_dither_is_what_the_page_says() -> None:
    key = bytes.fromhex(VECTOR["dither"]["key"])
    for cell, value in VECTOR["dither"]["cells"].items():
        digest = hmac.digest(key, f"tb-summary/1|{cell}".encode(), "sha256")
        assert value == int.from_bytes(digest) / 2**256 == rounding.dither(key, cell)


def test_the_eight_words_are_what_the_page_says() -> None:
    words = VECTOR["card_words"]
    salt = b"thuisbasis fingerprint/1"
    digest = Scrypt(salt=salt, length=8, n=2**14, r=8, p=1).derive(words["identity"].encode())
    listed = assets.read_json("fingerprint/words.json")["words"]
    for language in ("nl", "en"):
        assert words[language] == " ".join(listed[byte][language] for byte in digest)
    card = cards.read_card(json.dumps(VECTOR["card"]).encode())
    assert cards.identity(card).decode() == words["identity"]
