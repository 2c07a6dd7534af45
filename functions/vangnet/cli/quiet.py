"""Exercises break channels on purpose: what the log says of that would only hide their own words."""

import logging


def quiet_channels() -> None:
    """Keep what is only about channels that stand still out of the log."""
    logging.getLogger("vangnet.delivery").setLevel(logging.ERROR)
