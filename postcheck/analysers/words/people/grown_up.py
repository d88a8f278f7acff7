"""Whether the words around a full name say that its bearer is grown up."""

from __future__ import annotations

from postcheck.analysers.words.people.finds import Find
from postcheck.analysers.words.people.grammar import CALLINGS, TITLES, YOUNG
from postcheck.analysers.words.people.tokens import BESIDE, JOINS, Token, index_from


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_WORKS = _words(
    """
    accountant actor actress archaeologist architect astronaut baker barber barrister beekeeper
    bellringer biologist blacksmith bookseller botanist bricklayer builder bursar butcher cleaner
    chaplain chemist conductor consultant cook councillor counsellor dentist designer detective
    dietitian director electrician engineer fireman firefighter fishmonger florist founder
    gardener geologist goldsmith groomer grocer hairdresser historian instructor joiner journalist
    judge lawyer lecturer magistrate manager mechanic midwife milkman missionary novelist nun
    nurse optician optometrist osteopath owner paramedic pharmacist photographer physio
    physiotherapist pilot playwright plumber policeman policewoman postman postwoman potter priest
    programmer radiographer ranger receptionist roofer sailor saddler sculptor seamstress secretary
    shopkeeper signwriter soldier solicitor stonemason surgeon surveyor tailor technician trustee
    tutor veterinary vet volunteer weaver welder zookeeper zoologist
    """
)
"""Work by which a name that no register knows is taken for an adult's. Pupils are bakers and
secretaries too, so it says nothing of a name on the register."""

_WORKERS = {
    "lady": _words("lollipop dinner lunch tea cleaning"),
    "man": _words("lollipop delivery bin rescue"),
    "driver": _words("bus train lorry taxi tram coach minibus van ambulance tractor"),
    "officer": _words("police safety welfare attendance fire probation prison community army"),
    "technician": _words("lab science it art theatre"),
    "keeper": _words("zoo lighthouse bee park lock head"),
    "therapist": _words("speech music art play drama occupational"),
    "builder": _words("boat ship wall bridge"),
    "assistant": _words("teaching classroom shop kitchen"),
    "supervisor": _words("lunchtime midday site"),
    "guide": _words("volunteer tour mountain local museum"),
    "reader": _words("volunteer"),
    "marshal": _words("volunteer fire"),
    "helper": _words("volunteer parent"),
}
"""Second words of work, and the first words that make work of them."""

_DOES = _words(
    """
    teaches taught trains drives drove runs ran owns works worked flies flew builds mends repairs
    restores fixes wrote writes illustrated illustrates published directs conducts studies
    researches volunteers keeps bakes farms cuts breeds retires retired joins joined manages looks
    """
)
"""What an adult does, in words such as `who teaches dance in town`."""

_FAR = 5
"""Words after a comma among which the work stands: our kind new breakfast cook."""


def after_title(find: Find, tokens: list[Token]) -> bool:
    """Whether a title or a calling stands before the name, or a title after its comma."""
    here, after = index_from(tokens, find.start), index_from(tokens, find.end)
    if after < len(tokens) and tokens[after].gap == "comma" and tokens[after].key in TITLES:
        return True
    if not 0 < here < len(tokens) or tokens[here].gap not in JOINS | {"dot", "comma"}:
        return False
    before = tokens[max(0, here - 3) : here]
    if before[-1].key in TITLES:
        return True
    return before[-1].key in CALLINGS and not any(token.key in YOUNG for token in before)


def at_work(find: Find, tokens: list[Token]) -> bool:
    """Whether work stands before the name, or after its comma: `baker Jo Ali`, `Jo Ali, baker`."""
    here, after = index_from(tokens, find.start), index_from(tokens, find.end)
    if 0 < here < len(tokens) and tokens[here].gap in BESIDE | {"comma"}:
        before = tokens[max(0, here - 3) : here]
        if _is_work(before) and not any(token.key in YOUNG - {"our"} for token in before):
            return True
    if after >= len(tokens) or tokens[after].gap != "comma":
        return False
    said = [tokens[after]]
    for token in tokens[after + 1 : after + _FAR]:
        if token.gap not in BESIDE:
            break
        said.append(token)
    if said[0].key == "who" and len(said) > 1:
        return said[1].key in _DOES
    if any(token.key in YOUNG - {"our"} for token in said):
        return False
    return any(_is_work(said[: count + 1]) for count in range(len(said)))


def _is_work(words: list[Token]) -> bool:
    """Whether the last of the words names work."""
    last = words[-1].key
    return last in _WORKS or (len(words) > 1 and words[-2].key in _WORKERS.get(last, ()))
