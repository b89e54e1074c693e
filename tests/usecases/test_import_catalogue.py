"""Importing a list publishes what is new or differs, all of it or nothing."""

import json
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from clerk.domain.catalogue import ItemId, ServiceItem
from clerk.domain.refusals import InvalidInput
from clerk.usecases.catalogue_file import digest_of, parse_published
from clerk.usecases.import_catalogue import ImportCatalogue, import_catalogue

CATALOGUE = Path(__file__).parents[2] / "resources" / "catalogue"


@dataclass
class KeptItems:
    """Published versions in memory; a unit of work sees and changes a copy until it commits."""

    kept: dict[ItemId, list[str]] = field(default_factory=dict)
    most: int = 1_000

    @contextmanager
    def __call__(self):
        yield UnitOfWork(self, {name: list(texts) for name, texts in self.kept.items()})

    def version(self, item_id: str, version: int) -> ServiceItem:
        return parse_published(self.kept[ItemId(item_id)][version - 1], version)


@dataclass
class UnitOfWork:
    """One transaction on them."""

    of: KeptItems
    changed: dict[ItemId, list[str]]

    @property
    def items(self) -> "UnitOfWork":
        return self

    def latest_digest(self, item_id: ItemId) -> str | None:
        return digest_of(self.changed[item_id][-1]) if item_id in self.changed else None

    def publish(self, item: ServiceItem, content: str) -> int:
        if sum(map(len, self.changed.values())) >= self.of.most:
            raise OSError(28, "No space left on device")
        assert digest_of(content) == item.digest
        self.changed.setdefault(item.id, []).append(content)
        return len(self.changed[item.id])

    def commit(self) -> None:
        self.of.kept = self.changed


@pytest.fixture
def desk() -> KeptItems:
    return KeptItems()


@pytest.fixture
def document() -> dict:
    return json.loads((CATALOGUE / "ZJ.json").read_text(encoding="utf-8"))


def publish(desk: KeptItems, document: object):
    return import_catalogue(ImportCatalogue(raw=json.dumps(document).encode()), begin=desk)


def test_a_new_list_is_published_item_by_item(desk, document):
    report = publish(desk, document)

    assert report.added == ("ZJ-001", "ZJ-002", "ZJ-003", "ZJ-004", "ZJ-005")
    assert report.changed == report.unchanged == report.unknown == ()
    item = desk.version("ZJ-001", 1)
    assert (item.version, item.name.zh) == (1, "建筑工程施工许可证核发")
    assert [each.id for each in item.situations] == [
        "planning_permit",
        "demolition",
        "drawing_review",
        "fire_class",
    ]


def test_the_same_list_again_changes_nothing(desk, document):
    publish(desk, document)
    before = desk.kept

    report = publish(desk, document)

    assert report.added == report.changed == ()
    assert len(report.unchanged) == 5
    assert desk.kept == before


def test_a_changed_item_becomes_a_second_version_and_the_first_stays(desk, document):
    publish(desk, document)
    document["items"][1]["promised_days"] = 2

    report = publish(desk, document)

    assert report.changed == ("ZJ-002",)
    assert len(report.unchanged) == 4
    assert desk.version("ZJ-002", 1).promised.amount == 3
    assert desk.version("ZJ-002", 2).promised.amount == 2


def test_going_back_to_an_old_wording_is_a_third_version(desk, document):
    publish(desk, document)
    first = json.loads(json.dumps(document))
    document["items"][1]["promised_days"] = 2
    publish(desk, document)

    assert publish(desk, first).changed == ("ZJ-002",)
    assert len(desk.kept[ItemId("ZJ-002")]) == 3


def test_an_item_that_left_the_list_stays_published(desk, document):
    publish(desk, document)
    del document["items"][0]

    publish(desk, document)

    assert desk.version("ZJ-001", 1).id == "ZJ-001"


def test_one_wrong_item_keeps_the_whole_list_out(desk, document):
    document["items"][4]["kind"] = "特办"

    with pytest.raises(InvalidInput):
        publish(desk, document)

    assert desk.kept == {}


def test_a_full_disk_in_the_middle_keeps_the_whole_list_out(desk, document):
    desk.most = 3

    with pytest.raises(OSError, match="No space left"):
        publish(desk, document)

    assert desk.kept == {}


def test_unknown_fields_are_kept_and_reported(desk, document):
    document["items"][0]["queue"] = "A"

    report = publish(desk, document)

    assert [(each.place, each.kind) for each in report.unknown] == [
        ("items[0].queue", "unknown_field")
    ]
    assert desk.version("ZJ-001", 1).unknown == '{"queue":"A"}'


def test_the_whole_sample_is_published(desk):
    names = sorted(path for path in CATALOGUE.glob("*.json") if path.name != "schema.json")

    added = [
        item_id
        for path in names
        for item_id in import_catalogue(ImportCatalogue(raw=path.read_bytes()), begin=desk).added
    ]

    assert len(added) == len(desk.kept) == 58
