"""The words of messages: templates per language, without personal data, an SMS in one segment."""
