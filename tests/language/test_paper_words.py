"""Which document a message hands in: by its code, its name or the words that families use."""

from __future__ import annotations

import pytest

from domain.language.office.paper_words import kind_of_file, kinds_said, means_all
from domain.model.attachments import Attachment
from domain.model.structure import DocumentKind

KINDS = (
    DocumentKind("assurance", "Attestation d'assurance"),
    DocumentKind("fiche_sanitaire", "Fiche sanitaire de liaison"),
    DocumentKind("natation", "Certificat d'aisance aquatique", words=("test de natation",)),
)


@pytest.mark.parametrize(
    ("said", "kinds"),
    [
        ("Voici l'assurance de Victor", ("assurance",)),
        ("ci-joint les attestations d’assurances", ("assurance",)),
        ("ASSURANCE-2025.PDF", ("assurance",)),
        ("assurance_victor.pdf", ("assurance",)),
        ("la fiche sanitaire", ("fiche_sanitaire",)),
        ("la fiche de liaison sanitaire", ("fiche_sanitaire",)),
        ("son test de natation", ("natation",)),
        ("le certificat d'aisance aquatique", ("natation",)),
        ("l'assurance et la fiche sanitaire", ("assurance", "fiche_sanitaire")),
        ("le certificat médical", ()),
        ("mon assureur vous écrira", ()),
        ("une attestation", ()),
        ("", ()),
    ],
)
def test_it_is_named(said: str, kinds: tuple[str, ...]) -> None:
    assert kinds_said(said, KINDS) == kinds


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("scan.pdf", "voici l'assurance", "assurance"),
        ("fiche-sanitaire.pdf", "voici l'assurance", "fiche_sanitaire"),
        ("scan.pdf", "voici l'assurance et la fiche sanitaire", ""),
        ("scan.pdf", "bonjour", ""),
    ],
)
def test_a_file_s_own_name_says_more_than_the_words_with_it(name: str, text: str, kind: str) -> None:
    assert kind_of_file(Attachment(name), text, KINDS) == kind


@pytest.mark.parametrize("said", ["les deux", "tous", "de mes enfants", "pour les deux filles", "mes deux enfants"])
def test_all_children_are_meant(said: str) -> None:
    assert means_all(said)


@pytest.mark.parametrize("said", ["Victor", "mon enfant", "de ma fille"])
def test_one_child_is_meant(said: str) -> None:
    assert not means_all(said)
