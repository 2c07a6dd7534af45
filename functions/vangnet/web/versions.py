"""The version of the API, which every answer of it carries."""

API_VERSION = "1.1.0"
