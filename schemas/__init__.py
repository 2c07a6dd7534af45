"""The models that others may rely on: words, reports, commands, events, the protocol document, municipality, drill."""
