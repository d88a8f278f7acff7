"""The small closed word sets that names are built with."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PARTICLES = _words(
    """
    van der den de la le los las du da das do dos di del della bin binti bint ibn ap ab
    ferch verch al el ul ur von zu zum zur ter ten te mac mc o st nic ni ben bat abu abd y
    e
    """
)
"""Small words of surnames: van der Berg, de la Cruz, ap Rhys, bin Salman."""

TITLES = _words(
    """
    mr mrs ms miss mx dr doctor prof professor sir dame lord lady rev revd reverend father sister
    brother canon bishop imam rabbi sheikh headteacher headmaster headmistress principal teacher
    mp councillor cllr mayor pc wpc pcso governor nurse midwife vicar caretaker
    chef coach
    """
)
"""Words that, before a name, say that the bearer is grown up."""

KIN = _words("sister brother father")
"""Titles that are relatives as well."""

CALLINGS = _words(
    """
    author poet illustrator storyteller artist sculptor scientist paralympian olympian athlete
    comedian musician composer broadcaster presenter explorer inventor footballer cricketer
    """
)
"""Words that say so unless the bearer is called young, or ours."""

WORKS = _words(
    """
    accountant actor actress apprentice archaeologist architect astronaut baker barber barrister
    beekeeper bellringer biologist blacksmith bookseller botanist bricklayer builder bursar
    butcher cleaner chaplain chef chemist conductor consultant cook councillor counsellor
    dentist designer detective dietitian director electrician engineer farmer fireman
    firefighter fishmonger florist founder gardener geologist goldsmith groomer grocer
    hairdresser historian instructor joiner journalist judge lawyer lecturer magistrate manager
    mechanic midwife milkman missionary novelist nun nurse optician optometrist osteopath owner
    paramedic pharmacist photographer physio physiotherapist pilot playwright plumber policeman
    policewoman postman postwoman potter priest programmer radiographer ranger receptionist
    roofer sailor saddler sculptor seamstress secretary shopkeeper signwriter soldier solicitor
    stonemason surgeon surveyor tailor technician trustee tutor veterinary vet volunteer weaver
    welder zookeeper zoologist
    """
)
"""Work by which a name that no register knows is taken for an adult's. Pupils are bakers and
secretaries too, so it says nothing of a name on the register."""

WORKERS = {
    "lady": _words("lollipop dinner lunch tea cleaning"),
    "man": _words("lollipop delivery bin rescue"),
    "driver": _words("bus train lorry taxi tram coach minibus van ambulance tractor"),
    "officer": _words("police safety welfare attendance fire probation prison community army"),
    "technician": _words("lab science it art theatre"),
    "keeper": _words("zoo lighthouse bee park lock head"),
    "therapist": _words("speech music art play drama occupational"),
    "builder": _words("boat ship wall bridge"),
    "assistant": _words("teaching classroom shop kitchen care"),
    "supervisor": _words("lunchtime midday site"),
    "guide": _words("volunteer tour mountain local museum"),
    "reader": _words("volunteer"),
    "marshal": _words("volunteer fire"),
    "helper": _words("volunteer parent"),
    "visitor": _words("health"),
    "chair": _words("pta ptfa fosa governors"),
    "maker": _words("bagpipe violin furniture clock instrument cheese cabinet"),
    "teacher": _words("trainee supply"),
    "governor": _words("parent"),
}
"""Second words of work, and the first words that make work of them."""

DOES = _words(
    """
    teaches taught trains drives drove runs ran owns works worked flies flew builds mends
    repairs restores fixes wrote writes illustrated illustrates published directs conducts
    studies researches volunteers keeps checks bakes farms cuts breeds retires retired joins
    joined manages looks
    """
)
"""What an adult does, in words such as `who teaches dance in town`."""

OF_PUPILS = _words(
    """
    our club squad recycling tuck diary homework playtime lunchtime assembly buddies playground
    class classroom form stall corner county cross relay
    """
)
"""What pupils run, keep and write in: who runs our tuck shop, who runs the book club."""

YOUNG = _words("our young younger youngest budding little star junior pupil student class year")

SUFFIXES = _words("jr jnr sr snr mp obe mbe cbe ma ba bsc phd")
"""What may stand after a whole name and is no part of it."""

SHORT_TITLES = _words(
    """
    mr mrs ms miss mx dr doctor prof professor sir dame lord lady rev revd reverend canon
    bishop imam rabbi cllr councillor father sister
    """
)
"""Titles that make a name of a surname alone: Mrs Patel."""

DESCRIBING = _words("big little young old dear lovely brave clever kind")
"""Words before a first name that are seldom part of it."""

PLACED = _words("at in near on along via down outside inside beside behind opposite past")
"""Words before the name of a place."""

FROM_TO = _words("from to of up through round towards")

LEADS = _words(
    """
    fans supporters visitors visitor team teams residents neighbours people folk friends families
    side squad lot crowd walk walked walking trip trips bus buses coach train road path back down
    home away over way went go going climbed village top bottom foot
    """
)
"""What comes from places, or leads to them: fans from Rose Hill, the bus to Holly Bank."""

ABBREVIATED = _words("mrs prof rev revd cllr capt sgt hon")
"""Titles of three letters or more after which a full stop ends no sentence."""

DIGRAPHS = frozenset(("Ll", "Dd", "Ff", "Rh"))
"""Welsh letters of two signs, which stand for a surname as initials do: Cerys Ll."""

FAMILY = frozenset(("family", "families", "household"))

TIMES = _words(
    """
    january february march april may june july august september october november december
    spring summer autumn winter monday tuesday wednesday thursday friday saturday sunday
    easter christmas
    """
)
"""Names of months, seasons and days; several are first names too."""

WEEKDAYS = _words("monday tuesday wednesday thursday friday saturday sunday")

BEFORE_TIMES = _words(
    """
    in on this next last by from until till of late early mid since before after during
    for every each the our end happy through to and or
    """
)

PRAISE = _words("done congratulations congrats thanks thank bravo hooray clapping")

EXPECTANT = PRAISE | _words("birthday welcome back named called meet pupil pupils student")
"""Words before which a capital letter is hardly anything but a name."""

ROYAL = _words(
    """
    king queen prince princess pope saint st san santa emperor empress tsar sultan pharaoh duke
    duchess earl baron guru prophet archangel storm hurricane typhoon loch mount lake
    """
)
"""Words that, before a first name, make a ruler, a saint or a storm of it."""

BEFORE_NAMES = _words(
    """
    done congratulations congrats by thanks thank named called meet dear hi hello hey
    dearest to with and proud of our for is was pupil student captain reader winner star
    friend classmate birthday luck bravo welcome goodbye farewell love from miss mr mrs ms
    when while as that both
    """
)
"""Words before which a capital letter is likely to begin a name."""

AFTER_NAMES = _words(
    """
    won wins scored scores said says has had is was did does ran runs swam sang sings
     wrote writes made makes loves loved enjoyed enjoys got gets came comes took
    takes played plays showed shows told asked learnt learned painted drew built baked
    found earned received became becomes worked works helped helps shared shares who

    """
)
"""Words that often follow the name of the one who does something."""

HANDLE_NOISE = _words(
    """
    mr mrs ms miss dr prof sir rev the real official im iam its itz i am just only ask hey hi x xx
    xxx xo xox oh jr sr snr jnr tv uk us ie usa music dj mc coach author writer writes actor actress
    artist poet
    """
)
"""What people put before and after their names in handles."""

ORGANISED = _words(
    """
    news bbc itv cnn nbc abc cbs sky espn times post mail guardian herald echo gazette express
    mirror telegraph tribune journal daily weekly fc afc cfc
    rfc cc hc rlfc lfc utd united rovers wanderers
    albion athletic uni prep trust charity homes motors cars ltd inc plc llp co corp agency shop
    boutique salon bakery bar events fans fan army updates quotes facts jobs recruitment careers
    photography photos designs design tech media marketing pr consulting law lawyers estates
    lettings property properties catering cakes flowers florist coaches travel tours gym fitness
    dance ballet studios council police fire nhs ambulance gov mod ptfa pta parish diocese rugby
    cricket football netball hockey swimming athletics tennis golf racing radio fm press books
    publishing publishers records music festival tours bot memes gifs vines
    """
)
"""Words of handles that belong to an organisation, a business or a fan club."""

PETS = _words(
    """
    dog dogs puppy puppies pup cat cats kitten
    kittens hamster hamsters rabbit rabbits bunny pig pigs
    gerbil gerbils tortoise tortoises pony ponies horse
    horses donkey goldfish parrot budgie hen hens
    chicken chickens cockerel lamb lambs goat goats alpaca alpacas llama gecko snake snakes lizard
    dragon spaniel labrador labradoodle cockapoo retriever poodle collie terrier dachshund whippet
    greyhound tadpole snail duckling ducklings owl tarantula ferret teddy
    """
)
"""Animals that have names in schools; those of a class, and soft ones."""

TENDERS = _words(
    """
    walker walkers walking trainer training handler
    handlers owner owners groomer breeder lover rider
    riders riding whisperer show shows club warden rescue sanctuary keeper minder sitter
    """
)
"""What makes a person, or an event, of such a word."""
