"""What the made-up families say, do and hear. Nobody here exists."""

from wijkteam.choices import OrganisationKind as K

STREETS = [
    "Lindeplein", "Kastanjelaan", "Zonnebloemstraat", "Havenkade", "Ankerplein", "Tulpstraat",
    "Vissersdijk", "Molenpad", "Wilgenhof", "Stationsweg", "Merelstraat", "Duinweg", "Perronlaan",
    "Beukenhof", "Eikenlaan", "Kraanvogelweg", "Zeilmakerstraat", "Roosstraat",
]  # fmt: skip
SURNAMES = [
    "Jansen", "De Vries", "Yilmaz", "Van den Berg", "El Amrani", "Bakker", "Nowak", "Pinas",
    "Visser", "Tesfay", "Smit", "Kowalska", "Meijer", "De Boer", "Haddad", "Mulder", "Bos",
    "Ramdin", "Peters", "Hendriks", "Van Leeuwen", "Demir", "Dekker", "Brouwer", "Aydin",
    "Dijkstra", "Emanuels", "Vermeulen", "Kovalenko", "Van Dam", "Schouten", "Osei",
]  # fmt: skip
ADULTS = [
    "Anja", "Mehmet", "Ingrid", "Hassan", "Ewa", "Ricardo", "Marga", "Selam", "Joke", "Piotr",
    "Fatma", "Henk", "Samira", "Wim", "Natalia", "Gladys", "Kees", "Leyla", "Theo", "Oksana",
    "Rachid", "Tineke", "Abel", "Wendy", "Dennis", "Chantal", "Yusuf", "Marjan", "Glenn", "Rita",
]  # fmt: skip
CHILDREN = [
    "Noor", "Daan", "Emine", "Youssef", "Zofia", "Jayden", "Lotte", "Amir", "Sem", "Yara",
    "Milan", "Hana", "Luuk", "Aya", "Finn", "Maja", "Tess", "Ilias", "Bo", "Saar",
]  # fmt: skip
NETWORK = [
    ("Els", "buurvrouw"), ("Opa Cor", "opa"), ("Tante Rina", "tante"), ("Bert", "buurman"),
    ("Saïda", "vriendin"), ("Coach Ruud", "voetbaltrainer"), ("Oma Truus", "oma"),
    ("Broer Ali", "broer"), ("Irma", "van de kerk"), ("Peter", "oud-collega"),
]  # fmt: skip
OUTCOMES = [
    "Het gaat weer. Ik weet nu wie ik kan bellen.",
    "Wij redden het zelf, met hulp van de buren.",
    "De rust is terug in huis. Dat is genoeg.",
    "Ik heb weer overzicht. De post ligt niet meer in de kast.",
]

