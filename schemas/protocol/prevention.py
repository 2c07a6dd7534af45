"""Prevention in a document: who is told of a talk for which security was arranged, and how long plans are kept."""

from schemas.base import Name, Strict, Term


class Prevention(Strict):
    """Planned talks and meetings (AP-3.1.1 to AP-3.1.3).

    `security` is the role that is told where security was arranged; `overseen_by` the roles that see every plan, and
    `meetings_by` those that see every meeting; `reminded_before` when all of a talk are reminded. What was planned is
    wiped `kept_for` after it. `learning_by` are the roles that read trainings and lessons, `training_for` the offices
    whose holders are to be trained.
    """

    rule: str | None = None
    security: Name
    overseen_by: tuple[Name, ...] = ()
    meetings_by: tuple[Name, ...] = ()
    reminded_before: Term | None = None
    kept_for: Term = "6 months"
    learning_by: tuple[Name, ...] = ()
    training_for: tuple[Name, ...] = ()
