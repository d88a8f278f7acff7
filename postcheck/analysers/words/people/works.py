"""Books, songs, paintings, ships, fruit: what is called by a person's name, in full or in part."""

from __future__ import annotations

import re
from collections.abc import Iterator

from postcheck.analysers.words.people.knowledge import ANYWHERE, Knowledge
from postcheck.analysers.words.people.tokens import BESIDE, Token

Span = tuple[int, int]

_LITTLE = frozenset(
    ("the", "of", "and", "in", "on", "near", "at", "a", "an", "with", "to", "for", "from")
)
_HIS = frozenset(("his", "her"))
_GOES_ON = re.compile(r"\s*[:=–—]|\s+(?:is|was|are|would|must|she|he|they|her|his|this week)(?!\w)")
"""What follows where it is rather a child's favourite book than the book of that title."""

_NAME = r"(?P<name>[A-Z][\w-]+(?: [A-Z][\w’'-]+){1,2})"
_CRAFT = (
    r"(?:lifeboat|ferry|tug|trawler|steamer|paddle steamer|tall ship|ship|schooner|barge|dredger|"
    r"narrowboat|locomotive|steam engine|steam train|minibus|tram|submarine|fire engine|hovercraft)"
)
_PLANT = (
    r"(?:rose|roses|rose ?bush|climbing rose|dahlias?|clematis|tulips?|daffodils?|fuchsias?|"
    r"sweet peas?|peony|peonies|lilac|pelargoniums?|sedum|apples?|apple trees?|pears?|plums?|"
    r"potato|potatoes|spuds|tomato|tomatoes|rhubarb|runner beans?|gooseberry|raspberry)"
)
_MADE = (
    r"(?:novel|book|text|read|picture book|film|musical|play|panto|production|show|song|anthem|"
    r"hymn|carol|ballet|opera|poem|tune|reel|shanty)"
)
_TITULAR = (
    r"(?:Macbeth|Hamlet|Othello|King Lear|Matilda|Oliver(?: Twist)?|Annie|Jane Eyre|Emma|Rebecca|"
    r"Dick Whittington|Aladdin|Cinderella|Peter Pan|Mary Poppins|Billy Elliot|Bugsy Malone|"
    r"David Copperfield|Frankenstein|Dracula|Evita|Heidi|Coraline|Pollyanna|Robin Hood|Rapunzel|"
    r"Snow White|Sleeping Beauty|Moana|Shrek|Mulan|Tom Sawyer|Silas Marner|Antigone|Medea)"
)
_STAGED = (
    r"(?:panto(?:mime)?|play|musical|production|show|film|book|novel|text|script|recording|cast|"
    r"auditions?|tickets|rehearsals?|next up|moving on to|moved on to|finish(?:ed|ing)|reading|"
    r"stud(?:y|ies|ied|ying)|perform(?:s|ed|ing)?|staging|revising|quotes? from)"
)
_SHOP = (
    r"(?:Bakery|Bakers?|Butchers?|Caf[eé]|Coffee|Kitchen|Deli|Florists?|Flowers|Salon|Barbers?|"
    r"Pharmacy|Garage|Motors|Circus|Farm Shop|Ice Cream|Ices|Sweet Shop|Toy Shop|Books|Bookshop|"
    r"School of|Academy of|Theatre School|Stage School|Dance School|Swim School|Hospice|"
    r"Foundation|Trust|Charity|Fund|Law)(?![\w’'])"
)
_PLACE = (
    r"(?:first|second|third|fourth|1st|2nd|3rd|4th|winners?|runners?[- ]up|joint \w{3,6}|"
    r"(?:highly )?commended|special mention)"
)
_STOPS = (
    r"(?=\s*(?:[,.;:!?)\n]|$)|[ ](?:was|is|has|came|comes|left|leaves|sailed|sails|took us|brought|"
    r"arrived|pulled|in|at|to|on|and|by|with|near|goes)(?!\w))"
)
_THE = r"(?<!\w)(?i:the|a|an|our|this|another|some)"
_OF_KIND = r"(?<!\w)(?i:(?:the|our|an?|first|early|old) (?:\w+ )?)"
_PATTERNS = (
    re.compile(rf"{_THE} (?:\w+ ){{0,2}}{_CRAFT},? {_NAME}{_STOPS}"),
    re.compile(rf"{_OF_KIND}(?:{_PLANT}),? {_NAME}{_STOPS}"),
    re.compile(rf"{_THE} {_NAME} (?:{_PLANT})(?!\w)"),
    re.compile(
        rf"(?<!\w){_NAME} (?:is|was|will be) (?:the|our|this|next|a) (?:\w+[’']s )?"
        rf"(?:\w+ ){{0,2}}?{_MADE}(?![\w’'])"
    ),
    re.compile(rf"(?<!\w){_NAME}[’']s? {_SHOP}"),
    # `Panto next: Dick Whittington`, `moving on to Macbeth`, `Next up in July is Matilda`
    re.compile(rf"(?<!\w)(?i:{_STAGED})[^.!?\n]{{0,24}}?(?<![\w-])(?P<name>{_TITULAR})(?![\w-])"),
    # a list of prizes: `Second: Theo A, for My Nan's Gate`
    re.compile(
        rf"^\W*(?i:{_PLACE})[^\n:–—-]{{0,20}}[:–—-][^\n]{{2,40}}?,? (?:for|with) [“\"‘']?"
        r"(?P<name>(?:My|Our|Your|The|How|Why|When|Where|What|If) [^\n]{2,60})$",
        re.MULTILINE,
    ),
)


