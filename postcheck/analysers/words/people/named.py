"""Teams in results, costumes, operations, boats, firms: what bears a full name and is no person."""

from __future__ import annotations

import re
from collections.abc import Iterator

from postcheck.analysers.words.people.knowledge import Knowledge
from postcheck.analysers.words.people.roster import atoms
from postcheck.analysers.words.people.tokens import Token, index_from

Span = tuple[int, int]

_SIDE = r"(?:St )?[A-Z][\w’'-]*(?: (?:St |of )?[A-Z][\w’'-]*){0,3}"
_POINTS = r"\d{1,3}(?: ?pts| ?points| goals?| runs)?"
_ENTRY = rf"(?:\d\d?(?:st|nd|rd|th)?[.):]? )?{_SIDE} {_POINTS}"
_RESULT = re.compile(rf"(?<![\w-]){_ENTRY}(?:(?:,? and |,? |; ?| ?[-–—] ?){_ENTRY})+(?!\w)")
_VERSUS = re.compile(
    rf"(?<![\w-])(?P<one>{_SIDE})(?: \d{{1,3}} ?[-–—:] ?\d{{1,3}}|,? (?:v|vs|versus)\.?) "
    rf"(?P<other>{_SIDE})"
)
_NAMED = re.compile(_SIDE)
_GROUND = re.compile(rf"(?<![\w-])(?P<other>{_SIDE}) \((?:[aAhH]|away|home)\)")
_GAME = r"\d{1,3} ?[-–—] ?\d{1,3}"
_WE = (
    r"(?:\b[Ww]e|\b[Oo]ur (?:\w+ ){0,2}\w+|\bU\d\d?s?|\b[Tt]he (?:team|squad|girls|boys|first \w+))"
)
_BEATEN = re.compile(
    rf"{_WE} (?:\w+ ){{0,2}}?(?:beat|thrashed|edged|pipped|defeated|overcame) (?P<other>{_SIDE}),? "
    rf"(?:by )?{_GAME}"
)
_LOST = re.compile(
    rf"{_WE} (?:\w+ ){{0,2}}?(?:lost|drew|won|went down|played out) (?:\w+ )?{_GAME} "
    rf"(?:\w+ )?(?:to|with|against|at|away to|away at) (?P<other>{_SIDE})"
)
_MANY = (
    r"(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many|countless|"
    r"various|assorted|dozen|few|both|more|all those|all these|these|those|the usual|couple of)"
)
_COUNTED = re.compile(
    rf"(?<!\w)(?i:{_MANY}) (?P<other>[A-Z][\w-]+(?: [A-Z][\w-]+){{1,2}})(?![\w’'])"
)
_NUMBERED = re.compile(
    r"(?:year|class|group|team|room|lane|number|aged?|no\.?|grade) $", re.IGNORECASE
)
_LIKE = re.compile(
    r"(?<![\w.])(?:an?|(?<![\w,] )An?) (?P<other>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,2})"
    r"(?=[,.;!?)\n]|$| (?:and|or|with|in|who|walked|came|swept|stood|sat|wandered|turned) )"
)
_VENTURE = re.compile(
    r"(?<!\w)(?:(?:Operation|Project|Campaign|Mission|Exercise|Code ?name) [A-Z][\w’'-]+"
    r"(?! [A-Z])|(?:Storm|Hurricane|Cyclone|Typhoon|HMS|SS|RMS|MV|RV) [A-Z][\w’'-]+"
    r"(?: [A-Z][\w’'-]+)?)"
)
_CRAFT = (
    r"(?:narrow|life|long)?boats?|barges?|ferry|trawlers?|ships?|yachts?|canoes?|rafts?|dinghy|lifeboats?|submarines?|rockets?|minibus(?:es)?|bus|"
    r"coach|vans?|tractors?|engines?|locomotives?|trains?|kites?"
)
_THING = (
    rf"{_CRAFT}|scarecrows?|snow(?:man|men|woman)|skeletons?|robots?|sunflowers?|pumpkins?|gnomes?|"
    r"statues?|puppets?|dolls?|bears?|teddies|teddy|mascots?|plants?|trees?|cact(?:us|i)|sourdough|"
    r"starter|spiders?|caterpillars?|butterfl(?:y|ies)|worms?|snails?|tadpoles?|chicks?|ducks?|"
    r"ducklings?|hens?|chickens?|cockerels?|lambs?|goats?|sheep|pigs?|piglets?|alpacas?|ponies|pony|"
    r"horses?|donkeys?|dogs?|pupp(?:y|ies)|cats?|kittens?|rabbits?|hamsters?|gerbils?|tortoises?|"
    r"snakes?|geckos?|lizards?|fish|goldfish|monsters?|aliens?|dragons?|characters?|heroes?|heroine"
)
_FULL = r"(?:the )?[A-Z][\w’'-]+(?: (?:the |of )?[A-Z][\w’'-]+){1,2}"
_ONE = r"[A-Z][\w’'-]*(?: (?:the |of )?[A-Z][\w’'-]+){0,2}"
_EACH = re.compile(_ONE)
# the hens and a girl called Amelia: she is no hen
_BETWEEN = r"(?: (?!(?:and|or|by|for|from|to|man|woman|boy|girl|child|lad|lady|pupil|friend)\b)\w+)"
_CALLED = re.compile(
    rf"(?<!\w)(?i:{_THING}){_BETWEEN}{{0,4}}? (?:called|named|christened|nicknamed|by the name of) "
    rf"(?P<list>{_ONE}(?:(?:, and |, | and )(?:the )?{_ONE}){{0,7}})"
)
_APPOSED = re.compile(
    rf"(?<!\w)(?i:our|the|my|their) (?:\w+ ){{0,2}}(?:{_CRAFT}), (?P<other>{_FULL})(?=[,.!])"
)
_TRADES = (
    r"Company|Coaches|Coach (?:Hire|Travel)|Travel|Tours|Hire|Transport|Haulage|Removals|Motors|"
    r"Tyres|Garages?|Cycles|Florists?|Butchers|Bakers|Bakery|Greengrocers|Fishmongers|Caterers|Catering|"
    r"Brewery|Dairy|Chocolates|Ices|Scaffolding|Joiner[sy]|Plumb(?:ing|ers)|Heating|Electrical|"
    r"Roof(?:ing|ers)|Glazing|Fencing|Paving|Drainage|Skips|Storage|Builders|Construction|Decorators|Interiors|"
    r"Furniture|Carpets|Upholstery|Landscap(?:es|ing|ers)|Jewellers|Tailors|Drapers|Ironmongers|"
    r"Newsagents|Print(?:ers|ing)|Signs|Photography|Opticians|Architects|Accountants|Solicitors|"
    r"Lettings|Auctioneers|Antiques|Undertakers|Funeral Directors|Kennels|Stables"
)
_FIRM = re.compile(
    r"(?<![\w-])[A-Z][\w’'-]+(?:[ ][A-Z][\w’'-]+){1,2}"
    r"(?:\s(?:&|and)\s(?:Sons?|Daughters?|Co|Company|Brothers|Partners|Associates)"
    rf"|\s(?:[A-Z][\w’'-]+\s)?(?:{_TRADES}))(?![\w’'-])"
)


