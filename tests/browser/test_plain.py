"""The request form for whoever has no browser as we know it: labels and buttons are enough."""

from tests.browser.plain import Visitor
from tests.browser.portal import Portal


def test_a_request_by_labels_alone(portal: Portal) -> None:
    visitor = Visitor(portal.address)
    visitor.go("/gesprek/")
    visitor.choose("Voor mijzelf of mijn gezin")
    visitor.press("Verder")
    visitor.fill_in("Hoe mogen we u noemen?", "Plien zonder browser")
    visitor.choose("E-mail")
    visitor.fill_in("E-mailadres", "plien@example.nl")
    visitor.choose("Avond")
    visitor.press("Verder")
    visitor.fill_in("Wie neemt u mee?", "mijn zus")
    visitor.press("Verder")
    visitor.fill_in("In uw eigen woorden", "Ik wil weer zelf mijn post open durven maken.")
    visitor.press("Verder")
    assert visitor.heading == "Klopt het zo?"
    visitor.press("Versturen")
    assert visitor.heading == "Dank u wel. Uw vraag is bij ons."

    asked = """SELECT reach_by, email, day_parts::text, company, words
               FROM intake_conversationrequest r JOIN intake_ownwords w ON w.request_id = r.id
               WHERE name = %s"""
    row = portal.ask(f"SELECT row_to_json(t) FROM ({asked}) t", "Plien zonder browser")
    assert (row["reach_by"], row["email"], row["company"]) == (
        "mail",
        "plien@example.nl",
        "mijn zus",
    )
    assert "evening" in row["day_parts"]
    assert row["words"] == "Ik wil weer zelf mijn post open durven maken."


def test_an_error_names_the_field_and_keeps_what_was_typed(portal: Portal) -> None:
    visitor = Visitor(portal.address)
    visitor.go("/gesprek/")
    visitor.press("Verder")
    visitor.fill_in("Hoe mogen we u noemen?", "Plien")
    visitor.fill_in("Telefoonnummer", "12")
    visitor.press("Verder")
    assert "Dit nummer klopt niet" in visitor.page.html
    assert visitor._field("Telefoonnummer").attrs["value"] == "12"
    assert visitor._field("Hoe mogen we u noemen?").attrs["value"] == "Plien"
