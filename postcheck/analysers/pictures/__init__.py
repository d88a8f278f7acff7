"""Analysers of pictures."""
