"""One month file before it is sealed: a signed Frictionless Data Package in a ZIP.

Everything in it is fixed: names, order, timestamps, no compression, so that the same figures
give the same bytes. `manifest.json` names all other files by their SHA-256 and is signed.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

import desktop_app
from desktop_app import dates
from desktop_app.archives import NO_ZIP
from desktop_app.summary import cards, sealing, sheets, tables
from desktop_app.summary.figures import Published
from desktop_app.summary.sealing import NotWholeError

if TYPE_CHECKING:
    from collections.abc import Mapping

_SIGNED = (
    "datapackage.json",
    "cells.csv",
    "dwellings.csv",
    "codes.csv",
    "audit.json",
    "org_pub.pem",
)
_NAMES = (*_SIGNED, "manifest.json", "manifest.sig")
_LARGEST = 4_000_000
"""Bytes; a real month file has some twenty thousand."""
_REVISIONS = 99


class NewerFormatError(Exception):
    """A whole file in a format that this program does not know yet."""


@dataclass(frozen=True, slots=True)
class Envelope:
    """Who sends, to whom, after what.

    Args:
        code: short code of the organisation.
        name: its name.
        key: its public Ed25519 key.
        region: short code of the region.
        recipient: the region's age recipient.
        previous: SHA-256 of the manifest of the file sent before, "" for the first.
        log_head: newest link of the organisation's hash-chained log.
        profile: version of the region's profile by which it was made ("2026-2"); "" in a file
            of a program that did not say so yet.
    """

    code: str
    name: str
    key: bytes
    region: str
    recipient: str
    previous: str
    log_head: str
    profile: str = ""


@dataclass(frozen=True, slots=True)
class Package:
    """What a whole month file says.

    Args:
        published: the figures.
        envelope: who sent it to whom.
        audit: the checks it passed before it left.
        digest: SHA-256 of its manifest: the name by which files refer to each other.
        data: the package itself.
    """

    published: Published
    envelope: Envelope
    audit: Mapping[str, Any]
    digest: str
    data: bytes = field(repr=False, compare=False)


def pack(
    published: Published, audit: Mapping[str, Any], envelope: Envelope, signing_key: bytes
) -> bytes:
    """Return the bytes of a month file, signed and not yet sealed."""
    cells = sheets.write_cells(published, envelope.code)
    dwellings = sheets.write_dwellings(published, envelope.code)
    content = {
        "cells.csv": cells,
        "dwellings.csv": dwellings,
        "codes.csv": sheets.write_codes(),
        "audit.json": _json(audit),
        "org_pub.pem": sealing.pem(envelope.key),
    }
    content["datapackage.json"] = _json(sheets.describe(content))
    hashes = {name: hashlib.sha256(content[name]).hexdigest() for name in _SIGNED}
    content["manifest.json"] = _json(
        {
            "format": tables.SCHEMA,
            "program": desktop_app.__version__,
            "period": f"{published.period:%Y-%m}",
            "revision": published.revision,
            "whole": published.whole,
            "exact_headlines": published.exact_headlines,
            "refreshed": published.refreshed,
            "coarsened": published.coarsened,
            "organisation": {
                "code": envelope.code,
                "name": envelope.name,
                "key": envelope.key.hex(),
            },
            "region": envelope.region,
            "recipient": envelope.recipient,
            "profile": envelope.profile,
            "previous": envelope.previous,
            "log_head": envelope.log_head,
            "files": hashes,
        }
    )
    content["manifest.sig"] = sealing.sign(signing_key, content["manifest.json"])
    return _zip(content)


def unpack(data: bytes) -> Package:
    """Read a month file that was opened, and check it against the key it carries.

    Whether that key is the organisation's own is for who knows the organisation to say.

    Raises:
        NotWholeError: something in it was changed, is missing or does not belong there.
        NewerFormatError: the format is unknown.
    """
    content = _unzip(data)
    try:
        manifest = json.loads(content["manifest.json"])
        key = bytes.fromhex(manifest["organisation"]["key"])
        if not sealing.is_signed_by(key, content["manifest.sig"], content["manifest.json"]):
            raise NotWholeError
        if manifest["format"] != tables.SCHEMA:
            raise NewerFormatError(str(manifest["format"]))
        hashes = {name: hashlib.sha256(content[name]).hexdigest() for name in _SIGNED}
        if manifest["files"] != hashes:
            raise NotWholeError
        return _understand(content, manifest, key, data)
    except (LookupError, TypeError, ValueError, AttributeError, RecursionError) as failure:
        raise NotWholeError from failure


def _understand(
    content: Mapping[str, bytes], manifest: dict[str, Any], key: bytes, data: bytes
) -> Package:
    sender = manifest["organisation"]
    period = dates.month_end(date.fromisoformat(f"{manifest['period']}-01"))
    published = Published(
        period=period,
        revision=_revision(manifest["revision"]),
        whole=_flag(manifest["whole"]),
        exact_headlines=_flag(manifest["exact_headlines"]),
        refreshed=_flag(manifest["refreshed"]),
        coarsened=tuple(_text(step) for step in manifest["coarsened"]),
        rows=sheets.read_cells(content["cells.csv"], period, sender["code"]),
        dwellings=sheets.read_dwellings(content["dwellings.csv"], period, sender["code"]),
    )
    envelope = Envelope(
        code=_text(sender["code"]),
        name=_text(sender["name"]),
        key=key,
        region=_text(manifest["region"]),
        recipient=_text(manifest["recipient"]),
        previous=_text(manifest["previous"]),
        log_head=_text(manifest["log_head"]),
        profile=_version(manifest.get("profile", "")),
    )
    digest = hashlib.sha256(content["manifest.json"]).hexdigest()
    return Package(published, envelope, json.loads(content["audit.json"]), digest, data)


def _text(value: object) -> str:
    if not isinstance(value, str) or not cards.LINE.fullmatch(value):
        raise ValueError("no text of a month file")
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError("neither yes nor no")
    return value


def _revision(value: object) -> int:
    if type(value) is not int or not 0 < value <= _REVISIONS:
        raise ValueError("no number of a file")
    return value


def _version(text: str) -> str:
    if text != "" and not cards.VERSION.fullmatch(text):
        raise ValueError("no version of a profile")
    return text


def _json(content: object) -> bytes:
    text = json.dumps(content, sort_keys=True, indent=1, ensure_ascii=False)
    return f"{text}\n".encode()


def _zip(content: Mapping[str, bytes]) -> bytes:
    """Write the files in their order, dated 1980, uncompressed, as made on Unix."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name in _NAMES:
            entry = zipfile.ZipInfo(name)
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content[name])
    return buffer.getvalue()


def _unzip(data: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if tuple(entry.filename for entry in entries) != _NAMES:
                raise NotWholeError
            if sum(entry.file_size for entry in entries) > _LARGEST:
                raise NotWholeError
            return {entry.filename: archive.read(entry) for entry in entries}
    except NO_ZIP as failure:
        raise NotWholeError from failure


def texts(data: bytes) -> dict[str, str]:
    """Return the readable files of a package, exactly as they leave."""
    content = _unzip(data)
    return {name: part.decode() for name, part in content.items() if name != "manifest.sig"}
