"""Strict reading of YAML and JSON: text in, typed objects or located problems out."""