# Per life domain: the kind of partner who knows about it, goals, actions with who does them
# (home, network, team, partner), and what happened.
DOMAINS: dict[str, tuple[str, list[str], list[tuple[str, str, str]], list[tuple[str, str]]]] = {
    "money": (
        K.DEBT,
        [
            "Ik wil weer zelf mijn post open durven maken",
            "Aan het eind van de maand wil ik nog eten kunnen kopen",
            "Ik wil weten wat ik schuldig ben, en aan wie",
        ],
        [
            ("Elke maandag samen de post openen", "do", "home"),
            ("Alle rekeningen op een stapel leggen", "do", "home"),
            ("Meekijken bij het betalen", "do", "network"),
            ("Betalingsregeling vragen voor de huur", "arrange", "team"),
            ("Overzicht maken van inkomsten en uitgaven", "do", "partner"),
            ("Even niets: eerst het nieuwe loon afwachten", "wait", "home"),
            ("Taart, als de laatste brief beantwoord is", "celebrate", "home"),
        ],
        [
            ("visit", "Samen de post doorgenomen. Het waren er minder dan gedacht."),
            ("contact", "Gebeld met de verhuurder. De regeling gaat door."),
            ("note", "De eerste termijn is betaald, zonder herinnering."),
        ],
    ),
    "parenting": (
        K.SCHOOL,
        [
            "Ons kind gaat weer met plezier naar school",
            "Ik wil rustig kunnen blijven als het druk is",
            "Wij willen 's avonds samen aan tafel eten",
        ],
        [
            ("Elke avond tien minuten voorlezen", "do", "home"),
            ("Op woensdag uit school halen", "do", "network"),
            ("Gesprek op school, met de ouders erbij", "do", "partner"),
            ("Plek bij de sportclub regelen", "arrange", "team"),
            ("Bewust even niets: het kind laten wennen in de nieuwe klas", "wait", "partner"),
        ],
        [
            ("meeting", "Gesprek op school. Wat gaat goed stond voorop."),
            ("visit", "Thuis geweest na het eten. Er werd gelachen aan tafel."),
            ("message", "School belt alleen nog als er iets leuks is of iets dringends."),
        ],
    ),
    "housing": (
        K.HOUSING,
        ["Ik wil in mijn huis kunnen blijven", "Een droge slaapkamer voor de kinderen"],
        [
            ("Foto's maken van de vochtplekken", "do", "home"),
            ("Melding doen bij de woningcorporatie", "arrange", "team"),
            ("Kijken wat er aan het dak moet gebeuren", "do", "partner"),
            ("Helpen met verven", "do", "network"),
        ],
        [
            ("visit", "Samen door het huis gelopen. De slaapkamer is het ergst."),
            ("contact", "De corporatie komt volgende week kijken."),
        ],
    ),
    "health": (
        K.GP,
        ["Ik wil weer een blokje om kunnen", "Ik wil 's nachts doorslapen"],
        [
            ("Drie keer per week een blokje om", "do", "home"),
            ("Meelopen op dinsdag", "do", "network"),
            ("Medicijnen nakijken", "do", "partner"),
        ],
        [
            ("contact", "De huisarts gesproken. We wachten de uitslag af."),
            ("visit", "Samen naar de markt gelopen en terug."),
        ],
    ),
    "mind": (
        K.CARE,
        ["Ik wil weer zin hebben om op te staan", "Ik wil niet meer de hele dag piekeren"],
        [
            ("Opschrijven wat die dag goed ging", "do", "home"),
            ("Bellen als het donker wordt in het hoofd", "do", "network"),
            ("Bewust even niets: rust tot na de feestdagen", "wait", "home"),
            ("Kennismaken bij de behandelaar, samen", "arrange", "team"),
        ],
        [
            ("visit", "Het was een goede week. Er stond een bos bloemen op tafel."),
            ("note", "Slapen gaat beter sinds de wandelingen."),
        ],
    ),
    "network": (
        K.WELFARE,
        ["Ik wil weer mensen over de vloer", "Ik wil iemand om mee te lachen"],
        [
            ("Koffie drinken in het buurthuis", "do", "home"),
            ("Meenemen naar de kookgroep", "do", "network"),
            ("Kaart sturen aan de zus", "do", "home"),
        ],
        [
            ("visit", "Voor het eerst mee geweest naar de kookgroep."),
            ("message", "De zus heeft teruggebeld."),
        ],
    ),
    "work": (
        K.WORK_INCOME,
        ["Ik wil iets doen waar een ander wat aan heeft", "Ik wil van mijn eigen loon leven"],
        [
            ("Een ochtend meelopen bij de fietsenmaker", "do", "home"),
            ("Brief schrijven, samen", "do", "network"),
            ("Vragen wat er mag naast de uitkering", "arrange", "team"),
        ],
        [
            ("visit", "De eerste ochtend beviel goed. Volgende week weer."),
            ("contact", "Twee dagen per week mag, zonder korting."),
        ],
    ),
    "paperwork": (
        K.CLIENT_SUPPORT,
        ["Ik wil zelf mijn toeslagen kunnen regelen"],
        [
            ("Inloggen oefenen in de bibliotheek", "do", "home"),
            ("Toeslag aanvragen", "arrange", "team"),
            ("Alle papieren in één map", "do", "network"),
        ],
        [
            ("visit", "De map staat op de kast. Alles is terug te vinden."),
            ("note", "De toeslag is aangevraagd."),
        ],
    ),
}
GENERAL = [
    ("visit", "Kennisgemaakt thuis. Er is veel kracht in dit gezin."),
    ("meeting", "Met iedereen om tafel gezeten. Eerst wat goed gaat, toen wat knelt."),
    ("contact", "Even gebeld hoe het gaat. Het gaat."),
    ("message", "Bedankt voor het meedenken gisteren."),
]

