"""The organisation's own policy as written: read, numbered, kept, and held against the rules."""
