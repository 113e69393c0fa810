"""The checker itself: it has to catch what it is there to catch."""

from __future__ import annotations

from load import Ledger, check

ANSWERED = 100


def played() -> tuple[Ledger, list[dict]]:
    """A ledger of answered requests of two connections, and a store that holds just them."""
    ledger, messages = Ledger(), []
    for number in range(ANSWERED):
        id = f"load-{number}"
        ledger.acknowledged[id] = 200
        ledger.places[id] = (f"connection{number % 2}", number)
        messages.append({"request_id": id, "status": 200})
    return ledger, messages


def test_what_is_whole_is_clean():
    assert check(*played()).is_clean


def test_a_seeded_loss_is_caught():
    ledger, messages = played()
    del messages[17]
    report = check(ledger, messages)
    assert report.missing == ["load-17"] and not report.is_clean


def test_a_seeded_duplicate_is_caught():
    ledger, messages = played()
    messages.append(messages[42])
    report = check(ledger, messages)
    assert report.doubled == ["load-42"] and not report.is_clean


def test_a_seeded_reordering_is_caught():
    ledger, messages = played()
    messages[10], messages[12] = messages[12], messages[10]
    report = check(ledger, messages)
    assert report.out_of_order == ["load-10"] and not report.is_clean


def test_an_event_whose_request_was_turned_away_is_caught():
    ledger, messages = played()
    ledger.turned_away.add("load-refused")
    messages.append({"request_id": "load-refused", "status": 200})
    report = check(ledger, messages)
    assert report.aborted == ["load-refused"] and not report.unknown and not report.is_clean


def test_an_event_that_nobody_sent_is_caught():
    ledger, messages = played()
    messages.append({"request_id": "load-stranger", "status": 200})
    assert check(ledger, messages).unknown == ["load-stranger"]


def test_a_status_that_the_client_did_not_see_is_caught():
    ledger, messages = played()
    messages[5]["status"] = 500
    assert check(ledger, messages).wrong_status == ["load-5"]