# What people see differently: the subject, where it lies, and both sides (measure, work).
DIFFERENCES = [
    ("Wel of niet nu al naar schuldhulp", "work",
     ("De post is weer open. Ik zie wat er ligt.", "Eerst zelf de drie brieven afmaken."),
     ("Er komt elke maand te weinig binnen.", "Nu aanmelden, de wachttijd is lang.")),
    ("Of er thuis genoeg rust is", "measure",
     ("Het is druk, maar het is goed druk.", ""),
     ("De kinderen zijn moe en vallen op school in slaap.", "Vaste tijden, met hulp erbij.")),
    ("Weer aan het werk, of eerst uitrusten", "work",
     ("Ik ben nog lang niet de oude.", "Een maand niets, dan een ochtend."),
     ("Thuis zitten maakt het zwaarder.", "Volgende week twee ochtenden proberen.")),
    ("Of de buren mogen meehelpen", "both",
     ("Zij weten het al, en ze zijn aardig.", "Gewoon vragen."),
     ("Het ging eerder mis tussen hen.", "Eerst samen praten over wat wel en niet.")),
]  # fmt: skip
LESSONS = [
    "Eerst vragen wat het zo belangrijk maakt. Dan kwam de rest vanzelf.",
    "Een week proberen zei meer dan drie keer overleg.",
    "We hadden het over iets anders. Dat zagen we pas toen het op papier stond.",
    "De bewoner wist het al. We hadden het eerder moeten vragen.",
]
# What a table may not decide: words, to whom, and how much.
MANDATES = [
    ("Bijzondere bijstand voor een wasmachine", "gemeente, afdeling inkomen", 640),
    ("Uitstel van de huisuitzetting met zes weken", "woningcorporatie", None),
    ("Vervoer naar de dagbesteding, drie dagen per week", "gemeente, afdeling Wmo", 1250),
    ("Langer hulp in huis dan de indicatie zegt", "zorgaanbieder", 980),
]
# Where it is stuck: the kind, two lines, and who should answer.
STUCK = [
    ("rule", "Zonder eigen adres is er geen uitkering, en zonder uitkering komt er geen adres.",
     "gemeente, afdeling inkomen"),
    ("waiting", "De wachttijd voor hulp bij rouw is negen maanden. Daarna is het te laat.",
     "gemeente, afdeling zorg"),
    ("no_offer", "Er is overdag niets te doen voor mensen die wel willen, maar niet kunnen werken.",
     "gemeente, afdeling Wmo"),
    ("mandate", "Voor een noodbed van twee nachten moet iemand tekenen die op vrijdag vrij is.",
     "gemeente, afdeling zorg"),
    ("information", "De brief over de toeslag is zo moeilijk dat ook wij hem niet snappen.",
     "gemeente, communicatie"),
]  # fmt: skip
REPLIES = [
    "Dit klopt, en zo was het niet bedoeld. We passen de regel aan.",
    "We kunnen dit niet zelf veranderen. We hebben het bij de regio neergelegd.",
    "Er komt een telefoonnummer waar u dit in één dag kunt regelen.",
]
