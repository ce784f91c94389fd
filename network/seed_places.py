"""The places of the made-up town. Columns: see `PLACES`. Nobody and no place here exists."""

# name | f(ormal) or i(nformal) | kind | organisation | wijken (last two figures of the code)
#   | street | life domains | languages | whom it reaches | days open | offers | asks
_TEXT = """
Bibliotheek Oude Haven|f|library|Bibliotheek Voorbeeldstad|05|Kade 31|language paperwork money|nl en ar tr|Gezinnen, nieuwkomers, mensen die hulp zoeken met formulieren|ma t/m za 9-18 uur|Een rustige tafel om af te spreken, computers|Vrijwilligers voor het taalcafé
Basisschool De Wilgen|f|school|Basisschool De Wilgen|01|Wilgenlaan 8|parenting money|nl tr ar|Ouders met jonge kinderen|schooldagen 8-16 uur|Een lokaal na schooltijd|Voorleesouders
Basisschool Het Kompas|f|school|Basisschool Het Kompas|05 06|Bakboord 2|parenting language|nl pl uk|Ouders, veel nieuwe gezinnen|schooldagen 8-16 uur|Ouderkamer met koffie|Iemand die Pools spreekt
Basisschool De Regenboog|f|school|Basisschool De Regenboog|08|Perronlaan 40|parenting|nl en pap|Ouders met jonge kinderen|schooldagen 8-16 uur||Een moestuinhulp
Scholengemeenschap Het Baken|f|school|Scholengemeenschap Het Baken|10|Spoorstraat 12|parenting mind network|nl en|Jongeren van 12 tot 18 jaar|schooldagen 8-17 uur|Sportzaal in de avond|Gastlessen over geld
Kinderopvang Bolderkar|f|school|Kinderopvang Bolderkar|02|Zonnepad 3|parenting|nl|Ouders met peuters|werkdagen 7-18.30 uur|Speelgoed om te lenen|
Huisartsen Lindeplein|f|gp|Huisartsen Lindeplein|01 02 03|Lindeplein 9|health mind|nl en tr|Iedereen uit de wijk|werkdagen 8-17 uur|Spreekkamer op donderdag|Een vast gezicht van het wijkteam
Gezondheidscentrum Oude Haven|f|gp|Gezondheidscentrum Oude Haven|05 06 07|Kade 3|health mind addiction|nl en ar|Iedereen uit de wijk|werkdagen 8-17 uur||Maatjes om mee te wandelen
Huisartsenpraktijk Poort|f|gp|Huisartsenpraktijk Poort|08 09|Poortlaan 110|health mind|nl en ti|Iedereen uit de wijk|werkdagen 8-17 uur||
Wijkverpleging Zonnewijk|f|district_nurse|Wijkverpleging Zonnewijk|01 02|Lindeplein 11|health network|nl|Ouderen en zieken thuis|elke dag 7-23 uur|Ziet wie alleen is|Vrijwilligers voor boodschappen
Buurthuis De Lindeboom|f|community_centre|Welzijn Voorbeeldstad|01 02|Lindeplein 6|network taking_part language|nl ar tr zgh|Buren van alle leeftijden|ma t/m za 9-22 uur|Zaal, keuken, naaimachines|Een beheerder voor de dinsdagavond
Buurthuis Het Vooronder|f|community_centre|Buurtwerk Oude Haven|05 06|Loodsplein 1|network taking_part work|nl pl|Oud-havenwerkers, jonge gezinnen|ma t/m vr 9-21 uur|Klusruimte|Iemand die fietsen kan maken
Wijkcentrum Poort|f|community_centre|Welzijn Voorbeeldstad|08 09|Poortlaan 60|network language taking_part|nl en srn pap|Nieuwkomers en jongeren|elke dag 9-22 uur|Grote zaal, podium|Koks voor de woensdag
Huismeester Zonneflat|f|housing|Woningstichting Thuis|02|Zonnepad 100|housing network safety|nl tr|Bewoners van 180 flats|werkdagen 8-12 uur|Kent elke deur|
Huismeester De Kade|f|housing|Woningcorporatie De Kade|05|Kade 80|housing money|nl|Huurders aan de haven|werkdagen 8-12 uur||Snel weten wie helpt bij huurachterstand
Wijkagent Poort|f|police|Politie Voorbeeldstad|08 09 10|Stationsplein 5|safety addiction|nl en|Iedereen op straat|wisselend||
Taalhuis|f|library|Taalhuis Voorbeeldstad|10|Spoorstraat 3|language work|nl en ar ti uk|Mensen die Nederlands leren|ma t/m do 9-17 uur|Taalmaatjes|Vrijwilligers
Voedselbank Voorbeeldstad|i|food|Stichting Samen Eten|03 04|Tuinderspad 12|money health|nl ar pl|Gezinnen die te weinig geld hebben|vr 10-15 uur|Eten, een luisterend oor|Chauffeurs, koelkast
Weggeefwinkel De Ruil|i|shop||03|Rozenstraat 14|money network|nl ar|Mensen met weinig geld|wo en za 11-16 uur|Kleding, huisraad|Vrijwilligers achter de kassa
Eettafel Tuindorp|i|food|Stichting Samen Eten|04|Tuinderspad 30|network health|nl|Alleenstaande ouderen|di en do 17-19.30 uur|Warme maaltijd voor vier euro|Gezelschap aan tafel
Moskee El Wahda|i|faith||01 02|Wilgenlaan 40|network parenting paperwork|ar zgh nl|Gezinnen en ouderen|elke dag|Huiswerkhulp op zondag|Uitleg over toeslagen
Protestantse kerk De Open Deur|i|faith||03 04|Rozenstraat 1|network money mind|nl en|Ouderen, mensen in rouw|wo 10-12 uur inloop|Noodfonds, kerkzaal|
Kerk van de Levende Hoop|i|faith||08|Poortlaan 14|network paperwork|en ti nl|Gezinnen uit Eritrea en Ghana|zo 10-15 uur|Tolken|Kinderopvang tijdens gesprekken
Hindoetempel Shri Krishna|i|faith||09|Parkstraat 22|network taking_part|nl srn|Surinaams-Hindostaanse ouderen|zo 10-13 uur|Maaltijden|
Voetbalvereniging Haven Boys|i|sport||05 07|Dijkweg 50|network parenting taking_part|nl|Jongens en meisjes, hun ouders|di, do en za|Kantine overdag|Een barman op dinsdag
Boksschool Poort|i|sport||08 09|Perronlaan 9|mind safety taking_part|nl en ar pap|Jongeren die thuis druk voelen|ma t/m vr 16-21 uur|Training voor wie niet kan betalen|Stageplekken
Wandelclub De Dijk|i|sport||07|Dijkweg 1|network health|nl|Ouderen|ma en vr 10 uur|Elke week samen buiten|
Kapsalon Mimi|i|shop||02|Zonnepad 17|network mind safety|nl ar fr|Vrouwen uit de buurt|di t/m za 9-18 uur|Hoort veel in de stoel|Foldertje met telefoonnummers
Toko Sranan|i|shop||09|Parkstraat 5|network money|nl srn pap|Buurtbewoners|elke dag 10-20 uur|Prikbord|
Snackbar De Kade|i|shop||05|Kade 44|network addiction|nl|Mannen die alleen wonen|elke dag 12-22 uur|Koffie op de hoek|
Wasserette Schoon|i|shop||10|Spoorstraat 50|money housing|nl pl bg ro|Arbeidsmigranten, studenten|elke dag 8-22 uur||Informatie in het Pools
Repaircafé Vooronder|i|initiative||05 06|Loodsplein 1|taking_part work network|nl|Handige mannen en vrouwen|za 13-16 uur|Kapotte spullen maken|Naaister
Moedergroep Zonnewijk|i|initiative||01 02|Lindeplein 6|parenting language network|ar tr nl|Moeders die weinig buiten komen|wo 9.30-11.30 uur|Oppas bij toerbeurt|Iemand die over geld vertelt
Bewonersgroep Bloemenbuurt|i|initiative||03|Tulpstraat 2|housing safety taking_part|nl|Huurders die de buurt willen opknappen|eerste ma van de maand|Kent de hele straat|
Tuin van Tuindorp|i|initiative||04|Tuinderspad 1|taking_part health network|nl uk|Mensen die thuis zitten|di t/m za overdag|Werk in de tuin, zonder druk|Gereedschap
Inloop De Steiger|i|meeting|Verslavingszorg Het Anker|05 10|Kade 60|addiction mind housing|nl en pl|Mensen zonder vast huis|elke dag 9-17 uur|Douche, koffie, was|Kleding voor mannen
Jongereninloop Spoor|i|meeting|Jongerenwerk Poort|08 10|Spoorstraat 21|parenting work mind|nl en|Jongeren van 14 tot 23 jaar|ma t/m vr 15-21 uur|Studio, huiswerkplek|
Mevrouw Slagter|i|volunteer||03||network health|nl|Ouderen in de Tulpstraat||Brengt elke week soep rond|Af en toe een bedankje
Oom Winston|i|confidant||09||network safety mind|nl srn en|Jongens op het plein||Jongens luisteren naar hem|
Mevrouw Demir|i|confidant||02||parenting network paperwork|tr nl|Turkse vrouwen in de Zonneflat||Gaat mee naar gesprekken|Korte lijn met één vaste persoon
Meneer Kowalski|i|volunteer||06||work housing language|pl nl|Poolse gezinnen||Vertaalt brieven|
"""  # noqa: E501

