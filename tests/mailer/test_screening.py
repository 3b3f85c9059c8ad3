from __future__ import annotations

import pytest

from mailer.classify import Screened, examine
from mailer.mail import Report
from tests.mailer.letters import NAMES, OUR_ADDRESS, TRUSTED, label, letter, shipped

_FAMILIES = {
    "marie.coralis@example.org": ("Zoé",),
    "mai.nguyen@example.org": ("Jean-Baptiste", "Anne-Lise"),
    "cyril.rousseau@example.org": ("Nahel", "Sohan", "Léah"),
    "isabelle.billard@example.org": ("Elio",),
    "claire.durand@example.org": ("Séverine", "Victor"),
    "karim.benali@example.org": ("Yasmine", "Ilyès"),
}
#: What is for a person may show only once its words are read.
_TO_BE_READ = {"request", "absence", "confirmation", "human"}
_DOCTOR = "De : Dr X <x@e.com>\nEnvoyé : vendredi 7 mars 2025 16:02\nÀ : Marie\nObjet : Re: Certificat\n\nRepos."
_STRANGER = "Quelqu'un <x@example.com>"


def _examined(raw: bytes) -> Screened:
    return examine(
        raw,
        our_address=OUR_ADDRESS,
        trusted_authserv=TRUSTED,
        children=_FAMILIES.get,
    )


@pytest.mark.parametrize("name", NAMES)
def test_only_mails_of_people_are_read(name: str) -> None:
    kind = label(name)["kind"]

    screened = _examined(shipped(name))

    assert (screened.kind in {None, "human"}) if kind in _TO_BE_READ else (screened.kind == kind)


@pytest.mark.parametrize(
    ("headers", "kind"),
    [
        pytest.param({"From": f"Accueil <{OUR_ADDRESS}>"}, "own", id="our own address"),
        pytest.param({"X_Loop": OUR_ADDRESS}, "own", id="our own loop mark"),
        pytest.param({"Auto_Submitted": "auto-replied"}, "auto_reply", id="RFC 3834"),
        pytest.param({"Auto_Submitted": "no"}, None, id="RFC 3834, a person"),
        pytest.param({"Return_Path": "<>"}, "auto_reply", id="null sender"),
        pytest.param({"Precedence": "bulk"}, "auto_reply", id="bulk"),
        pytest.param({"Precedence": "list"}, "list", id="list precedence"),
        pytest.param({"List_Unsubscribe": "<mailto:x@example.com>"}, "list", id="newsletter"),
        pytest.param({"X_Autoreply": "yes"}, "auto_reply", id="older mark"),
        pytest.param({"X_Loop": "somebody@example.com"}, "auto_reply", id="another robot's loop mark"),
        pytest.param({"X_Auto_Response_Suppress": "All"}, None, id="only a wish of the sender"),
        pytest.param(
            {"X_Auto_Response_Suppress": "All", "X_MS_Exchange_Inbox_Rules_Loop": "x@example.org"}, "auto_reply",
            id="an Exchange rule",
        ),
        pytest.param(
            {"Content_Type": "multipart/report; report-type=disposition-notification; boundary=b"}, "auto_reply",
            id="read receipt",
        ),
        pytest.param({"Subject": "Réponse automatique : Votre demande"}, "auto_reply", id="only its subject"),
        pytest.param({"Subject": "Absente du bureau"}, "auto_reply", id="out of office"),
        pytest.param({"Subject": "Réponse automatique : cantine de Zoé"}, "human", id="a subject that names a child"),
        pytest.param({"Subject": "Absent : mardi"}, "human", id="Absent, from a family"),
        pytest.param({"Subject": "Absence de mardi"}, None, id="absence, plainly"),
        pytest.param({"From": _STRANGER, "X_Spam_Flag": "YES"}, "spam", id="spam of a stranger"),
        pytest.param({"From": _STRANGER, "X_Spam_Flag": "YES", "Precedence": "bulk"}, "spam", id="spam sent in bulk"),
        pytest.param({"X_Spam_Flag": "YES"}, None, id="a proven family's mail that the filter dislikes"),
        pytest.param({"From": "a@example.org, marie.coralis@example.org"}, "spoof", id="two From addresses"),
        pytest.param({"From": ""}, "garbage", id="no sender"),
        pytest.param(
            {"From": '"claire.durand@example.org" <x@example.info>'}, "spoof", id="a family's address as a name"
        ),
        pytest.param(
            {"From": "=?utf-8?Q?Claire_Durand_=28Claire.Durand=40example.org=29?= <x@example.info>"}, "spoof",
            id="a family's address within an encoded name",
        ),
        pytest.param({"From": '"x@example.com" <x@example.info>'}, None, id="a stranger's address as a name"),
        pytest.param({"From": '"marie.coralis@example.org" <marie.coralis@example.org>'}, None, id="their own address"),
    ],
)  # fmt: skip
def test_each_mark_is_known(headers: dict[str, str], kind: str | None) -> None:
    assert _examined(letter("Bonjour, une question.", **headers)).kind == kind


