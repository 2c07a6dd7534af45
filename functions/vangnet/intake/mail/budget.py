"""How much of one mail is read closely, however many parts, files and messages it is spread over."""

from dataclasses import dataclass

HTML_LENGTH_MAX = 1_000_000  # Characters of HTML; a long thread of Outlook has some 400,000, nearly all of it styles.
MESSAGES_MAX = 50  # Messages in files; who has more to pass on is asked for them in another way.


@dataclass
class Budget:
    """What is left for one mail; `short` says that it did not suffice."""

    html: int = HTML_LENGTH_MAX
    messages: int = MESSAGES_MAX
    short: bool = False

    def of_html(self, text: str) -> str:
        """Return as much of a page as may still be read."""
        allowed = text[: self.html]
        self.html -= len(allowed)
        self.short = self.short or len(allowed) < len(text)
        return allowed

    def message(self) -> bool:
        """Say whether one more message in a file may be read."""
        self.messages -= 1
        self.short = self.short or self.messages < 0
        return self.messages >= 0
