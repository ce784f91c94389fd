"""A made-up municipality: teams, neighbourhoods, organisations and people. Nobody here exists."""

import random
import uuid
from datetime import time, timedelta

from django.contrib.auth.hashers import make_password
from django.utils import timezone

from wijkteam.choices import HoursKind, OrganisationKind, Role, Weekday
from wijkteam.models import (
    Neighbourhood,
    Organisation,
    Postcode,
    Team,
    TeamHours,
    User,
    WritingTime,
)
from wijkteam.models.burden import monday

PASSWORD = "welkom-in-de-wijk"  # noqa: S105 the demo prints it
K = OrganisationKind

# name, phone, phone out of hours, address, mail, walk-in days
# The Oude Haven opens its door in the morning as well, and closes for lunch.
TEAMS = [
    ("Wijkteam Zonnewijk", "0201234567", "0201234500", "Lindeplein 4", "zonnewijk", "0134"),
    ("Wijkteam Oude Haven", "0201234568", "0201234500", "Kade 17", "oudehaven", "124"),
    ("Wijkteam Poort", "0201234569", "0201234500", "Stationsplein 2", "poort", "023"),
]
# code, name, team, inhabitants; postcodes follow from the order
NEIGHBOURHOODS = [
    ("WK999901", "Zonnewijk-West", "Wijkteam Zonnewijk", 8340),
    ("WK999902", "Zonnewijk-Oost", "Wijkteam Zonnewijk", 7115),
    ("WK999903", "Bloemenbuurt", "Wijkteam Zonnewijk", 5960),
    ("WK999904", "Tuindorp", "Wijkteam Zonnewijk", 4225),
    ("WK999905", "Oude Haven", "Wijkteam Oude Haven", 6780),
    ("WK999906", "Visserskwartier", "Wijkteam Oude Haven", 5410),
    ("WK999907", "Dijkzicht", "Wijkteam Oude Haven", 3895),
    ("WK999908", "Poort-Noord", "Wijkteam Poort", 9120),
    ("WK999909", "Poort-Zuid", "Wijkteam Poort", 8470),
    ("WK999910", "Stationskwartier", "Wijkteam Poort", 6330),
]
ORGANISATIONS = [
    ("Gemeente Voorbeeldstad", K.MUNICIPALITY),
    ("Zorggroep De Linde", K.CARE),
    ("Thuiszorg Dichtbij", K.CARE),
    ("Ambulante GGZ Kompas", K.CARE),
    ("Verslavingszorg Het Anker", K.CARE),
    ("Jeugdhulp Vuurvlinder", K.CARE),
    ("Begeleid wonen De Brug", K.CARE),
    ("Welzijn Voorbeeldstad", K.WELFARE),
    ("Buurtwerk Oude Haven", K.WELFARE),
    ("Jongerenwerk Poort", K.WELFARE),
    ("Stichting Samen Eten", K.WELFARE),
    ("Vrijwilligerspunt", K.WELFARE),
    ("Steunpunt Mantelzorg", K.WELFARE),
    ("Cliëntondersteuning Naast U", K.CLIENT_SUPPORT),
    ("Sociaal Raadslieden Voorbeeldstad", K.CLIENT_SUPPORT),
    ("Schuldhulp Lichtpunt", K.DEBT),
    ("Budgetmaatjes Voorbeeldstad", K.DEBT),
    ("Kredietbank Waterland", K.DEBT),
    ("Basisschool De Wilgen", K.SCHOOL),
    ("Basisschool Het Kompas", K.SCHOOL),
    ("Basisschool De Regenboog", K.SCHOOL),
    ("Praktijkschool De Werkplaats", K.SCHOOL),
    ("Scholengemeenschap Het Baken", K.SCHOOL),
    ("Kinderopvang Bolderkar", K.SCHOOL),
    ("Huisartsen Lindeplein", K.GP),
    ("Gezondheidscentrum Oude Haven", K.GP),
    ("Huisartsenpraktijk Poort", K.GP),
    ("Wijkverpleging Zonnewijk", K.DISTRICT_NURSE),
    ("Wijkverpleging Haven en Poort", K.DISTRICT_NURSE),
    ("Jeugdgezondheid Voorbeeldstad", K.YOUTH_HEALTH),
    ("Verloskundigen Ooievaarsnest", K.YOUTH_HEALTH),
    ("Woningstichting Thuis", K.HOUSING),
    ("Woningcorporatie De Kade", K.HOUSING),
    ("Wooncoöperatie Poort", K.HOUSING),
    ("Politie Voorbeeldstad", K.POLICE),
    ("Werk en Inkomen Voorbeeldstad", K.WORK_INCOME),
    ("Werkbedrijf Aan de Slag", K.WORK_INCOME),
    ("Taalhuis Voorbeeldstad", K.OTHER),
    ("Bibliotheek Voorbeeldstad", K.OTHER),
    ("Vluchtelingenwerk Voorbeeldstad", K.OTHER),
]
Z, H, P = (team[0] for team in TEAMS)
W, G = "Welzijn Voorbeeldstad", "Gemeente Voorbeeldstad"
# mail name, name, role, organisation, discipline, team
PEOPLE = [
    ("mark", "Mark Jansen", Role.RESIDENT, "", "", ""),
    ("sanne", "Sanne de Wit", Role.PROFESSIONAL, W, "maatschappelijk werker", Z),
    ("youssef", "Youssef Amrani", Role.PROFESSIONAL, W, "sociaal werker", Z),
    ("ilse", "Ilse Vermeulen", Role.PROFESSIONAL, G, "Wmo-consulent", Z),
    ("ruben", "Ruben Isaacs", Role.PROFESSIONAL, W, "jongerenwerker", Z),
    ("fenna", "Fenna Dijkstra", Role.PROFESSIONAL, "Zorggroep De Linde", "gezinscoach", Z),
    ("aylin", "Aylin Kaya", Role.PROFESSIONAL, "Buurtwerk Oude Haven", "sociaal werker", H),
    ("pieter", "Pieter Hoogland", Role.PROFESSIONAL, G, "Wmo-consulent", H),
    ("soraya", "Soraya Ramdin", Role.PROFESSIONAL, W, "maatschappelijk werker", H),
    ("bram", "Bram Wouters", Role.PROFESSIONAL, "Zorggroep De Linde", "gezinscoach", H),
    ("hanna", "Hanna Tesfay", Role.PROFESSIONAL, "Jongerenwerk Poort", "jongerenwerker", P),
    ("marek", "Marek Nowak", Role.PROFESSIONAL, W, "maatschappelijk werker", P),
    ("lotte", "Lotte Bos", Role.PROFESSIONAL, G, "Wmo-consulent", P),
    ("dwight", "Dwight Emanuels", Role.PROFESSIONAL, W, "sociaal werker", P),
    ("lead", "Marijke van Dalen", Role.TEAM_LEAD, W, "teamleider", Z),
    ("gerben", "Gerben Postma", Role.TEAM_LEAD, W, "teamleider", H),
    ("farida", "Farida Bouali", Role.TEAM_LEAD, W, "teamleider", P),
    ("school", "Ellen Sluis", Role.PARTNER, "Basisschool De Wilgen", "intern begeleider", ""),
    ("huisarts", "Naima Belhaj", Role.PARTNER, "Huisartsen Lindeplein", "huisarts", ""),
    ("schuldhulp", "Koen Terpstra", Role.PARTNER, "Schuldhulp Lichtpunt", "schuldhulpverlener", ""),
    ("wonen", "Anouk Visser", Role.PARTNER, "Woningstichting Thuis", "woonconsulent", ""),
    ("zuster", "Esther Blom", Role.PARTNER, "Wijkverpleging Zonnewijk", "wijkverpleegkundige", ""),
    ("jgz", "Mirjam Polat", Role.PARTNER, "Jeugdgezondheid Voorbeeldstad", "jeugdarts", ""),
    ("wijkagent", "Rick Jansma", Role.PARTNER, "Politie Voorbeeldstad", "wijkagent", ""),
    ("naastu", "Grace Owusu", Role.PARTNER, "Cliëntondersteuning Naast U", "ondersteuner", ""),
    ("bieb", "Nadia el Khatib", Role.CONTACT, "Bibliotheek Voorbeeldstad", "", ""),
    ("moskee", "Hassan Yildiz", Role.CONTACT, "", "", ""),
    ("voedselbank", "Trudy Kuipers", Role.CONTACT, "Stichting Samen Eten", "", ""),
    ("wethouder", "Jeroen Brandsma", Role.MUNICIPALITY, G, "wethouder", ""),
    ("raad", "Shanti Baldew", Role.MUNICIPALITY, G, "raadslid", ""),
    ("privacy", "Thijs Oosterhuis", Role.PRIVACY_OFFICER, G, "privacyfunctionaris", ""),
    ("beheer", "Karin Schouten", Role.MANAGER, G, "applicatiebeheerder", ""),
    ("sam", "Sam Jansen", Role.RESIDENT, "", "", ""),
    ("hennie", "Hennie Bakker", Role.RESIDENT, "", "", ""),
    ("cor", "Cor Bakker", Role.RESIDENT, "", "", ""),
]


