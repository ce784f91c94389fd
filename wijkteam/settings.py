"""Settings of the portal. Everything that differs per place comes from the environment."""

from pathlib import Path

import dj_database_url
from celery.schedules import crontab
from csp.constants import NONE, SELF
from django.conf.locale import LANG_INFO
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from wijkteam import env, openid
from wijkteam.roles import SITE_LOGIN

BASE_DIR = Path(__file__).resolve().parent.parent

# --- what differs per place -------------------------------------------------------------------
DEMO = env.boolean("DEMO")
DEBUG = env.boolean("DEBUG")
PRODUCTION = env.boolean("PRODUCTION")
if PRODUCTION and (DEMO or DEBUG):
    raise ImproperlyConfigured("PRODUCTION does not go together with DEMO or DEBUG.")
# Empty: the whole portal. `monitor`: the municipality's own site, beside it (wijkteam/site.py).
SITE = env.text("SITE", "")
if SITE not in {"", "monitor"}:
    raise ImproperlyConfigured(f"SITE is {SITE!r}: expected nothing, or monitor.")
SECRET_KEY = env.secret("SECRET_KEY")


def made_up(value: str) -> str | None:
    """What stands in for a setting on one's own machine. In production it must be set."""
    return None if PRODUCTION else value


ALLOWED_HOSTS = env.words("ALLOWED_HOSTS", made_up("localhost,127.0.0.1,[::1],testserver"))
WEB = ["https"] if PRODUCTION else ["https", "http"]
BASE_URL = env.address("BASE_URL", WEB, made_up("http://localhost:8000")).rstrip("/")
CSRF_TRUSTED_ORIGINS = [BASE_URL]
REDIS_URL = env.address("REDIS_URL", ["redis", "rediss", "unix"])
MUNICIPALITY_NAME = env.text("MUNICIPALITY_NAME", made_up("Gemeente Voorbeeldstad"))
MUNICIPALITY_PHONE = env.text("MUNICIPALITY_PHONE", made_up("14 0200"))
MUNICIPALITY_PROVINCE = env.text("MUNICIPALITY_PROVINCE", made_up("Flevoland"))
# Pictures of the map, such as https://tiles.example.nl/{z}/{x}/{y}.png; empty means outlines only.
MAP_TILES = env.text("MAP_TILES", "")
MAP_TILES_CREDIT = env.text("MAP_TILES_CREDIT", "")
THEME = env.text("THEME", "voorbeeld")
LOGO = env.text("LOGO", "")

# --- the database -----------------------------------------------------------------------------
DATABASES = {
    "default": dj_database_url.parse(
        env.address("DATABASE_URL", ["postgresql", "postgres"]),
        engine="wijkteam.postgres",
        conn_max_age=None,
    )
    | {
        "CONN_HEALTH_CHECKS": True,
        # Transaction pooling keeps no cursor between two transactions.
        "DISABLE_SERVER_SIDE_CURSORS": True,
    }
}
if SITE and DATABASES["default"]["USER"] != SITE_LOGIN:
    raise ImproperlyConfigured(f"DATABASE_URL of SITE={SITE} signs in as {SITE_LOGIN}.")
# A copy that PostgreSQL itself keeps up to date: wijkteam/replica.py reads the monitor from it.
if monitor_replica := env.server("MONITOR_REPLICA"):
    known = DATABASES["default"]
    # An address with ?host= keeps its server among the options.
    options = {name: of for name, of in known["OPTIONS"].items() if name not in ("host", "port")}
    DATABASES["replica"] = known | {"OPTIONS": options | {"connect_timeout": 2}} | monitor_replica
    DATABASE_ROUTERS = ["wijkteam.replica.ReplicaRouter"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": {
        "BACKEND": "wijkteam.cache.ForgivingRedisCache",
        "LOCATION": REDIS_URL,
        "KEY_PREFIX": "wijkteam",
        # Without Redis nothing is remembered, and everything still works.
        "OPTIONS": {"SOCKET_CONNECT_TIMEOUT": 1, "SOCKET_TIMEOUT": 1, "IGNORE_EXCEPTIONS": True},
    },
    # What is released anyhow, ready to be sent again by this process (monitor/kept.py).
    "pages": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "pages",
        "TIMEOUT": 60,
        "OPTIONS": {"MAX_ENTRIES": 100},
    },
    # The phone and door that stand on every page: a change of them shows within the minute.
    "teams": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "teams",
        "TIMEOUT": 60,
        "OPTIONS": {"MAX_ENTRIES": 500},
    },
}

