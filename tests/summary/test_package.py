"""The month file: fixed bytes, readable as a Data Package, refused when anything is changed."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import zipfile
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.summary import audit, package, release, sealing, sheets
from desktop_app.summary.refresh import History
from desktop_app.summary.sealing import NotWholeError
from tests.summary.crowds import KEY, crowd, envelope

if TYPE_CHECKING:
    from collections.abc import Callable

SIGNING = bytes(range(32, 64))
PUBLIC = sealing.public_key(SIGNING)
TO = envelope(PUBLIC, sealing.recipient(sealing.new_identity()))
MADE = release.release(
    crowd(4, 60).month(date(2025, 12, 31)), History(), KEY, exact_headlines=True
)
DATA = audit.packed(MADE, (), TO, SIGNING, ())


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(content: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def resigned(content: dict[str, bytes], change: Callable[[dict[str, object]], object]) -> bytes:
    """Return a file whose sender changed the manifest and signed it again."""
    manifest = json.loads(content["manifest.json"])
    hashes = {name: hashlib.sha256(content[name]).hexdigest() for name in manifest["files"]}
    manifest["files"] = hashes
    change(manifest)
    text = json.dumps(manifest).encode()
    return zipped(
        {**content, "manifest.json": text, "manifest.sig": sealing.sign(SIGNING, text)}
    )


def test_what_was_packed_is_what_is_read() -> None:
    found = package.unpack(DATA)
    assert found.published == MADE.published
    assert found.envelope == TO
    assert all(found.audit["checks"].values())
    assert found.digest == hashlib.sha256(members(DATA)["manifest.json"]).hexdigest()


def test_names_order_and_times_are_fixed() -> None:
    with zipfile.ZipFile(io.BytesIO(DATA)) as archive:
        entries = archive.infolist()
    assert [entry.filename for entry in entries] == [
        "datapackage.json",
        "cells.csv",
        "dwellings.csv",
        "codes.csv",
        "audit.json",
        "org_pub.pem",
        "manifest.json",
        "manifest.sig",
    ]
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.compress_type for entry in entries} == {zipfile.ZIP_STORED}
    assert {entry.create_system for entry in entries} == {3}


def test_the_description_fits_the_sheets() -> None:
    content = members(DATA)
    described = json.loads(content["datapackage.json"])
    assert [r["path"] for r in described["resources"]] == [
        "cells.csv",
        "dwellings.csv",
        "codes.csv",
    ]
    for resource in described["resources"]:
        data = content[resource["path"]]
        assert resource["bytes"] == len(data)
        assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
        header, *rows = csv.reader(io.StringIO(data.decode()))
        assert header == [field["name"] for field in resource["schema"]["fields"]]
        assert all(len(row) == len(header) for row in rows)


def test_every_code_in_the_file_has_words() -> None:
    content = members(DATA)
    known = {(row["dimension"], row["code"]) for row in rows_of(content["codes.csv"])}
    for row in rows_of(content["cells.csv"]):
        for dimension, code in ((row["dim1"], row["code1"]), (row["dim2"], row["code2"])):
            if code not in {"", "_T"} and dimension != "half_year":
                assert (dimension, code) in known
        assert ("status", row["status"]) in known
    for row in rows_of(content["dwellings.csv"]):
        assert ("measure", row["measure"]) in known
        assert ("form_of_dwelling", row["form"]) in known


def rows_of(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode())))


def test_only_codes_and_whole_numbers_are_in_it() -> None:
    for row in rows_of(members(DATA)["cells.csv"]):
        assert row["period"] == "2025-12"
        assert row["org"] == "voordeur"
        assert row["value"].isdecimal() or (row["value"], row["status"]) == ("", "N")


@given(at=st.integers(0, len(DATA) - 1), bit=st.integers(0, 7))
@settings(max_examples=150)
def test_a_flipped_bit_never_gives_other_figures(at: int, bit: int) -> None:
    flipped = bytearray(DATA)
    flipped[at] ^= 1 << bit
    try:
        found = package.unpack(bytes(flipped))
    except NotWholeError:
        return
    assert found == package.unpack(
        DATA
    )  # a bit that says nothing: a date, a mark of the system


@given(st.integers(0, len(DATA) - 1))
@settings(max_examples=50)
def test_a_file_that_was_cut_off_is_refused(length: int) -> None:
    with pytest.raises(NotWholeError):
        package.unpack(DATA[:length])


def test_a_file_that_misleads_about_how_it_is_packed_is_refused() -> None:
    misled = DATA
    for signature, method in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        parts = misled.split(signature)
        cut = method - len(signature)
        deflated = [part[:cut] + b"\x08\x00" + part[cut + 2 :] for part in parts[1:]]
        misled = signature.join([parts[0], *deflated])
    with pytest.raises(NotWholeError):
        package.unpack(misled)


@pytest.mark.parametrize("name", list(members(DATA)))
def test_every_part_is_under_the_signature(name: str) -> None:
    content = members(DATA)
    changed = {**content, name: content[name].replace(b"1", b"2") or b"2"}
    if changed == content:
        changed = {**content, name: content[name][::-1]}
    with pytest.raises(NotWholeError):
        package.unpack(zipped(changed))


def test_parts_may_not_be_added_missing_or_out_of_order() -> None:
    content = members(DATA)
    for wrong in (
        {**content, "more.csv": b""},
        {name: data for name, data in content.items() if name != "audit.json"},
        dict(reversed(content.items())),
    ):
        with pytest.raises(NotWholeError):
            package.unpack(zipped(wrong))


def test_it_says_by_which_profile_of_the_region_it_was_made() -> None:
    data = audit.packed(MADE, (), replace(TO, profile="2026-2"), SIGNING, ())
    assert json.loads(members(data)["manifest.json"])["profile"] == "2026-2"
    assert package.unpack(data).envelope.profile == "2026-2"


def test_a_file_of_before_profiles_were_named_still_reads() -> None:
    data = resigned(members(DATA), lambda manifest: manifest.pop("profile"))
    found = package.unpack(data)
    assert found.envelope.profile == ""
    assert found.published == MADE.published


@pytest.mark.parametrize("profile", ["latest", "2026-2 of Utrecht", 20262, None, ["2026-2"]])
def test_a_profile_that_is_no_version_is_refused_even_when_signed(profile: object) -> None:
    data = resigned(members(DATA), lambda manifest: manifest.update(profile=profile))
    with pytest.raises(NotWholeError):
        package.unpack(data)


NONSENSE: dict[str, tuple[object, ...]] = {
    "revision": (0, -1, True, "1", 1.0, 10**30, float("inf"), None),
    "whole": (None, 1, "yes", []),
    "coarsened": (None, 1, [[]], [{}], ["x" * 300]),
    "region": ([], {}, 7, None),
    "log_head": ([], "0:\n"),
    "period": ([], "0000-01", "2025-13"),
    "organisation": (
        None,
        [],
        "voordeur",
        {"key": "zz"},
        {"code": [], "name": "Voordeur", "key": PUBLIC.hex()},
        {"code": "voordeur", "name": {}, "key": PUBLIC.hex()},
        {"code": "voordeur", "name": "\x1b[2J", "key": PUBLIC.hex()},
    ),
}


@pytest.mark.parametrize(
    ("name", "value"), [(name, value) for name, given in NONSENSE.items() for value in given]
)
def test_a_manifest_of_nonsense_is_refused_whoever_signed_it(name: str, value: object) -> None:
    with pytest.raises(NotWholeError):
        package.unpack(resigned(members(DATA), lambda manifest: manifest.update({name: value})))


@pytest.mark.parametrize("name", ["manifest.json", "audit.json"])
def test_a_file_nested_beyond_reading_is_refused(name: str) -> None:
    content = {**members(DATA), name: b"[" * 200_000}
    data = (
        resigned(content, lambda manifest: manifest)
        if name != "manifest.json"
        else zipped(content)
    )
    with pytest.raises(NotWholeError):
        package.unpack(data)


def test_a_newer_format_says_so() -> None:
    data = resigned(members(DATA), lambda manifest: manifest.update(format="tb-summary/2"))
    with pytest.raises(package.NewerFormatError):
        package.unpack(data)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"wait,reason,WOON,origin,MO", b"wait,reason,ELDERS,origin,MO"),
        (b"wait,reason,WOON,origin,MO", b"wait,reason,PAP,origin,MO"),
        (b"2025-12,2025-12-31,voordeur,head", b"2025-12,2025-13-31,voordeur,head"),
        (b"2025-12,2025-12-31,voordeur,head", b"2025-12,2026-01-01,voordeur,head"),
        (b",half_year,2025H1,", b",half_year,2025H3,"),
        (b",half_year,2025H1,", b",half_year,ooit,"),
        (b",E\n", b",Jansen\n"),
        (b"period,as_of", b"period,name"),
        (b"period,as_of", b'"period,as_of'),
    ],
)
def test_whatever_is_not_of_the_published_set_is_refused_even_when_signed(
    old: bytes, new: bytes
) -> None:
    content = members(DATA)
    changed = content["cells.csv"].replace(old, new, 1)
    assert changed != content["cells.csv"]
    data = resigned({**content, "cells.csv": changed}, lambda manifest: manifest)
    with pytest.raises(NotWholeError):
        package.unpack(data)


def test_a_dwelling_row_with_other_words_is_refused_even_when_signed() -> None:
    content = members(DATA)
    changed = content["dwellings.csv"].replace(b"voordeur,-,", b"voordeur,Lindehof 2,", 1)
    assert changed != content["dwellings.csv"]
    with pytest.raises(NotWholeError):
        package.unpack(
            resigned({**content, "dwellings.csv": changed}, lambda manifest: manifest)
        )


def test_a_forged_signature_is_refused() -> None:
    content = members(DATA)
    other = sealing.sign(sealing.new_signing_key(), content["manifest.json"])
    with pytest.raises(NotWholeError):
        package.unpack(zipped({**content, "manifest.sig": other}))


def test_rows_survive_the_sheet_in_any_order_of_tables() -> None:
    shuffled = replace(MADE.published, rows=tuple(sorted(MADE.published.rows)))
    data = sheets.write_cells(shuffled, "voordeur")
    assert sheets.read_cells(data, shuffled.period, "voordeur") == shuffled.rows
