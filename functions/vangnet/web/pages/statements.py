"""What a municipality owes its visitors: the statements on accessibility and privacy."""

from flask import Blueprint, render_template

bp = Blueprint("statements", __name__)


@bp.get("/toegankelijkheid")
def accessibility() -> str:
    """Say how accessible this is, and what to do when it is not."""
    return render_template("statement.html", which="accessibility")


@bp.get("/privacy")
def privacy() -> str:
    """Say what is kept, for how long, and who sees it."""
    return render_template("statement.html", which="privacy")
