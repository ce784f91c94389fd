"""Who promised something, and with whom nothing of the plan is shared any more."""

from django.db.models import Exists, OuterRef, Q

from wijkteam.models import TeamMembership


def shut_out() -> Q:
    """Of an action, as who coordinates its file reads it: the owner comes from elsewhere, and no
    ground to share with that organisation is left."""
    from casework.models import SharingGround

    shared = SharingGround.objects.valid().filter(
        case_file=OuterRef("case_file"), organisation=OuterRef("owner__user__organisation")
    )
    of_team = TeamMembership.objects.filter(
        user=OuterRef("owner__user"), team=OuterRef("case_file__team"), until__isnull=True
    )
    elsewhere = Q(owner__user__isnull=False, owner__stays_until__isnull=True)
    return elsewhere & ~Exists(shared) & ~Exists(of_team)
