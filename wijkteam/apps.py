"""What the ground floor does once, when the portal starts."""

from django.apps import AppConfig

from wijkteam import phones


class WijkteamConfig(AppConfig):
    name = "wijkteam"

    def ready(self) -> None:
        from wijkteam import signing_in  # noqa: F401 - it listens from now on

        phones.write_them_so()
