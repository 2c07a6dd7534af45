"""How a duty is named: by its own id, or by a bare name, which means the one opened last."""

from vangnet.case.state import Case, DutyItem


def find_duty(case: Case, name: str) -> DutyItem | None:
    """Return the duty with that id, or the one of that name that was opened last."""
    if name in case.duties:
        return case.duties[name]
    same = [duty for duty in case.duties.values() if duty.name == name]
    return same[-1] if same else None


def next_id(case: Case, name: str) -> str:
    """Return the id for one more duty of that name."""
    return f"{name}-{1 + sum(duty.name == name for duty in case.duties.values())}"
