"""What must hold of mail after any days with any faults; each answers what is wrong, or nothing."""

from schemas.events.mail import MailTaken
from schemas.events.work import LinkTold
from vangnet.case.mails import MAILROOM_STREAM
from vangnet.case.owners import owners
from vangnet.rigs.simulation.invariants import Aftermath


def mails_are_kept(after: Aftermath) -> str:
    """Every mail that was answered with 250 is there, word for word unless it was wiped by rule."""
    for reference, text in after.cast.post.kept.items():
        case = after.kept.load(f"case/{reference}").case
        if case.mail is None or (text not in case.mail.text and not case.wiped):
            return f"{reference} is lost"
    return ""


def a_mail_is_one_report(after: Aftermath) -> str:
    """A mail of somebody known makes one report, however often it was delivered; a stranger's none by itself."""
    for stream, _, case in after.cases():
        if not case.report or not case.report.by_mail:
            continue
        mail = after.kept.load(f"case/{case.report.by_mail}")
        taken = any(isinstance(one.event, MailTaken) for one in mail.events)
        if mail.case.mail_report != case.reference or (mail.case.mail and mail.case.mail.way != "report" and not taken):
            return f"{stream.id} came of {mail.id}, which nobody took"
    for reference in after.cast.post.reports:
        if after.kept.load(f"case/{reference}").case.report is None:
            return f"{reference} was never filed"
    return ""


def a_waiting_mail_has_a_reader(after: Aftermath) -> str:
    """What waits is somebody's open duty and stands in the queue; what was dealt with does neither."""
    queue = after.kept.load(MAILROOM_STREAM).case.waiting
    for stream, ctx in after.streams():
        case = stream.case
        if case.kind != "mail":
            continue
        mine = [duty for duty in case.open_duties() if owners(ctx, duty)]
        if (case.state == "waiting") != bool(mine) or (case.state == "waiting") != (case.reference in queue):
            return f"{stream.id} is {case.state}, with {len(mine)} duties"
    return ""


def an_alarming_mail_rang(after: Aftermath) -> str:
    """Somebody was alarmed about every alarming mail of a stranger, and may read it."""
    room = after.kept.load(MAILROOM_STREAM)
    told = any(isinstance(one.event, LinkTold) and one.event.people for one in room.events)
    for stream, _ in after.streams():
        mail = stream.case.mail
        if mail and mail.alarming and not stream.case.wiped and not (told and stream.case.shown):
            return f"{stream.id} rang for nobody"
    return ""


OF_MAIL = (mails_are_kept, a_mail_is_one_report, a_waiting_mail_has_a_reader, an_alarming_mail_rang)
