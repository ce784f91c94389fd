"""`make shots`: a picture of every page as everyone, on a phone and on a desk, in `shots/`.

The pages of a resident also in Arabic. Words after the command choose who: `python -m tests.shots
resident coordinator`.
"""

import os
import shutil
import sys
import tempfile
from pathlib import Path

import django
from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import CHROMIUM, DESKTOP, FLAGS, PHONE
from tests.browser.portal import OURS, ROOT, Portal, running
from wijkteam.embedded import Embedded, secret_key

SHOTS = ROOT / "shots"
SIZES = {"phone": PHONE, "desk": DESKTOP}


def main() -> None:
    for name in OURS:
        os.environ.pop(name, None)
    with tempfile.TemporaryDirectory(prefix="wt-") as name, running(Path(name) / "demo") as portal:
        use(portal)
        from tests.browser.visits import RESIDENTS, VISITORS

        chosen = sys.argv[1:] or list(VISITORS)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
            for who in chosen:
                for language in ("nl", "ar") if who in RESIDENTS else ("nl",):
                    walk(browser, portal, who, language)
            browser.close()
    print(f"{len(list(SHOTS.rglob('*.png')))} pictures in {SHOTS}")


def use(portal: Portal) -> None:
    """Django's addresses and words, as this portal has them."""
    services = Embedded(portal.data)
    os.environ |= {"DATABASE_URL": services.app_url, "REDIS_URL": services.redis_url, "DEMO": "1"}
    os.environ |= {"SECRET_KEY": secret_key(portal.data)}
    os.environ["DJANGO_SETTINGS_MODULE"] = "wijkteam.settings"
    django.setup()


def walk(browser: Browser, portal: Portal, who: str, language: str) -> None:
    from tests.browser.entrances import come_in
    from tests.browser.visits import VISITORS

    folder = SHOTS / language / who.replace(" ", "-")
    shutil.rmtree(folder, ignore_errors=True)
    context = browser.new_context(
        base_url=portal.address, locale=language, viewport=PHONE, reduced_motion="reduce"
    )
    page = context.new_page()
    come_in(page, who, language, portal)
    for number, stop in enumerate(VISITORS[who], start=1):
        page.goto(stop.path(portal))
        for size, viewport in SIZES.items():
            page.set_viewport_size(viewport)
            place = folder / size / f"{number:02}-{stop.label.replace('/', '')}.png"
            page.screenshot(path=place, full_page=True)
    context.close()


if __name__ == "__main__":
    main()
