"""What Gezin Jansen of the demo sees differently, waits for, and was stuck on."""

from casework.models import Seat, StuckPoint
from casework.seed_family_days import ago, ahead
from casework.seed_friction import Elsewhere, ask, differ, get_stuck
from casework.seed_rows import FileRows


def seed_jansen(file: FileRows, mark: Seat, els: Seat, youssef: Seat, ellen: Seat) -> None:
    """Not of one mind, waiting for others, and once stuck: with a reply."""
    sanne = file.coordinator
    differ(
        file, ago(16, 11), [
            (mark, "De post is weer open. Er zijn drie brieven, en daar werk ik aan.",
             "Eerst zelf de regeling afmaken. Met schuldhulp ben ik mijn pas kwijt.", mark),
            (youssef, "Er komt elke maand ongeveer € 90 te weinig binnen.",
             "Nu aanmelden bij schuldhulp, voordat er weer een deurwaarder komt.", youssef),
            (els, "Hij slaapt slecht van elke nieuwe brief.", "", sanne),
        ],
        "money", subject="Wel of niet nu al schuldhulp", about="both", status="trying",
        tried="Zes weken samen elke maandag de post, en opschrijven of het geld uitkomt.",
        try_until=ahead(9), review_on=ahead(9), decider="Mark", mandate="het is zijn geld",
    )  # fmt: skip
    differ(
        file, ago(45, 15), [
            (mark, "Ze heeft buikpijn van zondagavond.", "Op maandag thuis laten.", sanne),
            (ellen, "Op school is het om tien uur over.", "Juist wel laten komen.",
             ellen),
        ],
        "parenting", subject="Noor op maandag thuis, of toch naar school", about="work",
        status="decided", decider="Mark, samen met Noor", mandate="hij is haar vader",
        outcome="Noor komt op maandag een half uur later, met Els.",
        learned="Vraag het Noor zelf. Zij wist het meteen.",
        ended_at=ago(36, 15), ended_by=sanne,
    )  # fmt: skip
    wait_for_others(file, youssef, Elsewhere.of_now())


def wait_for_others(file: FileRows, youssef: Seat, others: Elsewhere) -> None:
    ask(file, ago(42, 9), "Bijzondere bijstand voor een bed en een bureau voor Noor",
        "gemeente, afdeling inkomen", youssef, amount=640, life_domain="money")  # fmt: skip
    ask(file, ago(48, 9), "Wachten met de aanmaning tot de regeling er is",
        "woningstichting", youssef, life_domain="money", answer="yes",
        answer_words="Zij wachten acht weken.", answered_at=ago(39, 9),
        answered_by=youssef)  # fmt: skip
    get_stuck(
        file, ago(40, 9), "rule",
        "Wie een regeling treft met de verhuurder, telt als schuldenvrij. Dan stopt de hulp.",
        youssef, others, "gemeente, afdeling schulden", ago(2, 14),
        "Zo was het niet bedoeld. Vanaf deze maand telt een regeling mee als schuld. Alle "
        "wijkteams krijgen bericht.",
    )  # fmt: skip
    file.add(
        StuckPoint, ago(3, 9), kind="rule", written_at=ago(3, 9), written_by=youssef,
        words="Een nieuw bureau mag van de bijstand, een goed tweedehands bureau niet.",
        life_domain="money",
    )  # fmt: skip
