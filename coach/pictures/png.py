"""A picture as PNG, drawn with the bundled fonts, so that it looks the same on every computer."""

from __future__ import annotations

from pathlib import Path

_FONTS = Path(__file__).resolve().parent.parent / "fonts"
_FAMILY = "Noto Sans SC"
WIDTH, WIDEST = 1200, 4000  # pixels: of a picture that is handed out; more than the other is memory wasted


def png(svg: str, width: int) -> bytes:
    """Return `svg` as PNG, `width` pixels wide (1 to 4000), its height in proportion.

    Raises ValueError when `svg` is no SVG or the width is out of range. Nothing is read but the bundled fonts.
    """
    import resvg_py  # loaded here: the chat starts without it

    if not 1 <= width <= WIDEST:
        raise ValueError(f"a picture is 1 to {WIDEST} pixels wide, not {width}")
    drawn = resvg_py.svg_to_bytes(
        svg_string=svg,
        width=width,
        skip_system_fonts=True,
        font_files=[str(_FONTS / f"NotoSansSC-{weight}.ttf") for weight in ("Regular", "Bold")],
        font_family=_FAMILY,
        sans_serif_family=_FAMILY,
    )
    return bytes(drawn)
