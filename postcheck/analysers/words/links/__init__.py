"""Web addresses: where they stand in a text, what they say, and what they pretend to be.

characters   the character classes of the twitter-text rules
cover        which characters are spoken for
suffixes     top-level domains and registrable domains
find         the spans of addresses in a text
address      one address taken apart
hosts        lists of hosts: shorteners, forms, shared documents
skeleton     how a host looks to the eye
look_alikes  which known site a host imitates
analyser     all of it as facts
"""
