"""What leads to a family is found in any spelling; ordinary words are left alone."""

import pytest

from casework.models import CaseFile, HouseholdMember, NetworkPerson, Person
from casework.names import names_in


@pytest.fixture
def case_file(family) -> CaseFile:
    """Gezin Jansen at Lindeplein 12: Mark, Noor, Zoë, Jan-Willem van den Berg, Bram; Els."""
    household = family.case_file.household
    for name in ["Zoë Jansen", "Jan-Willem van den Berg", "Bram", "Jo"]:
        person = Person.objects.create(name=name)
        HouseholdMember.objects.create(household=household, person=person, role="other")
    NetworkPerson.objects.create(household=household, name="Tante Fátima", relation="tante")
    return family.case_file


@pytest.mark.parametrize(("words", "found"), [
    ("Mark krijgt geen toeslag.", "mark"),
    ("MARK krijgt geen toeslag.", "mark"),
    ("Marks toeslag blijft weg.", "marks"),
    ("Mark's toeslag blijft weg.", "mark"),
    ("Voor Noortje is er geen plek.", "noortje"),
    ("Zoe staat op een lijst.", "zoe"),
    ("zoë staat op een lijst.", "zoe"),
    ("Er is niets voor Brammetje.", "brammetje"),
    ("Het gezin J. Jansen wacht.", "jansen"),
    ("Willem wacht.", "willem"),
    ("Familie v.d. Berg wacht.", "berg"),
    ("Fatima mag niet bellen.", "fatima"),
    ("Jo wacht.", "jo"),
    ("Op het Lindeplein is geen opvang.", "lindeplein"),
    ("Op 1311 ab is geen opvang.", "1311 ab"),
    ("Bel 06 1234 5678.", "06 1234 5678"),
    ("Mail m.j@voorbeeld.example.", "m.j@voorbeeld.example."),
    ("Nummer 123456782.", "123456782"),
    ("Elsje kookt.", "elsje"),
])  # fmt: skip
def test_it_is_found(case_file, words, found):
    assert found in names_in(words, case_file)


@pytest.mark.parametrize(("street", "words", "found"), [
    ("Burgemeester van Leeuwenstraat", "In de Leeuwenstraat is geen opvang.", "leeuwenstraat"),
    ("Burgemeester van Leeuwenstraat", "Leeuwenstr. 4 is te duur.", "leeuwenstr"),
    ("Lindeplein", "In de Lindepleinflat is geen lift.", "lindepleinflat"),
    ("Laan van Meerdervoort", "Aan de laan van Meerdervoort.", "laan van meerdervoort"),
    ("Dam", "Op de Dam is het te duur.", "dam"),
    ("Dam", "De dame wacht op straat.", ""),
    ("Kleine Straat", "Wie op straat leeft.", ""),
])  # fmt: skip
def test_a_street_in_part_or_shortened_is_found(case_file, street, words, found):
    case_file.household.street = street
    assert names_in(words, case_file) == [found] * bool(found)


@pytest.mark.parametrize(("words", "found"), [
    ("Op Basisschool De Wilgen is geen plek.", "wilgen"),  # sits at this table
    ("Op de wilgen-school is geen plek.", "wilgen-school"),
    ("De Wilgenschool heeft geen geld.", "wilgenschool"),
    ("Op school De Regenboog is geen plek.", "school De Regenboog"),
    ("Daar is de Regenboogschool te vol voor.", "de Regenboogschool"),
    ("Obs 't Palet neemt niemand aan.", "Obs 't Palet"),
    ("Kinderdagverblijf Pip en Zo is te duur.", "Kinderdagverblijf Pip"),
    ("Huisarts De Boer schrijft het niet voor.", "Huisarts De Boer"),
    ("De praktijk van dokter Bakker is vol.", "dokter Bakker"),
    ("De imam van moskee El Hijra mag niet mee.", "moskee El Hijra"),
])  # fmt: skip
def test_a_place_that_few_families_share_is_found(case_file, partner, words, found):
    """Two lines and the name of a school, a doctor or a church are often one family."""
    partner.organisation.name, partner.organisation.kind = "Basisschool De Wilgen", "school"
    partner.organisation.save()
    assert found in names_in(words, case_file)


@pytest.mark.parametrize("words", [
    "De school wil niet, de huisarts ook niet. Basisschool of speciaal: niemand weet het.",
    "Een school. Wie betaalt de bus?",
    "Middelbare school: geen plek. De hogeschool rekent anders.",
    "De woningcorporatie en de afdeling Werk en Inkomen wijzen naar elkaar.",
    "De Voedselbank vraagt een verwijzing van de huisarts (ook bij spoed).",
    "De Basisschool vraagt geld voor het kamp, de Hogeschool ook.",
    "Wie een schuld heeft, mag niet in de opvang.",
    "De markt is te duur, en het bermonitoren van de kosten ook.",
    "De jongen van 12 wacht 9 weken op het gezin en de familie.",
    "Elke week 40 euro, al sinds 2024.",
    "Er is geen noorderlicht en geen bramenstruik.",
    "De regel van artikel 2.3.5 past niet bij wie op straat leeft.",
])  # fmt: skip
def test_ordinary_words_may_go(case_file, words):
    assert names_in(words, case_file) == []
