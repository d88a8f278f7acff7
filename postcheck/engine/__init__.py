"""The engine: drafts to plan, facts, findings and report."""
