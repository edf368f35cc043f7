"""A PDF file made small: its plain objects packed together (ISO 32000-1, 7.5.7 and 7.5.8).

A tagged paper has hundreds of little objects; written one by one they are half the file.
reportlab writes them so, and ends its streams without the line end that PDF/A asks for.
"""

from __future__ import annotations

import hashlib
import zlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    _Numbered = tuple[int, bytes]

_TOGETHER = 200  # objects in one stream; few, so that a reader unpacks only what it needs
_STREAM = b"\nstream\n"
_END = b"endstream\n"


def pack(data: bytes, doc: Any) -> bytes:
    """Return a file that reportlab made of a document, packed; same objects, same bytes."""
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    # Where each object is, as the cross-reference stream says it: (1, offset, 0) stands by
    # itself, (2, number of a stream, place in it) is packed.
    places: dict[int, tuple[int, int, int]] = {0: (0, 0, 0)}
    plain: list[_Numbered] = []
    for number, body in _objects(data, doc):
        if body.endswith(_END):
            places[number] = (1, len(out), 0)
            out += _written(number, _ended(body))
        else:
            plain.append((number, body))
    free = len(places) + len(plain)
    for start in range(0, len(plain), _TOGETHER):
        batch = plain[start : start + _TOGETHER]
        places |= {number: (2, free, at) for at, (number, _body) in enumerate(batch)}
        places[free] = (1, len(out), 0)
        out += _written(free, _object_stream(batch))
        free += 1
    places[free] = (1, len(out), 0)
    table = _cross_references(places, doc, hashlib.sha256(out).digest()[:16])
    last = b"startxref\n%d\n%%%%EOF\n" % len(out)
    return bytes(out + _written(free, table) + last)


def _objects(data: bytes, doc: Any) -> Iterator[_Numbered]:
    """Yield the numbers and bodies of the objects in a file, by where reportlab put them."""
    numbers = {name: found[0] for name, found in doc.idToObjectNumberAndVersion.items()}
    starts = sorted((offset, numbers[name]) for name, offset in doc.idToOffset.items())
    ends = [offset for offset, _number in starts[1:]] + [data.rindex(b"xref\n0 ")]
    for (start, number), end in zip(starts, ends, strict=True):
        body = data.index(b" obj\n", start, end) + len(b" obj\n")
        yield number, data[body : data.rindex(b"endobj", start, end)]


def _written(number: int, body: bytes) -> bytes:
    return b"%d 0 obj\n%b\nendobj\n" % (number, body)


def _ended(body: bytes) -> bytes:
    """Return a stream whose last word begins on a line of its own."""
    return body[: -len(_END)] + b"\nendstream"


def _stream(entries: bytes, content: bytes) -> bytes:
    packed = zlib.compress(content)
    head = b"<<%b/Filter/FlateDecode/Length %d>>" % (entries, len(packed))
    return head + _STREAM + packed + b"\nendstream"


def _object_stream(batch: Sequence[_Numbered]) -> bytes:
    index: list[bytes] = []
    bodies = bytearray()
    for number, body in batch:
        index.append(b"%d %d" % (number, len(bodies)))
        bodies += body.strip() + b"\n"
    head = b" ".join(index) + b"\n"
    return _stream(b"/Type/ObjStm/N %d/First %d" % (len(batch), len(head)), head + bodies)


def _cross_references(
    places: dict[int, tuple[int, int, int]], doc: Any, digest: bytes
) -> bytes:
    """Return the table of all objects, which is the file's trailer as well."""
    root, info = (
        doc.idToObjectNumberAndVersion[one.__InternalName__][0]
        for one in (doc.Catalog, doc.info)
    )
    mark = digest.hex().encode()
    entries = b"/Type/XRef/Size %d/W[1 4 2]/Root %d 0 R/Info %d 0 R/ID[<%b><%b>]" % (
        len(places), root, info, mark, mark,
    )  # fmt: skip
    table = b"".join(
        kind.to_bytes(1) + where.to_bytes(4) + at.to_bytes(2)
        for _number, (kind, where, at) in sorted(places.items())
    )
    return _stream(entries, table)
