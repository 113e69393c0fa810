"""Secrets: in files, and what becomes of sessions when the key of the tokens is changed."""

from __future__ import annotations

import pytest
from accounts import me, refresh
from service import ADMIN, assert_error, run

OLD, NEW = "the-first-key-of-this-service-0123456789", "the-second-key-of-this-service-9876543210"


def test_a_new_key_signs_everybody_out_and_the_old_one_beside_it_nobody(start_service):
    service = start_service(SECRET_KEY=OLD)
    service.register("alma")
    service.register("bruno")
    pairs = [service.sign_in(name) for name in ("alma", "bruno")]
    assert service.terminate() == 0

    service = start_service(SECRET_KEY=NEW, SECRET_KEY_PREVIOUS=OLD)
    assert [me(service, pair["access_token"]).status_code for pair in pairs] == [200, 200]
    renewed = refresh(service, pairs[0]["refresh_token"]).json()
    assert service.terminate() == 0

    service = start_service(SECRET_KEY=NEW)
    assert me(service, renewed["access_token"]).status_code == 200
    for pair in pairs:
        assert_error(me(service, pair["access_token"]), 401, detail="Invalid token")
    assert_error(refresh(service, pairs[1]["refresh_token"]), 401, detail="Invalid token")
    assert refresh(service, renewed["refresh_token"]).status_code == 200


def test_secrets_come_from_files(start_service, tmp_path):
    for name, text in (("key", NEW), ("admin", ADMIN[1])):
        (tmp_path / name).write_text(text + "\n")
    service = start_service(
        SECRET_KEY_FILE=str(tmp_path / "key"), ADMIN_PASSWORD="", ADMIN_PASSWORD_FILE=str(tmp_path / "admin")
    )
    pair = service.sign_in(*ADMIN)
    assert not (service.data_dir / "secret.key").exists()
    assert service.terminate() == 0
    service = start_service(SECRET_KEY=NEW)
    assert me(service, pair["access_token"]).status_code == 200, "it is the same key"


@pytest.mark.parametrize("name", ["SECRET_KEY", "SECRET_KEY_PREVIOUS", "ADMIN_PASSWORD"])
@pytest.mark.parametrize("what", ["missing", "empty", "given twice"])
def test_a_file_that_gives_no_secret_is_refused(tmp_path, name, what):
    file = tmp_path / "secret"
    if what != "missing":
        file.write_text("" if what == "empty" else NEW)
    settings = {name: OLD if what == "given twice" else "", name + "_FILE": str(file)}
    refused = run("serve", data_dir=tmp_path / "data", **settings)
    assert refused.returncode == 78
    said = {"missing": "is no file", "empty": "is empty", "given twice": f"{name} is set as well"}[what]
    assert f"{name}_FILE (environment): " in refused.stderr and said in refused.stderr
    assert NEW not in refused.stderr and OLD not in refused.stderr
    assert not (tmp_path / "data").exists()
