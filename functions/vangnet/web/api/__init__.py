"""The API under /api/v1: JSON, problems as RFC 9457, described by its own openapi.json; addresses.py has it all."""
