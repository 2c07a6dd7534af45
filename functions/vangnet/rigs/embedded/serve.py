"""Serving the embedded rig: waitress in front of the Flask application, until SIGINT or SIGTERM."""

import logging
import os
import signal
import socket
import threading
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from waitress.server import create_server

from vangnet.access.sign_in import DemoSignIn, require_sign_in
from vangnet.access.tokens import Tokens
from vangnet.protocol.load import Loaded
from vangnet.rigs.embedded.json_logs import log_as_json
from vangnet.rigs.embedded.keys import KEY_LENGTH, FileKeys
from vangnet.rigs.embedded.rig import EmbeddedRig
from vangnet.rigs.embedded.systemd import notify
from vangnet.rigs.starting import CannotStart
from vangnet.shell.logs import bare
from vangnet.web.app import create_app
from vangnet.web.house import House
from vangnet.web.uploads import IN_MEMORY_MAX

HOST = "127.0.0.1"
LISTEN = "VANGNET_LISTEN"  # The variable that names another address to listen on, as inside a container.
THREADS = 16  # Answers at the same time; each waits mostly for the disk.
CONNECTIONS_MAX = 500
BODY_SIZE_MAX = 310 * 1024 * 1024  # Ten files of 25 MB, their wrapping, and room; the application limits further.
WATCH_SECONDS = 5.0
STOPS = (signal.SIGINT, signal.SIGTERM)
OWNER_ONLY = 0o077  # What the program writes nobody else on the machine may read.
EX_SOFTWARE = 70

log = logging.getLogger("vangnet.serve")


def house_of(rig: EmbeddedRig, loaded: Loaded) -> House:
    """Return all that the pages need of the rig."""
    municipality = loaded.protocol.municipality
    require_sign_in(municipality)
    return House(
        engine=rig.engine,
        reading=rig.reading,
        secret=rig.secret,
        outbox=rig.gone if municipality.example else None,
        health=rig.health,
        settle=rig.settle,
        sign_in=DemoSignIn(municipality),
        tokens=Tokens(rig.secret, rig.clock.now),
        demo=municipality.example,
        mail_to=municipality.mail_to,
        feedback=rig.feedback,
    )


def make_token(loaded: Loaded, data: Path, person: str, days: int) -> str:
    """Make a token for the API with the key file of a data directory that was started once; no lock is needed.

    Raises:
        CannotStart: there is no key file yet.
    """
    file = data / "key"
    key = file.read_bytes() if file.is_file() else b""
    if len(key) != KEY_LENGTH:
        raise CannotStart(f"There is no key file in {data}; start Vangnet there once, or set VANGNET_DATA.")
    from vangnet.rigs.embedded.clock import SystemClock

    return Tokens(FileKeys(key).keyed_hash("secret", "web"), SystemClock().now).make(person, days)


def bound(port: int, setting: str = "PORT") -> socket.socket:
    """Return a socket that listens on the port; `setting` names the variable that chooses another.

    Raises:
        CannotStart: the port is in use, or may not be used.
    """
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((os.environ.get(LISTEN) or HOST, port))
        listener.listen(CONNECTIONS_MAX)
    except OSError as error:
        listener.close()
        message = f"Port {port} cannot be used ({error.strerror}); stop what uses it, or choose another with {setting}."
        raise CannotStart(message) from error
    return listener


def with_address(loaded: Loaded, port: int) -> Loaded:
    """Return the demonstration with the port in the links of its messages; a real municipality states its address."""
    municipality = loaded.protocol.municipality
    if "address" in municipality.model_fields_set:
        return loaded
    here = municipality.model_copy(update={"address": f"http://{HOST}:{port}"})
    return replace(loaded, protocol=replace(loaded.protocol, municipality_or_none=here))


