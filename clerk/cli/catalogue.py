"""``clerk catalogue``: check, publish and show lists of service items."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from clerk import bootstrap
from clerk.domain.catalogue import ItemId
from clerk.domain.codec import to_plain
from clerk.usecases.language import _, current_language
from clerk.usecases.terms import item_kind_name
from clerk.usecases.wording import say_problem

if TYPE_CHECKING:
    import argparse

    from clerk.domain.catalogue import ServiceItem
    from clerk.domain.refusals import Problem


def add_to(words: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the words of ``clerk catalogue``."""
    catalogue = words.add_parser("catalogue", help=_("check, publish and show service items"))
    verbs = catalogue.add_subparsers(required=True, metavar=_("COMMAND"))
    check = verbs.add_parser("check", help=_("read a list and tell everything wrong with it"))
    check.add_argument("file", type=Path)
    check.set_defaults(run=_check)
    publish = verbs.add_parser("import", help=_("publish a list at this desk, all or nothing"))
    publish.add_argument("file", type=Path)
    publish.set_defaults(run=_import)
    listing = verbs.add_parser("list", help=_("list the published items"))
    listing.add_argument("--json", action="store_true")
    listing.set_defaults(run=_list)
    show = verbs.add_parser("show", help=_("show one item with all it requires"))
    show.add_argument("id")
    show.set_defaults(run=_show)


def _check(chosen: argparse.Namespace) -> int:
    from clerk.usecases.catalogue_file import read_catalogue  # noqa: PLC0415 - only here

    raw = _read(chosen.file)
    if raw is None:
        return 1
    file = read_catalogue(raw)
    _tell_remarks(file.unknown)
    print(_("{n} items, nothing wrong.").format(n=len(file.entries)))
    return 0


def _import(chosen: argparse.Namespace) -> int:
    from clerk.usecases.import_catalogue import (  # noqa: PLC0415 - only here
        ImportCatalogue,
        import_catalogue,
    )

    raw = _read(chosen.file)
    if raw is None:
        return 1
    opened = bootstrap.open_desk(chosen.desk)
    try:
        report = import_catalogue(ImportCatalogue(raw=raw), begin=opened.store.begin)
    finally:
        opened.store.close()
    _tell_remarks(report.unknown)
    said = _("{added} new, {changed} changed, {unchanged} as before.")
    print(
        said.format(
            added=len(report.added), changed=len(report.changed), unchanged=len(report.unchanged)
        )
    )
    return 0


def _list(chosen: argparse.Namespace) -> int:
    items = _published(chosen)
    if chosen.json:
        print(json.dumps([_brief(each) for each in items], ensure_ascii=False, indent=1))
        return 0
    language = current_language()
    for each in items:
        print(f"{each.id}\t{item_kind_name(each.kind)}\t{each.name.in_language(language)}")
    return 0


def _show(chosen: argparse.Namespace) -> int:
    opened = bootstrap.open_desk(chosen.desk)
    try:
        item = opened.store.reading.item(ItemId(chosen.id))
    finally:
        opened.store.close()
    print(json.dumps(to_plain(item), ensure_ascii=False, indent=1))
    return 0


def _published(chosen: argparse.Namespace) -> tuple[ServiceItem, ...]:
    opened = bootstrap.open_desk(chosen.desk)
    try:
        reading = opened.store.reading
        return tuple(reading.item(each.id) for each in reading.items())
    finally:
        opened.store.close()


def _brief(item: ServiceItem) -> dict[str, object]:
    return {
        "id": item.id,
        "version": item.version,
        "name_zh": item.name.zh,
        "name_en": item.name.en,
        "department_zh": item.department.name.zh,
        "kind": item.kind,
        "promised": to_plain(item.promised),
        "statutory": to_plain(item.statutory),
        "prerequisites": len(item.prerequisites),
    }


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError as error:
        said = _("{file} cannot be read: {why}.")
        print(said.format(file=path, why=error.strerror), file=sys.stderr)
        return None


def _tell_remarks(remarks: tuple[Problem, ...]) -> None:
    for each in remarks:
        print(f"{each.place}: {say_problem(each)}", file=sys.stderr)
