"""The browser part as it is served."""

import gzip
import re
from pathlib import Path

import pytest

from tests.factories.server import Client, Server

SCRIPT = "console.log('你好');" * 100


@pytest.fixture
def browser(server: Server, tmp_path: Path) -> Client:
    web = tmp_path / "web"
    (web / "assets").mkdir(parents=True)
    (web / "index.html").write_text('<meta name="csp-nonce" content="__CSP_NONCE__">', encoding="utf-8")
    (web / "assets" / "index-Da7f3k2Q.js").write_text(SCRIPT, encoding="utf-8")
    (web / "favicon.svg").write_text("<svg/>", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    return server.client()


@pytest.mark.parametrize("path", ["/", "/apps/channel_sales/orders", "/sign-in", "/index.html/x"])
def test_every_path_of_the_app_gives_the_page_with_a_fresh_nonce(browser: Client, path: str) -> None:
    first, second = browser.get(path), browser.get(path)

    nonce = re.search('content="([^"]+)"', first.text)[1]
    assert f"'nonce-{nonce}'" in first.headers["content-security-policy"]
    assert len(nonce) >= 22
    assert first.text != second.text
    assert first.headers["cache-control"] == "no-store"


def test_the_page_may_load_nothing_from_elsewhere(browser: Client) -> None:
    policy = browser.get("/").headers["content-security-policy"]

    assert re.sub("nonce-[^']+", "nonce", policy) == (
        "default-src 'none'; script-src 'self'; style-src 'self' 'nonce'; img-src 'self' blob: data:; "
        "font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; "
        "object-src 'none'"
    )


def test_hashed_files_are_kept_for_ever_and_sent_packed(browser: Client) -> None:
    answer = browser.get("/assets/index-Da7f3k2Q.js", headers={"Accept-Encoding": "gzip"})

    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["content-encoding"] == "gzip"
    assert int(answer.headers["content-length"]) < len(gzip.compress(SCRIPT.encode())) + 50
    assert answer.text == SCRIPT
    assert answer.headers["content-type"].startswith("text/javascript")


def test_who_cannot_unpack_gets_the_file_plain(browser: Client) -> None:
    answer = browser.get("/assets/index-Da7f3k2Q.js", headers={"Accept-Encoding": "identity"})

    assert "content-encoding" not in answer.headers
    assert answer.text == SCRIPT


def test_other_files_are_asked_for_again(browser: Client) -> None:
    first = browser.get("/favicon.svg")

    again = browser.get("/favicon.svg", headers={"If-None-Match": first.headers["etag"]})

    assert first.headers["cache-control"] == "no-cache"
    assert again.status_code == 304


@pytest.mark.parametrize(
    "path", ["/../secret.txt", "/assets/../../secret.txt", "/%2e%2e/secret.txt", "//etc/passwd.txt"]
)
def test_nothing_outside_is_served(browser: Client, path: str) -> None:
    assert "secret" not in browser.get(path).text


def test_every_answer_carries_the_headers(browser: Client) -> None:
    for path in ("/", "/api/session", "/api/nothing", "/favicon.svg"):
        headers = browser.get(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert headers["referrer-policy"] == "same-origin"
        assert headers["x-request-id"]
    assert "default-src 'none'" in browser.get("/api/session").headers["content-security-policy"]
