"""Every page, a file each: a blueprint with its addresses."""

from vangnet.web.pages import (
    alarm_link,
    away,
    case,
    command,
    failures,
    help_now,
    home,
    log,
    outbox,
    receipt,
    register,
    report,
    sign_in,
    statements,
    talk,
    work,
)

BLUEPRINTS = tuple(
    page.bp
    for page in (
        alarm_link,
        away,
        case,
        command,
        failures,
        help_now,
        home,
        log,
        outbox,
        receipt,
        register,
        report,
        sign_in,
        statements,
        talk,
        work,
    )
)
