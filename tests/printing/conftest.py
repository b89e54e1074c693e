import pytest

from tests.printing.print_service import OwnCups


@pytest.fixture(scope="package")
def cups(tmp_path_factory):
    """A real cupsd for the tests of this folder; each test makes its own queues."""
    service = OwnCups(tmp_path_factory.mktemp("c"))
    service.start()
    yield service
    service.stop()


@pytest.fixture
def own_cups(tmp_path):
    """A cupsd of one test, which may stop it."""
    service = OwnCups(tmp_path / "c")
    service.start()
    yield service
    service.stop()
