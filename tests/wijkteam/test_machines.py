"""What machines ask: figures without people, and where to report a hole."""

from wijkteam.choices import MessageKind
from wijkteam.models import OutboxMessage

TOKEN = "t" * 40


def test_figures_do_not_exist_without_the_token(stranger, team, settings):
    assert stranger.get("/metrics").status_code == 404
    settings.METRICS_TOKEN = TOKEN
    assert stranger.get("/metrics").status_code == 404
    assert stranger.get("/metrics", headers={"authorization": "Bearer x"}).status_code == 404


def test_figures_name_pages_and_what_waits_and_nobody(stranger, as_user, professional, settings):
    settings.METRICS_TOKEN = TOKEN
    OutboxMessage.objects.post(kind=MessageKind.MAIL, to="mark@example.nl", subject="x", body="y")
    as_user(professional).get("/werk/verzoeken/00000000-0000-0000-0000-000000000007/")
    text = stranger.get("/metrics", headers={"authorization": f"Bearer {TOKEN}"}).content.decode()
    assert 'wijkteam_page_seconds_count{page="request_detail",status="4xx"}' in text
    assert "wijkteam_outbox_waiting 1.0" in text
    assert "mark@" not in text
    assert "00000000-0000" not in text


def test_security_txt_says_who_reads_it(stranger, team, settings):
    assert stranger.get("/.well-known/security.txt").status_code == 404
    settings.SECURITY_CONTACT = "mailto:veilig@voorbeeldstad.example"
    text = stranger.get("/.well-known/security.txt").content.decode()
    assert "Contact: mailto:veilig@voorbeeldstad.example\n" in text
    assert "Expires: 20" in text
