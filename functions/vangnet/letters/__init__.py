"""Letters: from a checked value to a PDF/UA, the same bytes for the same letter."""

from vangnet.letters.checking import LetterError
from vangnet.letters.render import Rendered, render

__all__ = ["LetterError", "Rendered", "render"]
