"""Somebody who visits the deployed pages over HTTP without script, and a program that calls the API."""

import http.client
import json
import re
import secrets
from dataclasses import dataclass, field
from html import unescape
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlencode, urlsplit

from tests.cloud.ministack import HOST
from tests.cloud.stack import Deployed

HIDDEN = re.compile(r'name="(formulier|concept|eenmalig)" value="([^"]*)"')
ANSWER_SECONDS = 60.0  # A function that starts on a machine under load.


@dataclass
class Answer:
    """What came back: status, headers in small letters, and the content."""

    status: int
    headers: dict[str, str]
    content: bytes

    @property
    def text(self) -> str:
        """Return the content as words; what is none shows as such."""
        return self.content.decode(errors="replace")

    def json(self) -> Any:
        """Return what the words say as JSON."""
        return json.loads(self.text)


@dataclass
class Visitor:
    """A browser without script, or with a token a program."""

    site: Deployed
    token: str = ""
    cookies: dict[str, str] = field(default_factory=dict)
    page: Answer = field(default_factory=lambda: Answer(0, {}, b""))

    def ask(self, method: str, path: str, body: bytes | None = None, **headers: str) -> Answer:
        """Send one request and return its answer."""
        # As every browser and program says; without it the gateway hands files on as base64.
        sent = {"Accept": "*/*"} | {name.replace("_", "-"): value for name, value in headers.items()}
        if self.cookies:
            sent["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        if self.token:
            sent["Authorization"] = f"Bearer {self.token}"
        line = http.client.HTTPConnection(HOST, self.site.cloud.port, timeout=ANSWER_SECONDS)
        try:
            line.request(method, self.site.prefix + path, body=body, headers=sent)
            answer = line.getresponse()
            content = answer.read()
        finally:
            line.close()
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                self.cookies |= {key: morsel.value for key, morsel in SimpleCookie(value).items()}
        self.page = Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, content)
        return self.page

    def get(self, path: str) -> Answer:
        """Open a page, and go where it leads."""
        return self._led(self.ask("GET", path))

    def post(self, path: str, **answers: str) -> Answer:
        """Send a form of the last page, and go where it leads."""
        hidden = {name: unescape(value) for name, value in HIDDEN.findall(self.page.text)}
        form = urlencode(hidden | answers).encode()
        return self._led(self.ask("POST", path, form, Content_Type="application/x-www-form-urlencoded"))

    def send(self, path: str, sent: object, **headers: str) -> Answer:
        """Call the API with JSON."""
        return self.ask("POST", path, json.dumps(sent).encode(), Content_Type="application/json", **headers)

    def _led(self, answer: Answer) -> Answer:
        return self.get(answer.headers["location"]) if answer.status == 303 else answer

    @property
    def words(self) -> str:
        """Return the words of the last page, without its marks."""
        return " ".join(unescape(re.sub(r"<[^>]+>", " ", self.page.text)).split())


def sent_aside(visitor: Visitor, name: str, content: bytes) -> Answer:
    """Send a file by the form of the last page that posts past the functions, and return what storage answers."""
    form = re.search(
        r'<form method="post" action="(http[^"]+)" enctype="multipart/form-data".*?</form>', visitor.page.text, re.S
    )
    assert form, visitor.words
    fields = re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)">', form[0])
    mark = secrets.token_hex(16)
    parts = [_part(mark, f'name="{key}"', unescape(value).encode()) for key, value in fields]
    parts.append(_part(mark, f'name="file"; filename="{name}"', content))
    place = urlsplit(unescape(form[1]))
    line = http.client.HTTPConnection(HOST, place.port or 80, timeout=ANSWER_SECONDS)
    try:
        body = b"".join(parts) + f"--{mark}--\r\n".encode()
        kind = f"multipart/form-data; boundary={mark}"
        line.request("POST", place.path, body, {"Content-Type": kind, "Host": place.netloc})
        answer = line.getresponse()
        given = answer.read()
    finally:
        line.close()
    return Answer(answer.status, {key.lower(): value for key, value in answer.getheaders()}, given)


def _part(mark: str, disposition: str, content: bytes) -> bytes:
    head = f"--{mark}\r\nContent-Disposition: form-data; {disposition}\r\n\r\n"
    return head.encode() + content + b"\r\n"
