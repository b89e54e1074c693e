"""The desk's two languages: English in the source, Chinese complete beside it."""

from __future__ import annotations

import gettext
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

DOMAIN = "clerk"
CHINESE, ENGLISH = "zh_CN", "en"


class _Current:
    """Which language is spoken now; set once at start, before anything is shown."""

    language = ENGLISH
    translations: gettext.NullTranslations = gettext.NullTranslations()


def use_language(language: str, resources: Path) -> None:
    """Speak a language from now on; what is not Chinese is English."""
    _Current.language = CHINESE if language.lower().startswith("zh") else ENGLISH
    _Current.translations = gettext.translation(
        DOMAIN,
        localedir=resources / "language",
        languages=[_Current.language],
        fallback=_Current.language == ENGLISH,
    )


def current_language() -> str:
    """Return ``zh_CN`` or ``en``."""
    return _Current.language


def system_language(surroundings: Mapping[str, str] = os.environ) -> str:
    """Return what the system speaks: its environment first, then its locale; Chinese if silent."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        said = surroundings.get(name, "")
        if said and said.split(".")[0] not in {"C", "POSIX"}:
            return said
    import locale  # noqa: PLC0415 - where the surroundings are silent

    return locale.getlocale()[0] or CHINESE


def _(message: str) -> str:
    """Say a message in the current language."""
    return _Current.translations.gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """Say a message about ``count`` things in the current language."""
    return _Current.translations.ngettext(one, many, count)
