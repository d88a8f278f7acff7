"""Checks: facts in, answers out; pure, no reading and no looking."""
