"""The règlement read back in French: what a director compares with the printed one, sentence by sentence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.letters.reglement import reglement, rules_shown
from domain.model.activity import Activity, PeriodKind, Slot
from domain.model.conditions import Maximum, Opening
from domain.model.standing import Priority
from domain.model.structure import AbsencePolicy, Approval, ApprovalMode, Structure, WithoutProof
from domain.rules.deadline import closing_time
from tests.rules.world import WORLD, paris, ruled_by

TODAY = "2025-02-27T18:00"


def told(structure: Structure, now: str = TODAY) -> list[str]:
    return [line.strip() for line in reglement(structure, paris(now)).splitlines()]


def deadlines(rules: str, now: str = TODAY) -> list[str]:
    lines = told(ruled_by(rules), now)
    return lines[lines.index("DÉLAIS") + 1 : lines.index("ACTIVITÉS") - 1]


BOOK = '[[deadline]]\nfor = ["book"]\n'


def sentence(rule: str) -> str:
    return deadlines(BOOK + rule)[0]


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ('table = { mon = "thu-1" }', "Réserver : pour le lundi, jusqu'au jeudi de la semaine précédente à 23 h 59"),
        ('table = { mon = "fri-1", tue = "fri-1", wed = "wed" }\nat = "09:00"',
         "vendredi de la semaine précédente à 9 h ; pour le mercredi, jusqu'au jour même à 9 h"),
        ('table = { thu = "tue-2" }', "jusqu'au mardi, 2 semaines avant à 23 h 59"),
        ('weekday_before = "tue-1"', "pour toute la semaine, jusqu'au mardi de la semaine précédente à 23 h 59"),
        ('days_before = 0\nat = "07:00"', "Réserver : jusqu'au jour même à 7 h"),
        ('days_before = 1\nat = "18:00"', "Réserver : jusqu'à la veille à 18 h"),
        ('days_before = 2\nskip = ["weekends", "public_holidays"]',
         "jusqu'à 2 jours avant à 23 h 59 (sans compter les week-ends et les jours fériés)"),
        ('days_before = 1\nskip = ["non_school_days"]', "la veille à 23 h 59 (sans compter les jours sans école)"),
        ('weekday_before = "mon-1"\nskip = ["public_holidays", "wed"]',
         "(avancé à un jour d'avant s'il tombe un jour férié ou un mercredi)"),
        ("hours_before = 72", "Réserver : jusqu'à 72 heures avant le début de l'activité"),
        ("day_of_previous_month = 7", "pour tout le mois, jusqu'au 7 du mois précédent à 23 h 59"),
        ("days_before_period = 15\nclear_days = true", "jusqu'à 15 jours francs avant leur premier jour"),
        ("days_before = 3\nclear_days = true", "Réserver : jusqu'à 3 jours francs avant à 23 h 59"),
        ('days_before = 1\nclear_days = true\nskip = ["weekends"]',
         "jusqu'à 1 jour franc avant à 23 h 59 (sans compter les week-ends)"),
        ("days_before_week = 3\nclear_days = true", "jusqu'à 3 jours francs avant le lundi à 23 h 59"),
        ("days_before_month = 5\nclear_days = true", "jusqu'à 5 jours francs avant le 1er du mois"),
        ("days_before_week = 0", "pour toute la semaine, jusqu'au lundi de la même semaine"),
        ("days_before_week = 3", "pour toute la semaine, jusqu'à 3 jours avant le lundi"),
        ("days_before_month = 10", "pour tout le mois, jusqu'à 10 jours avant le 1er du mois"),
        ('days_before = 1\nlate = "staff"', "; ensuite, le service décide."),
        ('days_before = 1\nlate = "waitlist"', "; ensuite, liste d'attente."),
        ('days_before = 1\nlate = "surcharge"\nsurcharge = "50%"', "; ensuite, accepté avec une majoration de 50 %."),
        ('days_before = 1\nlate = "surcharge"\nsurcharge = "2.00"', "; ensuite, accepté avec une majoration de 2,00"),
        ('days_before = 1\nsites = ["SOETRICH"]\nweekdays = ["mon", "tue"]\nperiod = "school"',
         "Réserver (à Soetrich, le lundi et le mardi, en période scolaire) : "),
    ],
)  # fmt: skip
def test_each_shape_of_rule_is_a_french_sentence(rule: str, words: str) -> None:
    assert words in sentence(rule)


def test_what_is_left_undone_in_the_configuration_is_told_too() -> None:
    lines = deadlines(
        '[[deadline]]\nfor = ["cancel", "absence"]\nactivities = ["MIDI"]\ndays_before = 1\nlate = "billed"'
    )
    assert lines[0] == (
        "• Annuler ou signaler une absence (hors maladie) (Midi) : jusqu'à la veille à 23 h 59 ; "
        "ensuite, accepté et facturé."
    )
    assert any(line.startswith("• Réserver sans règle (Matin, Midi,") for line in lines)
    assert any(line.startswith("• Annuler sans règle (Matin, Goûter 17h,") for line in lines)


def test_three_example_days_are_computed_for_each_rule() -> None:
    assert told(WORLD)[told(WORLD).index("DÉLAIS") + 2 :][:3] == [
        "pour le vendredi 28 février 2025 : jusqu'au mercredi 26 février à 23 h 59",
        "pour le lundi 3 mars 2025 : jusqu'au jeudi 27 février à 23 h 59",
        "pour le mardi 4 mars 2025 : jusqu'au vendredi 28 février à 23 h 59",
    ]


def test_a_limit_in_the_year_before_says_its_year() -> None:
    lines = deadlines(f"{BOOK}days_before = 8", "2025-01-03T10:00")
    assert lines[1] == "pour le lundi 6 janvier 2025 : jusqu'au dimanche 29 décembre 2024 à 23 h 59"


def test_a_limit_by_the_hour_names_the_activity() -> None:
    assert deadlines(f"{BOOK}hours_before = 72")[1] == (
        "pour le vendredi 28 février 2025 (Matin) : jusqu'au mardi 25 février à 7 h"
    )


def test_a_rule_that_others_always_overrule_is_told_as_such() -> None:
    lines = deadlines(f'{BOOK}days_before = 1\nweekdays = ["sat"]')
    assert lines[1] == "Aucun jour à venir ne suit cette règle."


def test_after_the_school_year_its_first_days_are_the_examples() -> None:
    assert "pour le lundi 2 septembre 2024 : jusqu'au dimanche 1er septembre à 23 h 59" in deadlines(
        f"{BOOK}days_before = 1", "2025-07-20T10:00"
    )


def test_activities_places_prices_and_conditions_are_told() -> None:
    lines = told(WORLD)
    assert (
        "• Midi (11 h 45 – 13 h 30), le lundi, le mardi, le jeudi et le vendredi, en période scolaire : "
        "60 places à Europa, 40 places à Soetrich ; 11,50 €."
    ) in lines
    assert any("3,10 € jusqu'à 17 h 30, 6,20 € jusqu'à 18 h 30" in line for line in lines)
    assert lines.count("Partage ses places avec Mercredi matin et Mercredi après-midi.") == 1
    assert "Seulement avec Goûter 17h le même jour." in lines
    assert "Document demandé : Attestation d'assurance." in lines


def test_ages_company_maxima_and_openings_are_told() -> None:
    def changed(activity: Activity) -> Activity:
        more = {"min_age": 3, "max_age": 5, "incompatible": ("MATIN",), "together": ("GOUTER",)}
        return replace(activity, **more) if activity.code == "MIDI" else activity  # type: ignore[arg-type]

    spring = Opening(date(2025, 3, 3), time(8), date(2025, 3, 21), date(2025, 4, 7), period=PeriodKind.HOLIDAYS)
    structure = replace(
        WORLD,
        activities=tuple(map(changed, WORLD.activities)),
        maxima=(Maximum(frozenset({"MIDI", "MATIN"}), per_day=1, per_week=4),),
        openings=(spring, Opening(date(2025, 2, 3), activities=frozenset({"MIDI"}), sites=frozenset({"EUROPA"}))),
    )
    lines = told(structure)
    for words in (
        "De 3 à 5 ans le jour même.",
        "Réservé avec Goûter 17h le même jour, ou pas du tout.",
        "Jamais le même jour que Matin.",
        "Jamais le même jour que Midi.",
        "• Au plus 1 par jour et 4 par semaine et par enfant : Matin et Midi.",
        "• Midi (familles du site Europa) : à réserver dès le lundi 3 février 2025.",
    ):
        assert words in lines
    assert (
        "• Toutes les activités, pendant les vacances scolaires, à partir du lundi 7 avril 2025 : "
        "à réserver dès le lundi 3 mars 2025 à 8 h, au plus tard le vendredi 21 mars 2025."
    ) in lines


def test_that_residents_come_first_is_told() -> None:
    lines = told(replace(WORLD, openings=(Opening(date(2025, 3, 3), time(8), residents_first=7),)))
    assert (
        "• Toutes les activités : à réserver dès le lundi 3 mars 2025 à 8 h "
        "(aux habitants de la commune d'abord, aux autres familles 7 jours plus tard)."
    ) in lines


def test_exceptions_approval_and_sickness_are_told() -> None:
    lines = told(WORLD)
    assert (
        "• Hors délai, le service décide en cas de : Décès dans la famille (justificatif : certificat de décès)."
        in lines
    )
    assert ("• Chaque réservation est validée par le service ; une annulation dans les délais vaut aussitôt.") in lines
    assert "• Prévenu le jour même avant 9 h : excusé ; après : facturé." in lines
    assert "• Justificatif (certificat médical) attendu sous 72 heures, sinon facturé." in lines


def test_another_town_reads_its_own_policies() -> None:
    absence = AbsencePolicy(
        notify_before=time(8, 30), proof="", proof_within_hours=48, waiting_days=2, without_proof=WithoutProof.EXCUSED
    )
    approval = Approval(ApprovalMode.AUTO, ApprovalMode.STAFF)
    closed = replace(WORLD.year, closures=frozenset({date(2025, 5, 30)}))
    lines = told(replace(WORLD, absence=absence, approval=approval, year=closed, name="<b> & Cie"))
    assert lines[0] == "RÈGLEMENT — <b> & Cie"
    assert "• 2 premiers jours réservés facturés (carence)." in lines
    assert "• Aucun justificatif demandé." in lines
    assert any(line.startswith("• Une réservation est acceptée d'elle-même") for line in lines)
    assert "• Fermé : vendredi 30 mai 2025" in lines


@given(st.dates(WORLD.year.start, WORLD.year.end))
def test_every_example_is_the_limit_that_requests_are_judged_by(today: date) -> None:
    for shown in rules_shown(WORLD, today):
        for example in shown.examples:
            activities = [a for a in WORLD.activities if a.runs_on(example.day, WORLD.year)]
            slots = [Slot(a.code, example.day, site) for a in activities for site in a.sites]
            found = [closing_time(slot, shown.purposes[0], WORLD) for slot in slots]
            assert example.closes in {closing.instant for closing in found if closing and closing.rule is shown.rule}


def test_the_order_of_the_waiting_list_is_told_where_more_than_receipt_decides() -> None:
    order = Approval(waitlist_priority=(Priority.RESIDENT, Priority.SIBLING))

    assert (
        "• La liste d'attente sert d'abord les habitants de la commune, puis les enfants dont un frère ou une sœur "
        "vient ce jour-là, puis l'heure de réception. Le service peut faire avancer une famille, avec un motif."
    ) in told(replace(WORLD, approval=order))
    assert not any("La liste d'attente sert" in line for line in told(WORLD))
