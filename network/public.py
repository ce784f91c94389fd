"""The adjectives of public places: near a postcode, for whom, on which day."""

from django.db import models


class PublicPlaceQuerySet(models.QuerySet):
    """Places that anyone may see: the table holds no others."""

    def in_neighbourhood(self, code: str) -> "PublicPlaceQuerySet":
        return self.filter(neighbourhood_codes__contains=[code])

    def speaking(self, language: str) -> "PublicPlaceQuerySet":
        return self.filter(languages__contains=[language])

    def open_on(self, weekday: str) -> "PublicPlaceQuerySet":
        return self.filter(open_days__contains=[weekday])

    def about(self, domain: str) -> "PublicPlaceQuerySet":
        return self.filter(life_domains__contains=[domain])
