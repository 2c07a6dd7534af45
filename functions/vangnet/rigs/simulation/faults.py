"""What goes wrong in a simulation: the store refuses or loses its answer, channels and clock stand still."""

import random
from datetime import timedelta

from vangnet.rigs.simulation.stage import SimulationStage
from vangnet.shell.ports import StoreUnavailable

PAUSES_MINUTES = (0, 0, 1, 1, 3, 3, 12, 12, 45, 45, 300, 300, 1_500, 1_500, 4_000, 12_000)
OUTAGE_MINUTES_MAX = 300  # What stands still for longer is rare.
LONG_OUTAGE_MINUTES_MAX = 1_500
ALARM_MINUTES_MAX = 30  # Most alarms are answered; one that is not rings every ten minutes, for hours.
LONG_OUTAGE_RATE = 0.02
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
            broken = self._still(channel in stage.recorder.broken)
            stage.break_channel(channel, broken=broken)
        switches = stage.following.switches
        switches.clock = not self._still(not switches.clock)
        switches.reactions = not self._still(not switches.reactions)

    def _still(self, now: bool) -> bool:
        """Tell whether something stands still from now on: what does is mended soon, what does not may break."""
        still = self.chance.random() < (0.4 if now else 0.12)
        self.count += still and not now
        return still

    def pause(self, stage: SimulationStage, *, alarmed: bool) -> timedelta:
        """Draw how long nobody does anything: seldom long while anything stands still, or an alarm is open."""
        minutes = self.chance.choice(PAUSES_MINUTES)
        switches = stage.following.switches
        still = bool(stage.recorder.broken) or not (switches.clock and switches.reactions)
        if still or alarmed:
            usual = ALARM_MINUTES_MAX if alarmed else OUTAGE_MINUTES_MAX
            rare = self.chance.random() < LONG_OUTAGE_RATE
            minutes = min(minutes, LONG_OUTAGE_MINUTES_MAX if rare else usual)
        return timedelta(minutes=minutes)

    def end(self, stage: SimulationStage) -> None:
        """Let everything work again."""
        self.rate = 0.0
        for channel in ("sms", "mail"):
            stage.break_channel(channel, broken=False)
        stage.following.switches.clock = stage.following.switches.reactions = True