def seed(families: int, rng: random.Random) -> None:
    """The ground of the town. It is the same for every number of families."""
    seed_teams()
    seed_neighbourhoods()
    seed_organisations(rng)
    seed_people(rng)
    seed_writing(rng)


def new_id(rng: random.Random) -> uuid.UUID:
    """A key that is the same for the same seed."""
    return uuid.UUID(int=rng.getrandbits(128), version=4)


def made_up_phone(rng: random.Random) -> str:
    """Nobody has a number in Amsterdam that begins with a 1: nobody is called by accident."""
    return f"+31201{rng.randrange(300000, 999999)}"


def seed_teams() -> None:
    for name, phone, out_of_hours, address, mail, walk_in in TEAMS:
        team = Team.objects.create(
            name=name,
            phone=phone,
            out_of_hours_phone=out_of_hours,
            address=f"{address}, Voorbeeldstad",
            email=f"{mail}@voorbeeldstad.example",
            is_default=name == Z,
        )
        phone_days = [(HoursKind.PHONE, day, time(8, 30), time(20)) for day in "0123"]
        phone_days.append((HoursKind.PHONE, Weekday.FRIDAY, time(8, 30), time(17)))
        walk_in_days = [(HoursKind.WALK_IN, day, time(13), time(17)) for day in walk_in]
        if mail == "oudehaven":
            walk_in_days += [(HoursKind.WALK_IN, day, time(9), time(12)) for day in walk_in]
        TeamHours.objects.bulk_create(
            TeamHours(team=team, kind=kind, weekday=day, opens=opens, closes=closes)
            for kind, day, opens, closes in [*phone_days, *walk_in_days]
        )