# --- the parts --------------------------------------------------------------------------------
INSTALLED_APPS = [
    "monitor",
    "intake",
    "casework",
    "network",
    "wijkteam",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "crispy_forms",
    "csp",
    "django_htmx",
    "guardian",
    "localflavor",
    "phonenumber_field",
    "pgtrigger",
]
MIDDLEWARE = [
    "wijkteam.views.metrics.MetricsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "monitor.kept.KeptMiddleware",
    "wijkteam.middleware.PolicyMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "wijkteam.middleware.SignInMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "wijkteam.middleware.PrivateMiddleware",
    "wijkteam.middleware.IdleMiddleware",
    "wijkteam.middleware.SecondFactorMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "wijkteam.site.SiteMiddleware",
    "wijkteam.middleware.ButtonMiddleware",
    "wijkteam.middleware.RoleMiddleware",
    *(["wijkteam.replica.ReplicaMiddleware"] if "replica" in DATABASES else []),
    "wijkteam.middleware.WritingTimeMiddleware",
    "wijkteam.access.WitnessMiddleware",
]
ROOT_URLCONF = "wijkteam.urls"
WSGI_APPLICATION = "wijkteam.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wijkteam.context.frame",
            ]
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_ALLOWED_TEMPLATE_PACKS = ["nlds"]
CRISPY_TEMPLATE_PACK = "nlds"
CRISPY_FAIL_SILENTLY = False
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"

# --- language and time ------------------------------------------------------------------------
LANGUAGE_CODE = "nl"
# The languages that have a catalogue in locale/. Messages and wishes know more (choices.Language).
LANGUAGES = [
    ("nl", _("Nederlands")),
    ("en", _("Engels")),
    ("ar", _("Arabisch")),
    ("tr", _("Turks")),
    ("pl", _("Pools")),
    ("uk", _("Oekraïens")),
    ("ti", _("Tigrinya")),
]
# Django knows no Tigrinya; its own texts (the names of months) stand in our catalogue too.
LANG_INFO["ti"] = {"bidi": False, "code": "ti", "name": "Tigrinya", "name_local": "ትግርኛ"}
# Django knows no days and months in Tigrinya: those stand in a catalogue of their own.
LOCALE_PATHS = [BASE_DIR / "locale", BASE_DIR / "wijkteam" / "dates"]
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True
PHONENUMBER_DEFAULT_REGION = "NL"
PHONENUMBER_DEFAULT_FORMAT = "NATIONAL"

# --- files ------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / ".data" / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_ROOT = Path(env.text("MEDIA_ROOT", str(BASE_DIR / ".data" / "media")))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_MANIFEST_STRICT = False
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
MAX_DOCUMENT_BYTES = 20 * 1024 * 1024
# clamd://host:3310, clamd:///run/clamav/clamd.ctl, or the dotted path of a function. With a scanner
# a document waits until it has been looked at (see wijkteam/scanner.py).
SCANNER = env.text("SCANNER", "")
if not SCANNER.startswith("clamd://"):
    SCANNER = env.function("SCANNER")

