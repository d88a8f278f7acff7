"""Reporters: they only print."""
