"""A report of figures: headings, paragraphs, tables, tiles, bars and a course over time.

The caller says what stands in it (`report_parts`), in the report's language; nothing here
knows what it counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app import words
from desktop_app.paper import file, flow, masthead, report_blocks, style
from desktop_app.paper.canvas import TaggedCanvas
from desktop_app.paper.masthead import Head, Masthead
from desktop_app.paper.report_parts import Heading, Paragraph, Part, Report
from desktop_app.paper.tags import Node
from desktop_app.words import _

if TYPE_CHECKING:
    from desktop_app.paper.flow import Placed
    from desktop_app.paper.style import Kit


def print_report(report: Report) -> bytes:
    """Return a report as a tagged PDF."""
    kit = style.kit()
    with words.in_language(report.language):
        story = _story(report, kit)
        root = Node("Document").add(*(node for item in story for node in item.block.nodes))
        pages = flow.paginate(story, kit.page.measure, kit.page.room)
        canvas = _drawn(report, pages, kit)
    about = file.Description(report.title, report.organisation, report.language, report.made_on)
    return file.finish(canvas, root, about)


def _drawn(report: Report, pages: list[list[Placed]], kit: Kit) -> TaggedCanvas:
    canvas = TaggedCanvas(kit.page)
    parts = (report.title, report.subtitle, report.organisation)
    line = masthead.fitted([part for part in parts if part], kit.footer, kit.page.measure - 60)
    for number, page in enumerate(pages, 1):
        if number > 1:
            canvas.next_page()
        for placed in page:
            top = kit.page.top - placed.down
            placed.block.draw(canvas, kit.page.left, top, kit.page.measure, placed.height)
        page_of = _("{page} of {pages}").format(page=number, pages=len(pages))
        masthead.footer(canvas, kit, (line, report.footnote), page_of)
    return canvas


def _story(report: Report, kit: Kit) -> list[flow.Item]:
    head = Head(
        title=report.title,
        name=((report.subtitle, kit.name),) if report.subtitle else (),
        organisation=report.organisation,
        pill=report.pill,
        note=report.note,
    )
    items = [flow.Item(Masthead(head, kit))]
    heading: Heading | None = None
    for part in report.parts:
        if isinstance(part, Heading):
            heading = part
            continue
        gap = 22.0 if heading else 6.0 if _is_note(part) else 12.0
        if len(items) == 1:
            gap = 24.0  # below the note that hangs from the masthead
        items.append(flow.Item(report_blocks.block(part, heading, kit), gap))
        heading = None
    return items


def _is_note(part: Part) -> bool:
    return isinstance(part, Paragraph) and part.small
