"""What people in the made-up town say. Nobody here exists."""

from monitor.choices import Audience

R, P, A, C, M = (
    Audience.RESIDENT,
    Audience.PROFESSIONAL,
    Audience.PARTNER,
    Audience.CONTACT,
    Audience.MUNICIPALITY,
)
# Around which mark the answers lie.
TASTE = {
    (R, "care"): 7.9, (R, "trust"): 7.6, (R, "sharing"): 7.3, (R, "teamwork"): 6.4,
    (R, "involvement"): 7.1, (R, "responsiveness"): 6.9, (R, "burden"): 5.2,
    (P, "care"): 6.3, (P, "trust"): 8.0, (P, "teamwork"): 6.8, (P, "room"): 5.1, (P, "burden"): 4.6,
    (A, "care"): 7.5, (A, "trust"): 7.2, (A, "sharing"): 5.9, (A, "teamwork"): 6.5,
    (A, "room"): 5.6,
    (C, "teamwork"): 7.7, (C, "trust"): 7.4, (C, "responsiveness"): 6.2, (C, "burden"): 7.0,
    (C, "sharing"): 5.8,
    (M, "responsiveness"): 7.0, (M, "trust"): 7.9, (M, "room"): 6.8, (M, "burden"): 6.1,
    (M, "involvement"): 5.9,
}  # fmt: skip
# Open answers: {low mark beside it: words}.
OPEN = {
    R: {
        False: ["Er werd echt geluisterd.", "Fijn dat er iemand thuis kwam.",
                "Ik mocht zelf zeggen wat eerst moest."],
        True: ["Ik moest alles drie keer vertellen.", "Het duurde vijf weken voor er iemand kwam.",
               "Er kwam telkens iemand anders.", "Ik wist niet wie er over mijn geld beslist."],
    },
    P: {
        False: ["De tafel werkt. Laat ons die tijd houden.", "Collega's denken echt mee."],
        True: ["Voor een wasmachine moet ik drie mensen vragen.",
               "Ik schrijf meer op dan ik vertel."],
    },
    A: {
        False: ["Korte lijnen met het team.", "Eén regisseur scheelt veel bellen."],
        True: ["Ik hoor te laat dat er een plan is.", "Mijn organisatie betaalt dit overleg niet."],
    },
    C: {
        False: ["Ze komen gewoon langs.", "Ik ken haar bij naam."],
        True: ["Ik hoorde nooit meer iets.", "Het nummer was in gesprek."],
    },
    M: {
        False: ["We laten de teams hun werk doen."],
        True: ["Antwoorden op vastlopers blijven liggen tussen twee afdelingen."],
    },
}  # fmt: skip

# Why residents are not content: how often each, and which of the words above say so.
REASONS = (
    ["long", "again", "heard", "unclear", "decided", "shared", "fit", "rules", "other"],
    [26, 24, 7, 12, 9, 5, 8, 14, 5],
)
REASON_OF = {
    "Ik moest alles drie keer vertellen.": "again",
    "Het duurde vijf weken voor er iemand kwam.": "long",
    "Er kwam telkens iemand anders.": "again",
    "Ik wist niet wie er over mijn geld beslist.": "decided",
}

