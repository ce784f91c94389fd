"""What people of the made-up town ask for, in their own words, and what came out of the talk."""

# words, own plan, and the six sections of the report in the order of the talk
STORIES: list[tuple[str, str, tuple[str, str, str, str, str, str]]] = [
    (
        "Ik durf mijn post niet meer open te doen. Er ligt een stapel. Ik slaap er slecht van.",
        "Met mijn buurvrouw Els wil ik elke maandag een paar brieven openen.",
        (
            "De kinderen doen het goed op school. Het huis is op orde.",
            "Kan goed koken en wil weer meedoen bij de buurtkeuken.",
            "De post. Er zijn rekeningen van de huur en van de zorg. Het geld is op voor de 20e.",
            "Buurvrouw Els wil elke week een uur komen zitten.",
            "Iemand die meedenkt over de schulden.",
            "Maandag openen we samen de eerste tien brieven.",
        ),
    ),
    (
        "Sinds mijn man dood is zit ik veel alleen. Ik kom de deur bijna niet meer uit.",
        "",
        (
            "Zorgt goed voor zichzelf en voor de kat.",
            "Heeft dertig jaar lesgegeven en wil best iemand helpen met lezen.",
            "De avonden zijn lang. De trap wordt lastig.",
            "De dochter belt elke dag. De buurman neemt boodschappen mee.",
            "Kijken of er iets is in de buurt.",
            "Samen naar de koffieochtend op donderdag.",
        ),
    ),
    (
        "Mijn zoon van 14 luistert niet meer. Hij is veel op straat en wij maken alleen ruzie.",
        "Samen met hem praten, niet over hem.",
        (
            "Ze eten elke avond samen. Hij is gek op zijn zusje.",
            "Moeder wil ook andere ouders spreken.",
            "De ruzies, het spijbelen, en dat vader ver weg woont.",
            "Oom Karim wil met hem gaan vissen.",
            "De jongerenwerker mag eens langslopen.",
            "Volgende week praten we met hem erbij, op een bankje in het park.",
        ),
    ),
    (
        "Wij moeten ons huis uit en weten niet waarheen. Ik heb twee kinderen.",
        "",
        (
            "Ze vormen een hecht gezin. Ze betaalt de huur op tijd.",
            "Kent veel mensen in de buurt en helpt op school.",
            "Het contract stopt over twee maanden.",
            "Haar zus heeft een kamer, voor even.",
            "De woningcorporatie moet weten hoe het zit.",
            "We bellen samen de corporatie, nu meteen.",
        ),
    ),
    (
        "Ik zorg voor mijn vrouw. Zij vergeet steeds meer. Ik ben op.",
        "",
        (
            "Ze lachen nog veel samen. De dagen hebben een vast ritme.",
            "Hij zingt in een koor en wil dat blijven doen.",
            "De nachten. En dat hij nooit weg kan.",
            "Een vriend van het koor wil op dinsdag bij haar zijn.",
            "De wijkverpleging vragen om mee te kijken.",
            "Dinsdagavond gaat hij weer zingen.",
        ),
    ),
    (
        "Ik begrijp de brief van de gemeente niet. Moet ik geld terugbetalen?",
        "",
        (
            "Hij werkt vier dagen en leert Nederlands.",
            "Kan goed fietsen repareren.",
            "Brieven in moeilijke taal maken hem bang.",
            "Een collega leest soms mee.",
            "Niets: het was zo opgelost.",
            "De brief is samen gelezen. Hij hoeft niets te betalen.",
        ),
    ),
    (
        "Ik ben mijn werk kwijt. De dagen zijn leeg en ik drink te veel.",
        "Elke dag een uur lopen.",
        (
            "Hij loopt elke dag. Zijn broer komt op zondag.",
            "Is timmerman en wil iets doen met zijn handen.",
            "De avonden. Hij schaamt zich.",
            "Zijn broer weet het en oordeelt niet.",
            "Iemand van de verslavingszorg, eerst een kop koffie.",
            "Hij helpt zaterdag in de buurtwerkplaats.",
        ),
    ),
    (
        "Mijn moeder is 83 en valt vaak. Zij wil in haar huis blijven.",
        "",
        (
            "Ze redt zich met de dagelijkse dingen. Het huis is haar alles.",
            "Maakt de beste jam van de straat en deelt die uit.",
            "De drempels en de douche.",
            "De dochter komt elke ochtend. De buren hebben een sleutel.",
            "Een beugel in de douche en iemand die de drempels bekijkt.",
            "De beugel hangt er voor het einde van de week.",
        ),
    ),
    (
        "Ik kan niet goed lezen. Nu moet alles met de computer.",
        "",
        (
            "Zij heeft drie kinderen grootgebracht en kent iedereen.",
            "Wil anderen de weg wijzen in de moskee.",
            "DigiD, de zorgverzekering en de school van de jongste.",
            "Haar oudste dochter helpt, maar die is het moe.",
            "Een taalmaatje.",
            "Woensdag samen naar het Taalhuis.",
        ),
    ),
    (
        "Er is veel geschreeuw bij ons thuis. Ik wil dat het stopt. Bel niet als hij er is.",
        "",
        (
            "De kinderen gaan graag naar school. Zij heeft een goede vriendin.",
            "Is sterk en weet wat zij wil.",
            "De ruzies in de nacht.",
            "Haar vriendin heeft altijd plek.",
            "Samen een veilig plan maken.",
            "Er ligt een plan voor als het misgaat. Zij heeft een nummer dat altijd werkt.",
        ),
    ),
]
ADDED = [
    "Mijn zus helpt ook, dat stond er nog niet bij.",
    "Ik heb dat van de huur anders bedoeld: ik betaal wel, maar te laat.",
    "Ik wil erbij zetten dat ik blij ben met de buurvrouw.",
]
NAMES = [
    "Jo", "Fatima", "Piet", "Aisha", "Willem", "Sara", "Mohamed", "Greet", "Kees", "Layla",
    "Jan", "Emine", "Bart", "Rosa", "Ali", "Truus", "Dina", "Henk", "Selam", "Olga", "Marco",
    "Yusuf", "Nel", "Priya", "Tom", "Zeynep", "Corrie", "Ahmed", "Wim", "Lidia", "Bilal", "Ria",
    "Daan", "Samira", "Gerda", "Andrzej", "Hatice", "Loes", "Viktor", "Mei", "Joost", "Naima",
    "Frits", "Halima", "Riet", "Omar",
]  # fmt: skip
LETTERS = "ABDEHJKLMPRSTVW"
STREETS = [
    "Lindeplein", "Kade", "Meidoornstraat", "Visserspad", "Stationsweg", "Tulpstraat", "Dijk",
    "Havenstraat",
]  # fmt: skip
RELATIONS = ["buurvrouw", "zoon", "dochter", "vriend", "juf", "huisarts", "collega"]
LANGUAGES = ["", "", "", "", "Arabisch", "Turks", "Pools", "Tigrinya", "Engels"]
HANDED_TO = [
    ("Koen Terpstra, Schuldhulp Lichtpunt", "020 1345678"),
    ("Esther Blom, Wijkverpleging Zonnewijk", "020 1456789"),
    ("Taalhuis Voorbeeldstad", "020 1567890"),
]
MARK_WORDS = (
    "Sinds ik alleen voor Noor zorg loopt alles door elkaar. De post, het geld, school. "
    "Ik wil het weer zelf kunnen."
)
MARK_REPORT = (
    "Mark en Noor eten elke avond samen. Mark werkt drie dagen in het magazijn.",
    "Mark is handig en wil best fietsen maken voor de buurt.",
    "De post durft hij niet te openen. Noor is stil op school.",
    "Buurvrouw Els past op en drinkt elke week koffie met Mark.",
    "Iemand voor de schulden. De school wil meedenken over Noor.",
    "We maken samen een plan. Maandag openen we de eerste brieven.",
)
MARK_ADDS = "Noor is niet alleen stil. Thuis zingt ze de hele dag. Dat mag er ook in."

INTRODUCED = ["Sanne van de bibliotheek", "de school", "iemand van de sportclub", "de tandarts"]
OWN_PLANS = [
    "Ik ga elke maandag met mijn buurvrouw de post openen. Zij helpt met bellen.",
    "Mijn zus past op als ik naar de afspraken moet. Ik zoek zelf een cursus Nederlands.",
    "Eerst de huur. Daarna bel ik de tandarts. Mijn broer wil meedenken over het geld.",
    "Ik wil twee ochtenden in het buurthuis helpen. Dan ben ik niet de hele dag alleen.",
]
