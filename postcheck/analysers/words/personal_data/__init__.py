"""Personal data in a text: a United Kingdom reader's formats first.

finds        what a finder hands over, and how it looks for words nearby
contacts     e-mail addresses and telephone numbers
places       postcodes and postal addresses
identifiers  NHS, National Insurance, pupil, passport and driving licence numbers
money        bank accounts and payment cards
vehicles     registration marks
ages         birth dates and ages
secrets      passwords, join codes, network keys, network addresses
ours         which of these are the organisation's own
analyser     all of it as facts
"""
