"""People who go on working while parts of the portal are killed: what they saw accepted, counts."""

import math
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from urllib.request import Request

from tests.browser.plain import Visitor
from tests.faults.killer import again

THANKS = "Dank u wel. Uw vraag is bij ons."


class Somebody(Visitor):
    """A visitor with an address of its own, as behind a proxy that says whose it is."""

    numbers = count(1)

    def __init__(self, address: str) -> None:
        super().__init__(address)
        number = next(self.numbers)
        self.network = f"10.{number // 65536 % 256}.{number // 256 % 256}.{number % 256}"

    def _read(self, request: Request) -> None:
        request.add_header("X-Forwarded-For", self.network)
        super()._read(request)

    def step_in(self, role: str) -> None:
        self.go("/demo/")
        for form, attrs in self.page.forms.items():
            hidden = [one for one in self.page.controls if one.form == form]
            if any(one.attrs.get("value") == role for one in hidden):
                button = next(one for one in hidden if one.is_button)
                button.words = f"step in as {role}"
                attrs.setdefault("action", "/demo/")
                return self.press(button.words)
        raise AssertionError(f"no {role} on /demo/")


@dataclass
class Work:
    """One kind of deed, done a number of times by several people at once."""

    name: str
    times: int
    hands: int
    begin: Callable[[], Callable[[str], bool]]
    until: float = math.inf  # by the monotonic clock; then nothing new is begun
    accepted: list[str] = field(default_factory=list)
    tried: int = 0

    def __post_init__(self) -> None:
        self.numbers = iter(range(self.times))
        self.guard = threading.Lock()

    def start(self) -> list[threading.Thread]:
        threads = [threading.Thread(target=self.do, daemon=True) for _hand in range(self.hands)]
        for thread in threads:
            thread.start()
        return threads

    def do(self) -> None:
        deed = self.begin()
        while True:
            with self.guard:
                number = next(self.numbers, None)
            if number is None or time.monotonic() > self.until:
                return
            mark = f"{self.name}-{number:05d}"
            ok = deed(mark)
            with self.guard:
                self.tried += 1
                self.accepted += [mark] * ok


def asking(address: str) -> Callable[[], Callable[[str], bool]]:
    """Somebody asks for a conversation, each time as somebody else."""

    def ask(mark: str) -> bool:
        one = Somebody(address)
        steps: list[Callable[[], None]] = [
            lambda: one.go("/gesprek/"),
            lambda: one.press("Verder"),
            lambda: fill_in_reach(one, mark),
            lambda: one.press("Versturen"),
        ]
        return all(again(step) for step in steps) and one.heading == THANKS

    return lambda: ask


def fill_in_reach(one: Somebody, mark: str) -> None:
    one.fill_in("Hoe mogen we u noemen?", mark)
    one.choose("E-mail")
    one.fill_in("E-mailadres", f"{mark}@example.nl")
    one.press("Sla de rest over")


def planning(address: str, files: list[str]) -> Callable[[], Callable[[str], bool]]:
    """A coordinator writes goals in the plans of her families."""

    def begin() -> Callable[[str], bool]:
        one = Somebody(address)
        again(lambda: one.step_in("coordinator"))

        def write(mark: str) -> bool:
            file = files[int(mark[-5:]) % len(files)]
            if not again(lambda: one.go(f"/werk/dossiers/{file}/doel/")):
                return False
            one.fill_in("Waar gaat het over?", "money")
            one.fill_in("Het doel, in eigen woorden van de bewoner", mark)
            return again(lambda: one.press("Doel bewaren")) and one.url.find("/doel/") < 0

        return write

    return begin


def telling(address: str, file: str) -> Callable[[], Callable[[str], bool]]:
    """A resident tells the table something."""

    def begin() -> Callable[[str], bool]:
        one = Somebody(address)
        again(lambda: one.step_in("resident"))

        def tell(mark: str) -> bool:
            if not again(lambda: one.go(f"/mijn/plan/{file}/bericht/")):
                return False
            one.fill_in("Wat wilt u vertellen?", mark)
            return again(lambda: one.press(one_button(one))) and "/bericht/" not in one.url

        return tell

    return begin


def one_button(one: Somebody) -> str:
    """The button of the form that asks for words."""
    form = next(c.form for c in one.page.controls if c.words.startswith("Wat wilt u vertellen?"))
    return next(c.words for c in one.page.controls if c.is_button and c.form == form)