# kind, mail name of the teller ("" is on paper), voice, quality, figure, title, words
STORIES = [
    ("story", "mark", R, "burden", "waiting_for_conversation", "De stapel op de kast",
     "Ik deed de post niet meer open. Er lag een stapel op de kast en ik liep eromheen. Toen Sanne "
     "kwam, vroeg ze niet naar de schulden. Ze vroeg wat ik het liefst zou doen op een "
     "gewone maandag. Nu open ik elke maandag de post, samen met mijn buurvrouw. Het is nog niet "
     "opgelost. Maar de stapel is weg, en ik slaap weer."),
    ("story", "youssef", P, "room", "days_to_first_deed", "Een fiets van zestig euro",
     "Een jongen van vijftien ging niet meer naar school. Iedereen dacht aan hulp. Hij zei: mijn "
     "fiets is gestolen en het is acht kilometer. Een fiets was zestig euro. Ik mocht die niet "
     "kopen. Na drie weken vragen kocht de wijkagent hem van eigen geld. Hij gaat weer elke dag. "
     "Wat heeft dit gekost, en wat had het mogen kosten?"),
    ("story", "", R, "involvement", "families_by_doer", "Ik kan ook iets",
     "Iedereen vroeg wat ik nodig had. Niemand vroeg wat ik kan. Ik was twintig jaar kok. Nu kook "
     "ik op donderdag in het buurthuis voor veertig mensen. Mijn eigen problemen zijn er nog. Maar "
     "op donderdag ben ik degene die helpt."),
    ("story", "school", A, "sharing", "professionals_per_family", "Zeven mensen aan tafel",
     "Bij dit gezin kwamen zeven hulpverleners. Allemaal aardig. De moeder maakte koffie voor ons "
     "en zei weinig. Toen vroeg de regisseur: wie van deze mensen wilt u volgende keer weer zien? "
     "Ze noemde er twee. De anderen bellen nu met elkaar. Het was even slikken, ook voor mij."),
    ("story", "", R, "responsiveness", "waiting_for_conversation", "Vijf weken",
     "Het gesprek was goed, daar niet van. Maar het kwam na vijf weken. In die vijf weken is de "
     "stroom afgesloten. Had iemand even gebeld, dan had ik het gezegd."),
    ("story", "", R, "trust", "tables_with_coordinator", "Dezelfde stem",
     "Ik belde drie keer per week, soms om niets. Altijd dezelfde vrouw aan de lijn. Ze zei "
     "een keer: dit weet ik niet, ik bel u morgen terug. En toen belde ze. "
     "Sinds die dag open ik de deur."),
    ("story", "", C, "care", "families_by_mark", "Koffie zonder formulier",
     "Een man kwam elke dag lezen en sprak nooit. De collega van het wijkteam ging naast hem "
     "zitten met koffie. Drie weken lang vroeg zij niets. In de vierde week vroeg hij "
     "of zij tijd had."),
    ("story", "school", A, "teamwork", "mandate_questions", "Wie belt de moeder?",
     "We spraken af dat iemand zou bellen. Iedereen dacht dat een ander het deed. Nu staat er "
     "bij elke afspraak één naam. Het is een kleine regel, en er is sindsdien niets meer "
     "blijven liggen."),
]  # fmt: skip
DILEMMAS = [
    ("dilemma", "aylin", P, "trust", "", "Zeggen dat de huur weer niet is betaald?",
     "Een vader vertelde mij dat hij de huur weer niet heeft betaald. Zijn vrouw weet het niet. "
     "Over twee weken is het gesprek aan tafel. Hij vraagt mij om te zwijgen. Als ik zwijg, kan "
     "het te laat zijn. Als ik het zeg, vertelt hij mij niets meer."),
    ("dilemma", "marek", P, "involvement", "", "Hij wil geen hulp, zijn dochter wel",
     "Een man van tachtig wil in zijn huis blijven en niemand over de vloer. Zijn dochter belt "
     "elke dag: doe iets, hij valt. Hij is helder en hij is vriendelijk. Hij zegt: vallen mag ik "
     "zelf weten."),
    ("dilemma", "fenna", P, "sharing", "", "Wat vertel ik de school?",
     "De leraar vraagt of het thuis goed gaat. Het meisje vroeg mij om niets te zeggen. De leraar "
     "ziet haar elke dag en kan veel voor haar doen, als hij iets weet."),
]  # fmt: skip
READINGS = [
    ("Een fiets van zestig euro", "ilse", "Ik had de fiets gekocht en het daarna uitgelegd."),
    ("Een fiets van zestig euro", "aylin", "Eerst de oom gebeld. Die repareert fietsen. Soms zoek "
     "je te ver."),
    ("Zeggen dat de huur weer niet is betaald?", "bram", "Ik zou met hem oefenen om het zelf te "
     "vertellen, vóór het gesprek. En zeggen dat ik niet kan liegen als iemand het mij vraagt."),
    ("Zeggen dat de huur weer niet is betaald?", "ilse", "Ik zou hem vragen waar hij bang voor is. "
     "Zwijgen is ook een keuze, en die maak ik dan mee."),
    ("Zeggen dat de huur weer niet is betaald?", "zuster", "Samen de verhuurder bellen. Als er een "
     "regeling ligt, is het verhaal thuis minder zwaar."),
]  # fmt: skip

# days ago, side, figure, question, answer, after how many days
REMARKS = [
    (41, "municipality", "waiting_for_conversation",
     "Het aantal mensen dat langer dan zes weken wacht, neemt toe. Wat is er aan de hand?",
     "In de zomer waren twee collega's ziek en we vonden geen vervangers. We bellen nu iedereen "
     "die langer dan drie weken wacht. Twee op de tien hadden geen gesprek meer nodig.", 9),
    (33, "team", "days_to_first_deed",
     "Een eerste daad kost vaak minder dan honderd euro. Mogen wij dat bedrag zelf uitgeven, "
     "zonder vooraf te vragen?", "", 0),
    (26, "municipality", "professionals_per_family",
     "Hoe komt het dat er bij sommige gezinnen tien mensen aan tafel zitten?",
     "Meestal omdat elke organisatie haar eigen doel heeft. We vragen het gezin nu elke drie "
     "maanden wie er mag blijven. Een verhaal daarover staat bij dit cijfer.", 12),
    (6, "municipality", "families_by_doer",
     "Doen mensen meer zelf omdat ze dat willen, of omdat er geen hulp is?", "", 0),
    (4, "team", "",
     "Wie belt de woningstichtingen over de wachttijd van veertien maanden? Ons lukt het niet.",
     "", 0),
]  # fmt: skip

# kind, life domain, words, kept already
LESSONS = [
    ("difference", "money",
     "We verschilden over schuldhulp: nu beginnen, of eerst rust. Eerst rust werkte, omdat er een "
     "datum bij stond waarop we opnieuw keken.", True),
    ("goal", "work",
     "Het doel 'een baan' is losgelaten. Elke dag een vaste afspraak buiten de deur hielp meer, en "
     "de baan kwam een jaar later.", True),
    ("stuck_point", "housing",
     "Een briefadres kan ook bij een familielid, als die zelf een uitkering heeft. De gemeente "
     "kort dan niet. Vraag het vooraf op papier.", True),
    ("difference", "parenting",
     "School en ouders zagen iets anders, en hadden allebei gelijk: thuis is het rustig, in de "
     "klas niet. Kijk eerst een ochtend mee voor je kiest.", True),
    ("stuck_point", "money",
     "Beslag op de huurtoeslag mag niet. Een brief van twee regels aan de deurwaarder was genoeg.",
     True),
    ("goal", "network",
     "Een maatje zoeken mislukte drie keer. Zelf iets doen voor een ander lukte meteen.", True),
    ("difference", "mind",
     "We wachtten op de intake en deden intussen niets. Beter: in die maanden elke week een "
     "wandeling, met wie dan ook.", False),
]  # fmt: skip
