"""A finished paper as a file: tagged (PDF/UA-1), fit to be kept (PDF/A-2a), always the same.

The same blocks give the same bytes: the only date in the file is the paper's own.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from reportlab.pdfbase import pdfdoc

from desktop_app import __version__, assets
from desktop_app.paper import packing, tags

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.paper.canvas import TaggedCanvas
    from desktop_app.paper.tags import Node
    from desktop_app.words import Language

PRODUCER = f"Thuisbasis {__version__}"


@dataclass(frozen=True, slots=True)
class Description:
    """What a file says about itself.

    `title` shows in the window's title and in print queues: never a client's name.
    """

    title: str
    author: str
    language: Language
    made_on: date


def finish(canvas: TaggedCanvas, root: Node, about: Description) -> bytes:
    """Close the canvas and return the file's bytes."""
    pages = canvas.finish()
    doc = canvas._doc  # noqa: SLF001 - reportlab offers no door to the catalogue
    catalogue = doc.Catalog
    catalogue.__NoDefault__ = [*catalogue.__NoDefault__, "OutputIntents"]
    catalogue.StructTreeRoot = tags.write(root, doc, pages)
    catalogue.MarkInfo = tags.Raw(b"<</Marked true>>")
    catalogue.ViewerPreferences = tags.Raw(b"<</DisplayDocTitle true>>")
    catalogue.Lang = pdfdoc.PDFString(LANGUAGES[about.language])
    catalogue.Metadata = _stream(
        metadata(about).encode(), {"Type": "/Metadata", "Subtype": "/XML"}
    )
    catalogue.OutputIntents = _output_intent(doc)
    _describe(doc.info, about)
    return packing.pack(doc.GetPDFData(canvas), doc)


LANGUAGES = {"nl": "nl-NL", "en": "en-GB"}


def _describe(info: Any, about: Description) -> None:
    info.title, info.author, info.subject = about.title, about.author, about.title
    info.creator = info.producer = PRODUCER
    made = stamp(about)
    info._dateFormatter = lambda *_parts: made  # noqa: SLF001 - as Canvas.setDateFormatter does


def stamp(about: Description) -> str:
    """Return the paper's own day as a PDF date."""
    return f"D:{about.made_on:%Y%m%d}000000+00'00'"


def _stream(
    content: bytes, entries: dict[str, str], *, packed: bool = False
) -> pdfdoc.PDFStream:
    filters = [pdfdoc.PDFZCompress] if packed else []
    return pdfdoc.PDFStream(pdfdoc.PDFDictionary(entries), content, filters)


def _output_intent(doc: Any) -> pdfdoc.PDFArray:
    """Return the colour space that the paper's numbers are meant in."""
    profile = _stream(assets.read_bytes("paper/srgb.icc"), {"N": "3"}, packed=True)
    intent = pdfdoc.PDFDictionary(
        {
            "Type": "/OutputIntent",
            "S": "/GTS_PDFA1",
            "OutputConditionIdentifier": pdfdoc.PDFString("sRGB IEC61966-2.1"),
            "DestOutputProfile": doc.Reference(profile),
        }
    )
    return pdfdoc.PDFArray([intent])


def metadata(about: Description) -> str:
    """Return the XMP packet; PDF/A wants the PDF/UA mark's schema described in it."""
    stamp = f"{about.made_on:%Y-%m-%d}T00:00:00Z"
    title, author = (escape(text, quote=False) for text in (about.title, about.author))
    return _XMP.format(
        title=title,
        author=author,
        language=LANGUAGES[about.language],
        producer=PRODUCER,
        stamp=stamp,
    )


_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt>
<rdf:li xml:lang="x-default">{title}</rdf:li>
</rdf:Alt></dc:description>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{producer}</pdf:Producer>
<xmp:CreatorTool>{producer}</xmp:CreatorTool>
<xmp:CreateDate>{stamp}</xmp:CreateDate>
<xmp:ModifyDate>{stamp}</xmp:ModifyDate>
<pdfuaid:part>1</pdfuaid:part>
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""
