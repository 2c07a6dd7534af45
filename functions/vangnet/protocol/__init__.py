"""The protocol as a document: loading and checking it, and the questions it answers. Pure."""
