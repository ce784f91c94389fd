"""How often someone wants a mail about what is new."""

from django.utils.translation import gettext_lazy as _

from casework.choices import News
from casework.models import NewsWish
from wijkteam.forms import Form, RadioChoice
from wijkteam.models import User


class NewsForm(Form):
    how = RadioChoice(
        label=_("Hoe vaak wilt u een mail als er iets nieuws is?"),
        help_text=_("In de mail staat nooit over wie het gaat. Wat haast heeft, hoort u meteen."),
        choices=News.choices,
    )

    def save(self, user: User) -> None:
        NewsWish.wish(user, self.cleaned_data["how"])
