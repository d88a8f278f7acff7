"""People of the organisation: the register, their consents, and the accounts they run."""
