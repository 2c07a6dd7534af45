"""A case: its commands, its events, its state, what is decided and what follows. Pure: no clock, no I/O, no chance."""
