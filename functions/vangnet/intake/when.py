"""Times as people write them: "gisteren rond 15.00 uur", "vanmorgen", "24-11 23:10", "een uur geleden"."""

import re
from datetime import UTC, date, datetime, timedelta

from vangnet.calendar import AMSTERDAM

NUMBERS = {"een": 1, "één": 1, "a": 1, "an": 1, "one": 1, "twee": 2, "two": 2, "drie": 3, "three": 3, "vier": 4}
NUMBERS |= {"four": 4, "vijf": 5, "five": 5, "zes": 6, "six": 6, "tien": 10, "ten": 10, "half": 0, "paar": 2}
DAYS_BACK = {"vandaag": 0, "today": 0, "gisteren": 1, "gister": 1, "yesterday": 1, "eergisteren": 2}
DAYS_AHEAD = {"morgen": 1, "tomorrow": 1, "overmorgen": 2}
PARTS = {
    **dict.fromkeys(("vanmorgen", "vanochtend", "ochtend", "morgen", "morning"), 9),
    **dict.fromkeys(("vanmiddag", "middag", "afternoon"), 15),
    **dict.fromkeys(("vanavond", "avond", "evening", "gisteravond"), 20),
    **dict.fromkeys(("vannacht", "nacht", "night"), 2),
}
WEEKDAYS = {
    name: number
    for names in (
        ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
        ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    )
    for number, name in enumerate(names)
}
MONTHS = {
    name: number
    for names in (
        ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"),
        ("jan", "feb", "maa", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"),
    )
    for number, name in enumerate(names, 1)
}
NOW = re.compile(r"\b(nu|net|zojuist|daarnet|just now|now)\b")
AGO = re.compile(r"(\w+)\s+(uur|uren|minuten|minuut|dagen|dag|weken|week|hours?|minutes?|days?|weeks?)\s+(geleden|ago)")
CLOCK = re.compile(r"\b([01]?\d|2[0-3])\s*[:.]\s*([0-5]\d)\b|\b([01]?\d|2[0-3])\s*(?:uur|u|h)\b")
ISO = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})(?:t|\b)")
NUMERIC = re.compile(r"\b(\d{1,2})[-/](\d{1,2})(?:[-/](\d{4}|\d{2}))?\b")
NAMED = re.compile(r"\b(\d{1,2})\s+([a-z]{3})[a-z]*\.?(?:\s+(\d{4}))?")
SECONDS = {"u": 3600, "h": 3600, "m": 60, "d": 86_400, "w": 604_800}
NOON = 12  # Where only a day was written.
TEXT_LENGTH_MAX = 100


def read_when(text: str, now: datetime, *, ahead: bool = False) -> datetime | None:
    """Return the moment (UTC) that a text means, read in Amsterdam; None where it cannot be understood.

    With `ahead` something planned is meant: "maandag" is the next one, and "morgen" is a day and no morning.
    """
    words = " ".join(text.lower().split())[:TEXT_LENGTH_MAX]
    ago = AGO.search(words)
    if ago:
        return _ago(ago, now)
    local = now.astimezone(AMSTERDAM)
    try:
        day, rest = _day(words, local, ahead=ahead)
        clock = _clock(rest, ahead=ahead)
        if day is None and clock is None:
            return now if NOW.search(words) else None
        return _moment(day, clock, local, ahead=ahead)
    except ValueError:  # The 31st of a month that has none.
        return None


def _ago(found: re.Match[str], now: datetime) -> datetime | None:
    count = int(found[1]) if found[1].isdigit() else NUMBERS.get(found[1])
    if count is None:
        return None
    seconds = SECONDS[found[2][0]] * (count or 0.5)
    return now - timedelta(seconds=seconds)


def _day(words: str, local: datetime, *, ahead: bool) -> tuple[date | None, str]:
    """Return the day that is named, and the words without it, so that its digits are no clock time."""
    if found := ISO.search(words):
        return date(int(found[1]), int(found[2]), int(found[3])), ISO.sub(" ", words, count=1)
    if found := NUMERIC.search(words):
        year = _year(found[3], int(found[2]), int(found[1]), local.date(), ahead=ahead)
        return date(year, int(found[2]), int(found[1])), NUMERIC.sub(" ", words, count=1)
    if (found := NAMED.search(words)) and found[2] in MONTHS:
        year = _year(found[3], MONTHS[found[2]], int(found[1]), local.date(), ahead=ahead)
        return date(year, MONTHS[found[2]], int(found[1])), NAMED.sub(" ", words, count=1)
    for word in re.findall(r"[a-zé]+", words):
        if ahead and word in DAYS_AHEAD:
            return local.date() + timedelta(days=DAYS_AHEAD[word]), words
        if ahead and word in WEEKDAYS:
            return local.date() + timedelta(days=(WEEKDAYS[word] - local.weekday()) % 7 or 7), words
        if word in DAYS_BACK or word == "gisteravond":
            return local.date() - timedelta(days=DAYS_BACK.get(word, 1)), words
        if word in WEEKDAYS:
            return local.date() - timedelta(days=(local.weekday() - WEEKDAYS[word]) % 7), words
    return None, words


def _year(text: str | None, month: int, day: int, today: date, *, ahead: bool) -> int:
    if text:
        return int(text) + (2000 if len(text) == 2 else 0)
    this_year = date(today.year, month, min(day, 28))
    if ahead:
        return today.year if this_year >= today else today.year + 1
    return today.year if this_year <= today else today.year - 1


def _clock(words: str, *, ahead: bool) -> tuple[int, int, bool] | None:
    """Return hour, minute, and whether they were written as such and not as a part of the day."""
    if found := CLOCK.search(words):
        return (int(found[1]), int(found[2]), True) if found[1] else (int(found[3]), 0, True)
    hours = (PARTS[word] for word in re.findall(r"[a-z]+", words) if word in PARTS and not (ahead and word == "morgen"))
    return next(((hour, 0, False) for hour in hours), None)


def _moment(day: date | None, clock: tuple[int, int, bool] | None, local: datetime, *, ahead: bool) -> datetime:
    hour, minute, exact = clock or (0 if ahead else NOON, 0, False)
    on = day or local.date()
    found = datetime(on.year, on.month, on.day, hour, minute, tzinfo=AMSTERDAM)
    if ahead:
        return (found + timedelta(days=1) if day is None and found < local else found).astimezone(UTC)
    if found > local and exact and day is None:  # "23:30", written after midnight, was yesterday.
        found -= timedelta(days=1)
    if found > local and not exact and on == local.date():  # A part of today that is not over yet.
        found = local
    return found.astimezone(UTC)
