"""Whether a full name is told to be that of a grown-up from outside, or of one who works here.

Shops, farms, churches and the fire service send people to schools, and pupils go there too:
`Priya from the farm` is a visitor, `Priya at the farm` is one only where she is thanked, or gave
something.
What pupils run, own and belong to (clubs, teams, stalls, a class) is on no list here.
"""

from __future__ import annotations

import re

_FAR = 180
_NAME = r"[A-ZÀ-Þ][\w’'-]+"

_PLACES = (
    # shops and trades
    r"(?:(?:Polish|Asian|Turkish|Chinese|Romanian|Portuguese|halal|kosher|outdoor|sports|toy|"
    r"book|cycle|bike|bicycle|charity|corner|village|pet|music|uniform|hardware|shoe|card|wool|"
    r"fabric|paint|flower|farm|chip|coffee|sandwich|carpet|furniture|phone|model|antique|fish|"
    r"cheese|sweet) shop|(?:book|barber|fish)shop|super ?market|greengrocers?|grocers?|"
    r"newsagents?|butchers?|fishmongers?|bakers?|bakery|florists?|garden centre|nursery gardens|"
    r"ironmongers?|jewellers?|opticians?|chemists?|pharmacy|chippy|chip shop|takeaway|café|cafe|"
    r"tea ?rooms?|coffee house|restaurant|pub|inn|brewery|cash and carry|deli|delicatessen|"
    r"builders[’']? merchants?|builders[’']? yard|timber yard|sawmill|scrap ?yard|garage|"
    r"tyre place|print(?:ers|works| shop)|launderette|dry cleaners|salon|hairdressers?|barbers?|"
    r"hotel|b&b|guest ?house|travel agents?|estate agents?|bank|building society|credit union|"
    r"(?:school )?office|post office|brickworks|factory|solicitors|accountants|insurers|"
    r"bus company|coach company|coach firm|taxi firm|removal firm|framers|pottery|studios?|"
    r"workshop|boatyard|marina|harbour office|docks|airport|railway|"
    # land and beasts
    r"farm|dairy|orchard|vineyard|allotments?|stables|riding (?:school|centre)|kennels|cattery|"
    r"apiary|estate|animal (?:rescue|sanctuary|shelter)|donkey sanctuary|wildlife (?:hospital|"
    r"trust|rescue)|bird reserve|nature reserve|national park|forestry commission|zoo|vets?|"
    r"veterinary (?:surgery|practice)|"
    # faith
    r"church|chapel|cathedral|abbey|minster|parish|vicarage|mosque|masjid|gurdwara|synagogue|"
    r"shul|temple|mandir|vihara|meeting house|salvation army|mission|diocese|church hall|"
    r"islamic centre|"
    # public service and health
    r"fire (?:station|service|brigade|crew)|police(?: station| force)?|ambulance (?:service|"
    r"station)|lifeboats?(?: station| crew)?|mountain rescue|coastguard|army|navy|(?:parish|town|"
    r"city|county|borough|district) council|council|town hall|library|libraries|museum|gallery|"
    r"archives?|record office|theatre|cinema|hospital|hospice|surgery|clinic|health centre|"
    r"dental practice|dentists?|doctors|care home|day centre|nursing home|almshouses|refuge|"
    r"food ?bank|soup kitchen|charity|community (?:centre|garden|hub|fridge|farm)|village hall|"
    r"leisure centre|swimming baths|gym|golf club|sailing club|bowls club|rotary(?: club)?|"
    r"lions club|round table|masons|british legion|women[’']s institute|historical society|"
    r"history society|university|waterworks|water company|power station|wind farm|"
    r"recycling centre|tip|orchestra|brass band|radio station|local paper|newspaper)"
)
_BRANDS = (
    r"(?:Tesco|Asda|ASDA|Sainsbury[’']?s|Morrisons|Aldi|Lidl|Co-?op|Waitrose|Iceland Foods|Spar|"
    r"M&S|Boots|Greggs|Costa|Starbucks|Subway|McDonald[’']?s|Halfords|B&Q|Wickes|Screwfix|"
    r"Homebase|Ikea|IKEA|Argos|Specsavers|Waterstones|Barclays|NatWest|Lloyds|Santander|"
    r"Nationwide|Rolls-Royce|Network Rail|Northern Rail|Stagecoach|Arriva|First Bus|Royal Mail|"
    r"BBC\b|ITV|Sky\b|Kew\b|RNLI|RSPB|RSPCA|NSPCC|NHS|RAF|WI\b|the WI|Barnardo[’']?s|Shelter|"
    r"Oxfam|Age UK|Mencap|Scope|Samaritans|Red Cross|St John Ambulance|Guide Dogs|Dogs Trust|"
    r"Blue Cross|National Trust|English Heritage|Woodland Trust|Environment Agency|Bikeability|"
    r"Sustrans|Citizens Advice|Radio [A-Z]\w+)"
)
_FIRMS = (
    r"(?:Roofing|Motors|Builders|Building|Electricals?|Electrics|Plumbing|Heating|Taxis|Cabs|"
    r"Coaches|Travel|Inflatables|Catering|Joinery|Carpentry|Scaffolding|Landscapes|Landscaping|"
    r"Paving|Tyres|Cars|Autos|Garages|Bakery|Bakers|Butchers|Florists?|Flowers|Foods?|Dairies|"
    r"Farms?|Nurseries|Windows|Glass|Glazing|Signs|Print(?:ing|ers)?|Photography|Flooring|"
    r"Carpets|Furniture|Kitchens|Interiors|Decorators|Engineering|Construction|Homes|Properties|"
    r"Lettings|Solicitors|Accountants|Opticians|Pharmacy|Dental|Vets|Cycles|Bikes|Sports|Skips|"
    r"Waste|Recycling|Haulage|Removals|Services|Solutions|Supplies|Stores|Group|Ltd|& Sons?|"
    r"and Sons?|& Daughters?|& Co|Brothers|Bros|Trust|Cathedral|Council|Brewery|Hotel|Arms|Ices|"
    r"Crisps)"
)
_ADJ = r"(?:(?:our local|the|your|a|an) )?(?:(?!school |class |our )[\w’'-]+ ){0,3}"
_ENDS = (
    r"(?![\w’'-]|[ ](?:stall|corner|visit|trip|club|team|table|play|project|topic|group|book|"
    r"role|desk|monitors?|helpers?|bench))"
)
_BELONGS = (
    rf"(?:{_ADJ}(?i:{_PLACES})|(?:[Tt]he )?{_BRANDS}|(?:[A-Z][\w’'&-]*[ ]){{1,3}}{_FIRMS}){_ENDS}"
)
_AND = rf"(?:,? and {_NAME}(?: {_NAME}){{1,2}})?"
_FROM = re.compile(
    rf"{_AND},?[ ](?:(?:came|came in|comes|joined us|visited|visiting|popped in|here|"
    rf"back) )?(?:both )?(?:up |over |down )?from[ ]{_BELONGS}"
)
_AT = re.compile(rf"{_AND},?[ ](?:of|at|with)[ ]{_BELONGS}")
_SAME_NAME = (
    r",?[ ](?:of|at|from)[ ](?:\w+ )?{last}(?:[’']s)?(?=[ ][A-Z&]| and (?:Sons?|Daughters?|Co)\b)"
)
_GIVES = re.compile(
    r"[^.!?\n]{0,90}?[ ](?:gave|gives|lent|lends|donated|supplied|sent|sends|let us|has agreed|"
    r"says|said|kindly|kept|has (?:put|given|lent|offered|sent)|will be|told us|showed us)(?!\w)"
)
_THANKED = re.compile(
    r"(?:\b(?:[Tt]hanks|[Tt]hank you|[Cc]heers|[Gg]rateful|[Ii]ndebted)(?: \w+){0,4}|"
    r"\b(?:[Cc]ourtesy of|[Ss]ponsored by|[Dd]onated by|[Gg]iven by|[Ss]upplied by|[Ll]ent by|"
    r"[Ii]dea from|"
    rf"[Rr]ecipe from|[Vv]isit from|[Tt]alk by|[Tt]alk from))[ ](?:{_NAME} {_NAME},? and )?$"
)

