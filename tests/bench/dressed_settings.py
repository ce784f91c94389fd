"""The bare view behind the portal's own middleware: sessions, CSRF, languages, the role switch."""

from wijkteam.settings import *  # noqa: F403
from wijkteam.settings import MIDDLEWARE as ALL

ROOT_URLCONF = "tests.bench.bare"
# The page that this one keeps does not exist here.
MIDDLEWARE = [one for one in ALL if one != "monitor.kept.KeptMiddleware"]
