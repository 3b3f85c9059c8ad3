"""The reference families, with the class of each child: a tenth column, as the office's list has it."""

from __future__ import annotations

from tests.desk.office import WORLD, Office

CLASSES = {
    "Victor": "CP Mme Roux", "Séverine": "CE1", "Elio": "CP M. Petit", "Nahel": "CM1-CM2", "Sohan": "CE1",
    "Zoé": "CE2", "Jean-Baptiste": "CM1-CM2", "Luka": "CE1", "Yasmine": "CM2", "Ilyès": "CE2",
}  # fmt: skip


def with_classes(classes: dict[str, str] | None = None) -> str:
    """Return the families' list with the column `class`; a child that is not named has none."""
    wanted = CLASSES if classes is None else classes
    head, *rows = (WORLD / "families.csv").read_text(encoding="utf-8").splitlines()
    told = [f"{row},{wanted.get(row.split(',')[3], '')}" for row in rows if row]
    return "\n".join([f"{head},class", *told])


def sorted_into_classes(office: Office, **changed: str) -> Office:
    """Give each child its class; `changed` puts some into others."""
    office.settle(with_classes({**CLASSES, **changed}))
    return office
