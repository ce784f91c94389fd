"""The one catalogue of indicators. Only here numbers are taken from the other apps for the team.

An indicator stands here once its source exists: its question, where the number comes from, how
it is made, what it is held against, what it does not say, and who may read it unrounded.
"""

from monitor.catalogue.friction import IN_THE_WAY
from monitor.catalogue.indicators import TEAM, Indicator
from monitor.catalogue.now import Week, reach, stuck_for, waiting_by_week
from monitor.catalogue.places import IN_THE_WIJK
from monitor.catalogue.requests import ASKING
from monitor.catalogue.table import AT_THE_TABLE

INDICATORS = [*ASKING, *AT_THE_TABLE, *IN_THE_WAY, *IN_THE_WIJK]
BY_KEY = {indicator.key: indicator for indicator in INDICATORS}

__all__ = [
    "BY_KEY", "INDICATORS", "TEAM", "Indicator", "Week", "reach", "stuck_for",
    "waiting_by_week",
]  # fmt: skip
