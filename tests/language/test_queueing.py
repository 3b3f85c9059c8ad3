"""Words that take or leave an offered place, and words that leave the waiting list."""

from __future__ import annotations

import pytest

from domain.language.following.queueing import leaves_place, stops_waiting, takes_place


@pytest.mark.parametrize(
    "words",
    [
        "oui",
        "Oui merci !",
        "Ok",
        "D'accord, avec plaisir",
        "accepter",
        "J'accepte la place",
        "oui je la prends",
        "on la veut bien",
        "Volontiers",
        "Super, oui",
        "✅",
    ],
)
def test_a_place_is_taken(words: str) -> None:
    assert takes_place(words)
    assert not leaves_place(words)


@pytest.mark.parametrize(
    "words",
    [
        "non",
        "Non merci",
        "je laisse la place",
        "finalement on n'en veut plus",
        "Nous n'en avons plus besoin",
        "je refuse",
        "Désolée, non",
    ],
)
def test_a_place_is_left(words: str) -> None:
    assert leaves_place(words)
    assert not takes_place(words)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "merci",
        "Victor mange mardi",
        "oui mais pas le 13",
        "oui et inscrire Zoé jeudi",
        "non, plutôt jeudi",
        "mardi",
    ],
)
def test_anything_else_is_no_answer_to_an_offer(words: str) -> None:
    assert not takes_place(words)
    assert not leaves_place(words)


@pytest.mark.parametrize(
    "words",
    [
        "quitter la liste d'attente",
        "Merci de nous retirer de la liste d’attente pour jeudi",
        "enlevez Victor de la liste d'attente svp",
        "je ne veux plus attendre pour mardi",
        "on veut plus attendre",
        "Nous n'attendons plus",
        "plus besoin d'attendre pour mardi",
    ],
)
def test_a_family_waits_no_more(words: str) -> None:
    assert stops_waiting(words)


@pytest.mark.parametrize(
    "words",
    [
        "mettez-nous sur la liste d'attente",
        "je ne veux pas quitter la liste d'attente",
        "annuler mardi midi pour Victor",
        "où en est la liste d'attente ?",
        "Victor attend son frère",
    ],
)
def test_other_words_do_not_leave_the_list(words: str) -> None:
    assert not stops_waiting(words)