PLACES = [line.split("|") for line in _TEXT.strip().splitlines()]

PEOPLE = [
    "Wilma Groen", "Ayşe Demir", "Piotr Kowalski", "Jantine Kroon", "Mohamed Ouali",
    "Irene Slagter", "Winston Rijger", "Saba Gebremedhin", "Oleh Shevchuk", "Truus Meijer",
    "Karim Haddad", "Lenie Bakker", "Priya Ramlal", "Joost Verhagen", "Halima Yusuf",
    "Cor van Vliet", "Miriam Cohen", "Ewa Zielińska", "Dennis Linden", "Fatma Öztürk",
    "Gerda Smit", "Samuel Mensah", "Noor Janssen", "Bilal Chaouch", "Els Hendriks",
    "Rosa Martina", "Henk Prins", "Zahra Ahmadi", "Lian Chen", "Tom de Graaf",
]  # fmt: skip

TOLD = [
    ("Twee gezinnen komen niet meer sinds de contributie omhoog ging.", "money"),
    ("Veel vragen over de energierekening. Mensen schamen zich ervoor.", "money paperwork"),
    ("Een oudere man komt elke dag, alleen voor de warmte en een praatje.", "network"),
    ("Het gaat goed. Er zijn drie nieuwe vrijwilligers bij.", "taking_part"),
    ("Ouders vragen om hulp bij schermtijd en ruzie thuis.", "parenting"),
    ("Brieven van de gemeente worden niet begrepen. Liever bellen.", "language paperwork"),
    ("Jongeren hangen rond na tien uur. Ze willen zelf een avond organiseren.", "safety"),
    ("Schimmel in de flats aan de achterkant. Kinderen hoesten.", "housing health"),
    ("De koffieochtend loopt vol, er is een grotere tafel nodig.", "network"),
    ("Kennisgemaakt met de nieuwe beheerder. Wil graag meedenken.", ""),
    ("Een moeder zoekt werk voor onder schooltijd.", "work"),
    ("Wachten op een behandelaar duurt lang, hoorden we drie keer.", "mind"),
]

