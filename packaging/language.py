"""Brings resources/language up to the source: extracts, merges, compiles.

    .venv/bin/python packaging/language.py

New messages come in empty and gone ones leave; a test fails until every message has its Chinese.
"""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "language" / "zh_CN" / "LC_MESSAGES"
BEGUN = datetime(2026, 11, 23, tzinfo=UTC)
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}


def extracted() -> Catalog:
    """Return every message of the source, with the files it stands in."""
    found = Catalog(charset="utf-8")
    for name, _line, message, _comments, _context in extract_from_dir(
        ROOT / "clerk", [("**.py", "python")], keywords=KEYWORDS
    ):
        found.add(message, locations=[(f"clerk/{name}", 1)])
    return found


def kept() -> Catalog:
    """Return the Chinese there is."""
    path = FOLDER / "clerk.po"
    if not path.exists():
        return Catalog(locale="zh_CN", charset="utf-8")
    with path.open("rb") as file:
        return read_po(file, locale="zh_CN", charset="utf-8")


def compiled(catalog: Catalog) -> bytes:
    """Return what gettext reads."""
    out = BytesIO()
    write_mo(out, catalog)
    return out.getvalue()


def written(catalog: Catalog) -> bytes:
    """Return the text people edit: sorted, so that changes read well."""
    out = BytesIO()
    write_po(out, catalog, width=100, sort_output=True, omit_header=False, include_lineno=False)
    return out.getvalue()


def merged(source: Catalog, chinese: Catalog) -> Catalog:
    """Return the source's messages with the Chinese they have, and nothing else."""
    result = Catalog(
        locale="zh_CN",
        charset="utf-8",
        project="clerk",
        header_comment="# The Chinese of the desk.",
        creation_date=BEGUN,  # not the time of the run: two branches would differ in it each time
        revision_date=chinese.revision_date,
        last_translator="clerk",
        language_team="clerk",
        fuzzy=False,
    )
    for message in source:
        if not message.id:
            continue
        known = chinese.get(message.id if isinstance(message.id, str) else message.id[0])
        result.add(message.id, known.string if known else None, locations=message.locations)
    return result


def main() -> None:
    """Write both files."""
    catalog = merged(extracted(), kept())
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / "clerk.po").write_bytes(written(catalog))
    (FOLDER / "clerk.mo").write_bytes(compiled(catalog))
    empty = [each.id for each in catalog if each.id and not _is_said(each.string)]
    print(f"{len(catalog)} messages, {len(empty)} without Chinese")
    for message in empty:
        print(f"  {message!r}")


def _is_said(said: object) -> bool:
    return all(said) if isinstance(said, list | tuple) else bool(said)


if __name__ == "__main__":
    main()
