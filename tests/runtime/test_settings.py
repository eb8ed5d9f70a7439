"""Settings: from the environment, from a file, or safe by default."""

from pathlib import Path

import pytest

from engine.kernel.errors import Invalid
from runtime.settings import Settings, read_settings


def test_without_any_wish_the_server_is_local_and_no_demo(tmp_path: Path) -> None:
    settings = read_settings({"TONGDAO_DATA": str(tmp_path)})

    assert (settings.host, settings.demo, settings.secure) == ("127.0.0.1", False, False)
    assert settings.database_url == f"sqlite:///{tmp_path / 'tongdao.sqlite'}"


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    (tmp_path / "tongdao.toml").write_text('port = 9000\nhost = "0.0.0.0"\nhosts = ["Shop.example"]', "utf-8")

    settings = read_settings({"TONGDAO_DATA": str(tmp_path), "PORT": "9001"})

    assert (settings.port, settings.host) == (9001, "0.0.0.0")
    assert settings.known_hosts == {"localhost", "shop.example"}


def test_every_fault_is_named(tmp_path: Path) -> None:
    (tmp_path / "tongdao.toml").write_text('colour = "red"\nport = "many"', encoding="utf-8")

    with pytest.raises(Invalid) as refusal:
        read_settings({"TONGDAO_DATA": str(tmp_path), "TONGDAO_BASE_URL": "ftp://x", "TONGDAO_DEMO": "maybe"})

    assert sorted((issue.code, issue.pointer) for issue in refusal.value.issues) == [
        ("settings.name.unknown", "/colour"),
        ("settings.value.wrong", "/base_url"),
        ("settings.value.wrong", "/demo"),
        ("settings.value.wrong", "/port"),
    ]


@pytest.mark.parametrize("pace", ["0", "-1", "many", "1.5"])
def test_a_pace_is_a_whole_number_of_calls(tmp_path: Path, pace: str) -> None:
    with pytest.raises(Invalid) as refusal:
        read_settings({"TONGDAO_DATA": str(tmp_path), "TONGDAO_API_PACE": pace})

    assert [issue.pointer for issue in refusal.value.issues] == ["/api_pace"]


def test_a_file_that_is_no_toml_is_refused(tmp_path: Path) -> None:
    (tmp_path / "tongdao.toml").write_text("port: 9000", encoding="utf-8")

    with pytest.raises(Invalid) as refusal:
        read_settings({"TONGDAO_DATA": str(tmp_path)})

    assert [issue.code for issue in refusal.value.issues] == ["settings.file.unreadable"]


def test_an_https_address_makes_cookies_secure() -> None:
    settings = Settings(base_url="https://tongdao.example")

    assert settings.secure
    assert "tongdao.example" in settings.known_hosts


def test_private_hosts_are_named_with_their_port(tmp_path: Path) -> None:
    environment = {"TONGDAO_DATA": str(tmp_path), "TONGDAO_PRIVATE_HOSTS": "Shop.local:8080, [::1]:25"}

    assert read_settings(environment).private_hosts == ("shop.local:8080", "[::1]:25")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PRIVATE_HOSTS", "shop.local"),
        ("PRIVATE_HOSTS", "shop:http"),
        ("PRIVATE_HOSTS", ":80"),
        ("SMTP_TLS", "yes"),
    ],
)
def test_what_opens_the_way_out_is_read_strictly(tmp_path: Path, name: str, value: str) -> None:
    with pytest.raises(Invalid):
        read_settings({"TONGDAO_DATA": str(tmp_path), f"TONGDAO_{name}": value})
