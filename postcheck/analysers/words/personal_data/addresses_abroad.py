"""Postal addresses as other countries write them: mostly the street before the number."""

from __future__ import annotations

import re
from collections.abc import Iterator

_CAPITAL = "[A-ZÀ-ÞĀĂĄĆČĎĐĘĚĞĢĪİĶŁĽŃŇŐŒŘŚŞŠŢŤŪŮŰŹŻŽȘȚ]"
_WORD = rf"{_CAPITAL}[\w'’.-]*"
_HOUSE = r"(?P<house>\d{1,4}(?:[ ]?[A-Za-z](?![^\W_]))?(?:[/-]\d{1,4}[A-Za-z]?)?)(?![\w%]|[.,:]\d)"
_OF = (
    r"(?:(?:de|del|della|delle|dei|di|do|da|dos|das|du|des|la|las|le|les|el|los|van|der|den|und)[ ]"
    r"|d['’]|dell['’]|l['’]){0,3}"
)
_NAME = rf"{_OF}{_WORD}(?:[ ]{_OF}{_WORD}){{0,4}}"

# German, Dutch, Danish, Norwegian, Swedish, Finnish: the kind of street ends the word.
_ENDINGS = (
    r"stra(?:ss|ß)e|str\.|weg|platz|allee|gasse|chaussee|damm|ufer|steig|hof|laan|straat|plein|"
    r"gracht|"
    r"steeg|dreef|singel|dijk|baan|lei|boulevard|vej(?:en)?|gade|gaden|stræde|vænget|allé|torv|"
    r"gatan|"
    r"lunden|haugen|bakken|berget|jernet|løkka|åsen|moen|bråten|gjerdet|havna|toppen|sletta|"
    r"stien|kroken|ringen|"
    r"bulevardi|kaari|raitti|penger|-ring|weide|hof|kade|"
    r"gata|vägen|väg|gränd|stigen|torget|vegen|veien|gaten|stubben|svingen|faret|katu|kuja|polku|"
    r"ntie"
)
# The same as words of their own, with those of Hungary, Czechia, the Balkans and Turkey.
_KINDS_LAST = (
    r"Stra(?:ss|ß)e|Str\.|Weg|Platz|Allee|Gasse|Damm|Ufer|Chaussee|Straat|Laan|Plein|Gracht|Kade|"
    r"Dijk|"
    r"Vej|Gade|Allé|Gata|[Kk]atu|[Kk]uja|[Pp]olku|[Uu]tca|[Uu]\.|[Úú]t|[Úú]tja|[Tt]ér|[Kk]örút|"
    r"[Kk]öz|[Ss]étány|"
    r"[Uu]lica|[Cc]esta|[Nn]áměstí|[Tt]řída|Sokak|Caddesi"
)
_KIND_LAST = re.compile(
    rf"(?<!\w)(?:(?:{_WORD}[ ])?(?P<street>{_CAPITAL}[\w'’.-]{{2,40}}?(?i:{_ENDINGS}))"
    rf"|{_WORD}[ ](?:[\w.-]{{2,20}}[ ]){{0,2}}(?:{_KINDS_LAST})),?[ ]{_HOUSE}"
)
# What ends like a street and is none.
_NO_STREET = re.compile(r"(?:brigade|renegade|agata|auntie)\Z", re.IGNORECASE)

# French, Italian, Spanish, Portuguese, Polish: the kind of street comes first.
_KIND_FIRST = re.compile(
    r"(?<!\w)(?:Rue|Chemin|Impasse|Quai|Allée|Boulevard|Avenue|Viale|Via|Piazza(?:le)?|Corso|"
    r"Vicolo|"
    r"Contrada|Strada|Stretto|Borgo|Rotonda|Canale|Calle|C/|Avenida|Av|Avda?\.|Plaza|Paseo|Ronda|"
    r"Cuesta|Camino|Carretera|Glorieta|Pasaje|Callejón|Rambla|C\.|Cl\.|Vía|Alameda|Acceso|Cañada|"
    r"Urbanización|Travesía|"
    r"Vial|Pasadizo|Quadra|Trecho|Chácara|Favela|Ladeira|Colônia|Sítio|Jardim|"
    r"Morro|Recanto|Fazenda|Loteamento|Conjunto|Núcleo|Residencial|Viela|Viaduto|Condomínio|"
    r"Rúa|Rua|R\.|Travessa|Praça|Pátio|Rodovia|Estrada|Largo|[Uu]l\.|[Uu]lica|[Pp]l\.|[Pp]lac|"
    rf"[Aa]l\.|[Aa]leja|[Oo]s\.|[Oo]siedle)[ ]?{_NAME},?[ ](?:{_HOUSE}|[Ss]/[Nn](?!\w))"
)
_NO_WAY = re.compile(
    r"(?:Via|Canale)[ ](?:Zoom|Teams|Google|Skype|Email|E-mail|Facebook|Class|Year|Room)(?!\w)"
)
_FRENCH = re.compile(
    r"(?<![\w£$€.:/#-])\d{1,5}(?:[ ]?(?:bis|ter|[A-D]))?,?[ ](?:rue|avenue|boulevard|chemin|"
    r"impasse|quai|allée?|passage|montée|ruelle|route|rang|place(?=[ ](?:d[eu][ ]|des[ ]|d['’])))"
    rf"[ ]{_NAME}"
)

