"""What a name looks like in Latin letters: Siobhán, O'Brien, Anne-Marie; the 's behind a name is none of it."""

UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽȘȚ"
LOWER = "a-zß-öø-ÿāăąćčďđēėęěğģīįıķĺļľłńņňōőœŕřśşšţťūůűųźżžșț"
NAME = rf"(?:(?:Mc|Mac|[OD]['’])?[{UPPER}][{LOWER}]+)(?:['’](?!s\b)[{UPPER}]?[{LOWER}]+|-[{UPPER}][{LOWER}]+)*"
