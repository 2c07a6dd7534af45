"""Random cases with faults: the same seed plays the same days; every broken invariant is a line with its seed."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from vangnet.protocol.load import Loaded
from vangnet.rigs.simulation.cast import Cast
from vangnet.rigs.simulation.faults import Faults
from vangnet.rigs.simulation.invariants import INVARIANTS, Aftermath
from vangnet.rigs.simulation.mail_invariants import OF_MAIL
from vangnet.rigs.simulation.stage import SimulationStage

SetTheStage = Callable[..., SimulationStage]
FIRST_DAY = datetime(2026, 9, 1, tzinfo=UTC)  # A year with both changes of the clocks within reach.
DAYS_SPREAD = 200
ACTIONS_MAX = 44
STEPS_MAX = 20_000  # Wake-ups in one seed; more is a clock that runs in a circle.
AFTER = timedelta(days=2)  # How long everything has to come to rest once nothing fails any more.


def simulate(
    loaded: Loaded,
    *,
    first: int,
    seeds: int,
    say: Callable[[str], None],
    stage: SetTheStage = SimulationStage,
) -> int:
    """Play the seeds, print a line per broken invariant and the counts; return how many broke.

    Another `stage` is for the tests that show that an invariant can break.
    """
    broken = actions = refused = faults = 0
    for seed in range(first, first + seeds):
        after = play(loaded, seed, stage)
        for name, holds in (*INVARIANTS.items(), *((one.__name__.replace("_", " "), one) for one in OF_MAIL)):
            wrong = holds(after)
            if wrong:
                broken += 1
                say(f"seed {seed}: {name}: {wrong}")
        actions += after.cast.accepted
        refused += after.cast.refused
        faults += after.faults.count
    say(f"{seeds} seeds: {actions} commands accepted, {refused} refused, {faults} faults, {broken} invariants broken")
    return broken


def play(loaded: Loaded, seed: int, set_the_stage: SetTheStage = SimulationStage) -> Aftermath:
    """Play one seed and return everything as it was at the end."""
    faults = Faults(seed)
    chance = faults.chance
    start = FIRST_DAY + timedelta(minutes=chance.randrange(DAYS_SPREAD * 24 * 60))
    stage = set_the_stage(loaded, start, seed=seed, fault=faults.at_store)
    cast = Cast(stage, loaded, chance)
    now = start
    for _ in range(chance.randrange(3, ACTIONS_MAX)):
        faults.change(stage)
        cast.act()
        now = _run(stage, now, now)
        now = _run(stage, now, now + faults.pause(stage, alarmed=cast.alarmed() is not None))
    faults.end(stage)
    for _ in cast.reported:
        now = _run(stage, now, now + timedelta(minutes=1))
        cast.answer()
    now = _run(stage, now, now + AFTER)
    return Aftermath(loaded, stage, cast, faults, now)


def _run(stage: SimulationStage, now: datetime, until: datetime) -> datetime:
    """Let time pass, waking at each wake-up, or each minute where one cannot be done."""
    for _ in range(STEPS_MAX):
        stage.set_time(now)
        stage.calm()
        if now >= until:
            break
        wake = stage.store.next_wake()
        runs = stage.following.switches.clock and stage.following.switches.reactions
        following = max(wake, now + timedelta(seconds=1)) if wake and runs else until
        now = min(following, until)
    return now
