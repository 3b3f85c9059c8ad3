"""What a follow-up means after a request, on Monday 3 March 2025, with no clock, no database and no guess."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.language.activities.activities import running
from domain.language.following.followup import EXAMPLES, follow_up
from domain.language.understand import NO_HINTS, understand
from domain.model.following import FollowUp, Said, Standing
from domain.model.wish import ANY_ACTIVITY, Do, Hints, Wish
from tests.language.world import FAMILIES, STRUCTURE, YEAR

NOW = datetime(2025, 3, 3, 9, 12, tzinfo=STRUCTURE.zone)


def said(words: str, family: str = "durand", now: datetime = NOW, hints: Hints = NO_HINTS) -> Said | None:
    if not words:
        return None
    understood = understand(words, family=FAMILIES[family], structure=STRUCTURE, now=now, hints=hints)
    return Said(understood.wishes, (words,), understood.reason)


def after(
    request: Said | None, then: str, family: str = "durand", hints: Hints = NO_HINTS, now: datetime = NOW
) -> FollowUp | None:
    standing = Standing(cart=request.wishes if request else ())
    return follow_up(
        then, said=request, standing=standing, family=FAMILIES[family], structure=STRUCTURE, now=now, hints=hints
    )


def shown(found: FollowUp | None) -> str:
    if found is None:
        return "alone"
    taken = [f"-{w.child} {w.activity} {w.day:%d}" for w in found.take_back]
    added = [f"+{w.child} {w.activity} {w.day:%d}" for w in found.add]
    asked = [f"?{q.ask}" for q in found.questions] + [f"!{a}" for a in found.missing]
    flags = ["whole"] * found.whole + ["validate"] * found.validate
    return " ".join(taken + added + asked + flags)


@pytest.mark.parametrize(("first", "then", "means"), EXAMPLES)
def test_a_follow_up_means_what_its_example_says(first: str, then: str, means: str) -> None:
    assert shown(after(said(first), then)) == means


@pytest.mark.parametrize(
    ("family", "first", "then", "means"),
    [
        ("billard", "inscrire Elio le soir jusqu'à 18h mardi", "pareil pour Luka", "+Luka SOIR 04"),
        ("billard", "inscrire Elio midi mardi", "et son frère aussi", "+Luka MIDI 04"),
        ("billard", "inscrire Luka le soir mardi", "pareil pour Elio", "?activity"),
        ("rousseau", "inscrire Nahel et Sohan midi mardi", "pareil pour Léah", "+Léah MIDI 04"),
        ("rousseau", "Nahel midi mardi et Sohan matin jeudi", "pareil pour Léah", "?activity"),
        ("durand", "inscrire les deux midi mardi", "et jeudi", "+Séverine MIDI 06 +Victor MIDI 06"),
        ("durand", "inscrire les deux midi mardi et jeudi", "pas Victor jeudi", "-Victor MIDI 06"),
        ("durand", "inscrire Victor midi tous les jours cette semaine", "plutôt la semaine prochaine",
         "-Victor MIDI 04 -Victor MIDI 06 -Victor MIDI 07 +Victor MIDI 11 +Victor MIDI 13 +Victor MIDI 14"),
        ("durand", "inscrire Victor midi mardi et jeudi", "pareil pour Séverine sauf jeudi", "+Séverine MIDI 04"),
        ("durand", "inscrire Victor midi mardi et jeudi", "pareil pour Séverine vendredi", "+Séverine MIDI 07"),
        ("durand", "inscrire Victor midi tous les mardis de mars", "sauf mardi", "?date"),
        ("durand", "inscrire Victor midi tous les mardis de mars", "sauf le 11", "-Victor MIDI 11"),
        ("durand", "annuler midi mardi pour Victor", "et jeudi aussi", "+Victor MIDI 06"),
        ("durand", "annuler midi mardi pour Victor", "mets jeudi à la place", "+Victor MIDI 06"),
        ("durand", "annuler midi mardi pour Victor", "jeudi à la place", "!child !activity"),
        ("durand", "annuler midi mardi pour Victor", "plutôt jeudi", "-Victor MIDI 04 +Victor MIDI 06"),
        ("durand", "Victor est malade demain", "Séverine aussi", "+Séverine * 04"),
        ("durand", "Victor est malade demain", "ajoute jeudi", "?activity"),
        ("coralis", "inscrire Zoé midi mardi", "plutôt vendredi midi", "-Zoé MIDI 04 +Zoé MIDI 07"),
        ("coralis", "inscrire Zoé midi mardi", "la cantine de Zoé jeudi aussi", "alone"),
        ("durand", "inscrire Victor midi mardi", "inscrire Séverine le matin jeudi", "alone"),
        ("durand", "inscrire Victor midi mardi", "enlève lundi", "alone"),
        ("durand", "inscrire Victor midi mardi", "sauf vendredi", "!child !activity"),
        ("durand", "inscrire Victor midi mardi", "la semaine suivante aussi", "+Victor MIDI 11"),
        ("durand", "inscrire Victor midi mardi", "pareil pour la semaine du 17 mars", "+Victor MIDI 18"),
        ("durand", "inscrire Victor midi mardi", "pareil", "+Victor MIDI 04"),
        ("durand", "inscrire Victor midi mardi", "Séverine aussi mais seulement jeudi", "+Séverine MIDI 06"),
        ("durand", "inscrire Victor midi mardi", "pas mardi, désolée, jeudi", "-Victor MIDI 04 +Victor MIDI 06"),
        ("durand", "inscrire Victor midi mardi", "pas mardi, jeudi", "-Victor MIDI 04 +Victor MIDI 06"),
        ("durand", "inscrire Victor midi mardi et jeudi", "pas mardi, jeudi", "-Victor MIDI 04 -Victor MIDI 06"),
        ("durand", "inscrire Victor midi mardi et jeudi", "pas jeudi ni vendredi", "-Victor MIDI 06"),
        ("durand", "inscrire Victor midi et goûter mardi", "plutôt le matin", "!child !date"),
        ("durand", "inscrire Victor midi mardi", "pas mardi ni jeudi", "-Victor MIDI 04"),
        ("durand", "inscrire Victor midi mardi", "pas mardi et jeudi", "-Victor MIDI 04"),
        ("durand", "inscrire Victor midi lundi", "pas le lundi, le mardi", "-Victor MIDI 10 +Victor MIDI 04"),
        ("durand", "inscrire Victor midi mardi", "non pas mardi : jeudi et vendredi",
         "-Victor MIDI 04 +Victor MIDI 06 +Victor MIDI 07"),
        ("durand", "inscrire Victor midi mardi", "Séverine seulement jeudi", "alone"),
        ("durand", "inscrire les deux midi mardi", "uniquement Séverine jeudi", "alone"),
        ("durand", "inscrire les deux midi mardi", "Séverine aussi mais seulement jeudi", "+Séverine MIDI 06"),
        ("durand", "inscrire les deux midi mardi", "Victor uniquement jeudi", "-Victor MIDI 04 +Victor MIDI 06"),
        ("durand", "inscrire les deux midi et goûter mardi", "le goûter juste pour Victor", "-Séverine GOUTER 04"),
        ("durand", "inscrire Victor midi et goûter mardi et jeudi", "jeudi juste le midi", "-Victor GOUTER 06"),
        ("durand", "inscrire Victor midi tous les mardis de mars", "finalement jusqu'au 18", "-Victor MIDI 25"),
        ("durand", "inscrire Victor midi mardi et jeudi", "plutôt à partir du 17", "!child !activity"),
        ("durand", "inscrire Victor midi mardi 11", "pareil dans quinze jours", "?date"),
        ("durand", "inscrire Victor midi vendredi", "pareil dans deux semaines", "+Victor MIDI 21"),
        ("durand", "inscrire Victor midi vendredi", "pareil dans un mois", "?date"),
        ("durand", "inscrire Victor midi mardi", "on reporte d'une semaine", "-Victor MIDI 04 +Victor MIDI 11"),
        ("durand", "inscrire Victor midi mardi", "repoussez de trois jours", "alone"),
        ("durand", "inscrire Victor midi mardi et jeudi", "enlevez-les svp", "-Victor MIDI 04 -Victor MIDI 06"),
        ("durand", "inscrire Victor midi mardi et jeudi", "enlève-le", "alone"),
        ("durand", "annuler midi mardi pour Victor", "supprime-les", "alone"),
        ("durand", "inscrire Victor midi mardi et jeudi", "je confirme mardi et jeudi", "validate"),
        ("durand", "inscrire Victor midi mardi et jeudi", "c'est bon pour mardi", "alone"),
        ("durand", "inscrire Victor midi mardi", "ok pour mardi ?", "alone"),
        ("durand", "inscrire Victor midi mardi", "et elle également", "+Séverine MIDI 04"),
        ("durand", "inscrire les deux midi mardi et jeudi", "lui pas jeudi", "-Victor MIDI 06"),
        ("rousseau", "inscrire Nahel midi mardi", "pareil pour les autres", "+Sohan MIDI 04 +Léah MIDI 04"),
        ("durand", "inscrire Victor midi mardi et jeudi", "garde jeudi", "alone"),
        ("durand", "annuler midi mardi et jeudi pour Victor", "gardez jeudi", "-Victor MIDI 06"),
        ("durand", "inscrire Victor midi mardi et jeudi", "garde mardi et enlève jeudi", "-Victor MIDI 06"),
        ("durand", "inscrire Victor midi mardi", "supprime mardi et mets vendredi",
         "-Victor MIDI 04 +Victor MIDI 07"),
        ("durand", "inscrire Victor midi tous les mardis de mars", "que les deux derniers",
         "-Victor MIDI 04 -Victor MIDI 11"),
    ],
)  # fmt: skip
def test_it_is_read_relative_to_the_request(family: str, first: str, then: str, means: str) -> None:
    assert shown(after(said(first, family), then, family)) == means


def test_which_day_is_replaced_is_asked_among_the_days_of_the_request() -> None:
    request = said("inscrire Victor midi mardi et jeudi")
    asked = after(request, "plutôt vendredi")
    assert asked is not None
    assert asked.replacing
    assert [c.value for c in asked.questions[0].choices] == ["2025-03-04", "2025-03-06"]

    answered = after(request, "plutôt vendredi", hints=Hints(date="2025-03-06"))
    assert shown(answered) == "-Victor MIDI 06 +Victor MIDI 07"


def test_two_weeks_that_may_be_meant_are_offered() -> None:
    request = said("inscrire Victor midi mardi 18 et jeudi 20")
    asked = after(request, "la même chose la semaine prochaine")
    assert asked is not None
    (question,) = asked.questions
    assert [c.label for c in question.choices] == ["semaine du lundi 10 mars", "semaine du lundi 24 mars"]

    answered = after(request, "la même chose la semaine prochaine", hints=Hints(date=question.choices[1].value))
    assert shown(answered) == "+Victor MIDI 25 +Victor MIDI 27"


def test_a_day_on_which_nothing_runs_is_told_not_dropped() -> None:
    request = said("inscrire Victor midi jeudi 24 avril")
    found = after(request, "la même chose la semaine suivante")

    assert found is not None
    assert found.add == ()
    assert [d.isoformat() for d in found.closed] == ["2025-05-01"]


def test_whose_lines_are_meant_is_asked_after_one_child_was_added() -> None:
    both = understand("inscrire les deux midi mardi", family=FAMILIES["durand"], structure=STRUCTURE, now=NOW).wishes
    request = Said(both, ("inscrire Victor midi mardi", "pareil pour Séverine"), latest=both[:1])

    assert shown(after(request, "et jeudi")) == "?child"
    assert shown(after(request, "la même chose jeudi")) == "+Séverine MIDI 06 +Victor MIDI 06"


def test_it_goes_on_taking_back() -> None:
    wishes = understand(
        "inscrire Victor midi mardi et jeudi", family=FAMILIES["durand"], structure=STRUCTURE, now=NOW
    ).wishes
    request = Said(wishes, (), taking=True)

    assert shown(after(request, "et jeudi aussi")) == "-Victor MIDI 06"
    assert shown(after(request, "et vendredi aussi")) == "!child !activity"


def test_each_line_keeps_what_shall_be_done() -> None:
    request = said("annuler la cantine de Victor mardi et l'inscrire jeudi midi")
    assert request is not None
    found = after(request, "pareil pour Séverine")

    assert found is not None
    assert [(w.do, w.day.day) for w in found.add] == [(w.do, w.day.day) for w in request.wishes]
    assert {w.do for w in found.add} == {Do.BOOK, Do.CANCEL}


def test_days_that_are_over_are_not_copied() -> None:
    request = said("inscrire Victor midi mardi et jeudi")

    assert shown(after(request, "pareil pour Séverine", now=NOW + timedelta(days=2))) == "+Séverine MIDI 06"
    assert shown(after(request, "pareil pour Séverine", now=NOW + timedelta(days=4))) == "?date"


FIRST = st.sampled_from(
    [
        "inscrire Victor midi mardi",
        "inscrire les deux midi lundi et jeudi",
        "annuler la cantine de Victor tous les jours de mars",
        "Victor est malade demain",
        "inscrire Séverine le soir jusqu'à 18h vendredi",
        "inscrire Victor mercredi toute la journée",
        "inscrire Victor matin et midi tous les mardis jusqu'aux vacances",
        "inscrire Victor au centre du 7 au 11 avril",
    ]
)
THEN = st.sampled_from(
    "pareil|idem|et|aussi|plutôt|sauf|pas|non,|enlève|la même chose|finalement|oui mais pas|ajoute|j'ai oublié|"  # noqa: SIM905
    "je me suis trompée, c'est|remplace mardi par|enlève mardi et ajoute|avec|c'est pas mardi c'est|remets".split("|")
)
WHAT = st.sampled_from(
    "pour Séverine|pour Tom|mardi|le 13|hier|la semaine prochaine|la semaine dernière|le soir|le matin|le 1er mai|"  # noqa: SIM905
    "mercredi|pendant les vacances de Pâques|le 14 juillet|en avril|pour son frère|samedi|le 32|"
    "tous les mardis|le même jour|cette semaine-là|tous les jours".split("|")
)
LATER = st.integers(min_value=0, max_value=120)


@settings(deadline=None)
@given(first=FIRST, then=THEN, what=WHAT, days=LATER, hinted=st.sampled_from([NO_HINTS, Hints(date="2025-03-01")]))
def test_it_never_yields_a_past_day_a_stranger_or_what_does_not_run(
    first: str, then: str, what: str, days: int, hinted: Hints
) -> None:
    later = NOW + timedelta(days=days)
    found = after(said(first), f"{then} {what}", hints=hinted, now=later)

    for wish in found.add if found else ():
        assert wish.day >= later.date()
        child = FAMILIES["durand"].child(wish.child)
        codes = {a.code for a in running(STRUCTURE, child.site, wish.day)}
        assert wish.activity in codes or (wish.activity == ANY_ACTIVITY and codes and wish.do is not Do.BOOK)
        assert wish.day <= YEAR.end


@settings(deadline=None)
@given(first=FIRST, then=THEN, what=WHAT)
def test_it_takes_back_only_what_is_in_effect(first: str, then: str, what: str) -> None:
    request = said(first)
    found = after(request, f"{then} {what}")

    assert request is not None
    assert set(found.take_back if found else ()) <= set(request.wishes)


@settings(deadline=None)
@given(then=THEN, what=WHAT)
def test_with_nothing_to_lean_on_it_adds_nothing(then: str, what: str) -> None:
    found = after(None, f"{then} {what}")

    assert found is None or (not found.add and not found.take_back)


def test_a_booking_that_was_submitted_is_taken_back_too() -> None:
    request = said("inscrire Victor midi mardi et jeudi")
    assert request is not None
    standing = Standing(booked=tuple(Wish(Do.BOOK, w.child, w.activity, w.day) for w in request.wishes))
    found = follow_up(
        "oui mais pas jeudi",
        said=request, standing=standing, family=FAMILIES["durand"], structure=STRUCTURE, now=NOW,
    )  # fmt: skip

    assert shown(found) == "-Victor MIDI 06"


@pytest.mark.parametrize(
    ("first", "gone", "then", "means"),
    [
        ("inscrire Victor midi mardi et jeudi", "enlève mardi", "remets mardi", "+Victor MIDI 04"),
        ("inscrire Victor midi mardi", "enlève mardi", "remettez-le", "+Victor MIDI 04"),
        ("inscrire Victor midi et goûter mardi", "sans le goûter", "non remets le goûter", "+Victor GOUTER 04"),
        ("inscrire les deux midi mardi", "seulement Victor", "remets Séverine", "+Séverine MIDI 04"),
        ("inscrire Victor midi mardi et jeudi", "enlève tout", "remets jeudi", "+Victor MIDI 06"),
    ],
)
def test_what_was_taken_back_can_be_put_back(first: str, gone: str, then: str, means: str) -> None:
    taken = after(said(first), gone)

    assert taken is not None
    assert shown(after(taken.then, then)) == means