_WORK = (
    r"(?:lollipop (?:man|lady|woman)|crossing patrol|(?:window |street )?cleaner|plumber|"
    r"electrician|joiner|roofer|florist|butcher|greengrocer|postman|postwoman|postie|milkman|"
    r"binman|bin man|farmer|vet|blacksmith|farrier|thatcher|stonemason|chimney sweep|"
    r"tree surgeon|lock keeper|piano tuner|bus driver|coach driver|caretaker|crossing warden|"
    r"traffic warden|registrar|undertaker|verger|organist|bell ringer|signwriter|builder|"
    r"decorator|glazier|locksmith|upholsterer|shepherd|dry stone waller|landlord|landlady|"
    r"barista|caseworker|case worker|PTA (?:treasurer|secretary)|treasurer of the (?:PTA|"
    r"friends)|councillor|magician|midwife|health visitor|paramedic|firefighter|surveyor|"
    r"architect|solicitor|beekeeper from \w+)"
)
_POST = (
    r"(?:(?:forest school|room|phase|EYFS|early years|key stage|playgroup|play|nursery|"
    r"toddler group|wraparound|after[- ]school club|breakfast club) (?:leader|manager|lead|"
    r"practitioner|supervisor|worker)|SENDCo|SENCO|SENCo|bursar|business manager|office manager|"
    r"site manager|premises manager|caretaker|cook|head cook|crossing patrol|lollipop (?:man|"
    r"lady|woman)|(?:midday|lunchtime) (?:supervisor|assistant)|teaching assistant|"
    r"classroom assistant|learning mentor|key (?:worker|person)|childminder|deputy head|"
    r"headteacher|head teacher|(?:safeguarding|attendance|welfare|admissions|exams) (?:lead|"
    r"officer)|chair of (?:governors|trustees)|governor|trustee|health visitor|school nurse|"
    r"peripatetic teacher|(?:piano|guitar|violin|drum|brass|dance|ballet|swimming|judo|karate|"
    r"yoga|music|singing|supply|class|French|Spanish) teacher|receptionist|family support worker|"
    r"educational psychologist|speech therapist|play therapist|student teacher)"
)
_OF_WORK = re.compile(
    r"[ ]is retiring(?!\w)|"
    rf",?[ ](?:the|our|your) (?:new |lovely |local |old )?{_WORK}(?![\w’'])|[ ](?:is|was|will be|"
    rf"has been|joins us as|started as|starts as) (?:our|the|your|a)(?: \w+){{0,2}}? {_POST}"
    r"(?! for (?:the|a) (?:day|morning|week|hour))(?![\w’'])|,[ ](?:(?:the |a |an )?(?:author|"
    r"illustrator|founder|owner|landlord|landlady|proprietor|curator) of |(?:chair|secretary|"
    r"treasurer|president) of (?:the )?(?:PTA|PTFA|friends|governors|trustees|parish|village|"
    r"WI))|[ ](?:is|are|was|will be)(?: back)? (?:doing|running|leading|teaching|delivering|"
    r"covering)(?: \w+){0,4}? (?:first aid|safeguarding|inset|training|the office|reception this|"
    r"maternity|parenting|zumba|pilates)(?!\w)|[ ](?:drives|drove) (?:the|"
    r"our) (?:\w+ )?(?:\d{1,3}|bus|minibus|coach|lorry|van|taxi|gritter|train)(?!\w)|[ ](?:on|"
    r"in) (?:reception|the (?:school )?(?:office|kitchen))(?= (?:if|on|by|before|\d|for))"
)
_BUSINESS = (
    r"(?:vans?|shop|café|cafe|pub|inn|farm|studio|salon|gym|food ?bank|charity|company|business|"
    r"firm|stables|kennels|garage|hotel|b&b|bakery|restaurant|chippy|allotments?|playgroup|"
    r"toddler group|brass band|garden centre|community \w+|surgery|museum|library|theatre|cinema|"
    r"nursery|campsite|boatyard|brewery|market|scout group|dance school|riding school|"
    r"swim school|press|gallery|pottery|orchard|dairy|post office|taxi\w*|ferry)"
)
_WHO_RUNS = re.compile(
    r",?[ ](?:who (?:also |now |used to )?)?(?:runs?|owns?|manages?|ran|owned|managed|"
    r"looks after|took over) "
    rf"(?:the|a|an|his own|her own|their own)(?: [\w’'-]+){{0,3}}? (?i:{_BUSINESS})(?![\w’'-])"
)
_OWN_SCHOOL = re.compile(r"(?:school|class|tuck|book|cake|pretend|role)[ -][\w’]+$|in class|our ")

