from monitor.models.publications import Period, Publication, PublishedCell
from monitor.models.releases import CountedFamilies, NotNow, Release, ReleaseFigure

__all__ = [
    "CountedFamilies",
    "NotNow",
    "Period",
    "Publication",
    "PublishedCell",
    "Release",
    "ReleaseFigure",
]