def test_a_strangers_mail_is_read_and_said_to_be_a_strangers() -> None:
    screened = _examined(shipped("60_unknown_sender"))

    assert (screened.kind, screened.sender) == (None, "unknown")


def test_a_file_without_a_word_is_for_a_person() -> None:
    assert _examined(letter("", Subject="Re: Votre demande", In_Reply_To="<preau.1@example.net>")).kind == "human"


def test_a_mail_that_asks_for_no_answer_gets_none() -> None:
    text = "Votre colis arrive.\nCeci est un message automatique, merci de ne pas y répondre."

    assert _examined(letter(text, From=_STRANGER)).kind == "auto_reply"


def test_an_empty_mail_is_garbage() -> None:
    assert _examined(letter("", Subject="")).kind == "garbage"


def test_a_bounce_tells_whose_address_is_lost_and_which_mail_it_was() -> None:
    bounce = _examined(shipped("43_dsn_hard")).bounce

    assert bounce == Report("marie.coralis@example.org", "5.1.1", "failed", "<out.20250303.43@example.net>")


def test_a_bounce_in_words_is_understood() -> None:
    text = (
        "Hi. This is the qmail-send program at mx.example.net.\n\n<marie.coralis@example.org>:\n"
        "192.0.2.1 does not like recipient.\nRemote host said: 550 5.1.1 User unknown\n\n"
        "--- Below this line is a copy of the message.\n\nMessage-ID: <out.1@example.net>\n"
    )
    bounce = _examined(letter(text, From="MAILER-DAEMON@mx.example.net", Return_Path="<>")).bounce

    assert bounce == Report("marie.coralis@example.org", "5.1.1", "", "<out.1@example.net>")


def test_the_title_of_our_own_thread_is_not_the_parents_words() -> None:
    answered = _examined(letter("valider", Subject="Re: Absence de Zoé mardi", In_Reply_To="<preau.1@example.net>"))
    begun = _examined(letter("Merci", Subject="Re: Absence de Zoé mardi", In_Reply_To="<x@example.org>"))

    assert (answered.subject, begun.subject) == ("", "Absence de Zoé mardi")


@pytest.mark.parametrize(
    ("subject", "own"),
    [
        ("TR : Certificat", ""),
        ("Fwd: certificat", ""),
        ("TR: Zoé absente mardi", "Zoé absente mardi"),
        ("Certificat",) * 2,
    ],
)
def test_the_title_of_a_mail_that_is_passed_on_is_its_writers(subject: str, own: str) -> None:
    assert _examined(letter(f"Pour info.\n\n{_DOCTOR}", Subject=subject)).subject == own


@pytest.mark.parametrize(
    ("quoted", "own"),
    [
        ("Le 3 mars 2025 à 09:12, Périscolaire <periscolaire@example.net> a\nécrit :\n> Bonjour", ""),
        (
            "De : Accueil <periscolaire@example.net>\nEnvoyé : 3 mars 2025 09:12\nÀ : x\nObjet : y\n\nBonjour",
            "",
        ),
        (
            "De : <m@example.org>\nEnvoyé : 3 mars 2025 09:12\nÀ : periscolaire@example.net\nObjet : y\n\nBonjour",
            "Absence facturée — Périscolaire",
        ),
    ],
)
def test_a_program_that_does_not_say_what_it_answers_is_known_by_what_it_quotes(quoted: str, own: str) -> None:
    answer = letter(f"Ok merci\n\n{quoted}", Subject="RE: Absence facturée — Périscolaire")

    assert _examined(answer).subject == own


@pytest.mark.parametrize("text", ["Bonjour,\n\nCordialement,\nMarie Coralis", "Bonjour", "Merci d'avance"])
def test_a_mail_passed_on_with_a_greeting_is_for_a_person(text: str) -> None:
    assert _examined(letter(f"{text}\n\n{_DOCTOR}", Subject="TR: Certificat")).kind == "human"
    assert _examined(letter(text, Subject="Re: Votre demande", In_Reply_To="<preau.1@example.net>")).kind is None


@pytest.mark.parametrize(
    ("subject", "own"),
    [
        ("[EXTERNE] Re: [EXT] Cantine", "Cantine"),
        ("RE: Tr : Fwd: Cantine", "Cantine"),
        ("Re[2]: Cantine", "Cantine"),
        ("Repas de mardi", "Repas de mardi"),
    ],
)
def test_prefixes_are_no_words(subject: str, own: str) -> None:
    assert _examined(letter(Subject=subject)).subject == own
