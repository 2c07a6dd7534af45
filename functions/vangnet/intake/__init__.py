"""How reports come in: the steps of the form, times as people write them, and files kept as they were received."""
