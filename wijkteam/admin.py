"""Reference data only: nothing here belongs to a family, and no status is changed here."""

from django.contrib import admin

from wijkteam.models import Neighbourhood, Organisation, Team, TeamHours, User


class TeamHoursInline(admin.TabularInline):
    model = TeamHours
    extra = 0


@admin.register(Organisation)
class OrganisationAdmin(admin.ModelAdmin):
    list_display = ["name", "kind", "active"]
    list_filter = ["kind", "active"]
    search_fields = ["name"]


@admin.register(Team)
class TeamAdmin(admin.ModelAdmin):
    list_display = ["name", "phone", "address", "is_default"]
    inlines = [TeamHoursInline]


@admin.register(Neighbourhood)
class NeighbourhoodAdmin(admin.ModelAdmin):
    list_display = ["name", "code", "team"]
    search_fields = ["name", "code"]


@admin.register(User)
class UserAdmin(admin.ModelAdmin):
    list_display = ["name", "email", "role", "organisation", "is_active"]
    list_filter = ["role", "is_active"]
    search_fields = ["name", "email"]
    fields = ["email", "name", "role", "organisation", "discipline", "phone", "language"]
