"""Reading in who holds a place, whose it is, and on which days it opens."""

import pytest

from network.models import RegisterImport, Vindplaats
from tests import factories
from tests.network.conftest import words
from tests.network.test_import import URL, put_in, upload
from tests.page import check_page

HEAD = "naam;soort;organisatie;wie houdt contact;wie valt in;op welke dagen open"


def test_names_become_colleagues_and_organisations(as_user, professional, colleague):
    linde = factories.organisation("Zorggroep De Linde", "care")
    client = as_user(professional)
    rows = [
        f"Tuin;school;zorggroep de linde;{colleague.name.upper()};{professional.email};ma; Dinsdag",
        "Kas;school;;;;",
        "Schuur;school;;Nog niemand;;vr, za",
    ]
    rows[0] = rows[0].replace("ma; Dinsdag", '"ma; Dinsdag"')
    page = words(upload(client, "\n".join([HEAD, *rows])))
    assert "Zet 3 plekken in het register" in page
    put_in(client)
    tuin, kas, schuur = (Vindplaats.objects.get(name=name) for name in ("Tuin", "Kas", "Schuur"))
    assert (tuin.organisation, tuin.holder, tuin.substitute) == (linde, colleague, professional)
    assert (tuin.open_days, schuur.open_days) == (["0", "1"], ["4", "5"])
    # An empty cell is for whoever reads the list in: no place is forgotten.
    assert (kas.organisation, kas.holder, kas.substitute) == (None, professional, None)
    assert schuur.holder is None


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("Tuin;school;De Berk;;;", "organisatie: kennen wij niet: De Berk."),
        ("Tuin;school;;Jo Onbekend;;", "wie houdt contact: werkt niet bij een wijkteam: Jo"),
        ("Tuin;school;;;Ria van der Berg;", "wie valt in: werkt niet bij een wijkteam: Ria"),
        ("Tuin;school;;;;soms", "op welke dagen open: kennen wij niet: soms."),
    ],
)
def test_a_row_with_a_name_that_nobody_has_is_kept_and_says_why(
    as_user, professional, resident, ria, row, said
):
    client = as_user(professional)
    page = words(upload(client, f"{HEAD}\nGoed;school;;;;\n{row}"))
    assert said in page
    assert "Zet 1 plek in het register" in page
    assert check_page(page) == []
    made = RegisterImport.objects.get()
    answer = client.get(f"{URL}{made.pk}/fout.csv").content.decode("utf-8-sig")
    assert row in answer
    assert said in answer


def test_two_with_one_name_are_asked_apart(as_user, professional, team):
    kims = [factories.user("Kim de Boer", "professional", team) for _time in range(2)]
    client = as_user(professional)
    rows = [
        "naam;soort;wie houdt contact",
        "Tuin;school;Kim de Boer",
        f"Kas;school;{kims[1].email}",
    ]
    page = words(upload(client, "\n".join(rows)))
    assert "zo heten er meer: Kim de Boer. Vul het e-mailadres in." in page
    put_in(client)
    assert Vindplaats.objects.get().holder == kims[1]


def test_who_left_holds_nothing_new(as_user, professional, colleague):
    colleague.memberships.all().delete()
    page = words(upload(as_user(professional), f"naam;soort;houder\nTuin;school;{colleague.email}"))
    assert "werkt niet bij een wijkteam" in page
