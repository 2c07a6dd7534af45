"""How sealed evidence is named where it is kept: nothing that is asked for leads anywhere else."""

NAME_LENGTH_MAX = 80  # More than any name that the program draws.
TAKEN = "the file was not kept: another one has its name"


def safe_name(blob: str) -> str:
    """Return a name of letters, digits and hyphens, whatever was asked for."""
    return "".join(letter for letter in blob if letter.isalnum() or letter == "-")[:NAME_LENGTH_MAX] or "none"
