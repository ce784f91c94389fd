"""Reference data only: nothing here belongs to a family, and no status is changed here."""

from itertools import pairwise
from typing import Any

from django.contrib import admin
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.forms import BaseInlineFormSet, ModelForm
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from wijkteam.choices import Role
from wijkteam.models import Neighbourhood, Organisation, Team, TeamHours, TeamMembership, User


class TeamHoursFormSet(BaseInlineFormSet):
    """All hours of a team: at most two stretches a day, with a break in between."""

    def clean(self) -> None:
        super().clean()
        days: dict[tuple[str, str], list[dict[str, Any]]] = {}
        for form in self.forms:
            if form.is_valid() and not form.cleaned_data.get("DELETE", not form.cleaned_data):
                hours = form.cleaned_data
                days.setdefault((hours["kind"], hours["weekday"]), []).append(hours)
        for stretches in days.values():
            stretches.sort(key=lambda hours: hours["opens"])
            if len(stretches) > 2:
                raise ValidationError(_("Vul voor elke dag hoogstens twee keer open en dicht in."))
            if any(one["closes"] >= two["opens"] for one, two in pairwise(stretches)):
                raise ValidationError(_("Twee tijden op één dag: laat er een pauze tussen."))


class TeamHoursInline(admin.TabularInline):
    model = TeamHours
    formset = TeamHoursFormSet
    extra = 0


@admin.register(Organisation)
class OrganisationAdmin(admin.ModelAdmin):
    list_display = ["name", "kind", "active"]
    list_filter = ["kind", "active"]
    search_fields = ["name"]


@admin.register(Team)
class TeamAdmin(admin.ModelAdmin):
    list_display = ["name", "phone", "address", "is_default"]
    fieldsets = [
        (None, {"fields": ["name", "phone", "out_of_hours_phone", "address", "email"]}),
        (
            None,
            {"fields": ["is_default", "may_decide_up_to", "asks_decisions_of", "aftercare_days"]},
        ),
        (
            _("Normen: hoe lang mag iets duren"),
            {
                "fields": [
                    "days_to_acknowledge",
                    "days_to_contact",
                    "days_to_conversation",
                    "days_for_own_plan",
                    "days_to_tell_lead",
                ],
                "description": _("Geldt voor wat vanaf nu binnenkomt. Zes weken staat in de wet."),
            },
        ),
    ]
    inlines = [TeamHoursInline]


@admin.register(Neighbourhood)
class NeighbourhoodAdmin(admin.ModelAdmin):
    list_display = ["name", "code", "team"]
    search_fields = ["name", "code"]


class TeamMembershipInline(admin.TabularInline):
    """For which teams somebody works. It ends on the page of leaving, where seats end with it."""

    model = TeamMembership
    fields = ["team"]
    extra = 1
    can_delete = False

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[TeamMembership]:
        return super().get_queryset(request).filter(until__isnull=True)


@admin.register(User)
class UserAdmin(admin.ModelAdmin):
    list_display = ["name", "email", "role", "organisation", "is_active"]
    list_filter = ["role", "is_active"]
    search_fields = ["name", "email"]
    fields = ["email", "name", "role", "organisation", "discipline", "phone", "language"]
    inlines = [TeamMembershipInline]

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        return super().get_queryset(request).exclude(role=Role.RESIDENT)

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        """An account ends on the page of leaving, where seats end with it."""
        return False

    def save_model(self, request: HttpRequest, obj: User, form: ModelForm, change: bool) -> None:
        """Write what was changed: the password is neither read nor written here.

        Who is new sets one through "wachtwoord vergeten".
        """
        if change:
            obj.save(update_fields=form.changed_data)
        else:
            obj.set_unusable_password()
            obj.save()
        obj.groups.set(Group.objects.filter(name=obj.role))
