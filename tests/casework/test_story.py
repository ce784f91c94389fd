"""The story: written with one field, read by whom it is for, corrected beside the original."""

import pytest

from casework.models import TimelineEntry
from casework.workflow import NotAllowed
from tests.casework.browser import send, words
from tests.page import check_page
from wijkteam.models import AccessLog


def last() -> TimelineEntry:
    return TimelineEntry.objects.order_by("at").last()


def test_words_are_enough(family, as_user, professional):
    response = send(as_user(professional), f"{family.url}bericht/", words="Even gebeld.")
    assert response.url == f"{family.url}#verhaal"
    entry = last()
    assert (entry.words, entry.kind, entry.audience) == ("Even gebeld.", "note", "table")
    assert entry.by == family.coordinator
    assert AccessLog.objects.filter(act="veranderd", part="verhaal").count() == 1


def test_sent_twice_it_is_there_once(family, as_user, professional):
    send(as_user(professional), f"{family.url}bericht/", twice=True, words="Een keer.")
    # After the back button: the same words, under a new key.
    send(as_user(professional), f"{family.url}bericht/", words="Een keer.")
    assert TimelineEntry.objects.filter(words="Een keer.").count() == 1
    send(as_user(professional), f"{family.url}bericht/", words="Een keer.", life_domain="money")
    assert TimelineEntry.objects.filter(words="Een keer.").count() == 2


def test_in_place_with_javascript(family, as_user, professional):
    client, url = as_user(professional), f"{family.url}bericht/"
    piece = client.get(url, headers={"HX-Request": "true"})
    assert "<html" not in piece.content.decode()
    assert check_page(piece.content.decode()) == []
    wrong = client.post(url, {"words": "", "kind": "note"}, headers={"HX-Request": "true"})
    assert "Schrijf op wat er gebeurde." in words(wrong)
    assert '<details class="wt-more" open>' in words(wrong)  # who may read it is in sight
    done = client.post(url, {"words": "Snel.", "kind": "note"}, headers={"HX-Request": "true"})
    assert done.headers["HX-Refresh"] == "true"
    assert done.headers["HX-Redirect"] == f"{family.url}#verhaal"
    assert last().words == "Snel."


def test_a_meeting_says_whether_the_resident_was_there(family, as_user, professional):
    client, url = as_user(professional), f"{family.url}bericht/"
    page = words(send(client, url, words="Overlegd.", kind="meeting"))
    assert "Zeg erbij of de bewoner erbij was." in page
    assert "Overlegd." in page
    send(client, url, words="Overlegd.", kind="meeting", resident_present="no")
    assert last().resident_present is False
    assert "zonder de bewoner" in words(client.get(family.url))


def test_about_a_domain_it_is_for_who_belongs_there(family, as_user, professional, partner):
    send(as_user(professional), f"{family.url}bericht/", words="Schulden.", life_domain="money")
    assert last().audience == "domain"
    assert "Schulden." not in words(as_user(partner).get(family.url))
    assert "Schulden." in words(as_user(professional).get(family.url))


def test_for_the_coordinator_alone(family, as_user, colleague, professional, resident):
    send(as_user(colleague), f"{family.url}bericht/", words="Zorg.", only_coordinator="on")
    assert "Zorg." in words(as_user(professional).get(family.url))
    assert "Zorg." not in words(as_user(colleague).get(family.url))
    assert "Zorg." not in words(as_user(resident).get(family.own_url))


def test_a_partner_writes_about_the_own_domain(family, as_user, partner):
    client, url = as_user(partner), f"{family.url}bericht/"
    for domain in ["money", ""]:
        assert send(client, url, words="Mag niet.", life_domain=domain).status_code == 200
    assert send(client, url, words="Noor zingt.", life_domain="parenting").status_code == 302
    assert last().by == family.partner
    assert not TimelineEntry.objects.filter(words="Mag niet.").exists()


def test_a_correction_stands_beside_the_original(family, as_user, professional, colleague):
    entry = family.entries["money"]
    url = f"/werk/berichten/{entry.pk}/verbeteren/"
    send(as_user(colleague), url, twice=True, words="Het was 25 euro.")
    correction = TimelineEntry.objects.get(corrects=entry)
    assert (correction.life_domain, correction.by) == ("money", family.colleague)
    entry.refresh_from_db()
    assert entry.words == "over geld"
    page = words(as_user(professional).get(family.url))
    assert page.index("over geld") < page.index("Verbeterd door <bdi>Youssef Amrani")
    assert page.count("Het was 25 euro.") == 1


def test_a_partner_corrects_nothing_in_the_shared_part(family, as_user, partner):
    url = f"/werk/berichten/{family.entries['table'].pk}/verbeteren/"
    assert as_user(partner).get(url).status_code == 404
    page = words(as_user(partner).get(family.url))
    assert url not in page  # what would be refused is not offered
    assert f"/werk/berichten/{family.entries['parenting'].pk}/verbeteren/" in page


def test_nobody_corrects_what_a_resident_wrote(family, as_user, resident, professional):
    """A correction by a professional would be read by everyone at home; the words were not."""
    send(as_user(resident), f"{family.own_url}bericht/", words="Alleen voor de tafel.")
    said = last()
    url = f"/werk/berichten/{said.pk}/verbeteren/"
    assert url not in words(as_user(professional).get(family.url))
    assert as_user(professional).get(url).status_code == 404
    with pytest.raises(NotAllowed):
        said.correct(family.coordinator, "Mark zei iets anders.")


@pytest.mark.parametrize("answers", [
    {"words": ""}, {"words": "   "}, {"words": "x" * 10_001}, {"kind": "outcome"},
    {"kind": "onzin"}, {"life_domain": "onzin"}, {"resident_present": "misschien"},
    {"words": "nul\x00nul"},
])  # fmt: skip
def test_a_mistake_is_said_in_words(family, as_user, professional, answers):
    before = TimelineEntry.objects.count()
    response = send(as_user(professional), f"{family.url}bericht/", **{"words": "Iets", **answers})
    assert response.status_code == 200
    assert check_page(response.content.decode()) == []
    assert TimelineEntry.objects.count() == before


def test_what_people_write_is_shown_as_they_wrote_it(family, as_user, professional):
    client = as_user(professional)
    send(client, f"{family.url}bericht/", words="<script>alert(1)</script> & co")
    page = client.get(family.url).content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; co" in page


def test_a_closed_file_keeps_what_was_typed(family, as_user, professional):
    """Closed by a second thumb while the entry was written."""
    client, url = as_user(professional), f"{family.url}bericht/"
    client.get(url)
    family.case_file.close(professional, "Het gaat weer.")
    response = client.post(url, {"words": "Net te laat.", "kind": "note"})
    assert response.status_code == 200
    assert "Dit dossier is afgesloten." in words(response)
    assert "Net te laat." in words(response)
    assert not TimelineEntry.objects.filter(words="Net te laat.").exists()
