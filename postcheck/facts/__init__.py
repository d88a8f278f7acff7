"""Facts: what was seen, without judgement."""
