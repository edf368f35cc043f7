"""Print a plan: lay its sections out on as few pages as they ask for.

Nothing here knows the register; the same document gives the same bytes. Type never shrinks
and no text is cut when content grows: sections move, then tables break, then texts.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app import words
from desktop_app.paper import days, file, flow, masthead, style
from desktop_app.paper.beside import Beside
from desktop_app.paper.blocks import Gapped, Stack
from desktop_app.paper.canvas import TaggedCanvas
from desktop_app.paper.masthead import Head, Masthead
from desktop_app.paper.tags import Node
from desktop_app.plans import sections
from desktop_app.words import _, pgettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.paper.blocks import Block
    from desktop_app.paper.flow import Item, Placed
    from desktop_app.paper.style import Kit
    from desktop_app.plans.document import Group, PlanDocument, Row, Section

    _Blocks = dict[str, tuple[Section, Block]]

_GIVE = 2.5  # points by which the gaps of a full page may shrink
_HARDLY = 0.01  # points


def print_plan(document: PlanDocument, *, large: bool = False) -> bytes:
    """Return a plan as a tagged PDF, in its own language; `large` for large print."""
    kit = style.kit(large=large)
    with words.in_language(document.cover.language):
        story = _story(document, kit)
        root = Node("Document").add(*(node for item in story for node in item.block.nodes))
        pages = flow.paginate(story, kit.page.measure, kit.page.room)
        canvas = _drawn(document, pages, kit)
        cover = document.cover
        about = file.Description(
            title=_("Plan {number}").format(number=cover.number),
            author=cover.organisation.name,
            language=cover.language,
            made_on=cover.made_on,
        )
    return file.finish(canvas, root, about)


def _drawn(document: PlanDocument, pages: list[list[Placed]], kit: Kit) -> TaggedCanvas:
    canvas = TaggedCanvas(kit.page)
    for number, page in enumerate(pages, 1):
        if number > 1:
            canvas.next_page()
        if document.cover.concept:
            masthead.strip(
                canvas,
                kit,
                _("Draft"),
                _("This plan has not been signed yet."),
                document.cover.organisation.name if number > 1 else "",
            )
        for placed in page:
            top = kit.page.top - placed.down
            placed.block.draw(canvas, kit.page.left, top, kit.page.measure, placed.height)
        page_of = _("{page} of {pages}").format(page=number, pages=len(pages))
        masthead.footer(canvas, kit, _footer(document, kit), page_of)
    return canvas


def _footer(document: PlanDocument, kit: Kit) -> tuple[str, str]:
    cover = document.cover
    parts = [
        _("Plan of {name}").format(name=cover.person),
        cover.number,
        _("version {version}").format(version=cover.version),
        days.in_words(cover.made_on),
    ]
    if cover.replaces:
        parts.append(_replaces(document))
    first = masthead.fitted(parts, kit.footer, kit.page.measure - 60)
    return first, _("Confidential. Keep this plan in a safe place.")


def _replaces(document: PlanDocument) -> str:
    old = document.cover.replaces
    if old is None:
        return days.in_words(document.cover.made_on)
    return _("replaces version {version} of {date}").format(
        version=old.version, date=days.in_words(old.made_on)
    )


def _masthead(document: PlanDocument, kit: Kit) -> Masthead:
    cover = document.cover
    version = _("version {version}").format(version=cover.version)
    pill = f"{_('Draft')} · {version}" if cover.concept else version.capitalize()
    head = Head(
        title=document.title,
        name=((pgettext("plan", "of") + " ", kit.name), (cover.person, kit.name_strong)),
        organisation=cover.organisation.name,
        phone=cover.organisation.phone,
        pill=pill,
        note=_replaces(document),
    )
    return Masthead(head, kit)


def _story(document: PlanDocument, kit: Kit) -> list[Item]:
    """Return all blocks in reading order, with the places where a page starts.

    The pages of the layout hold as long as their content fits. A first page that is too full
    gives rows away; a page that still runs over lets the next group follow on.
    """
    layout = document.layout
    blocks = {s.code: (s, sections.block(s, document.cover, kit)) for s in document.sections}
    first = flow.Item(_masthead(document, kit))
    if kit.large:
        groups = [_items(group, document, blocks, kit) for group in layout.large]
        groups[0].insert(0, first)
    else:
        groups = _moved(document, blocks, kit, first)
    width, room = kit.page.measure, kit.page.room
    groups = [_eased(group, width, room) for group in groups if group]
    story = [item for group in groups for item in group]
    if flow.height(story, width) <= room:
        return story
    story = []
    runs_over = True
    for group in groups:
        if not runs_over:
            group[0] = replace(group[0], starts_page=True)
        runs_over = flow.height(group, width) > room + _HARDLY
        story += group
    return story


def _eased(group: list[Item], width: float, room: float) -> list[Item]:
    """Return a group with smaller gaps when that keeps it on one page."""
    over = flow.height(group, width) - room
    gaps = len(group) - 1
    if over <= 0 or not gaps or over / gaps > _GIVE:
        return group
    return [replace(item, gap=item.gap - over / gaps) for item in group]


def _moved(document: PlanDocument, blocks: _Blocks, kit: Kit, first: Item) -> list[list[Item]]:
    """Return the groups of the usual size, after moving rows off a first page too full."""
    layout = document.layout
    pages = list(layout.pages)
    moves = list(layout.moves)
    while True:
        groups = [_items(group, document, blocks, kit) for group in pages]
        groups[0].insert(0, first)
        width, room = kit.page.measure, kit.page.room
        full = flow.height(_eased(groups[0], width, room), width) > room + _HARDLY
        if not full or not moves or len(pages) == 1:
            return groups
        pages[0], pages[1] = _move(pages[0], pages[1], moves.pop(0), layout.after)


def _move(first: Group, second: Group, leader: str, after: str) -> tuple[Group, Group]:
    moving: list[Row] = [row for row in first if row[0] == leader]
    at = next((n + 1 for n, row in enumerate(second) if row[0] == after), 0)
    return (
        tuple(row for row in first if row[0] != leader),
        (*second[:at], *moving, *second[at:]),
    )


def _items(group: Group, document: PlanDocument, blocks: _Blocks, kit: Kit) -> list[Item]:
    """Return a group's rows as items; closing rows become one block that stays together."""
    items: list[Item] = []
    closing: list[Gapped] = []
    for row in group:
        found = _row(row, blocks, kit)
        if found is None:
            continue
        if row[0] in document.layout.closing:
            closing.append(Gapped(found, kit.gap))
        else:
            items.append(flow.Item(found, kit.gap))
    if closing:
        items.append(flow.Item(Stack(closing, keep=len(closing)), kit.gap))
    return items


def _row(row: Row, blocks: _Blocks, kit: Kit) -> Block | None:
    found: Sequence[tuple[Section, Block]] = [blocks[c] for c in row if c in blocks]
    if len(found) < len(row) or len(found) == 1:
        return found[0][1] if found else None
    (section, left), (_other, right) = found
    return Beside(left, right, share=sections.share(section, kit))
