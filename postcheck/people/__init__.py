"""People of the provision: the register, their consents, and the accounts they run."""
