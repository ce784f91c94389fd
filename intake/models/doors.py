"""The two doors through which a resident comes back to a request.

By number and one more fact (phone, e-mail, postcode): keyed hashes in `lookup_keys`, compared by
the database itself. And by the own page of the account whose address the request arrived with.
"""

from typing import TYPE_CHECKING, Any

from django.contrib.postgres.fields import ArrayField
from django.db import models, transaction

from intake.choices import ForWhom
from wijkteam import database, references
from wijkteam.models import User
from wijkteam.models.people import KeptField


class KeysField(KeptField, ArrayField):
    """With one of them a session of the database opens the request: not for who leads the team."""

    kept_from = {"wijkteam_team_lead"}


class Doors(models.Model):
    """What opens a request for the person who made it."""

    requester = models.ForeignKey(
        User, models.SET_NULL, null=True, blank=True, related_name="own_requests"
    )
    # The address of arrival. Changing the contact way later takes no more than the number and one
    # fact, which another adult in the house may know too; that opens no report to anyone.
    own_page_email = models.EmailField(blank=True, editable=False)
    lookup_keys = KeysField(models.CharField(max_length=64), default=list, editable=False)

    class Meta:
        abstract = True

    if TYPE_CHECKING:
        reference: str
        for_whom: str
        name: str
        phone: Any
        email: str
        postcode: str
        status: str

        def stamp(self, old: str, by: User | None, words: str = "") -> None: ...

    @classmethod
    def claim_for(cls, user: User) -> int:
        """What arrived with the address of this account stands on its own page from now on."""
        if not user.email:
            return 0
        found = cls._default_manager.filter(requester__isnull=True, own_page_email=user.email)
        return found.update(requester=user)

    def keys(self) -> list[str]:
        phone = self.phone.as_e164 if self.phone else ""
        return references.lookup_keys(self.reference, [phone, self.email, self.postcode], self.name)

    def make_doors(self) -> None:
        """On arrival. Who asks for someone else gets no page about that person."""
        self.lookup_keys = self.keys()
        self.own_page_email = self.email.lower() if self.for_whom == ForWhom.SELF else ""

    def change_contact(self, **fields: Any) -> None:
        """Reach me in another way from now on.

        The old keys go in a second step: the database shows a stranger only rows that the secret
        of this transaction opens, also just after changing them.
        """
        before = self.lookup_keys
        for name, value in fields.items():
            setattr(self, name, value)
        keys = self.keys()
        with transaction.atomic():
            self.lookup_keys = [*keys, *before]
            self.save(update_fields=[*fields, "lookup_keys"])
            database.secret(keys[0])
            self.lookup_keys = keys
            self.save(update_fields=["lookup_keys"])
            self.stamp(self.status, None, "bewoner gaf een andere manier van contact door")
