"""Personal data in a text: a United Kingdom reader's formats first.

finds             what a finder hands over, and how it looks for words nearby
emails            e-mail addresses
phones            telephone numbers
postcodes         postcodes, and words that speak of a public place
addresses         postal addresses as English writes them
addresses_abroad  postal addresses as other countries write them
identifiers       numbers that a public body gives to one person
money             bank accounts and payment cards
vehicles          registration marks
ages              ages
births            birth dates
secrets           passwords, join codes, network keys, network addresses
told_secrets      passwords and codes known by their shape in a sentence
ours              which of these are the organisation's own
analyser          all of it as facts
"""
