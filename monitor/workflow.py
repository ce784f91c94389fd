"""What may follow on what, for a release in the making."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ReleaseState(TextChoices):
    WAITING = "waiting", _("wordt geteld")
    READY = "ready", _("klaar om te tekenen")
    SIGNED = "signed", _("getekend, wacht op een tweede persoon")
    SET = "set", _("vastgesteld")
    REFUSED = "refused", _("teruggegeven")
    FAILED = "failed", _("niet gelukt")


_MOVES = [
    (ReleaseState.WAITING, ReleaseState.READY),
    (ReleaseState.WAITING, ReleaseState.FAILED),
    (ReleaseState.READY, ReleaseState.SIGNED),
    (ReleaseState.READY, ReleaseState.REFUSED),
    (ReleaseState.SIGNED, ReleaseState.SET),
    (ReleaseState.SIGNED, ReleaseState.REFUSED),
    (ReleaseState.REFUSED, ReleaseState.WAITING),
    (ReleaseState.FAILED, ReleaseState.WAITING),
]
RELEASE_MOVES = [(old.value, new.value) for old, new in _MOVES]
