"""What a name looks like in Latin letters: Siobhán, O'Brien, Anne-Marie; the 's behind a name is none of it."""

from coach.text.language import has_han

UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽȘȚ"
LOWER = "a-zß-öø-ÿāăąćčďđēėęěğģīįıķĺļľłńņňōőœŕřśşšţťūůűųźżžșț"
NAME = (
    rf"(?:(?:Mc|Mac|[OD]['’])?[{UPPER}][{LOWER}]+)"
    rf"(?:['’](?!(?:s|ve|re|ll|d|m|t)\b)[{UPPER}]?[{LOWER}]+|-[{UPPER}][{LOWER}]+)*"
)


def is_latin(name: str) -> bool:
    """Say whether a name is in Latin letters, accents included."""
    return not has_han(name)
