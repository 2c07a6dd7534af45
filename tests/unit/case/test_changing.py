"""What is changed in a frozen dataclass is a copy with those fields, and nothing that it does not have."""

import dataclasses

import pytest

from vangnet.case import state
from vangnet.case.changing import replace
from vangnet.case.state import Case

STATES = [one for one in vars(state).values() if dataclasses.is_dataclass(one) and isinstance(one, type)]


def test_it_is_what_the_library_makes() -> None:
    """The same in every field, and what it was made of is as it was."""
    case = Case()

    made = replace(case, version=3, kind="directory")

    assert made == dataclasses.replace(case, version=3, kind="directory")
    assert case == Case()


def test_a_field_that_is_not_there_is_refused() -> None:
    """As the library does."""
    with pytest.raises(TypeError, match="Case has no such field: versoin"):
        replace(Case(), versoin=3)  # type: ignore[call-arg]


@pytest.mark.parametrize("kind", STATES, ids=lambda kind: str(kind.__name__))
def test_the_state_of_a_case_keeps_its_fields_as_they_are_given(kind: type) -> None:
    """Nothing is worked out or kept beside them when one is made, which a changed one would not have."""
    assert not hasattr(kind, "__post_init__")
    assert not hasattr(kind, "__slots__")
    assert all(one.init for one in dataclasses.fields(kind))
