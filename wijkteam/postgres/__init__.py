"""PostgreSQL as Django knows it, with a connection that is not asked twice (see base.py)."""
