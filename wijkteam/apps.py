"""What the ground floor does once, when the portal starts."""

from django.apps import AppConfig

from wijkteam import phones


class WijkteamConfig(AppConfig):
    name = "wijkteam"

    def ready(self) -> None:
        phones.write_them_so()
