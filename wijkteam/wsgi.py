"""The door for the web server."""

import gc
import os
from collections.abc import Callable, Iterable
from typing import Any

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wijkteam.settings")

Answer = Callable[[dict[str, Any], Any], Iterable[bytes]]
ROOM = 2**15  # places of 8 bytes


def roomy(answer: Answer) -> Answer:
    """One large piece of memory for all calls of a request.

    Python keeps the frames of calls in pieces of 16 kB, and gives a piece back as soon as it is
    empty. A template that goes up and down over the edge of one asks the system for memory a
    thousand times per page. A frame that asks for much gets one large piece, for all that it calls.
    """

    def call(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        return answer(environ, start_response)

    call.__code__ = call.__code__.replace(co_stacksize=ROOM)
    return call


def settled() -> None:
    """What was loaded stays: Python need not go through it again while it makes a page."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)  # a page makes some tens of thousands of small things


application = roomy(get_wsgi_application())
settled()
