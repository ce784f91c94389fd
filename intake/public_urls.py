"""Addresses of the resident, and of anyone who looks for help."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
