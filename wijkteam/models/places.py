"""Teams, their hours, and the neighbourhoods and postcodes they serve."""

import re
import unicodedata
from datetime import date, datetime, timedelta
from functools import lru_cache

import holidays
from django.core.validators import MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _
from phonenumber_field.modelfields import PhoneNumberField

from wijkteam.choices import HoursKind, Weekday


@lru_cache(maxsize=8)
def public_holidays(year: int) -> frozenset[date]:
    """Dutch public holidays of one year.

    For doors and phones: the package `holidays` follows the list of the Rijksoverheid, without Good
    Friday, and with Liberation Day once in five years. Terms of the law: wijkteam/workdays.py.
    """
    return frozenset(holidays.country_holidays("NL", years=year))


class TeamQuerySet(models.QuerySet["Team"]):
    def last_resort(self) -> "Team | None":
        """Who takes what has no known postcode: the team that was chosen for it, or the oldest."""
        return self.order_by("-is_default", "pk").first()


class Team(models.Model):
    """A neighbourhood team with its own phone, door and hours."""

    name = models.CharField(_("naam"), max_length=80, unique=True)
    phone = PhoneNumberField(_("telefoon"))
    out_of_hours_phone = PhoneNumberField(_("telefoon buiten openingstijd"), blank=True)
    address = models.CharField(_("adres"), max_length=160)
    email = models.EmailField(_("e-mailadres"), blank=True)
    is_default = models.BooleanField(_("vangt onbekende postcodes op"), default=False)
    days_to_acknowledge = models.PositiveSmallIntegerField(_("werkdagen tot bericht"), default=1)
    days_to_contact = models.PositiveSmallIntegerField(_("werkdagen tot contact"), default=2)
    days_to_conversation = models.PositiveSmallIntegerField(_("werkdagen tot gesprek"), default=10)
    days_for_own_plan = models.PositiveSmallIntegerField(
        _("dagen voor een eigen plan"),
        default=7,
        validators=[MinValueValidator(7)],
        help_text=_("De wet geeft bewoners ten minste zeven dagen."),
    )
    days_to_tell_lead = models.PositiveSmallIntegerField(
        _("werkdagen te laat tot de teamleider het hoort"), default=2
    )
    aftercare_days = models.PositiveSmallIntegerField(
        _("dagen nazorg na afsluiten"),
        null=True,
        blank=True,
        help_text=_("Zo lang kan het team een afgesloten dossier nog lezen. Leeg: zoals overal."),
    )
    may_decide_up_to = models.DecimalField(
        _("mag de tafel zelf beslissen tot (euro)"), max_digits=8, decimal_places=2, default=500,
        validators=[MinValueValidator(0)],
    )  # fmt: skip
    asks_decisions_of = models.CharField(
        _("waar het team een beslissing meestal vraagt"), max_length=120, blank=True,
        help_text=_("Staat dan al ingevuld. Bijvoorbeeld: gemeente, afdeling inkomen."),
    )  # fmt: skip

    objects = TeamQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name = _("wijkteam")
        verbose_name_plural = _("wijkteams")
        constraints = [
            models.UniqueConstraint(
                fields=["is_default"],
                condition=models.Q(is_default=True),
                name="team_one_default",
            ),
            # Wmo 2015 art. 2.3.2 lid 2: seven days after the melding.
            models.CheckConstraint(
                name="team_own_plan_week", condition=models.Q(days_for_own_plan__gte=7)
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def hours_on(self, kind: str, moment: datetime) -> list["TeamHours"]:
        """The stretches of that day, the first one first: two with a break in between."""
        local = timezone.localtime(moment)
        if local.date() in public_holidays(local.year):
            return []
        today = [
            h for h in self.hours.all() if h.kind == kind and h.weekday == str(local.weekday())
        ]
        return sorted(today, key=lambda hours: hours.opens)

    def hours_left(self, kind: str, now: datetime) -> list["TeamHours"]:
        """The stretches of today that are not over yet."""
        clock = timezone.localtime(now).time()
        return [hours for hours in self.hours_on(kind, now) if clock < hours.closes]

    def hours_now(self, now: datetime | None = None) -> str:
        """A sentence for whoever wants to call: open until when, or open again when."""
        now = now or timezone.now()
        left = self.hours_left(HoursKind.PHONE, now)
        if not left:
            return self._next_opening(now)
        if left[0].opens <= timezone.localtime(now).time():
            return __("nu open, tot %(time)s uur") % {"time": f"{left[0].closes:%H.%M}"}
        return __("vandaag open vanaf %(time)s uur") % {"time": f"{left[0].opens:%H.%M}"}

    def _next_opening(self, now: datetime) -> str:
        for days in range(1, 15):
            later = now + timedelta(days=days)
            hours = self.hours_on(HoursKind.PHONE, later)
            if hours:
                day = __("morgen") if days == 1 else date_format(timezone.localtime(later), "l")
                return __("nu dicht, %(day)s weer vanaf %(time)s uur") % {
                    "day": day,
                    "time": f"{hours[0].opens:%H.%M}",
                }
        return __("nu dicht")

    @property
    def walk_in(self) -> str:
        """Today's walk-in hours in words; empty when there are none, or none any more."""
        left = self.hours_left(HoursKind.WALK_IN, timezone.now())
        if not left:
            return ""
        first, last = left[0], left[-1]
        times = {"opens": f"{first.opens:%H.%M}", "closes": f"{last.closes:%H.%M}"}
        if first is last:
            return __("vandaag inloop van %(opens)s tot %(closes)s uur") % times
        times |= {"break": f"{first.closes:%H.%M}", "again": f"{last.opens:%H.%M}"}
        return (
            __("vandaag inloop van %(opens)s tot %(break)s en van %(again)s tot %(closes)s uur")
            % times
        )


class TeamHours(models.Model):
    """When the phone is answered or the door stands open: one or two stretches per weekday."""

    team = models.ForeignKey(Team, models.CASCADE, related_name="hours")
    kind = models.CharField(_("soort"), max_length=10, choices=HoursKind.choices)
    weekday = models.CharField(_("dag"), max_length=1, choices=Weekday.choices)
    opens = models.TimeField(_("open"))
    closes = models.TimeField(_("dicht"))

    class Meta:
        ordering = ["kind", "weekday", "opens"]
        verbose_name = _("openingstijd")
        verbose_name_plural = _("openingstijden")
        constraints = [
            models.UniqueConstraint(
                fields=["team", "kind", "weekday", "opens"], name="team_hours_begin_once"
            ),
            models.CheckConstraint(
                condition=models.Q(opens__lt=models.F("closes")),
                name="team_hours_open_first",
                violation_error_message=_("Dicht komt na open."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_weekday_display()} {self.opens:%H.%M}-{self.closes:%H.%M}"


class Neighbourhood(models.Model):
    """A wijk with its CBS code (WKxxxxxx), served by one team."""

    code = models.CharField(_("CBS-code"), max_length=10, unique=True)
    name = models.CharField(_("naam"), max_length=80)
    team = models.ForeignKey(
        Team, models.PROTECT, related_name="neighbourhoods", verbose_name=_("wijkteam")
    )
    population = models.PositiveIntegerField(_("inwoners"), null=True, blank=True)

    class Meta:
        ordering = ["name"]
        verbose_name = _("wijk")
        verbose_name_plural = _("wijken")

    def __str__(self) -> str:
        return self.name


class Postcode(models.Model):
    """Which neighbourhood a postcode lies in (from the public CBS file)."""

    code = models.CharField(_("postcode"), max_length=6, primary_key=True)
    neighbourhood = models.ForeignKey(Neighbourhood, models.CASCADE, related_name="postcodes")

    class Meta:
        ordering = ["code"]

    def __str__(self) -> str:
        return self.code

    @staticmethod
    def read(typed: str) -> str:
        """'1311AB' out of '1311-ab Almere', '1311' out of half of one; '' when there is none.

        Figures of other scripts count as what they are: whoever types Arabic types those.
        """
        plain = "".join(str(unicodedata.digit(sign, sign)) for sign in typed)
        text = unicodedata.normalize("NFKC", plain).upper()
        found = re.search(r"(?<!\d)([1-9]\d{3})(?!\d)(?:[\s.\-_]*([A-Z]{2})(?![A-Z]))?", text)
        return "".join(part for part in found.groups() if part) if found else ""

    @staticmethod
    def neighbourhood_of(postcode: str) -> "Neighbourhood | None":
        """The neighbourhood of '1234 ab' in any spelling; None when it is unknown.

        Of '1234' alone too, when all of it lies in one neighbourhood.
        """
        code = Postcode.read(postcode)
        if re.fullmatch(r"[1-9]\d{3}", code):
            inside = Postcode.objects.filter(code__startswith=code)
            wijken = set(inside.values_list("neighbourhood", flat=True)[:2000])
            by_code = Neighbourhood.objects.filter(pk__in=wijken) if len(wijken) == 1 else None
            return by_code.select_related("team").first() if by_code is not None else None
        found = Postcode.objects.filter(code=code).select_related("neighbourhood__team").first()
        return found.neighbourhood if found else None
