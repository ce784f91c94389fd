"""What waits for the privacy officer, who has no page of the day: a number behind each tab."""

from django import template

from casework.letters_of_rights import for_somebody
from casework.models import RightsRequest
from wijkteam.models import AccessQuestion, User

register = template.Library()


@register.simple_tag
def waits_for(user: User) -> dict[str, int]:
    """Requests to answer with letters to give, and questions on the log."""
    asked = RightsRequest.objects.visible_to(user).waiting().order_by().count()
    questions = AccessQuestion.objects.visible_to(user).waiting().order_by().count()
    return {"rights": asked + for_somebody(user).order_by().count(), "questions": questions}
