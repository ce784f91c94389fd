"""A form with every kind of field that we use."""

from django import forms

from wijkteam.forms import CheckboxChoices, DateField3, Form, RadioChoice

HOW = [("call", "Bellen"), ("mail", "E-mail")]


class Sink(Form):
    name = forms.CharField(
        label="Hoe mogen we u noemen?",
        help_text="Een voornaam is genoeg.",
        widget=forms.TextInput({"autocomplete": "given-name"}),
    )
    email = forms.EmailField(
        label="E-mail", required=False, widget=forms.EmailInput({"autocomplete": "email"})
    )
    how = RadioChoice(label="Hoe?", choices=HOW, help_text="Kies er een.")
    when = CheckboxChoices(label="Wanneer?", choices=[("am", "Ochtend"), ("pm", "Middag")])
    born = DateField3(label="Geboren", birthday=True, help_text="Bijvoorbeeld 6 3 1980.")
    domain = forms.ChoiceField(label="Leefgebied", choices=[("", "Kies"), ("money", "Geld")])
    words = forms.CharField(label="In uw woorden", required=False, widget=forms.Textarea)
    paper = forms.FileField(label="Bestand", required=False)
    agreed = forms.BooleanField(label="Ik vind het goed")
    number = forms.IntegerField(label="Cijfer", min_value=1, max_value=10)
    trace = forms.CharField(widget=forms.HiddenInput, required=False)


EMPTY: dict[str, str] = {}
WRONG = {
    "name": "",
    "email": "geen adres",
    "how": "fax",
    "born_0": "31",
    "born_1": "2",
    "born_2": "2026",
    "domain": "onzin",
    "number": "elf",
    "words": "<script>alert(1)</script>",
}
RIGHT = {
    "name": "Jo",
    "how": "call",
    "when": ["am", "pm"],
    "born_0": "6",
    "born_1": "3",
    "born_2": "1980",
    "domain": "money",
    "agreed": "on",
    "number": "7",
    "words": "مرحبا",
}
