"""A published list as a file: read whole, or refused with everything that is wrong.

Two shapes, one format: a bare list of items, or one department's list with its
edition and the questions that decide its conditions. The text that is kept of
an item is exactly what was published, in the one canonical writing, with its
department; its SHA-256 says whether two publications are the same.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from clerk.domain.catalogue import Department, Words
from clerk.domain.codec import canonical
from clerk.usecases.catalogue_items import ITEM_ID, read_item, words
from clerk.usecases.findings import Findings
from clerk.usecases.json_fields import Fields, shown, tell_wrong_type
from clerk.usecases.strict_json import numbered, read_json

if TYPE_CHECKING:
    from clerk.domain.catalogue import ServiceItem
    from clerk.domain.refusals import Problem

SCHEMA = 1
MOST_ITEMS = 20_000
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DEPARTMENT_OF_AN_ITEM = ("id", "department_zh", "department_en")


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedEntry:
    """One item of a list, and the text of its publication, whose digest it carries."""

    item: ServiceItem
    content: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueFile:
    """A list that was read without a problem.

    ``department`` and ``edition`` are None in a bare list. ``unknown`` remarks
    on fields this program does not know; each item keeps its own.
    """

    entries: tuple[PublishedEntry, ...]
    department: Department | None
    edition: date | None
    unknown: tuple[Problem, ...]

    @property
    def items(self) -> tuple[ServiceItem, ...]:
        """The items in the order of the file; their version is 0 until they are published."""
        return tuple(each.item for each in self.entries)


def read_catalogue(raw: bytes) -> CatalogueFile:
    """Read a list.

    Raises:
        InvalidInput: There is something wrong with it; all problems, each with its place.
    """
    findings = Findings()
    value = read_json(raw, findings, bare_list="items")
    if isinstance(value, list):
        cover, listed = _Cover(), value
    elif isinstance(value, dict):
        cover, listed = _read_cover(Fields.of(value, "", findings))
    else:
        findings.problem("", "not_a_catalogue")
        cover, listed = _Cover(), []
    entries = _read_entries(listed, cover.department, findings)
    findings.refuse_problems()
    return CatalogueFile(
        entries=entries,
        department=cover.department,
        edition=cover.edition,
        unknown=findings.remarks(),
    )


def parse_published(content: str, version: int) -> ServiceItem:
    """Read an item back from the text its publication was kept as.

    Raises:
        InvalidInput: The text is not one that :func:`read_catalogue` gave.
    """
    findings = Findings()
    fields = Fields.of(read_json(content.encode(), findings), "", findings)
    item = read_item(fields.record("item"), _read_department(fields.record("department")))
    findings.refuse_problems()
    return replace(item, version=version, digest=digest_of(content))


def digest_of(content: str) -> str:
    """Return the SHA-256 of a publication's text."""
    return hashlib.sha256(content.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class _Cover:
    """What stands before a department's items; a bare list has none."""

    department: Department | None = None
    edition: date | None = None


def _read_cover(fields: Fields) -> tuple[_Cover, list[object]]:
    fields.optional_text("$schema")
    schema = fields.value("schema")
    if fields.has("schema") and schema != SCHEMA:
        fields.problem("schema", "schema_unknown", found=shown(str(schema)), known=SCHEMA)
    department = _read_department(fields.record("department"))
    edition = _read_day(fields, "edition")
    listed = fields.value("items")
    if fields.has("items") and not isinstance(listed, list):
        tell_wrong_type(listed, "list", "items", fields.findings)
    fields.unknown("unknown_on_cover")
    return _Cover(department, edition), listed if isinstance(listed, list) else []


def _read_department(fields: Fields) -> Department:
    return Department(
        id=fields.text("id", longest=50, pattern=ITEM_ID),
        name=words(fields, "name"),
        short=fields.optional_text("short_zh"),
    )


def _read_day(fields: Fields, name: str) -> date | None:
    text = fields.text(name, longest=10, pattern=_DAY)
    if not _DAY.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        fields.problem(name, "not_a_day", text=text)
        return None


def _read_entries(
    listed: list[object], department: Department | None, findings: Findings
) -> tuple[PublishedEntry, ...]:
    if not 0 < len(listed) <= MOST_ITEMS and not findings.problem_count:
        findings.problem("items", "list_length", length=len(listed), least=1, most=MOST_ITEMS)
    first: dict[str, str] = {}
    entries: list[PublishedEntry] = []
    for place, each in numbered(listed[:MOST_ITEMS], "items"):
        findings.about = ""
        fields = Fields.of(each, place, findings)
        item = read_item(fields, department or _own_department(fields))
        if item.id and first.setdefault(item.id, place) != place:
            fields.problem("id", "item_twice", id=shown(item.id), first=first[item.id])
        if not findings.problem_count:
            entries.append(_published(item, each))
    findings.about = ""
    return tuple(entries)


def _own_department(fields: Fields) -> Department:
    """Make an item's department of what the item itself says: SCJG of SCJG-005."""
    item_id, zh, en = (str(fields.raw.get(each) or "") for each in _DEPARTMENT_OF_AN_ITEM)
    return Department(id=item_id.rpartition("-")[0] or item_id, name=Words(zh=zh, en=en))


def _published(item: ServiceItem, raw: object) -> PublishedEntry:
    of = item.department
    department = {
        "id": of.id,
        "name_zh": of.name.zh,
        "name_en": of.name.en,
        "short_zh": of.short,
    }
    content = canonical({"department": department, "item": raw}).decode()
    return PublishedEntry(item=replace(item, digest=digest_of(content)), content=content)
