"""What goes wrong in a simulation: the store refuses or loses its answer, channels and clock stand still."""

import random

from vangnet.rigs.simulation.stage import SimulationStage
from vangnet.shell.ports import StoreUnavailable

SEED_MIX = 7_919  # So that faults and exercise do not draw the same numbers.


class Faults:
    """Draws what fails, from a seed."""

    def __init__(self, seed: int) -> None:
        """Start with everything working, and a store that is more or less reliable."""
        self.chance = random.Random(seed * SEED_MIX)  # noqa: S311  (an exercise must be repeatable)
        self.rate = self.chance.choice((0.0, 0.0, 0.02, 0.1))
        self.count = 0
        self.sent_unnoted = 0

    def at_store(self, where: str) -> None:
        """Refuse a call of the store, or lose the answer of one that was carried out.

        Raises:
            StoreUnavailable: at random.
        """
        if where != "load" and self.chance.random() < self.rate:
            self.count += 1
            self.sent_unnoted += 1
            raise StoreUnavailable(f"the store failed ({where})")

    def change(self, stage: SimulationStage) -> None:
        """Let something stand still, or go again."""
        for channel in ("sms", "mail"):
            if self.chance.random() < 0.15:
                broken = channel not in stage.recorder.broken
                stage.break_channel(channel, broken=broken)
                self.count += broken
        switches = stage.following.switches
        if self.chance.random() < 0.1:
            switches.clock = not switches.clock
            self.count += not switches.clock
        if self.chance.random() < 0.1:
            switches.reactions = not switches.reactions
            self.count += not switches.reactions

    def end(self, stage: SimulationStage) -> None:
        """Let everything work again."""
        self.rate = 0.0
        for channel in ("sms", "mail"):
            stage.break_channel(channel, broken=False)
        stage.following.switches.clock = stage.following.switches.reactions = True
