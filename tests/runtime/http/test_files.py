"""Files in and out: by content, under limits, only for who may read the record."""

import io
import zipfile
from typing import Any

import pytest

from runtime.http.files import service
from tests.factories.definitions import CUSTOMER, make_role, make_sales_documents
from tests.factories.documents import make_field
from tests.factories.server import Client, Server, codes

APP = "app_7kq2m4"
CUSTOMERS = "/api/apps/inspection/entities/customer/records"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 300
ALL = {"read": True, "create": True, "update": True, "delete": True}
SELLER = make_role("rol_sell01", "seller", {"entity": CUSTOMER, **ALL})
BLIND = make_role("rol_blind1", "blind", {"entity": CUSTOMER, **ALL, "fields": {"fld_photo1": "hidden"}})


@pytest.fixture
def seller(server: Server) -> Client:
    documents = make_sales_documents()
    options = {"most": 2, "max_megabytes": 1, "accept": ["image"]}
    documents["entities/customer.json"]["fields"].append(
        make_field("fld_photo1", "photos", "attachment", options=options)
    )
    server.install(documents | {"roles/seller.json": SELLER, "roles/blind.json": BLIND})
    for login, role in (("seller", "rol_sell01"), ("other", "rol_sell01"), ("blind", "rol_blind1")):
        server.add_person(login, (APP, role))
    return server.client().sign_in("seller")


def upload(client: Client, content: bytes = PNG, name: str = "门店.png") -> dict[str, Any]:
    answer = client.post("/api/files", params={"name": name}, content=content)
    assert answer.status_code == 201, answer.text
    return answer.json()


def docx() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    return target.getvalue()


@pytest.mark.parametrize(
    ("content", "type"),
    [
        (PNG, "image/png"),
        (b"%PDF-1.7\n" + b"x" * 200, "application/pdf"),
        ("一行字\n".encode(), "text/plain"),
        (b"<script>alert(1)</script>", "text/plain"),
        (b"\x00\x01\x02\x03", "application/octet-stream"),
        (docx(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (b"", "text/plain"),
    ],
)
def test_a_file_is_what_its_content_says(seller: Client, content: bytes, type: str) -> None:
    assert upload(seller, content, "photo.png")["type"] == type


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("门店.png", "门店.png"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\x\\a.png", "a.png"),
        ("a\u202egnp.exe", "agnp.exe"),
        ("a\x07b.png", "ab.png"),
        ("", "file"),
        ("...", "file"),
        ("x" * 300 + ".png", "x" * 146 + ".png"),
    ],
)
def test_a_name_is_only_ever_a_name(seller: Client, given: str, kept: str) -> None:
    assert upload(seller, name=given)["name"] == kept


def test_the_uploader_gets_the_file_back_as_attachment(seller: Client) -> None:
    file = upload(seller)

    answer = seller.get(f"/api/files/{file['id']}")

    assert answer.content == PNG
    assert answer.headers["content-disposition"] == "attachment; filename*=UTF-8''%E9%97%A8%E5%BA%97.png"
    assert answer.headers["content-security-policy"].startswith("sandbox; default-src 'none'")
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_an_upload_is_nobody_elses_until_a_record_carries_it(server: Server, seller: Client) -> None:
    file = upload(seller)
    other, blind = server.client().sign_in("other"), server.client().sign_in("blind")
    assert other.get(f"/api/files/{file['id']}").status_code == 404

    made = seller.post(CUSTOMERS, json={"name": "东方贸易", "photos": [file["id"]]})

    assert made.status_code == 201, made.text
    assert other.get(f"/api/files/{file['id']}").status_code == 200
    assert blind.get(f"/api/files/{file['id']}").status_code == 404


def test_a_file_of_a_deleted_record_is_gone_with_it(seller: Client) -> None:
    file = upload(seller)
    made = seller.post(CUSTOMERS, json={"name": "东方贸易", "photos": [file["id"]]}).json()

    seller.delete(f"{CUSTOMERS}/{made['id']}", headers={"If-Match": '"1"'})

    assert seller.get(f"/api/files/{file['id']}").status_code == 404


def test_the_upload_of_another_cannot_be_attached(server: Server, seller: Client) -> None:
    file = upload(server.client().sign_in("other"))

    answer = seller.post(CUSTOMERS, json={"name": "东方贸易", "photos": [file["id"]]})

    assert answer.status_code == 422


def test_kind_and_size_are_those_of_the_field(seller: Client) -> None:
    text, large = upload(seller, b"words"), upload(seller, PNG + b"\0" * 1_000_000)

    answer = seller.post(CUSTOMERS, json={"name": "东方贸易", "photos": [text["id"], large["id"]]})

    assert [(issue["code"], issue["pointer"]) for issue in answer.json()["issues"]] == [
        ("file.type.unwanted", "/photos/0"),
        ("file.size.large", "/photos/1"),
    ]


def test_an_upload_is_measured_while_it_comes(
    server: Server, seller: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "MOST_BYTES", 1_000)

    answer = seller.post("/api/files", content=b"x" * 1_001)

    assert codes(answer) == ["request.body.large"]
    assert [path for path in (server.settings.data / "files").rglob("*") if path.is_file()] == []


def test_nobody_uploads_without_a_session(server: Server, seller: Client) -> None:
    assert codes(server.client().post("/api/files", content=PNG)) == ["session.absent"]
