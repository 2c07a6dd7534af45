"""A relay for the tests: it speaks SMTP as a script of one word or answer for each step tells it."""

import ssl
from dataclasses import dataclass, field

from tests.channels.servers import Conversation

STALL, DRIP, CUT = "stall", "drip", "cut"
USUAL = {
    "CONNECT": "220 relay.example",
    "EHLO": "250-relay.example\r\n250-STARTTLS\r\n250 AUTH PLAIN",
    "STARTTLS": "220 go on",
    "TLS": "",
    "AUTH": "235 welcome",
    "MAIL": "250 ok",
    "RCPT": "250 ok",
    "DATA": "354 go on",
    "END": "250 queued",
    "QUIT": "221 bye",
}


@dataclass
class Relay:
    """What the relay does at each step where it is not the usual, and the mails that it took."""

    tls: ssl.SSLContext | None
    steps: dict[str, str] = field(default_factory=dict)
    commands: list[str] = field(default_factory=list)
    mails: list[bytes] = field(default_factory=list)

    def __call__(self, talk: Conversation) -> None:
        """Have one conversation."""
        self._answer(talk, "CONNECT")
        while True:
            command = talk.until(b"\r\n").decode()
            self.commands.append(command.upper())
            word = command.split(" ")[0].split(":")[0].upper()
            self._answer(talk, word)
            if word == "STARTTLS" and self.tls and "STARTTLS" not in self.steps:
                if self.steps.get("TLS"):
                    self._answer(talk, "TLS")
                talk.speak_tls(self.tls)
            elif word == "DATA" and "DATA" not in self.steps:
                self.mails.append(talk.until(b"\r\n.\r\n"))
                self._answer(talk, "END")
            elif word == "QUIT":
                return

    def _answer(self, talk: Conversation, step: str) -> None:
        answer = self.steps.get(step, USUAL.get(step, "500 what"))
        if answer == STALL:
            talk.stall()
        elif answer == DRIP:
            talk.drip("250-")
        elif answer == CUT:
            talk.say("250")
            talk.cut()
        elif answer:
            talk.say(answer + "\r\n")
