"""The bare view behind the portal's own middleware: sessions, CSRF, languages, the role switch."""

from wijkteam.settings import *  # noqa: F403

ROOT_URLCONF = "tests.bench.bare"