_YEARS = (
    r"(?:(?:over|nearly|almost|more than|about|some) )?(?:1[5-9]|[2-6]\d|fifteen|sixteen|"
    r"seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty)(?:-\w+)?) years(?! old| ago)"
)
_LONG_HERE = re.compile(
    r"[ ](?:(?:has|have) )?(?:been|worked|taught|cooked|served|cleaned|volunteered|driven|run|"
    r"looked|kept|played|"
    rf"worn|rung|sung|given|seen)(?: [\w’'-]+){{0,7}}? (?:(?:for )?{_YEARS}|since (?:19\d\d|"
    rf"200\d))(?!\w)|[^.!?\n]{{0,60}}? after {_YEARS} (?:in|at|with|on|of|as|behind|here)(?!\w)"
)
_KIN = (
    r"(?:mum|mam|mom|mother|dad|father|gran|granny|grandma|grandad|granddad|grandpa|grandmother|"
    r"grandfather|nan|nana)"
)
_PARENT = re.compile(
    rf",[ ](?:(?:{_NAME}[’']s?|a|the|proud|our|his|her|their) ){{0,2}}{_KIN}(?:[ ]*[,.;:)!?\n]|$|"
    rf" (?:of|to|and|who)[ ])"
    r"|,?[ ]whose (?:husband|wife|grand(?:son|daughter|child|children)|son|daughter|children|"
    r"boys|girls|kids|twins)(?!\w)"
    rf"|[ ]\((?:{_NAME}[’']s? )?{_KIN}\)"
)
_NOW = re.compile(
    r",?[ ](?:who (?:is )?)?now[ ](?:works?|working|runs?|running|teach(?:es|ing)|manag(?:es|"
    r"ing)|owns?|train(?:ing|s) (?:as|to)|study(?:ing)? \w+ at|studies \w+ at|"
    r"reading [A-Z]\w+ at|serving|practi[sc]ing|at (?:the )?(?:[A-Z]\w+ ){0,2}(?:[Uu]niversity|"
    r"BBC|NHS|Council)|an? (?:\w+ )?(?:doctor|nurse|paramedic|vet|lawyer|engineer|teacher|"
    r"scientist|builder|chef|baker|electrician|plumber|actor|journalist|pilot|police officer|"
    r"firefighter|midwife|dentist|author|solicitor|architect|farmer|physio\w*|surgeon|designer|"
    r"producer|apprentice|student nurse|professional))(?!\w)"
)
_CALLED = re.compile(
    rf"(?<!\w)(?:{_WORK}|chef|baker|artist|driver|gardener|potter|poet|lady|"
    rf"gentleman),?[ ](?:called|named)[ ]$|(?<!\w)(?:[Oo]ur|[Tt]he|[Yy]our|"
    rf"[Ll]ocal)(?: [\w’']+)? {_WORK},?[ ]$"
)
_BOOKED = re.compile(
    r"(?:\b(?:lessons|tuition|classes|sessions|yoga|pilates|zumba|judo|karate) with)[ ]$",
    re.IGNORECASE,
)
_PRICE = re.compile(r"[^\n]{0,60}£")
_RUNG = re.compile(
    r"\b(?:[Cc]all|[Rr]ing|[Pp]hone|[Tt]ext|[Ee]mail|[Cc]ontact|[Bb]ook with|[Aa]pply to)[ ]$"
)
_RUNG_AT = re.compile(r",?[ ](?:on|at)[ ](?:\d|reception|the office)")

