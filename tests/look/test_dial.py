"""Whom to call, as it was written down: a phone can dial the number in it."""

import pytest

from wijkteam.templatetags.frame import dial


@pytest.mark.parametrize(
    ("to", "name", "number"),
    [
        ("Bilal Chaouch 020 170 2345", "Bilal Chaouch", "tel:0201702345"),
        ("06 12345678", "", "tel:0612345678"),
        ("Els +31 6 12 34 56 78", "Els", "tel:+31612345678"),
        ("Jo 2 020-1702345", "Jo 2", "tel:0201702345"),
    ],
)
def test_the_number_is_a_link(to, name, number):
    shown = dial(to)
    assert f'href="{number}"' in shown
    assert (f"<bdi>{name}</bdi>" in shown) == bool(name)


@pytest.mark.parametrize("to", ["Rietvelden 12", "de bibliotheek, 1311 AD", "<b>", ""])
def test_what_is_no_number_is_only_read(to):
    assert "tel:" not in dial(to)
    assert "<b>" not in dial(to)
