"""What the API answers with, where no model says it."""

from typing import Any

SCHEMAS = "#/components/schemas/"


def ref(name: str) -> dict[str, Any]:
    """Return where a schema of the description is found."""
    return {"$ref": SCHEMAS + name}


def _object(*required: str, **properties: Any) -> dict[str, Any]:
    return {"type": "object", "required": list(required), "properties": properties}


TEXT, MOMENT, FLAG = {"type": "string"}, {"type": "string", "format": "date-time"}, {"type": "boolean"}
FIELD_PROBLEM = _object("field", "detail", field=TEXT, pointer=TEXT, code=TEXT, detail=TEXT)
SUMS = {"type": "object", "additionalProperties": {"type": ["integer", "string"]}}
OWN_SCHEMAS: dict[str, Any] = {
    "Anything": {"type": "object"},
    "Problem": _object(
        *("status", "title", "detail"),
        type=TEXT,
        status={"type": "integer"},
        title=TEXT,
        detail=TEXT,
        rule=TEXT,
        errors={"type": "array", "items": FIELD_PROBLEM},
    ),
    "Filed": _object(
        *("reference", "outcome", "class", "case"),
        **{"reference": TEXT, "outcome": TEXT, "class": TEXT, "case": {"type": ["string", "null"]}},
    ),
    "Reference": _object("reference", reference=TEXT),
    "Absence": _object("person", "from", "until", **{"person": TEXT, "from": MOMENT, "until": MOMENT}),
    "File": _object("id", "sha256", "handle", id=TEXT, name=TEXT, sha256=TEXT, kind=TEXT, handle=TEXT),
    "Case": _object("reference", reference=TEXT, parts={"type": "object"}, duties={"type": "array"}),
    "Cases": _object("cases", cases={"type": "array", "items": ref("Case")}, next={"type": ["string", "null"]}),
    "Duties": _object("duties", duties={"type": "array", "items": {"type": "object"}}),
    "OpenDamage": _object("damage", "totals", damage={"type": "array", "items": SUMS}, totals=SUMS),
    "Agenda": _object(
        "triangle", triangle={"type": "array", "items": _object("reference", reference=TEXT, due=MOMENT)}
    ),
    "Readiness": _object(
        "ready", "posts", ready={"type": "boolean"}, posts={"type": "array", "items": {"type": "object"}}
    ),
    "Trends": _object("period", "total", "tables", period=TEXT, total={"type": "object"}, tables={"type": "object"}),
    "Alarms": _object("alarms", alarms={"type": "array", "items": {"type": "object"}}),
    "Meetings": _object("meetings", meetings={"type": "array", "items": ref("Case")}),
    "Plans": _object("plans", plans={"type": "array", "items": ref("Case")}),
    "TrialAlarms": _object("trial_alarms", trial_alarms={"type": "array", "items": ref("Case")}),
    "Mails": _object("mails", mails={"type": "array", "items": ref("Case")}),
    "ContactTests": _object("tests", tests={"type": "array", "items": ref("ContactTest")}),
    "ContactTest": _object("person", "channels", person=TEXT, channels={"type": "array", "items": {"type": "object"}}),
    "Outbox": {
        "type": "array",
        "items": _object("at", "channel", "person", at=MOMENT, channel=TEXT, person=TEXT, text=TEXT),
    },
    "Health": _object("status", status=TEXT, troubles={"type": "array", "items": TEXT}),
}
