"""A sender may have words of theirs told in the results of our own server: they prove nothing."""

from __future__ import annotations

import pytest

from domain.model.messages import Proof
from mailer.proof import proof_of
from mailer.reading import read
from tests.mailer.letters import TRUSTED, letter


@pytest.mark.parametrize(
    "results",
    [
        'mx.example.net; spf=none smtp.mailfrom="x;dmarc=pass"@evil.example; dmarc=fail header.from=example.org',
        'mx.example.net; spf=fail smtp.mailfrom="x; dkim=pass header.d=example.org; "@evil.example',
        "mx.example.net; spf=fail (x; dmarc=pass) smtp.mailfrom=x@evil.example",
        "mx.example.net; spf=fail (a \\) ; dmarc=pass) smtp.mailfrom=x@evil.example",
        'mx.example.net; spf=fail (it is "quoted) ; dmarc=pass header.from=evil.example',
        "mx.example.net; dmarc=pass header.from=evil.example; dmarc=fail header.from=example.org",
        "mx.example.net; dmarc=pass header.from=evil.example; spf=fail smtp.mailfrom=x@evil.example",
    ],
)
def test_a_pass_that_the_sender_wrote_is_none(results: str) -> None:
    assert proof_of(read(letter(Authentication_Results=results)), TRUSTED) is Proof.SPOOF


@pytest.mark.parametrize(
    "results",
    [
        "mx.example.net; dmarc=pass header.from=evil.example",
        'mx.example.net; spf=pass smtp.mailfrom="x@example.org;"@evil.example',
        "mx.example.net; spf=pass smtp.helo=example.org",
    ],
)
def test_a_pass_for_another_domain_proves_nothing(results: str) -> None:
    assert proof_of(read(letter(Authentication_Results=results)), TRUSTED) is Proof.UNVERIFIED


@pytest.mark.parametrize(
    "results",
    [
        '"mx.example.net"; dmarc=pass header.from=example.org',
        "mx.example.net (our server; the only one); dmarc=pass (p=none (nested)) header.from=example.org",
        'mx.example.net; dmarc=pass header.from="example.org"',
        "mx.example.net; dmarc=pass action=none header.from=example.org;compauth=pass reason=100",
    ],
)
def test_the_same_results_in_another_writing(results: str) -> None:
    assert proof_of(read(letter(Authentication_Results=results)), TRUSTED) is Proof.VERIFIED
