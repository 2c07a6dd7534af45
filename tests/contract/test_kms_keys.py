"""Keys by KMS: what passes and what does not, what KMS is told, and the secret that hashes are made with."""

import secrets
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.cloud.ministack import Ministack
from tests.contract.aws import LOST, SECRET, Faulty, client_of
from tests.contract.conftest import ON_MINISTACK
from vangnet.rigs.aws.keys import KeyDamaged, KmsKeys, hashing_key
from vangnet.rigs.embedded.keys import KEY_LENGTH, FileKeys
from vangnet.rigs.hashing import derived
from vangnet.rigs.starting import CannotStart
from vangnet.shell.ports import StoreUnavailable

pytestmark = ON_MINISTACK
KEY, HASHING = secrets.token_bytes(KEY_LENGTH), secrets.token_bytes(KEY_LENGTH)


@pytest.fixture
def kms(ministack: Ministack) -> Iterator[Any]:
    """Give a client of the emulated KMS."""
    with client_of(ministack, "kms") as client:
        yield client


@pytest.fixture
def key_id(kms: Any) -> str:
    """Give a key of this test alone."""
    return str(kms.create_key()["KeyMetadata"]["KeyId"])


def test_another_process_unwraps_what_this_one_wrapped(kms: Any, key_id: str) -> None:
    """After a restart everything opens, with whatever secret the hashes are made."""
    wrapped = KmsKeys(kms, key_id, HASHING).wrap("case/one", KEY)

    assert KmsKeys(kms, key_id, secrets.token_bytes(KEY_LENGTH)).unwrap("case/one", wrapped) == KEY


def test_kms_is_told_the_stream_and_no_more(kms: Any, key_id: str) -> None:
    """The context of both calls is the stream's id, which may stand in CloudTrail."""
    told = Faulty(kms)
    keys = KmsKeys(told, key_id, HASHING)
    keys.unwrap("case/one", keys.wrap("case/one", KEY))

    assert [(name, asked["EncryptionContext"]) for name, asked in told.asked] == [
        ("encrypt", {"stream": "case/one"}),
        ("decrypt", {"stream": "case/one"}),
    ]
    assert {asked["KeyId"] for _, asked in told.asked} == {key_id}


def test_garbage_that_kms_gives_back_is_noticed(kms: Any, key_id: str) -> None:
    """An emulator decrypts a changed byte to another key without an error; the proof inside the seal finds it."""
    keys = KmsKeys(kms, key_id, HASHING)
    wrapped = bytearray(keys.wrap("case/one", KEY))
    wrapped[-KEY_LENGTH - 1] ^= 1  # The last byte of the key itself.
    context = {"stream": "case/one"}

    assert kms.decrypt(KeyId=key_id, CiphertextBlob=bytes(wrapped), EncryptionContext=context)["Plaintext"]
    with pytest.raises(KeyDamaged, match="case/one is not what was wrapped"):
        keys.unwrap("case/one", bytes(wrapped))


def test_a_key_that_somebody_else_sealed_for_a_stream_is_not_taken(kms: Any, key_id: str) -> None:
    """Bytes that KMS sealed without our proof are no key of a stream, even with the right context."""
    context = {"stream": "case/one"}
    planted = kms.encrypt(KeyId=key_id, Plaintext=KEY, EncryptionContext=context)["CiphertextBlob"]

    with pytest.raises(KeyDamaged):
        KmsKeys(kms, key_id, HASHING).unwrap("case/one", planted)


def test_a_disabled_key_is_unavailable_until_it_is_enabled(kms: Any, key_id: str) -> None:
    """Nothing is lost while a key is disabled: each call says so, and works again after."""
    keys = KmsKeys(kms, key_id, HASHING)
    wrapped = keys.wrap("case/one", KEY)
    kms.disable_key(KeyId=key_id)

    with pytest.raises(StoreUnavailable, match="DisabledException"):
        keys.unwrap("case/one", wrapped)
    with pytest.raises(StoreUnavailable, match="DisabledException"):
        keys.wrap("case/two", KEY)
    kms.enable_key(KeyId=key_id)
    assert keys.unwrap("case/one", wrapped) == KEY


