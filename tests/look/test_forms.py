"""Our template pack: every kind of field, empty, wrong and filled."""

import re
from datetime import date

import pytest
from django import forms
from django.template import Context, Template
from django.utils import timezone

from tests.look.sink import EMPTY, RIGHT, WRONG, Sink
from tests.page import check_page
from wijkteam.forms import DateField3, Form

WAYS = ["{{ form|crispy }}", "{% crispy form %}"]
STATES = {"new": None, "empty": EMPTY, "wrong": WRONG, "right": RIGHT}


def shown(form, way=WAYS[0]) -> str:
    page = Template("{% load crispy_forms_tags %}" + way).render(Context({"form": form}))
    return re.sub(r"\s+", " ", page)


def tag(html: str, start: str) -> str:
    """The one tag that begins like this."""
    (found,) = re.findall(rf"{re.escape(start)}[^>]*>", html)
    return found


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("state", STATES)
def test_every_reference_label_and_legend_is_right(way, state):
    assert check_page(shown(Sink(STATES[state]), way)) == []


@pytest.mark.parametrize("way", WAYS)
def test_a_new_form_shows_no_errors(way):
    html = shown(Sink(), way)
    assert "data-error-summary" not in html
    assert "aria-invalid" not in html


@pytest.mark.parametrize("way", WAYS)
def test_the_summary_links_to_each_wrong_field(way):
    html = shown(Sink(WRONG), way)
    assert '<h2 class="utrecht-heading-3" tabindex="-1">' in html
    summary = html[html.index("data-error-summary") : html.index("</ul>")]
    goals = re.findall(r'href="#([^"]+)"', summary)
    assert goals == [
        "id_name", "id_email", "id_how_0", "id_when_0", "id_born_0", "id_domain", "id_agreed",
        "id_number",
    ]  # fmt: skip
    for goal in goals:
        assert re.search(rf'<(input|select|textarea)[^>]* id="{goal}"', html), goal


def test_the_error_stands_between_label_and_input():
    html = shown(Sink(WRONG))
    label, error, field = (
        html.index('for="id_name"'),
        html.index('id="id_name_error"'),
        html.index('name="name"'),
    )
    assert label < error < field


def test_help_and_error_are_read_with_the_input():
    field = tag(shown(Sink(WRONG)), '<input type="text" name="name"')
    assert 'aria-describedby="id_name_helptext id_name_error"' in field
    assert 'aria-invalid="true"' in field
    assert "utrecht-textbox--invalid" in field


def test_a_group_carries_help_and_error_once():
    html = shown(Sink(WRONG))
    (group,) = re.findall(r'<fieldset[^>]* id="id_how_group"[^>]*>', html)
    assert 'role="radiogroup"' in group
    assert 'aria-required="true"' in group
    assert 'aria-describedby="id_how_helptext id_how_error"' in group
    assert "aria-" not in "".join(re.findall(r'<input type="radio"[^>]*>', html))


def test_only_optional_fields_say_so():
    html = shown(Sink())
    assert html.count("(niet verplicht)") == 3
    assert html.count(' aria-required="true"') == 5
    assert not re.search(r"<(input|select|textarea)[^>]* required[ >]", html)


def test_a_filter_marks_nothing_as_optional():
    class Filter(Form):
        mark_optional = False
        who = forms.CharField(label="Wie", required=False)

    assert "niet verplicht" not in shown(Filter())


def test_what_another_answer_may_ask_for_is_not_called_a_matter_of_choice():
    class Answer(Form):
        depends = ("why",)
        why = forms.CharField(label="Waarom", required=False)
        more = forms.CharField(label="Meer", required=False)

    html = shown(Answer())
    assert html.count("(niet verplicht)") == 1
    assert "(niet verplicht)" in html[html.index("Meer") :]


def test_autocomplete_and_direction_reach_the_browser():
    html = shown(Sink())
    assert 'autocomplete="given-name"' in tag(html, '<input type="text" name="name"')
    assert 'dir="auto"' in tag(html, '<input type="text" name="name"')
    assert 'dir="auto"' in tag(html, "<textarea")
    assert 'autocomplete="email"' in tag(html, '<input type="email"')
    assert "dir=" not in tag(html, '<input type="email"')
    assert 'autocomplete="bday-year"' in tag(html, '<input type="text" name="born_2"')


