"""Every page of a file, for everyone at the table: it opens, and no reader stumbles over it."""

import pytest

from tests.page import check_page


def pages(family) -> dict[str, list[str]]:
    url, goal = family.url, f"/werk/doelen/{family.money.pk}/"
    school_goal = f"/werk/doelen/{family.parenting.pk}/"
    everyone = ["/werk/dossiers/", url, f"{url}tafel/", f"{url}doel/", f"{url}afspraak/",
                f"{url}bericht/", f"{url}delen/"]  # fmt: skip
    return {
        "professional": [
            *everyone, goal, f"{goal}terugblik/", f"{goal}gelukt/", f"{goal}loslaten/",
            f"{url}afspraak/?doel={family.money.pk}", f"{url}tafel/vragen/",
            *(f"{url}tafel/vragen/{whom}/" for whom in
              ("collega", "organisatie", "eigen-netwerk", "vindplaats", "gezin")),
            f"{url}tafel/regie/", f"{url}afsluiten/", f"{url}wie-keek/",
            f"/werk/berichten/{family.entries['table'].pk}/verbeteren/",
            f"/werk/plekken/{family.partner.pk}/van-tafel/",
            f"/werk/delen/{family.ground.pk}/stoppen/",
        ],
        "colleague": everyone,
        "partner": [
            *everyone, school_goal, f"{school_goal}terugblik/",
            f"/werk/plekken/{family.partner.pk}/van-tafel/",
        ],
        "resident": [
            family.own_url, f"{family.own_url}bericht/", "/mijn/wie-keek/",
            f"/mijn/doelen/{family.money.pk}/cijfer/",
            f"/mijn/delen/{family.ground.pk}/stoppen/",
        ],
    }  # fmt: skip


@pytest.mark.parametrize("who", ["professional", "colleague", "partner", "resident"])
def test_every_page_opens_and_reads_well(family, as_user, who, request):
    client = as_user(request.getfixturevalue(who))
    for page in pages(family)[who]:
        response = client.get(page)
        assert response.status_code == 200, page
        assert check_page(response.content.decode()) == [], page