def find_named(text: str, tokens: list[Token], knowledge: Knowledge) -> Iterator[Span]:
    """Stretches with the form of a full name that are no people, and nobody's on the register."""
    spans = [*_teams(text, knowledge), *_costumes(text, knowledge), *_things(text)]
    if not spans:
        return
    for start, end in spans:
        first, beyond = index_from(tokens, start), index_from(tokens, end)
        keys = [token.key for token in tokens[first:beyond]]
        if not _registered(keys, knowledge):
            yield start, end


def _registered(keys: list[str], knowledge: Knowledge) -> bool:
    """Whether words hold the first name and the surname of somebody on the register."""
    given, surnames = knowledge.roster.given, knowledge.roster.surnames
    called = {code for key in keys for code in given.get((key,)) or ()}
    return any(code in called for key in keys for code in surnames.get((key,)) or ())


def _teams(text: str, knowledge: Knowledge) -> Iterator[Span]:
    """Whoever we play: the other side of a result or a fixture with our own name in it."""
    for match in _RESULT.finditer(text):
        sides = [side.span() for side in _NAMED.finditer(text, match.start(), match.end())]
        if any(_is_ours(text[start:end], knowledge) for start, end in sides):
            yield from sides
    for match in _VERSUS.finditer(text):
        if _is_ours(match["one"], knowledge) or _is_ours(match["other"], knowledge):
            yield match.span("one")
            yield match.span("other")
    for pattern in (_GROUND, _BEATEN, _LOST):
        yield from (match.span("other") for match in pattern.finditer(text))


def _is_ours(side: str, knowledge: Knowledge) -> bool:
    """Whether a side is called as the organisation is, in full or by the beginning."""
    parts = atoms(side)
    return any(
        parts[: len(name)] == name[: len(parts)] and len(parts) > 0 for name in knowledge.ours
    )


def _costumes(text: str, knowledge: Knowledge) -> Iterator[Span]:
    """Several of one name (`three Hermione Grangers`), or one like it (`a Nancy Drew`)."""
    for match in _COUNTED.finditer(text):
        last = "".join(atoms(match["other"])[-1:])
        several = last.endswith("s") and not knowledge.words.surname(last)
        if several and not _NUMBERED.search(text, max(0, match.start() - 8), match.start()):
            yield match.span("other")
    yield from (match.span("other") for match in _LIKE.finditer(text))


def _things(text: str) -> Iterator[Span]:
    """Operations, storms, firms, and things or animals that are called by a name."""
    yield from (match.span() for match in _VENTURE.finditer(text))
    yield from (match.span() for match in _FIRM.finditer(text))
    for match in _CALLED.finditer(text):
        yield from (one.span() for one in _EACH.finditer(text, *match.span("list")))
    yield from (match.span("other") for match in _APPOSED.finditer(text))
