"""Analysers: they see and never judge."""
