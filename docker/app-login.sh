#!/bin/sh
# Runs once, when the database is new: the login of web, worker and beat. By itself it may do
# nothing; `manage.py database_roles` (the service migrate) makes it a member of the group roles.
# With MONITOR_PASSWORD also that of the municipality's own site.
set -eu
psql --set ON_ERROR_STOP=1 --set password="$APP_PASSWORD" \
    --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
CREATE ROLE wijkteam_app LOGIN NOINHERIT PASSWORD :'password';
SQL
if [ -n "${MONITOR_PASSWORD:-}" ]; then
    psql --set ON_ERROR_STOP=1 --set password="$MONITOR_PASSWORD" \
        --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
CREATE ROLE wijkteam_monitor LOGIN NOINHERIT PASSWORD :'password';
SQL
fi
