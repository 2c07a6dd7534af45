"""Why a rig cannot start: one clear sentence for whoever started it."""


class CannotStart(Exception):  # noqa: N818  (one clear sentence for whoever started it)
    """The program cannot start; the text says why and what to do."""


class InUse(CannotStart):
    """Another process uses the data directory."""
