#!/bin/sh
# Runs once, when the database is new: the login of web, worker and beat. By itself it may do
# nothing; `manage.py database_roles` (the service migrate) makes it a member of the group roles.
set -eu
psql --set ON_ERROR_STOP=1 --set password="$APP_PASSWORD" \
    --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
CREATE ROLE wijkteam_app LOGIN NOINHERIT PASSWORD :'password';
SQL
