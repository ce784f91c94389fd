"""A phone number in the words beside a box keeps its order, in Arabic too: else its parts would
change places, and "06 12345678" would end with 06."""

import pytest
from crispy_forms.utils import render_crispy_form
from django import forms
from django.utils.translation import override

from wijkteam.forms import Form

WRONG = "Dit nummer klopt niet. Voorbeeld: 06 12345678."
KEPT = '<bdi dir="ltr">06 12345678</bdi>.'


class Reach(Form):
    phone = forms.CharField(
        label="Telefoon", help_text="Of 020 123 4567 <b>.", error_messages={"required": WRONG}
    )


@pytest.mark.parametrize(("language", "times"), [("ar", 2), ("nl", 0)])
def test_a_number_keeps_its_order(language, times):
    with override(language):
        html = render_crispy_form(Reach({}))
    assert html.count(KEPT) == times  # beside the box, and in the summary
    assert ('<bdi dir="ltr">020 123 4567</bdi> &lt;b&gt;.' in html) == bool(times)
    assert "<b>" not in html
