"""What Jo types, and where the team reads it."""

TYPED = {
    "about": "person",
    "about_name": "Sanne",
    "words": "Ze belde niet terug.",
    "name": "Jo",
    "email": "jo@voorbeeld.example",
    "submission": "7b6ee4a1-5a5e-4cf8-9b0c-0d9a3f1c2e11",
}


def url(complaint, deed: str = "") -> str:
    return f"/leiding/klachten/{complaint.pk}/{deed}"
