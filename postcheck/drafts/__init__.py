"""Drafts: reading them, their surfaces and their pictures."""
