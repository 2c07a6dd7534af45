"""The vangnet command with its rigs: where it starts."""

import tempfile
from datetime import UTC, datetime
from pathlib import Path

from vangnet.access.sign_in import NoSignIn
from vangnet.cli.drills.stage import Stage
from vangnet.cli.main import vangnet
from vangnet.cli.rigs import Rigs
from vangnet.protocol.load import Loaded
from vangnet.rigs.aws.operating.commands import Operating
from vangnet.rigs.bench.bench import bench
from vangnet.rigs.embedded.archiving import export_data, import_data
from vangnet.rigs.embedded.backup import back_up, restore
from vangnet.rigs.embedded.contact_test import send_test
from vangnet.rigs.embedded.ready import ready
from vangnet.rigs.embedded.rig import EmbeddedStage, sweep
from vangnet.rigs.embedded.serve import make_token, serve
from vangnet.rigs.simulation.simulate import simulate
from vangnet.rigs.simulation.stage import SimulationStage
from vangnet.rigs.starting import CannotStart


def _now() -> datetime:
    return datetime.now(UTC)


def _embedded(loaded: Loaded, start: datetime) -> Stage:
    return EmbeddedStage(loaded, start, Path(tempfile.mkdtemp(prefix="vangnet-drill-")), temporary=True)


RIGS = Rigs(
    now=_now,
    stages={"simulation": SimulationStage, "embedded": _embedded},
    serve=serve,
    simulate=simulate,
    bench=bench,
    make_token=make_token,
    send_test=send_test,
    ready=ready,
    back_up=back_up,
    restore=restore,
    sweep=sweep,
    export=export_data,
    import_=import_data,
    aws=Operating(_now),
)


def main() -> None:
    """Run the command; what cannot start is one clear sentence, and exit code 1."""
    try:
        vangnet(obj=RIGS)
    except (CannotStart, NoSignIn) as why:
        raise SystemExit(str(why)) from None


if __name__ == "__main__":
    main()