# No word tells of a street: the postcode and the town that follow do, or the words before.
_NO_PLACE = (
    r"(?!(?:Year|Class|Room|Form|Group|Team|Pitch|Gate|Hall|Block|Table|Week|Day|Term|Page|Chapter|"
    r"Level|Stage|Grade|Unit|Lesson|Reception|Nursery|Tent|Stand|Platform|Bay|Number|No|Age|Aged|"
    r"Under|Jan\w*|Feb\w*|Mar(?:ch)?|Apr\w*|May|June?|July?|Aug\w*|Sep\w*|Oct\w*|Nov\w*|Dec\w*|"
    r"\w+day)(?!\w))"
)
_CODE = (
    r"(?:[A-Z]{1,2}-)?\d{5}|\d{5}-\d{3}|\d{4}[ ]?[A-Z]{2}|\d\d-\d{3}|\d{3}[ ]\d\d|[A-Z]{1,2}-\d{4}"
)
_SHORT_CODE = r"(?!19|20)\d{4}"
_WITH_POSTCODE = re.compile(
    rf"(?<!\w){_NO_PLACE}(?:{_NAME},?[ ]{_HOUSE}(?:[ ]*[ ,\n]\s*(?:{_CODE}),?\s|"
    rf"[ ]*\n[ ]*{_SHORT_CODE}\s+)|{_CAPITAL}\w{{7,}}[ ]\d{{1,3}}[A-Z]?,[ ]{_SHORT_CODE}[ ])"
    rf"{_CAPITAL}\w+"
)
_TOLD = re.compile(
    r"(?<!\w)(?:(?:lives?|living|lived|resid(?:es?|ed|ing))[ ]at|moved[ ]from|seen[ ]near|"
    r"(?:located|accident|office|place|home|house)[ ](?:(?:is|happened)[ ](?:at[ ])?|at[ ])|"
    r"address(?:[ ](?:is|to|at)(?:[ ]now)?|:)|"
    r"(?P<sent>(?:deliver(?:ed)?|ship(?:ped)?|parcel|package)[ ](?:it[ ])?to:?))[ \n]+"
    rf"(?P<place>{_NO_PLACE}(?:{_NAME},?[ ]{_HOUSE}(?:,?[ \n]{_SHORT_CODE}[ ]{_WORD})?|"
    rf"(?(sent)(?!)|\d{{1,5}}[A-Za-z]?,?[ ]{_WORD}(?:[ ]{_WORD}){{1,3}}"
    r"(?<!Class)(?<!House)(?<!Team)(?<!\.))))"
    r"(?=[ ]*(?:[.,;!?)\n]|$)|[ ](?:in|to|around|closes|for|and)[ ])"
)
_YEAR = re.compile(r"(?:19|20)\d\d\Z")


def addresses_abroad(text: str) -> Iterator[tuple[int, int]]:
    """Where such addresses start and end."""
    for match in _KIND_LAST.finditer(text):
        if not _YEAR.match(match["house"]) and not _NO_STREET.search(match["street"] or ""):
            yield match.span()
    for match in _KIND_FIRST.finditer(text):
        if not _YEAR.match(match["house"] or "") and not _NO_WAY.match(match.group()):
            yield match.span()
    for pattern in (_FRENCH, _WITH_POSTCODE):
        for match in pattern.finditer(text):
            yield match.span()
    for match in _TOLD.finditer(text):
        if not _YEAR.match(match["house"] or ""):
            yield match.span("place")
