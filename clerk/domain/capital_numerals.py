"""An amount of money in capital Chinese numerals (大写金额), as a paper must write it.

By 《正确填写票据和结算凭证的基本规定》 (支付结算办法 附一): one 零 for one or several zeros between
figures; 零 after 元 where there is 分 but no 角; 整 after whole yuan and whole 角, never
after 分. Where the rule leaves 零 free (1680.32) it is not written.
"""

from __future__ import annotations

_FIGURES = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("仟", "佰", "拾", "")
_UNITS = ((10**8, "亿"), (10**4, "万"))
LARGEST_FEN = 10**16 - 1
"""Fourteen figures of yuan and two of fen (GB/T 39046-2020 table 14: 收费金额 n..16,2)."""


def in_capitals(fen: int) -> str:
    """Write an amount of fen (1/100 yuan) in capital numerals: 120000 is 壹仟贰佰元整.

    Raises:
        ValueError: It is below zero or above :data:`LARGEST_FEN`.
    """
    if not 0 <= fen <= LARGEST_FEN:
        raise ValueError(fen)
    yuan, rest = divmod(fen, 100)
    if not rest:
        return f"{_whole(yuan) or _FIGURES[0]}元整"
    tenths, hundredths = divmod(rest, 10)
    words = f"{_whole(yuan)}元" if yuan else ""
    if tenths:
        words += f"{_FIGURES[tenths]}角"
    elif yuan:
        words += _FIGURES[0]
    return words + (f"{_FIGURES[hundredths]}分" if hundredths else "整")


def _whole(number: int) -> str:
    for unit, word in _UNITS:
        if number >= unit:
            high, low = divmod(number, unit)
            has_gap = 0 < low < unit // 10
            return _whole(high) + word + _FIGURES[0] * has_gap + _whole(low)
    return _up_to_9999(number)


def _up_to_9999(number: int) -> str:
    words = ""
    for figure, place in zip(f"{number:04d}", _PLACES, strict=True):
        if figure != "0":
            words += _FIGURES[int(figure)] + place
        elif words and not words.endswith(_FIGURES[0]):
            words += _FIGURES[0]
    return words.rstrip(_FIGURES[0])