# --- signing in -------------------------------------------------------------------------------
AUTH_USER_MODEL = "wijkteam.User"
AUTHENTICATION_BACKENDS = ["wijkteam.rights.RoleBackend"]
GUARDIAN_MONKEY_PATCH_USER = False
# Rights are read through visible_to and the policies, not through guardian's backend.
SILENCED_SYSTEM_CHECKS = ["guardian.W001"]
ANONYMOUS_USER_NAME = None
PASSWORD_HASHERS = ["wijkteam.passwords.LighterArgon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "start"
LOGOUT_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "wijkteam.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
# Wrong passwords are counted per address and never per account: nobody can lock a colleague out.
# What a thief of a password still misses is the second factor.
ACCOUNT_RATE_LIMITS = {"login_failed": "10/5m/ip"}
ALLAUTH_TRUSTED_PROXY_COUNT = env.number("TRUSTED_PROXY_COUNT", 0)
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "http" if BASE_URL.startswith("http://") else "https"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = MUNICIPALITY_NAME
MFA_TOTP_TOLERANCE = 1  # a code typed slowly, or a clock that is off (RFC 6238, section 5.2)
SECOND_FACTOR_REQUIRED = env.boolean("SECOND_FACTOR_REQUIRED", default=not DEMO)
if PRODUCTION and not SECOND_FACTOR_REQUIRED:
    raise ImproperlyConfigured("SECOND_FACTOR_REQUIRED may only be off outside PRODUCTION.")
# Organisations whose people sign in with the account of their own work: see wijkteam/openid.py.
OPENID_PROVIDERS = openid.providers(env.text("OPENID_PROVIDERS", ""), plain_http=not PRODUCTION)
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": OPENID_PROVIDERS}}
SOCIALACCOUNT_ADAPTER = "wijkteam.adapter.OrganisationAdapter"
# The account is the one that the manager made, found by its address; nothing more is kept.
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = False
SOCIALACCOUNT_OPENID_CONNECT_URL_PREFIX = ""
IDLE_MINUTES_PROFESSIONAL = env.number("IDLE_MINUTES_PROFESSIONAL", 60, lowest=1)
LONGEST_HOURS = env.number("LONGEST_HOURS", 12, lowest=1)
IDLE_MINUTES_RESIDENT = env.number("IDLE_MINUTES_RESIDENT", 15, lowest=1)

# --- safety -----------------------------------------------------------------------------------
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:", *env.origins(MAP_TILES)],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF, *openid.origins(OPENID_PROVIDERS)],
        "manifest-src": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
PERMISSIONS_POLICY: dict[str, list[str]] = {
    feature: []
    for feature in ["camera", "geolocation", "microphone", "payment", "usb", "display-capture"]
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_ENGINE = "wijkteam.site_sessions" if SITE else "wijkteam.sessions"
ACCOUNT_FORMS = {"request_login_code": "casework.forms.signing_in.CodeForm"}
if SITE:
    ACCOUNT_FORMS = {"login": "wijkteam.site_forms.LoginForm"}
SECURITY_CONTACT = env.text("SECURITY_CONTACT", "")
METRICS_TOKEN = env.secret("METRICS_TOKEN") if env.text("METRICS_TOKEN", "") else ""
CSRF_FAILURE_VIEW = "wijkteam.views.errors.csrf_failure"
if PRODUCTION:
    SECURE_SSL_REDIRECT = True
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
    SECURE_HSTS_SECONDS = 365 * 24 * 3600
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = True
    # This name makes the browser refuse one that another site of the municipality would set.
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-session", "__Host-csrf"

# --- messages and background work -------------------------------------------------------------
DEFAULT_FROM_EMAIL = env.text("FROM_EMAIL", made_up("wijkteam@voorbeeldstad.example"))
MAIL_FOLDER = env.text("MAIL_FOLDER", "")
if MAIL_FOLDER:
    EMAIL_BACKEND = "wijkteam.mail.FolderBackend"
else:
    EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    EMAIL_HOST = env.text("EMAIL_HOST", made_up("localhost"))
    EMAIL_PORT = env.number("EMAIL_PORT", 25, lowest=1)
    EMAIL_USE_TLS = env.boolean("EMAIL_USE_TLS")
    EMAIL_HOST_USER = env.text("EMAIL_HOST_USER", "")
    EMAIL_HOST_PASSWORD = env.text("EMAIL_HOST_PASSWORD", "")
    EMAIL_TIMEOUT = 10
# The dotted path of a function that sends a text (see wijkteam/sms.py); empty: no texts are sent.
SMS_BACKEND = env.function("SMS_BACKEND", "wijkteam.sms.to_folder" if DEMO and MAIL_FOLDER else "")
CELERY_BROKER_URL = REDIS_URL.replace("unix://", "redis+socket://", 1)
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
# No retries: waking the worker is a nudge, and a page does not wait for Redis to come back.
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 300,
    "socket_connect_timeout": 1,
    "max_retries": 0,
}
CELERY_TASK_PUBLISH_RETRY = False
CELERY_TIMEZONE = TIME_ZONE
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_BEAT_SCHEDULE = {
    "send waiting messages": {"task": "wijkteam.send_waiting", "schedule": 15.0},
    "seal the access log": {
        "task": "wijkteam.seal_access_log",
        "schedule": crontab(minute=7),  # an hour is over five minutes late
    },
    "check every seal": {
        "task": "wijkteam.check_every_seal",
        "schedule": crontab(minute=30, hour=3, day_of_week="sunday"),
    },
    "scan documents": {"task": "casework.scan_documents", "schedule": 60.0},
    "make downloads": {"task": "casework.make_exports", "schedule": 60.0},
    "end downloads": {"task": "casework.end_exports", "schedule": 3600.0},
    "sweep uploads": {"task": "wijkteam.sweep_uploads", "schedule": crontab(minute=50, hour=3)},
    "end after-care": {"task": "casework.end_aftercare", "schedule": crontab(minute=20, hour=2)},
    "destroy what is due": {
        "task": "casework.destroy_what_is_due",
        "schedule": crontab(minute=40, hour=2),
    },
    "forget who has nothing left": {
        "task": "wijkteam.forget_residents",
        "schedule": crontab(minute=10, hour=3),
    },
    "chase late signals": {
        "task": "network.chase_signals",
        "schedule": crontab(minute=20, hour=8, day_of_week="mon-fri"),
    },
    "mind the names behind places": {
        "task": "network.mind_people",
        "schedule": crontab(minute=40, hour=5),
    },
    "tell who runs late": {
        "task": "intake.escalate_late",
        "schedule": crontab(minute=12, hour="7-18"),
    },
    "put answers in another order": {
        "task": "monitor.mix_answers",
        "schedule": crontab(minute=40, hour=2),
    },
    "take lessons along": {
        "task": "monitor.take_lessons",
        "schedule": crontab(minute=15, hour=6),
    },
    "ask how it was": {"task": "monitor.ask", "schedule": crontab(minute=5, hour=10)},
    "send what comes back to its helper": {
        "task": "casework.send_next_actions",
        "schedule": crontab(minute=30, hour=8),
    },
    "tell what is new": {
        "task": "casework.send_news",
        "schedule": crontab(minute=0, hour=7, day_of_week="mon-fri"),
    },
    "tell what is new this week": {
        "task": "casework.send_news",
        "kwargs": {"weekly": True},
        "schedule": crontab(minute=15, hour=7, day_of_week="monday"),
    },
    "make releases that were asked for": {"task": "monitor.make_releases", "schedule": 30.0},
    "remind of conversations": {
        "task": "intake.remind",
        "schedule": crontab(minute=40, hour="9-16"),
    },
    "put conversations in calendars": {"task": "intake.invite", "schedule": 60.0},
    "follow up what did not arrive": {"task": "intake.follow_up", "schedule": 300.0},
    "erase old requests": {
        "task": "intake.erase_old_requests",
        "schedule": crontab(minute=20, hour=2),
    },
    "erase old drafts": {"task": "intake.erase_old_drafts", "schedule": 3600.0},
}

# Seals on the access log are also written to this file: put it on another machine.
SEALS_FILE = env.text("SEALS_FILE", "")

# --- the norms of the work (a team may override the days) -------------------------------------
# How long what is kept stands in wijkteam/retention.py; 0 is the term of the law.
RETENTION_YEARS = {
    "case_file": env.number("RETENTION_YEARS_CASE_FILE", 0),
    "youth": env.number("RETENTION_YEARS_YOUTH", 0),
    "request": env.number("RETENTION_YEARS_REQUEST", 0),
}
# How many days the seats of the own team stay after a closing; a team may choose its own number.
AFTERCARE_DAYS = env.number("AFTERCARE_DAYS", 0)
# Who fills the download of a resident's own data.
EXPORT_PARTS = ["intake.export", "casework.export"]
SEEDS = [
    "wijkteam.seed",
    "network.seed",
    "casework.seed",
    "intake.seed",
    "intake.seed_copies",
    "monitor.seed",
    "monitor.seed_releases",
]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    # It would repeat what people typed, and count its steps.
    "loggers": {"weasyprint": {"level": "CRITICAL"}, "fontTools": {"level": "ERROR"}},
}
