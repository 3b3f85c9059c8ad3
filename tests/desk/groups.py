"""Places by age group for tests, and families of one child for them.

Victor Durand (4) and Anne-Lise Nguyen (5) are little; Séverine Durand (6), Zoé Coralis (7), Nahel Rousseau (8) are not.
"""

from __future__ import annotations

from domain.model.pools import Ages, CapacityPool
from tests.desk.office import Office, Seen
from tests.desk.waiting_list import with_places

TUESDAY = "mardi 11 mars"
HEADER = "family,role,civility,first_name,last_name,email,phone,birth_date,site\n"
FAMILY = "{key},guardian,Mme,Eve,{key},{key}@example.org,,,\n{key},child,,Tom,{key},,,{born},EUROPA\n"


def grouped(office: Office, little: int = 1, big: int = 2, *, lunch: int = 60, **more: object) -> Office:
    """Give each age group its places at lunch, and lunch as a whole."""
    pools = (
        CapacityPool("Moins de 6 ans", ("MIDI",), {"EUROPA": little}, ages=Ages(until=6), **more),  # type: ignore[arg-type]
        CapacityPool("6 ans et plus", ("MIDI",), {"EUROPA": big}, ages=Ages(low=6)),
    )
    return with_places(office.with_rules(capacity_pools=pools), lunch)


def settle(office: Office, **born: str) -> None:
    """Add families of one child, Tom, each with its birth date."""
    office.settle(HEADER + "".join(FAMILY.format(key=key, born=day) for key, day in born.items()))
    office.read()


def said(office: Office, family: str, text: str) -> str:
    (answer,) = office.chat(family, text)
    return answer.text


def submit(office: Office, family: str, text: str) -> Seen:
    (answer,) = office.chat(family, text)
    (*_, sent) = office.press(family, answer, "✅ Valider")
    return sent
