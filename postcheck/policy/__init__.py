"""The policy in `rules/`, read strictly and turned into objects."""
