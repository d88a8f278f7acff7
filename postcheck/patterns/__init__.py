"""Regular expressions of lists: whether they can be read, and where it pays to try them."""