_CHILD = re.compile(
    r"(?<!\w)(?:pupils? of|classmates?|daughter|sister|brother|aged? (?:\d|1\d)|winner is|"
    r"prizes? for|congratulations|prefects?|squad|scored|birthday|goes to|of the (?:day|week|"
    r"month|term)|dress(?:ed|ing)?|costumes?|(?:our|school|class) play|panto\w*|roles?|"
    r"pretend\w*|acted|when (?:he|she|they) grows?|for the (?:day|morning)|head (?:boy|girl)|"
    r"captain|"
    r"cadets?)(?!\w)",
    re.IGNORECASE,
)
_WINS = re.compile(
    r"[^.!?\n]{0,60}?[ ](?:won|wins|scored|came (?:first|second|third)|is our star)(?!\w)"
)
_PRAISED = re.compile(r"\b(?:[Ww]ell done|[Cc]ongratulations)(?:,? (?:to )?)$")
_PUPIL_BEFORE = re.compile(
    r"(?:\b[Yy]ear \d{1,2}|\bY\d{1,2}|\b\d{1,2}[A-F]|\b[Cc]lass|\b[Rr]eception|\b[Pp]upils?|"
    r"\b[Ss]tudents?)(?:[’']s?)?[ ]$"
)


def told_outsider(text: str, start: int, end: int) -> bool:
    """Whether the words around a full name tell of work or a place that no pupil has."""
    head, tail = text[max(0, start - _FAR) : start], text[end : end + _FAR]
    if _NOW.match(tail) or _PARENT.match(tail) or _LONG_HERE.match(tail):
        return True
    near = _line(head, tail)
    if _PRAISED.search(head) or _PUPIL_BEFORE.search(head) or _CHILD.search(near):
        return False
    if _CALLED.search(head) or (_RUNG.search(head) and _RUNG_AT.match(tail)):
        return True
    if _BOOKED.search(head) and _PRICE.match(tail):
        return True
    return _at_work(tail) or _sent(text[start:end], head, tail)


def _at_work(tail: str) -> bool:
    if _OF_WORK.match(tail):
        return True
    runs = _WHO_RUNS.match(tail)
    return runs is not None and not _OWN_SCHOOL.search(runs[0])


def _sent(name: str, head: str, tail: str) -> bool:
    """Whether a shop, a farm or the like sent whoever is named."""
    if _WINS.match(tail):
        return False
    last = re.escape(name.split()[-1])
    if _FROM.match(tail) or re.match(_SAME_NAME.format(last=last), tail):
        return True
    place = _AT.match(tail)
    return place is not None and bool(_THANKED.search(head) or _GIVES.match(tail[place.end() :]))


def _line(head: str, tail: str) -> str:
    """What stands in one sentence with the name."""
    begin = max(head.rfind(mark) for mark in (". ", "! ", "? ", "\n"))
    ends = [place for mark in (". ", "! ", "? ", "\n") if (place := tail.find(mark)) >= 0]
    return head[begin + 1 :] + " " + tail[: min(ends, default=len(tail))]
