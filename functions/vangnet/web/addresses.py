"""Where each page and each call of the API is found."""

from flask import Blueprint

from vangnet.web.api import (
    cases,
    contact_tests,
    evidence,
    health,
    mails,
    meetings,
    obligations,
    plans,
    receipts,
    reports,
    trials,
)
from vangnet.web.api import work as api_work
from vangnet.web.pages.agendas import bp as agendas
from vangnet.web.pages.alarm_link import bp as alarm_link
from vangnet.web.pages.away import bp as away
from vangnet.web.pages.calendar_entry import bp as calendar_entry
from vangnet.web.pages.case import bp as case
from vangnet.web.pages.command import bp as command
from vangnet.web.pages.door import bp as door
from vangnet.web.pages.failures import bp as failures
from vangnet.web.pages.help_now import bp as help_now
from vangnet.web.pages.home import bp as home
from vangnet.web.pages.in_force import bp as in_force
from vangnet.web.pages.inspectorate import bp as inspectorate
from vangnet.web.pages.invited import bp as invited
from vangnet.web.pages.log import bp as log
from vangnet.web.pages.meeting import bp as meeting
from vangnet.web.pages.my_case import bp as my_case
from vangnet.web.pages.outbox import bp as outbox
from vangnet.web.pages.perpetrator import bp as perpetrator
from vangnet.web.pages.plan import bp as plan
from vangnet.web.pages.police_file import bp as police_file
from vangnet.web.pages.post import bp as post
from vangnet.web.pages.ready import bp as ready
from vangnet.web.pages.receipt import bp as receipt
from vangnet.web.pages.register import bp as register
from vangnet.web.pages.report import bp as report
from vangnet.web.pages.sign_in import bp as sign_in
from vangnet.web.pages.statements import bp as statements
from vangnet.web.pages.talk import bp as talk
from vangnet.web.pages.trends import bp as trends
from vangnet.web.pages.trial import bp as trial
from vangnet.web.pages.why import bp as why
from vangnet.web.pages.work import bp as work
from vangnet.web.pages.year import bp as year

BLUEPRINTS: tuple[Blueprint, ...] = (
    *(agendas, alarm_link, away, calendar_entry, case, command, door, failures, help_now, home, in_force, invited, log),
    *(inspectorate, meeting, my_case, outbox, perpetrator, plan, police_file, post, ready, receipt, register, report),
    *(sign_in, statements, talk, trends, trial, why, work, year),
    *(cases.bp, contact_tests.bp, evidence.bp, health.bp),
    *(mails.bp, meetings.bp, obligations.bp, plans.bp, receipts.bp, reports.bp, trials.bp, api_work.bp),
)
