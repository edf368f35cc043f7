"""Sealed files open with standard age, signatures verify with standard openssl."""

from __future__ import annotations

import subprocess
import zipfile
from datetime import date
from typing import TYPE_CHECKING

import pytest

from desktop_app.summary import audit, release, sealing
from desktop_app.summary.refresh import History
from tests.summary.crowds import KEY, crowd, envelope

if TYPE_CHECKING:
    from pathlib import Path


def run(*command: object, cwd: Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [str(part) for part in command], cwd=cwd, capture_output=True, check=False
    )


def test_debian_age_opens_it_and_openssl_verifies_it(tmp_path: Path) -> None:
    signing, region, own = (
        sealing.new_signing_key(),
        sealing.new_identity(),
        sealing.new_identity(),
    )
    to = envelope(sealing.public_key(signing), sealing.recipient(region))
    made = release.release(
        crowd(4, 60).month(date(2025, 12, 31)), History(), KEY, exact_headlines=True
    )
    data = audit.packed(made, (), to, signing, ())
    name = sealing.file_name("u16", "voordeur", made.published.period, 1)
    assert name == "thuisbasis_u16_voordeur_2025-12_r1_tb-summary-1.zip.age"
    sealed = sealing.seal(data, [to.recipient, sealing.recipient(own)])
    (tmp_path / name).write_bytes(sealed)
    assert b"voordeur" not in sealed
    for who, identity in (("region", region), ("own", own)):
        (tmp_path / f"{who}.txt").write_text(f"{identity}\n")
        opened = run("age", "-d", "-i", f"{who}.txt", "-o", f"{who}.zip", name, cwd=tmp_path)
        assert opened.returncode == 0, opened.stderr
        assert (tmp_path / f"{who}.zip").read_bytes() == data
    with zipfile.ZipFile(tmp_path / "region.zip") as archive:
        archive.extractall(tmp_path)
    (tmp_path / "known.pem").write_bytes(sealing.pem(sealing.public_key(signing)))
    assert (tmp_path / "known.pem").read_bytes() == (tmp_path / "org_pub.pem").read_bytes()
    verify = ("openssl", "pkeyutl", "-verify", "-pubin", "-inkey", "org_pub.pem", "-rawin")
    check = (*verify, "-in", "manifest.json", "-sigfile", "manifest.sig")
    verified = run(*check, cwd=tmp_path)
    assert verified.returncode == 0, verified.stderr
    assert b"Verified Successfully" in verified.stdout
    with (tmp_path / "manifest.json").open("ab") as manifest:
        manifest.write(b" ")
    assert run(*check, cwd=tmp_path).returncode != 0


def test_what_age_sealed_we_open(tmp_path: Path) -> None:
    identity = sealing.new_identity()
    (tmp_path / "plain").write_bytes(b"figures")
    sealed = run(
        "age", "-r", sealing.recipient(identity), "-o", "sealed", "plain", cwd=tmp_path
    )
    assert sealed.returncode == 0, sealed.stderr
    assert sealing.unseal((tmp_path / "sealed").read_bytes(), identity) == b"figures"


def test_other_eyes_damage_and_noise_are_told_apart() -> None:
    identity = sealing.new_identity()
    sealed = sealing.seal(b"figures", [sealing.recipient(identity)])
    assert sealing.unseal(sealed, identity) == b"figures"
    with pytest.raises(sealing.NotForUsError):
        sealing.unseal(sealed, sealing.new_identity())
    for damaged in (b"", b"PK\x03\x04 a plain zip", sealed[:-1], sealed[:80], sealed + b"x"):
        with pytest.raises(sealing.NotWholeError):
            sealing.unseal(damaged, identity)


def test_no_flipped_bit_opens() -> None:
    identity = sealing.new_identity()
    sealed = sealing.seal(b"figures" * 3, [sealing.recipient(identity)])
    for at in range(len(sealed)):
        flipped = bytearray(sealed)
        flipped[at] ^= 4
        with pytest.raises((sealing.NotWholeError, sealing.NotForUsError)):
            sealing.unseal(bytes(flipped), identity)


def test_signatures_hold_for_their_key_and_data_only() -> None:
    private = sealing.new_signing_key()
    public = sealing.public_key(private)
    signature = sealing.sign(private, b"figures")
    assert len(private) == len(public) == 32
    assert sealing.is_signed_by(public, signature, b"figures")
    assert not sealing.is_signed_by(public, signature, b"figurez")
    assert not sealing.is_signed_by(
        sealing.public_key(sealing.new_signing_key()), signature, b"figures"
    )
    assert not sealing.is_signed_by(public, signature[:-1], b"figures")
    assert not sealing.is_signed_by(b"short", signature, b"figures")


def test_recipients_are_checked_before_use() -> None:
    whole = sealing.recipient(sealing.new_identity())
    assert sealing.is_recipient(whole)
    assert not sealing.is_recipient(f"{whole[:-1]}q")
    assert not sealing.is_recipient("age1")
