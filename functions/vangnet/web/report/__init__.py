"""The pages of the report's form: carrying the draft, showing a step, checking the whole."""
