from monitor.models.publications import Publication, PublishedCell

__all__ = ["Publication", "PublishedCell"]