def find_works(text: str, tokens: list[Token], knowledge: Knowledge) -> Iterator[Span]:
    """Titles in which nobody of today is named."""
    yield from (span for span, sure in _titles(text, tokens, knowledge) if sure)
    yield from _by_painters(tokens, knowledge)


def find_made(text: str, tokens: list[Token], knowledge: Knowledge) -> Iterator[Span]:
    """Works, ships and plants by the words around them, though a child may be meant."""
    for pattern in _PATTERNS:
        yield from (match.span("name") for match in pattern.finditer(text))
    yield from _of_makers(tokens, knowledge)
    yield from (span for span, sure in _titles(text, tokens, knowledge) if not sure)


def _titles(text: str, tokens: list[Token], knowledge: Knowledge) -> Iterator[tuple[Span, bool]]:
    """Known titles, written as titles are, and whether they can be nothing else."""
    for index in range(len(tokens)):
        for stop, capitals in knowledge.works.matches(tokens, index):
            words = tokens[index:stop]
            if all(word.capital for word, wanted in zip(words, capitals, strict=True) if wanted):
                sure = not (_owned(words) and _GOES_ON.match(text, words[-1].end))
                yield (words[0].start, words[-1].end), sure
                break


def _owned(words: list[Token]) -> bool:
    """Whether a title begins with whose it is: `Charlie Cook's Favourite Book`."""
    return any(word.possessive for word in words[:-1])


def _by_painters(tokens: list[Token], knowledge: Knowledge) -> Iterator[Span]:
    """`Monet and his Poppy Fields near Argenteuil`: nobody of today is a painter's own."""
    for _, stop in _figures(tokens, knowledge):
        led = tokens[stop : stop + 2]
        if len(led) == 2 and led[0].key == "and" and led[1].key in _HIS:
            end = _title_from(tokens, stop + 2)
            if end > stop + 2:
                yield tokens[stop + 2].start, tokens[end - 1].end


def _of_makers(tokens: list[Token], knowledge: Knowledge) -> Iterator[Span]:
    """`Jacqueline Wilson's Hetty Feather`, `Emily Brown and the Thing by Cressida Cowell`."""
    for index, stop in _figures(tokens, knowledge):
        if tokens[stop - 1].possessive:
            end = _title_from(tokens, stop)
            if end > stop:
                yield tokens[stop].start, tokens[end - 1].end
        if index > 1 and tokens[index - 1].key == "by" and tokens[index].gap == "space":
            begin = _title_to(tokens, index - 1)
            if begin < index - 1:
                yield tokens[begin].start, tokens[index - 2].end


def _figures(tokens: list[Token], knowledge: Knowledge) -> Iterator[tuple[int, int]]:
    """Where known people stand: the indices of their first word and of what follows."""
    for index, token in enumerate(tokens):
        if token.capital:
            yield from (
                (index, stop)
                for stop, needs in knowledge.figures.matches(tokens, index)
                if needs is ANYWHERE
            )


def _title_from(tokens: list[Token], start: int) -> int:
    """The index behind a title that begins there; the same where none does."""
    end = index = start
    while index < len(tokens) and (index == start or tokens[index].gap in BESIDE):
        if tokens[index].capital:
            end = index + 1
        elif index == start or tokens[index].key not in _LITTLE:
            break
        index += 1
    return end


def _title_to(tokens: list[Token], stop: int) -> int:
    """The index at which a title begins that ends before `stop`; the same where none does."""
    begin = index = stop
    while index > 0 and (index == stop or tokens[index].gap in BESIDE):
        index -= 1
        if tokens[index].capital:
            begin = index
        elif tokens[index].key not in _LITTLE:
            break
    return begin
