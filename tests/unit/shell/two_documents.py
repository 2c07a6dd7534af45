"""Two documents in one municipality: the common one, and one of the wethouders with words of its own."""

from datetime import date
from pathlib import Path

from vangnet.cli.documents import reader
from vangnet.protocol.load import Loaded, load

TWO = "extends: voorbeeldstad\nmunicipality:\n  protocols: {wethouder: college.yaml}\n"
OWN_WORDS = """\
protocol: college
version: "1"
valid_from: 2026-01-01
adopted: {body: college, "on": 2025-12-11}
offices:
  wethouder: {label: wethouder, receiver: burgemeester, giver: burgemeester}
  gezin: {label: gezin, kind: family}
roles:
  burgemeester: {label: burgemeester}
  griffier: {label: griffier}
report_for_others: [griffier]
classes:
  - {name: licht, label: licht, recognises: [emotion, criticism], leads_to: [{outcome: guidance}]}
  - {name: zwaar, label: zwaar, recognises: [verbal_aggression, threat, physical_violence], leads_to: [{outcome: case}]}
kinds: {dreigen: {label: dreigen, floor: zwaar}}
channels: {brief: per brief}
guidance: {wipe_after: 4 days, norm: Bel de bode., advice: {licht: Laat hem uitrazen.}}
mail: {reader: griffier, channel: brief, tell_every: 1 hour}
duties:
  take_mail: {label: de post lezen, opens: mail_queued, owner: griffier, due: 1 day}
  wegen: {label: wegen, opens: case, owner: receiver, due: 2 hours, when: {classes: [zwaar]}, closed_by: confirm_class}
access:
  - {who: receiver, all_but: [aftercare]}
commands:
  file_report: {by: [member], rule: C-1}
  confirm_class: {by: [receiver], rule: C-2}
"""


def read_from(today: date, **texts: str) -> Loaded:
    """Return the document `eigen` of these texts, with those beside and after it."""
    shipped = reader(Path())
    return load("eigen", lambda name: texts.get(name.removesuffix(".yaml")) or shipped(name), today=today)