def seed_neighbourhoods() -> None:
    teams = {team.name: team for team in Team.objects.all()}
    for number, (code, name, team, population) in enumerate(NEIGHBOURHOODS):
        neighbourhood = Neighbourhood.objects.create(
            code=code, name=name, team=teams[team], population=population
        )
        Postcode.objects.bulk_create(
            Postcode(code=f"13{10 + number}{letters}", neighbourhood=neighbourhood)
            for letters in ("AA", "AB", "AC", "AD")
        )


def seed_organisations(rng: random.Random) -> None:
    Organisation.objects.bulk_create(
        Organisation(name=name, kind=kind, phone=made_up_phone(rng)) for name, kind in ORGANISATIONS
    )


def seed_people(rng: random.Random) -> None:
    organisations = {one.name: one for one in Organisation.objects.all()}
    teams = {team.name: team for team in Team.objects.all()}
    for mail, name, role, organisation, discipline, team in PEOPLE:
        user = User.objects.create_user(
            f"{mail}@demo.example",
            name,
            role,
            organisation=organisations.get(organisation),
            discipline=discipline,
            phone="" if role == Role.RESIDENT else made_up_phone(rng),
            is_staff=role == Role.MANAGER,
        )
        if team:
            user.join_team(teams[team])
    # One hash for all: a slow hash per person would take most of the time of a seed.
    User.objects.exclude(role=Role.RESIDENT).update(password=make_password(PASSWORD))


def seed_writing(rng: random.Random) -> None:
    """Half a year of forms that were filled in, per team: no person stands in it."""
    this_week = monday(timezone.localdate())
    WritingTime.objects.bulk_create(
        WritingTime(
            id=new_id(rng),
            week=this_week - timedelta(weeks=weeks),
            team=team,
            page=page,
            seconds=times * rng.randint(40, 110),
            times=times,
        )
        for team in Team.objects.order_by("pk")
        for weeks in range(26)
        for page, times in [("entry_write", rng.randint(8, 25)), ("action_add", rng.randint(3, 12)),
                            ("goal_add", rng.randint(1, 4)), ("invite_someone", rng.randint(1, 4)),
                            ("report", rng.randint(2, 6)), ("contact_log", rng.randint(1, 5))]
    )  # fmt: skip