# place that sent it, days ago, status
#   kind, knows, name, how to reach, domain, how many, since
#   words, what came of it
SIGNALS = [
    ("Bibliotheek Oude Haven", 20, "answered",
     "individual", True, "Mevrouw Bakari", "komt elke woensdag in de bibliotheek",
     "paperwork", None, "deze maand",
     "Zij krijgt brieven over een schuld en durft ze niet open te maken. Ze wil graag met "
     "iemand praten.",
     "We hebben haar gebeld en zijn samen begonnen met de post. Dank u wel dat u haar "
     "hielp de stap te zetten."),
    ("Bibliotheek Oude Haven", 5, "picked_up",
     "collective", None, "", "", "paperwork", 20, "sinds oktober",
     "Elke dag komen mensen met dezelfde brief over de toeslag. Niemand begrijpt hem.", ""),
    ("Bibliotheek Oude Haven", 33, "answered",
     "collective", None, "", "", "language", 15, "dit jaar",
     "Oekraïense vrouwen zoeken een taalles waar de kinderen mee mogen.",
     "Er is een groep begonnen in het Taalhuis, met oppas."),
    ("Moskee El Wahda", 24, "answered",
     "individual", False, "", "", "network", None, "sinds de zomer",
     "Een oudere bezoeker komt steeds verwarder binnen en heeft thuis niemand. Ik weet niet "
     "hoe ik erover begin.",
     "We spraken samen door hoe u het kunt zeggen. U vraagt of hij eens mee wil naar de "
     "eettafel. Bel ons gerust als het lastig wordt."),
    ("Moskee El Wahda", 19, "picked_up",
     "individual", False, "", "", "parenting", None, "een paar weken",
     "Een moeder van de naailes huilt vaak. Zij wil nog niet dat ik iets zeg.", ""),
    ("Voedselbank Voorbeeldstad", 4, "new",
     "individual", True, "Dennis", "bel na vijf uur: 020 130 00 12", "work", None, "een maand",
     "Hij is zijn baan kwijt en slaapt slecht. Hij vindt het goed dat jullie bellen.", ""),
    ("Basisschool Het Kompas", 27, "answered",
     "collective", None, "", "", "money", 12, "sinds september",
     "Steeds meer gezinnen vragen om uitstel bij het overblijfgeld.",
     "Schuldhulp Lichtpunt zit vanaf nu elke dinsdag in de ouderkamer. De eerste vijf "
     "gezinnen zijn geweest."),
    ("Huismeester Zonneflat", 16, "picked_up",
     "collective", None, "", "", "housing", 30, "twee winters",
     "Schimmel in de flats aan het Zonnepad. Bewoners klagen al lang, er gebeurt niets.", ""),
    ("Voetbalvereniging Haven Boys", 2, "new",
     "collective", None, "", "", "safety", 8, "drie weken",
     "Jongens durven niet meer over het plein na de training.", ""),
]  # fmt: skip
