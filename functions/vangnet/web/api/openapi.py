"""The description of the API, drawn from the models that it checks with: it cannot say anything else than it does."""

from functools import lru_cache
from typing import Any, get_args

from pydantic.json_schema import models_json_schema

from schemas.commands import BY_MAKING, COMMANDS, DIRECTORY, STARTS_A_STREAM
from schemas.commands.intake import FileReport
from schemas.commands.people import SetAway
from schemas.commands.talks import AskForTalk
from vangnet.shell.reading import MailState
from vangnet.web.api.openapi_schemas import OWN_SCHEMAS, SCHEMAS, TEXT, ref
from vangnet.web.versions import API_VERSION

PROBLEM = {"$ref": "#/components/responses/Problem"}
ERRORS = {"400": PROBLEM, "401": PROBLEM}


@lru_cache(maxsize=1)
def openapi() -> dict[str, Any]:
    """Return the OpenAPI 3.1 document."""
    models = [(model, "validation") for model in (FileReport, AskForTalk, SetAway, *COMMANDS.values())]
    _, schemas = models_json_schema(list(dict.fromkeys(models)), ref_template=SCHEMAS + "{model}")  # type: ignore[arg-type]
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Vangnet",
            "version": API_VERSION,
            "description": "Reports of aggression against political office-holders, and what follows from them.",
            "contact": {"name": "Vangnet", "url": "https://example.org/vangnet", "email": "vangnet@example.org"},
            "license": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
        },
        "servers": [{"url": "/api/v1"}],
        "security": [{"token": []}],
        "tags": [{"name": name} for name in ("reports", "cases", "mails", "work", "house")],
        "paths": {name: path for some in PATHS for name, path in some().items()},
        "components": {
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
            "schemas": schemas["$defs"] | OWN_SCHEMAS,
            "responses": {
                "Problem": _answer("What is wrong, and how to mend it.", "Problem", "application/problem+json")
            },
            "headers": {"ApiVersion": {"description": "The version of the API.", "schema": {"type": "string"}}},
        },
    }


def _answer(text: str, schema: str, media: str = "application/json") -> dict[str, Any]:
    return {
        "description": text,
        "headers": {"API-Version": {"$ref": "#/components/headers/ApiVersion"}},
        "content": {media: {"schema": {"$ref": SCHEMAS + schema}}},
    }


def _call(tag: str, name: str, text: str, answers: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"operationId": name, "tags": [tag], "summary": text, "responses": answers, **more}


def _body(schema: dict[str, Any]) -> dict[str, Any]:
    return {"required": True, "content": {"application/json": {"schema": schema}}}


ONCE = {
    "name": "Idempotency-Key",
    "in": "header",
    "description": "The same key by the same person gives the same answer and does nothing again.",
    "schema": {"type": "string", "maxLength": 200},
}
REFERENCE = {"name": "reference", "in": "path", "required": True, "schema": {"type": "string"}}
AFTER = {"name": "after", "in": "query", "schema": {"type": "string"}}
REFUSED = {"403": PROBLEM, "409": PROBLEM}


def _reports() -> dict[str, Any]:
    made = {"201": _answer("Stored durably.", "Filed"), **ERRORS, **REFUSED, "503": PROBLEM}
    asked = {"201": _answer("Asked.", "Reference"), **ERRORS, **REFUSED, "503": PROBLEM}
    away = {"201": _answer("Recorded.", "Absence"), **ERRORS, **REFUSED, "503": PROBLEM}
    kept = {"201": _answer("Kept as received.", "File"), **ERRORS, "413": PROBLEM, "503": PROBLEM}
    form = {"type": "object", "required": ["file"], "properties": {"file": {"type": "string", "format": "binary"}}}
    upload = {"required": True, "content": {"multipart/form-data": {"schema": form}}}
    report = _call(
        "reports", "fileReport", "File a report.", made, requestBody=_body(ref("FileReport")), parameters=[ONCE]
    )
    talk = _call(
        "reports", "askForTalk", "Ask for a talk.", asked, requestBody=_body(ref("AskForTalk")), parameters=[ONCE]
    )
    return {
        "/reports": {"post": report},
        "/talks": {"post": talk},
        "/absences": {"post": _call("reports", "setAway", "Be away.", away, requestBody=_body(ref("SetAway")))},
        "/evidence": {"post": _call("reports", "sendFile", "Send a file.", kept, requestBody=upload)},
    }


