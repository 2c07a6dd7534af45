"""What systemd is told where it started the program: that it serves, that its clock runs, that it stops."""

import os
import socket


def notify(state: str) -> bool:
    """Tell systemd (`READY=1`, `WATCHDOG=1`, `STOPPING=1`); return whether there was anybody to tell."""
    address = os.environ.get("NOTIFY_SOCKET", "")
    if not address:
        return False
    path = f"\0{address[1:]}" if address.startswith("@") else address
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as speaker:
        try:
            speaker.sendto(state.encode(), path)
        except OSError:
            return False
    return True
