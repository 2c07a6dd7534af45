"""Outlook's own files: what is in them is found, and damage to them is survived."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.mail import outlook_files as outlook
from tests.mail.making import attachment
from tests.mail.samples_attached import GIF, ONE, _texts, around, mail_of
from vangnet.intake.mail.budget import Budget
from vangnet.intake.mail.mapi import Item
from vangnet.intake.mail.message import File
from vangnet.intake.mail.msg import read_msg
from vangnet.intake.mail.read import read_mail
from vangnet.intake.mail.rtf import rtf_to_text, unpack
from vangnet.intake.mail.tnef import read_tnef

TREE = outlook.message_tree(_texts(ONE))
TREE["__attach_version1.0_#00000000"] = outlook.attached_file("huis.gif", GIF * 300)
TREE["__attach_version1.0_#00000001"] = outlook.attached_message(outlook.message_tree(_texts(ONE), inner=True))
MSG = outlook.container(TREE)
WINMAIL = outlook.winmail(
    [
        (0x00069007, (1252).to_bytes(4, "little") + bytes(4)),
        (0x00069003, outlook.properties({0x0037: "Lijst", 0x1000: ONE.text})),
        (0x00069002, bytes(14)),
        (0x00018010, b"huis.gif\x00"),
        (0x0006800F, GIF),
    ]
)


def test_all_of_a_msg_file() -> None:
    """Its text, sender, time and subject, its file byte for byte, and the message in it."""
    item = read_msg(MSG, Budget())

    assert item is not None
    assert (item.text.strip(), item.sender, item.subject) == (ONE.text, ONE.by.full, ONE.subject)
    assert item.sent == "2026-11-03T09:12:00+00:00"
    assert item.files == [File("huis.gif", GIF * 300)]
    assert [inner.text.strip() for inner in item.items] == [ONE.text]


def test_all_of_a_winmail() -> None:
    """The same of winmail.dat."""
    item = read_tnef(WINMAIL, Budget())

    assert item == Item(text=ONE.text, subject="Lijst", files=[File("huis.gif", GIF)])


def test_files_of_a_winmail_are_files_of_the_mail() -> None:
    """Beside the winmail.dat as it came."""
    mail = read_mail(around([attachment(WINMAIL, "application/ms-tnef", "winmail.dat")]))

    assert mail.files == (File("winmail.dat", WINMAIL), File("huis.gif", GIF))


def test_a_damaged_file_is_named() -> None:
    """The mail says that a message in it could not be read, and keeps the file."""
    mail = read_mail(around([attachment(MSG[:600], "application/vnd.ms-outlook", "x.msg")]))

    assert "attachment" in mail.broken
    assert mail.files == (File("x.msg", MSG[:600]),)


def test_a_mail_in_a_msg_file() -> None:
    """An .eml that is attached to a .msg is read as a message too."""
    tree = outlook.message_tree({0x0037: "x", 0x1000: "Zie bijlage"})
    tree["__attach_version1.0_#00000000"] = outlook.attached_file("x.eml", mail_of(ONE))
    mail = read_mail(around([attachment(outlook.container(tree), "application/octet-stream", "x.msg")]))

    assert ONE.text in {entry.text for entry in mail.forwarded}


@settings(max_examples=150)
@given(
    st.sampled_from([MSG, WINMAIL]),
    st.lists(st.tuples(st.integers(0, 12_000), st.binary(min_size=1, max_size=8)), max_size=6),
    st.integers(0, 12_000),
)
def test_damage_is_survived(content: bytes, wounds: list[tuple[int, bytes]], end: int) -> None:
    """Bytes overwritten anywhere, or the end gone."""
    damaged = bytearray(content)
    for at, wound in wounds:
        damaged[at % len(content) : at % len(content) + len(wound)] = wound
    for whole in (bytes(damaged), bytes(damaged[:end])):
        read_msg(whole, Budget())
        read_tnef(whole, Budget())


@given(st.binary(max_size=500))
def test_any_rtf_is_survived(content: bytes) -> None:
    """Packed or not, RTF or not."""
    rtf_to_text(content)
    rtf_to_text(outlook.literal_rtf(content))
    rtf_to_text(outlook.packed_rtf(b"{\\rtf1" + content))

    assert unpack(outlook.literal_rtf(content)) == content


def test_rtf_that_refers_back() -> None:
    """The example of the format's own description, and signs beyond ASCII."""
    packed = bytes.fromhex(
        "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0"
    )

    assert unpack(packed) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"
    assert rtf_to_text(packed) == "hello world"
    assert (
        rtf_to_text(outlook.packed_rtf(b"{\\rtf1\\ansi e\\'e9n \\u8364?50\\par {\\*\\x weg}slot}")) == "eén €50\nslot"
    )
