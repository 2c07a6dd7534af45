"""Forms for commands, made from their models: a new field of a command is a new field on its page."""
