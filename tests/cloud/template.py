"""How the template connects functions to the table's stream, for what plays the cloud."""

import copy
from typing import Any

from tools.stack import overlay


def connected(batch: int) -> dict[str, Any]:
    """Return what is laid over Chalice's template, with the kind of source and the batch that app.py names."""
    template = copy.deepcopy(overlay())
    for function in ("Assessment", "Notify"):
        for source in template["Resources"][function]["Properties"]["Events"].values():
            source["Type"] = "DynamoDB"
            source["Properties"].setdefault("BatchSize", batch)
    return template


TEMPLATE = connected(10)
