"""The door for the web server: it answers as Django does, and gives the calls room."""

import gc

import pytest

from wijkteam.wsgi import ROOM, application, roomy, settled


def test_the_portal_has_room():
    assert application.__code__.co_stacksize == ROOM


def test_what_is_answered_and_what_goes_wrong_pass_unchanged():
    given = roomy(lambda environ, start_response: [environ, start_response])
    assert given(1, 2) == [1, 2]
    with pytest.raises(ZeroDivisionError):
        roomy(lambda environ, start_response: 1 / 0)({}, None)


def test_what_was_loaded_is_not_gone_through_again():
    as_it_was = gc.get_threshold()
    gc.unfreeze()
    gc.set_threshold(700, 10, 10)
    settled()
    assert gc.get_freeze_count() > 100_000
    assert gc.get_threshold()[0] > 10_000
    gc.set_threshold(*as_it_was)