def serve(loaded: Loaded, data: Path, *, port: int, smtp_port: int) -> int:
    """Serve until told to stop; print where to look, and `ready`."""
    log_as_json()
    require_sign_in(loaded.protocol.municipality)
    os.umask(OWNER_ONLY)
    listener = bound(port)
    loaded = with_address(loaded, listener.getsockname()[1])
    post = bound(smtp_port, "SMTP_PORT")
    smtp_at = post.getsockname()[1]
    rig = EmbeddedRig(loaded, data)
    server = create_server(
        create_app(house_of(rig, loaded)),
        sockets=[listener],
        threads=THREADS,
        connection_limit=CONNECTIONS_MAX,
        max_request_body_size=BODY_SIZE_MAX,
        inbuf_overflow=IN_MEMORY_MAX,
        ident=None,
    )
    rig.start()
    if loaded.protocol.document.mail:
        rig.door.start(post)
    else:  # Nobody would read it: the relay keeps it, and says so to who sent it.
        post.close()
    _greet(loaded, data, listener.getsockname()[1], smtp_at)
    threading.Thread(target=_watch, args=(rig,), name="vangnet-watch", daemon=True).start()
    for number in STOPS:
        signal.signal(number, _stop)
    with suppress(SystemExit):  # Raised by a signal; the server finishes what it is answering.
        notify("READY=1")
        print("ready", flush=True)  # noqa: T201  (the contract: on a line of its own)
        server.run()
    notify("STOPPING=1")
    server.close()
    rig.stop()
    return 0


def _stop(*_: object) -> None:
    """End the serving; a second signal must not cut short what is being finished."""
    for number in STOPS:
        signal.signal(number, signal.SIG_IGN)
    raise SystemExit(0)


def _watch(rig: EmbeddedRig) -> None:
    """Watch the clock; a dead one ends the process, so that whoever watches it starts it again.

    While the clock runs systemd is told so; while everything works the sign of life is given.
    """
    pause = threading.Event()
    while not pause.wait(WATCH_SECONDS):
        if not rig.clock_thread.alive:
            log.critical("the clock stands still; the process ends so that it is started again")
            os._exit(EX_SOFTWARE)
        notify("WATCHDOG=1")
        try:
            rig.give_sign_of_life()
        except Exception as error:  # Whatever it is, the clock must be watched on.
            log.error("no sign of life was given: %s", type(error).__name__, exc_info=bare(error))


def _where_mail_comes_in(loaded: Loaded, port: int) -> str:
    """Say where mail is taken, and for which address; or that the document takes none."""
    to = loaded.protocol.municipality.mail_to
    taken = f"{HOST}:{port}" + (f", voor {to}" if to else "")
    return f"E-mail (SMTP): {taken if loaded.protocol.document.mail else 'geen, het document regelt het niet'}"


def _where_messages_go(loaded: Loaded) -> str:
    """Say whether the demonstration only shows its messages, and to whom, or really sends them."""
    municipality, protocol = loaded.protocol.municipality, loaded.protocol
    if municipality.relay or municipality.gateways:
        return "Let op: berichten gaan echt weg, zoals het document zegt; u ziet ze ook op de pagina 'Uitgaand'."
    who = ", ".join(who for role in protocol.document.maintainers for who in protocol.candidates(role)[0])
    return f"Berichten gaan nergens heen; u ziet ze op de pagina 'Uitgaand' ({who})."


def _greet(loaded: Loaded, data: Path, port: int, smtp_port: int) -> None:
    municipality = loaded.protocol.municipality
    lines = [
        f"Vangnet voor {municipality.name}: http://{HOST}:{port}",
        _where_mail_comes_in(loaded, smtp_port),
        f"Gegevens: {data}",
    ]
    if municipality.example:
        lines += [
            "Dit is een demonstratie: kies op de pagina 'Inloggen' wie u bent. Bijvoorbeeld:",
            *(f"  {person}: {row.name}" for person, row in list(municipality.people.items())[:8]),
            _where_messages_go(loaded),
        ]
    print("\n".join(lines), flush=True)  # noqa: T201  (the contract: where to look)
