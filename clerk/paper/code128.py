"""Code 128, set C: a number as bars and gaps (ISO/IEC 15417).

Set C packs two digits into a sign, because an active input method eats letters that a
scanner types. The table is the standard's own; a test compares with another hand's and reads
the bars back.
"""

from __future__ import annotations

_START_C = 105
_STOP = "2331112"
_WIDTHS = (  # of three bars and three gaps, sign by sign
    "212222222122222221121223121322131222122213122312132212221213221312231212112232122132"
    "122231113222123122123221223211221132221231213212223112312131311222321122321221312212"
    "322112322211212123212321232121111323131123131321112313132113132311211313231113231311"
    "112133112331132131113123113321133121313121211331231131213113213311213131311123311321"
    "331121312113312311332111314111221411431111111224111422121124121421141122141221112214"
    "112412122114122411142112142211241211221114413111241112134111111242121142121241114212"
    "124112124211411212421112421211212141214121412121111143111341131141114113114311411113"
    "411311113141114131311141411131211412211214211232"
)
_SIGNS = tuple(_WIDTHS[at : at + 6] for at in range(0, len(_WIDTHS), 6))
_MODULUS = 103


def modules(digits: str) -> str:
    """Return the bars and gaps of an even number of digits as ones and noughts."""
    signs = [_START_C, *(int(digits[at : at + 2]) for at in range(0, len(digits), 2))]
    check = signs[0] + sum(place * sign for place, sign in enumerate(signs))
    widths = "".join(_SIGNS[each] for each in (*signs, check % _MODULUS)) + _STOP
    return "".join("10"[place % 2] * int(width) for place, width in enumerate(widths))
