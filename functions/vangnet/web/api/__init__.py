"""The API under /api/v1: JSON, problems as RFC 9457, described by its own openapi.json."""

from vangnet.web.api import cases, evidence, health, reports, work

BLUEPRINTS = (cases.bp, evidence.bp, health.bp, reports.bp, work.bp)
