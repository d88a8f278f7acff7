"""Character classes of the twitter-text rules, as insides of regular-expression sets.

Source: the rules of the twitter-text library (Apache 2.0), written anew for Python.
"""

from __future__ import annotations

DIRECTIONAL = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
INVALID = "\ufffe\ufeff\uffff"
SPACES = "\t-\r \x85\xa0\u1680\u180e\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
LATIN_ACCENTS = (
    "\xc0-\xd6\xd8-\xf6\xf8-\xff\u0100-\u024f\u0253\u0254\u0256\u0257\u0259\u025b\u0263\u0268"
    "\u026f\u0272\u0289\u028b\u02bb\u0300-\u036f\u1e00-\u1eff"
)
CYRILLIC = "\u0400-\u052f\u1c80-\u1c8f\u1d2b\u1d78\u2de0-\u2dff\ua640-\ua69f"
DASHES = r"\-\u2013"
HASH_SIGNS = "#\uff03"
AT_SIGNS = "@\uff20"

_PUNCTUATION = r"""!"#$%&'()*+,\-./:;<=>?@\[\]^_`{|}~\\"""
OUTSIDE_DOMAINS = rf"{DIRECTIONAL}{_PUNCTUATION}{SPACES}\x00-\x1f\x7f{INVALID}"
