"""The door for the web server: it answers as Django does, and gives the calls room."""

import pytest

from wijkteam.wsgi import ROOM, application, roomy


def test_the_portal_has_room():
    assert application.__code__.co_stacksize == ROOM


def test_what_is_answered_and_what_goes_wrong_pass_unchanged():
    given = roomy(lambda environ, start_response: [environ, start_response])
    assert given(1, 2) == [1, 2]
    with pytest.raises(ZeroDivisionError):
        roomy(lambda environ, start_response: 1 / 0)({}, None)
