"""Analysers of words."""