def test_what_was_typed_stays_and_is_escaped():
    html = shown(Sink(WRONG))
    assert 'value="31"' in html
    assert 'value="geen adres"' in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html


def test_a_right_form_keeps_its_choices():
    html = shown(Sink(RIGHT))
    assert "checked" in tag(html, '<input type="radio" name="how" value="call"')
    assert "checked" not in tag(html, '<input type="radio" name="how" value="mail"')
    assert html.count("checked") == 4


def test_one_field_alone():
    html = shown(Sink(WRONG), "{{ form.how|as_crispy_field }}")
    assert check_page(html) == []
    assert "id_how_error" in html


def test_a_formset_has_one_summary_and_a_legend_per_form():
    class Person(Form):
        name = forms.CharField(label="Naam")
        born = DateField3(label="Geboren", required=False)

    people = forms.formset_factory(Person, extra=2, min_num=1, validate_min=True)
    data = {"form-TOTAL_FORMS": "2", "form-INITIAL_FORMS": "0", "form-0-born_0": "1"}
    html = shown(people(data))
    assert check_page(html) == []
    assert html.count("data-error-summary") == 1
    assert 'href="#id_form-0-name"' in html
    assert "Nummer 2" in html


def test_a_layout_with_a_group_and_a_hidden_field():
    from crispy_forms.layout import Field, Fieldset, Layout, Row, Submit

    form = Sink(WRONG)
    form.helper.layout = Layout(
        Fieldset("Over u", Row("name", Field("email", wrapper_class="smal"))),
        Submit("go", "Verder"),
    )
    html = shown(form, WAYS[1])
    assert check_page(html.replace("#id_", "?")) == []
    assert "<legend" in html
    assert "smal" in html
    assert 'type="hidden" name="trace"' in html
    assert 'utrecht-button--primary-action" name="go"' in html


def test_the_layout_of_one_form_is_not_the_layout_of_all():
    one, other = Sink(), Sink()
    one.helper.layout = "x"
    assert other.helper.layout is None


DATES = [
    (("6", "3", "1980"), date(1980, 3, 6), None),
    ((" 06 ", "03", "1980"), date(1980, 3, 6), None),
    (("", "", ""), None, "required"),
    (("6", "", "1980"), None, "incomplete"),
    (("zes", "3", "1980"), None, "invalid"),
    (("٦", "3", "1980"), None, "invalid"),
    (("31", "2", "1980"), None, "unknown"),
    (("6", "3", "80"), None, "unknown"),
    (("6", "3", "99999"), None, "unknown"),
    (("6", "3", "9" * 5000), None, "unknown"),
    (("9" * 25, "3", "1980"), None, "unknown"),
    (("-1", "3", "1980"), None, "invalid"),
]


@pytest.mark.parametrize(("typed", "found", "code"), DATES)
def test_a_date_in_three_parts(typed, found, code):
    field = DateField3()
    if code is None:
        assert field.clean(list(typed)) == found
        return
    with pytest.raises(forms.ValidationError) as error:
        field.clean(list(typed))
    assert error.value.code == code


def test_two_digits_are_a_year_nearby_and_never_a_year_of_birth():
    year = timezone.localdate().year
    assert DateField3().clean(["6", "3", str(year)[2:]]) == date(year, 3, 6)
    with pytest.raises(forms.ValidationError):
        DateField3(birthday=True).clean(["6", "3", str(year)[2:]])


def test_an_optional_date_may_stay_empty_and_a_known_one_is_shown():
    class Plan(Form):
        on = DateField3(label="Op", required=False)

    assert Plan({}).is_valid()
    assert 'value="2026"' in shown(Plan(initial={"on": date(2026, 3, 6)}))
    assert 'value="2026"' in shown(Plan(initial={"on": "2026-03-06"}))
    same = {"on_0": "6", "on_1": "3", "on_2": "2026"}
    assert not Plan(same, initial={"on": date(2026, 3, 6)}).has_changed()


def test_what_django_says_is_said_in_plain_words():
    class Plain(Form):
        words = forms.CharField(max_length=3)
        one = forms.ChoiceField(choices=[("a", "a")])

    errors = Plain({"words": "vier", "one": "b"}).errors
    assert errors["words"] == ["Dit is te lang. Er passen 3 tekens in; u hebt er 4."]
    assert errors["one"] == ["Kies een van de antwoorden."]
