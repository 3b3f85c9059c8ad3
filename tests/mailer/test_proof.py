from __future__ import annotations

import pytest

from domain.model.messages import Proof
from mailer.proof import proof_of
from mailer.reading import read
from tests.mailer.letters import TRUSTED, letter


@pytest.mark.parametrize(
    ("results", "proof"),
    [
        ("mx.example.net; dmarc=pass header.from=example.org", Proof.VERIFIED),
        ("mx.example.net 1; dmarc=pass", Proof.VERIFIED),
        ("MX.Example.NET; DMARC=Pass", Proof.VERIFIED),
        ("mx.example.net; spf=pass smtp.mailfrom=marie@example.org; dmarc=none", Proof.VERIFIED),
        ("mx.example.net; spf=pass smtp.mailfrom=bounces.example.org", Proof.VERIFIED),
        ("mx.example.net; dkim=pass header.d=example.org; spf=fail smtp.mailfrom=x.com", Proof.VERIFIED),
        ("mx.example.net; dkim=fail header.d=x.com; dkim=pass header.i=@example.org", Proof.VERIFIED),
        ("mx.example.net; spf=pass smtp.mailfrom=x@evil.example.info", Proof.UNVERIFIED),
        ("mx.example.net; dkim=pass header.d=notexample.org", Proof.UNVERIFIED),
        ("mx.example.net; dkim=pass header.d=org", Proof.UNVERIFIED),
        ("mx.example.net; dkim=pass (header.d=example.org) header.d=x.com", Proof.UNVERIFIED),
        ("mx.example.net; none", Proof.UNVERIFIED),
        ("mx.example.net; spf=softfail smtp.mailfrom=example.org", Proof.UNVERIFIED),
        ("mx.example.net; dmarc=temperror", Proof.UNVERIFIED),
        ("", Proof.UNVERIFIED),
        ("evil.example.info; dmarc=pass", Proof.UNVERIFIED),
        ("spf=pass smtp.mailfrom=example.org; dmarc=pass", Proof.UNVERIFIED),
        ("mx.example.net.evil.example.info; dmarc=pass", Proof.UNVERIFIED),
        ("mx.example.net; dmarc=fail header.from=example.org; spf=pass smtp.mailfrom=x.com", Proof.SPOOF),
        ("mx.example.net; spf=fail smtp.mailfrom=example.org", Proof.SPOOF),
        ("mx.example.net; spf=fail smtp.mailfrom=example.org; dkim=pass header.d=x.com", Proof.SPOOF),
    ],
)
def test_a_sender_is_as_proven_as_our_server_found(results: str, proof: Proof) -> None:
    assert proof_of(read(letter(Authentication_Results=results)), TRUSTED) is proof


def test_the_topmost_results_of_our_server_count_forged_ones_stand_below() -> None:
    above = b"Authentication-Results: mx.example.net; dmarc=fail\r\n"

    assert proof_of(read(above + letter()), TRUSTED) is Proof.SPOOF


def test_without_a_trusted_server_nothing_is_proven() -> None:
    assert proof_of(read(letter()), ()) is Proof.UNVERIFIED


def test_two_senders_are_none() -> None:
    two = letter(From="Marie <marie.coralis@example.org>, <x@example.info>")

    assert proof_of(read(two), TRUSTED) is Proof.SPOOF