def _cases() -> dict[str, Any]:
    listed = {"200": _answer("The newest first.", "Cases"), "401": PROBLEM}
    shown = {"200": _answer("As far as the caller may see it.", "Case"), "401": PROBLEM, "403": PROBLEM, "404": PROBLEM}
    done = {
        "200": _answer("Done; the case as it is then.", "Case"),
        **ERRORS,
        **REFUSED,
        "404": PROBLEM,
        "503": PROBLEM,
    }
    bytes_of_it = {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}
    given = {
        "200": {"description": "Byte for byte.", "content": bytes_of_it},
        "401": PROBLEM,
        "403": PROBLEM,
        "404": PROBLEM,
    }
    commands = [name for name in COMMANDS if name not in STARTS_A_STREAM | DIRECTORY | BY_MAKING]
    body = {"oneOf": [_command(name) for name in commands]}
    act = _call("cases", "command", "Give a command.", done, requestBody=_body(body), parameters=[ONCE])
    return {
        "/cases": {"get": _call("cases", "cases", "The cases that the caller may see.", listed, parameters=[AFTER])},
        "/cases/{reference}": {
            "parameters": [REFERENCE],
            "get": _call("cases", "case", "One case.", shown),
        },
        "/cases/{reference}/evidence/{file}": {
            "parameters": [REFERENCE, {**REFERENCE, "name": "file"}],
            "get": _call("cases", "evidence", "A file as it was received.", given),
        },
        "/cases/{reference}/police-file": {
            "parameters": [REFERENCE],
            "post": _call("cases", "policeFile", "Make the file for the police, a ZIP; that is recorded.", given),
        },
        "/cases/{reference}/letters/{made}": {
            "parameters": [REFERENCE, {**REFERENCE, "name": "made"}],
            "get": _call("cases", "letter", "A letter as it was made, as PDF.", given),
        },
        "/cases/{reference}/commands": {"parameters": [REFERENCE], "post": act},
    }


def _command(name: str) -> dict[str, Any]:
    model = COMMANDS[name].__name__
    return {
        "type": "object",
        "title": name,
        "required": ["command"],
        "additionalProperties": False,
        "properties": {"command": {"const": name}, "with": ref(model)},
    }


def _work() -> dict[str, Any]:
    answers = {"401": PROBLEM}
    duties = _call("work", "duties", "My duties.", {"200": _answer("The most urgent first.", "Duties"), **answers})
    alarms = _call("work", "alarms", "Open alarms.", {"200": _answer("The newest first.", "Alarms"), **answers})
    sent = {"200": _answer("The oldest first.", "Outbox"), "401": PROBLEM, "403": PROBLEM, "404": PROBLEM}
    outbox = _call("work", "outbox", "What the demonstration sent.", sent)
    money = {"200": _answer("The newest first; sums in euro cents.", "OpenDamage"), **answers}
    ready = {"200": _answer("Each role at work.", "Readiness"), **answers, "403": PROBLEM}
    counts = {"200": _answer("A period and the one before it.", "Trends"), **answers, "400": PROBLEM, "403": PROBLEM}
    agenda = {"200": _answer("The first to be due first.", "Agenda"), **answers}
    return {
        "/duties": {"get": duties},
        "/alarms": {"get": alarms},
        "/damage": {"get": _call("work", "damage", "Damage that is open, over all cases.", money)},
        "/triangle": {"get": _call("work", "triangle", "What the driehoek is to discuss.", agenda)},
        "/readiness": {"get": _call("work", "ready", "Who would be reached now.", ready)},
        "/trends": {
            "parameters": [{"name": "period", "in": "query", "schema": TEXT}],
            "get": _call("work", "counts", "Reports counted; small counts are null.", counts),
        },
        "/outbox": {"get": outbox},
    }


