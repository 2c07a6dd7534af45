"""Certificates for the servers of the tests, made for them: an authority, and right and wrong ones."""

import datetime as dt
import ipaddress
import ssl
from dataclasses import dataclass, field
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

DAY = dt.timedelta(days=1)


def _name(text: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])


@dataclass
class Authority:
    """Signs certificates of servers, kept in a folder, as TLS wants files."""

    folder: Path
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))

    def __post_init__(self) -> None:
        """Sign its own certificate, and keep it where a client can be told to trust it."""
        self.file = self.folder / "authority.pem"
        self.file.write_bytes(self._signed("authority", self.key, self.key, authority=True))

    def server(self, host: str = "127.0.0.1", *, days: int = 1, own: bool = False) -> ssl.SSLContext:
        """Return a server's TLS for that host; with `days` below 0 it expired, with `own` it is self-signed."""
        key = ec.generate_private_key(ec.SECP256R1())
        file = self.folder / f"{host}-{days}-{own}.pem"
        secret = key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        file.write_bytes(self._signed(host, key, key if own else self.key, days=days) + secret)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(file)
        return context

    def trusted(self) -> ssl.SSLContext:
        """Return a client's TLS that trusts this authority and no other."""
        return ssl.create_default_context(cafile=str(self.file))

    def _signed(
        self,
        host: str,
        key: ec.EllipticCurvePrivateKey,
        by: ec.EllipticCurvePrivateKey,
        *,
        days: int = 1,
        authority: bool = False,
    ) -> bytes:
        end = dt.datetime.now(dt.UTC) + days * DAY
        builder = (
            x509.CertificateBuilder()
            .subject_name(_name(host))
            .issuer_name(_name("authority" if by is self.key else host))
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(end - 3 * DAY)
            .not_valid_after(end)
            .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
        )
        if not authority:
            names: list[x509.GeneralName] = [_general(host)]
            builder = builder.add_extension(x509.SubjectAlternativeName(names), critical=False)
        return builder.sign(by, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)


def _general(host: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(host))
    except ValueError:
        return x509.DNSName(host)
