"""The API under /api/v1: JSON, problems as RFC 9457, described by its own openapi.json."""

from vangnet.web.api import cases, contact_tests, evidence, health, mails, receipts, reports, work

BLUEPRINTS = (
    *(cases.bp, contact_tests.bp, evidence.bp, health.bp),
    *(mails.bp, receipts.bp, reports.bp, work.bp),
)