@pytest.mark.parametrize("code", ["ThrottlingException", "KMSInternalException", "AccessDeniedException", LOST])
def test_what_passes_is_unavailable(kms: Any, key_id: str, code: str) -> None:
    """A busy KMS, a missing right and a lost answer are told by their code, and in no words of AWS."""
    wrapped = KmsKeys(kms, key_id, HASHING).wrap("case/one", KEY)
    keys = KmsKeys(Faulty(kms, {"encrypt": code, "decrypt": code}), key_id, HASHING)

    attempts: tuple[Callable[[], bytes], ...] = (
        lambda: keys.wrap("case/one", KEY),
        lambda: keys.unwrap("case/one", wrapped),
    )
    for attempt in attempts:
        with pytest.raises(StoreUnavailable) as caught:
            attempt()
        assert ("ReadTimeoutError" if code == LOST else code) in str(caught.value)
        assert SECRET not in str(caught.value)


@pytest.mark.parametrize("code", ["InvalidCiphertextException", "IncorrectKeyException"])
def test_what_does_not_pass_is_damaged(kms: Any, key_id: str, code: str) -> None:
    """What KMS cannot open will not open at another try either."""
    wrapped = KmsKeys(kms, key_id, HASHING).wrap("case/one", KEY)

    with pytest.raises(KeyDamaged, match=code):
        KmsKeys(Faulty(kms, {"decrypt": code}), key_id, HASHING).unwrap("case/one", wrapped)


def test_references_are_of_crockfords_letters(kms: Any, key_id: str) -> None:
    """Ids have the length asked for, and no two are the same."""
    keys = KmsKeys(kms, key_id, HASHING)
    drawn = [keys.new(8) for _ in range(100)]

    assert {len(one) for one in drawn} == {8}
    assert len(set(drawn)) == 100
    assert set("".join(drawn)) <= set("0123456789ABCDEFGHJKMNPQRSTVWXYZ")


def test_a_house_that_moves_finds_its_names_again(kms: Any, key_id: str) -> None:
    """The secret of a key file, put into Secrets Manager, makes the hashes that the key file made."""
    master = secrets.token_bytes(KEY_LENGTH)
    embedded = FileKeys(master)
    hashing = hashing_key("hex:" + derived(master).hex())

    assert KmsKeys(kms, key_id, hashing).keyed_hash("name", "jansen") == embedded.keyed_hash("name", "jansen")


def test_any_long_secret_gives_a_key_to_hash_with() -> None:
    """The same secret gives the same 32 bytes, a line's end beside it changes nothing, another gives others."""
    secret = secrets.token_urlsafe(32)

    assert hashing_key(secret) == hashing_key(secret + "\n")
    assert len(hashing_key(secret)) == KEY_LENGTH
    assert hashing_key(secret) != hashing_key(secret + "x")
    assert hashing_key(f"hex:{KEY.hex()}") == KEY


@pytest.mark.parametrize("secret", ["", "s3cret-" * 4, "hex:", "hex:zz" * 16, "hex:" + "ab" * 31, "hex:" + "ab" * 33])
def test_a_short_or_broken_secret_is_refused(secret: str) -> None:
    """Whoever starts the house is told what is wrong, and never reads the secret."""
    with pytest.raises(CannotStart) as caught:
        hashing_key(secret)

    assert "secret of the hashes" in str(caught.value)
    assert not secret or secret.removeprefix("hex:")[:6] not in str(caught.value) or secret == "hex:"


def test_the_keys_bring_no_client_of_aws() -> None:
    """The function that takes reports in starts cold: this module alone loads neither boto3 nor cryptography."""
    program = "import sys, vangnet.rigs.aws.keys; print({'boto3', 'botocore', 'cryptography'} & set(sys.modules))"

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