def _meetings() -> dict[str, Any]:
    listed = {"200": _answer("The newest first.", "Meetings"), "401": PROBLEM}
    begun = {"201": _answer("Begun.", "Reference"), **ERRORS, **REFUSED, "503": PROBLEM}
    begin = _call(
        "cases", "openMeeting", "Begin a log.", begun, requestBody=_body(ref("OpenMeeting")), parameters=[ONCE]
    )
    pdf = {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}
    made = {"200": {"description": "As PDF.", "content": pdf}, "401": PROBLEM, "403": PROBLEM, "404": PROBLEM}
    return {
        "/meetings": {"get": _call("cases", "meetings", "The logs that I may read.", listed), "post": begin},
        "/meetings/{reference}/report": {
            "parameters": [REFERENCE],
            "get": _call("cases", "meetingReport", "The report of a meeting.", made),
        },
    }


def _calendar() -> dict[str, Any]:
    shown = {"200": _answer("The calendar.", "Case"), "401": PROBLEM, "403": PROBLEM, "404": PROBLEM}
    return {"/obligations": {"get": _call("work", "obligations", "What comes back each year; lessons.", shown)}}


def _plans() -> dict[str, Any]:
    listed = {"200": _answer("The last to come first.", "Plans"), "401": PROBLEM}
    made = {"201": _answer("Planned.", "Reference"), **ERRORS, **REFUSED, "503": PROBLEM}
    body = _body({"oneOf": [_command(name) for name in ("plan_talk", "plan_meeting")]})
    plan = _call("cases", "plan", "Plan a talk or a meeting.", made, requestBody=body, parameters=[ONCE])
    return {"/plans": {"get": _call("cases", "plans", "What is planned.", listed), "post": plan}}


def _trials() -> dict[str, Any]:
    listed = {"200": _answer("The newest first.", "TrialAlarms"), "401": PROBLEM}
    made = {"201": _answer("Begun.", "Reference"), **ERRORS, **REFUSED, "503": PROBLEM}
    begin = _call(
        "work", "beginTrialAlarm", "Everybody who may be alarmed is asked to answer.", made, parameters=[ONCE]
    )
    return {"/trial-alarms": {"get": _call("work", "trialAlarms", "How they went.", listed), "post": begin}}


STATE = {"name": "state", "in": "query", "schema": {"enum": list(get_args(MailState))}}


def _mail() -> dict[str, Any]:
    listed = {"200": _answer("As far as the caller may read them.", "Mails"), "400": PROBLEM, "401": PROBLEM}
    body = _body(ref("SendTest"))
    made = {"201": _answer("Sent; how each channel fared so far.", "ContactTest"), **ERRORS, **REFUSED, "503": PROBLEM}
    return {
        "/mails": {"get": _call("mails", "mails", "The mail queue.", listed, parameters=[STATE])},
        "/contact-tests": {
            "get": _call(
                "mails",
                "tests",
                "How the last tests fared.",
                {"200": _answer("By person.", "ContactTests"), "401": PROBLEM},
            ),
            "post": _call("mails", "sendTest", "Prove that a person can be reached.", made, requestBody=body),
        },
        "/receipts/{gateway}/{code}": {
            "parameters": [{**REFERENCE, "name": "gateway"}, {**REFERENCE, "name": "code"}],
            **{how: _receipts(how) for how in ("get", "post")},
        },
    }


def _receipts(how: str) -> dict[str, Any]:
    answers = {"204": {"description": "Noted."}, "404": PROBLEM, "413": PROBLEM, "503": PROBLEM}
    return _call("mails", f"{how}Receipts", "A provider reports what became of messages.", answers, security=[])


def _house() -> dict[str, Any]:
    health = {"200": _answer("Everything goes.", "Health"), "503": _answer("Something stands still.", "Health")}
    described = {"200": _answer("This document.", "Anything")}
    return {
        "/health": {"get": _call("house", "health", "Whether it works.", health, security=[])},
        "/openapi.json": {"get": _call("house", "openapi", "This description.", described, security=[])},
    }


PATHS = (_reports, _cases, _mail, _meetings, _plans, _calendar, _trials, _work, _house)
