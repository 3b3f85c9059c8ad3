"""German, as the families of our structures write it: what is wanted, by whom and for what. Data only."""

from __future__ import annotations

from typing import Final

from domain.language.tongues.german_days import DAYS
from domain.language.tongues.tongue import Tongue

_SETS: Final = {
    "care": "betreuung | hort | nachmittagsbetreuung",
    "lunch": "mittagessen | kantine | mensa | schulessen | essen | mittagstisch",
    "kids": "kinder | kindern | kids",
    "in": "in die | in der | ins | zum | zur | im | am | beim | an der | für das | für die | fürs | für den | in",
    "please": "bitte | bitte um",
    "ill": "krank | erkältet | kränklich | nicht gesund | nicht wohl | nicht gut",
    "malady": "fieber | grippe | eine grippe | windpocken | die windpocken | husten | bauchschmerzen | kopfschmerzen"
    " | halsschmerzen | magen-darm | eine magen-darm-grippe | durchfall | ohrenschmerzen | eine mittelohrentzündung"
    " | eine erkältung | einen infekt | hohes fieber | leichtes fieber | eine angina",
    "room": "plätze | einen platz | freie plätze | einen freien platz | ein platz | platz | ein freier platz"
    " | noch plätze | noch platz | noch einen platz | noch freie plätze | noch ein platz | noch einen freien platz",
    "want": "möchte | möchten | würde gerne | würde gern | würden gerne | würden gern | will | wollen | wollte"
    " | möchte gerne | möchte gern",
}
_WORDS: Final = {
    # courtesies
    "bonjour": "hallo | guten morgen | guten tag | sehr geehrte damen und herren | liebes team | grüß gott | moin"
    " | liebe frau | lieber herr | servus | sehr geehrte",
    "bonsoir": "guten abend",
    "merci": "danke | vielen dank | danke schön | dankeschön | besten dank | herzlichen dank | danke im voraus"
    " | vielen dank im voraus | danke sehr | danke für ihre hilfe | vielen dank für ihre hilfe",
    "cordialement": "mit freundlichen grüßen | freundliche grüße | viele grüße | liebe grüße | herzliche grüße | mfg"
    " | beste grüße | grüße | lg | mit besten grüßen | schöne grüße",
    "bonne journee": "schönen tag | einen schönen tag | schönen tag noch | schönen abend | einen schönen abend",
    "svp": "<please>",
    "desole": "entschuldigung | tut mir leid | es tut mir leid | leider",
    "oui": "ja",
    "non": "nein",
    # what is wanted
    "inscrire": "anmelden | anzumelden | eintragen | einschreiben | einzutragen | buchen | zu buchen"
    " | angemeldet werden"
    " | einplanen | reservieren | vormerken",
    "inscription": "anmeldung | buchung | reservierung",
    "annuler": "abmelden | abzumelden | stornieren | zu stornieren | absagen | abzusagen | streichen | austragen"
    " | abbestellen | abgemeldet werden | kündigen",
    "ne pas annuler": "nicht abmelden | nicht stornieren | nicht streichen | nicht abbestellen | nicht absagen",
    "ne pas inscrire": "nicht anmelden | nicht eintragen | nicht buchen",
    "annulation": "abmeldung | stornierung | absage",
    "changer": "ändern | tauschen | wechseln",
    "decaler": "verschieben | verlegen",
    "je voudrais": "ich <want> | wir <want> | ich bitte um | wir bitten um",
    "pouvez-vous": "können sie | könnten sie | kannst du | könntest du | würden sie | könnt ihr | können sie bitte"
    " | könnten sie bitte | wären sie so nett",
    "est-il possible de": "kann ich | können wir | könnte ich | darf ich | ist es möglich | wäre es möglich"
    " | könnten wir | dürfen wir",
    "a besoin de": "braucht | benötigt | bräuchte | brauchen | will",
    "besoin de": "ich brauche | wir brauchen",
    "n'a pas besoin de": "braucht kein | braucht keine | braucht keinen | benötigt kein | benötigt keine",
    # coming and staying away
    "ne viendra pas": "kommt nicht | kommen nicht | nicht kommen | wird nicht kommen | kann nicht kommen | nicht da"
    " | ist nicht da | sind nicht da | wird nicht da sein | nimmt nicht teil | nicht teilnehmen | nicht kommen kann"
    " | nicht kommt | bleibt fern",
    "ne mangera pas": "isst nicht | essen nicht mit | isst nicht mit | wird nicht essen | nicht essen | nicht mitessen",
    "ne restera pas": "bleibt nicht | bleiben nicht | nicht bleiben",
    "restera a la maison": "bleibt zu hause | bleibt zuhause | bleiben zu hause | zu hause bleiben | bleibt daheim"
    " | zuhause bleiben | bleiben zuhause | im bett bleiben | bleibt im bett | zu hause",
    "sera absent": "fehlt | wird fehlen | ist abwesend | fehlen | wird abwesend sein | ist verhindert",
    "absent": "abwesend | verhindert",
    "absence": "abwesenheit | fehlen von",
    "est malade": "ist <ill> | hat <malady> | ist beim arzt | ist im krankenhaus | hat sich übergeben | hat erbrochen"
    " | fühlt sich nicht wohl | fühlt sich nicht gut | geht es nicht gut | ist krankgeschrieben | muss zum arzt"
    " | ist krank geworden | hat sich den arm gebrochen | hat noch fieber | ist noch krank"
    " | ist immer noch krank | ist leider krank | hat leider fieber",
    "sont malades": "sind <ill> | haben <malady>",
    "malade": "<ill> | <malady> | krankheit | krankmeldung | krankgeschrieben",
    "n'est plus malade": "ist nicht mehr <ill>",
    "je suis malade": "ich bin <ill> | ich habe <malady>",
    "rendez-vous medical": "arzttermin | einen arzttermin",
    "rendez-vous dentiste": "zahnarzttermin | einen zahnarzttermin",
    "va mieux": "geht es besser | ist wieder gesund | wieder gesund",
    "n'est pas malade": "ist nicht krank",
    "medecin": "arzt | ärztin | kinderarzt",
    "certificat medical": "attest | ärztliches attest | krankschreibung",
    "enterrement": "beerdigung",
    "mariage": "hochzeit",
    "mangera": "isst | wird essen | isst mit | mitessen",
    "manger": "zu mittag essen",
    "viendra": "kommt | kommen | wird kommen | kommt mit",
    "restera": "bleibt | bleiben",
    "ira": "geht | gehen",
    "reviendra": "kommt wieder | ist wieder da | kommt zurück | wieder da",
    "est": "ist | sind | war | wird",
    "a": "hat | haben",
    "j'ai": "ich habe",
    "la maitresse": "lehrerin | lehrer | die lehrerin",
    "tout": "alles",
    "question": "frage",
    # activities
    "a la cantine": "<in> <lunch>",
    "cantine": "<lunch> | vom <lunch> | das mittagessen | das essen",
    "pas de cantine": "kein <lunch> | keine kantine | ohne mittagessen | ohne essen",
    "midi": "mittag | mittags | am mittag",
    "matin": "morgens | vormittag | vormittags | am morgen | am vormittag | früh",
    "garderie du matin": "frühbetreuung | morgenbetreuung | vor der schule | zur frühbetreuung | in der frühbetreuung",
    "le soir": "nach der schule | am abend | abends | abendbetreuung | nachmittagsbetreuung | zur nachmittagsbetreuung"
    " | in die nachmittagsbetreuung | zur abendbetreuung | abend | spätbetreuung | nach dem unterricht",
    "l'apres-midi": "am nachmittag | nachmittags | nachmittag",
    "gouter": "snack | imbiss | vesper | zum snack | zum vesper | nachmittagssnack",
    "toute la journee": "den ganzen tag | ganztags | ganztägig | ganzer tag",
    "garderie": "<care> | zur <care> | in die <care> | in den <care>",
    "centre de loisirs": "ferienbetreuung | freizeitzentrum | ferienzentrum | zur ferienbetreuung",
    "atelier creatif": "kreativangebot | bastelangebot | kreativkurs | basteln",
    "vacances": "ferien | schulferien",
    "ecole": "schule",
    "a l'ecole": "in die schule | zur schule | in der schule",
    # who
    "ma fille": "meine tochter | meiner tochter | unsere tochter | unserer tochter",
    "mon fils": "mein sohn | meinen sohn | meinem sohn | unser sohn | unseren sohn | unserem sohn",
    "mon enfant": "mein kind | meinem kind | unser kind | meines kindes",
    "mes filles": "meine töchter | unsere töchter",
    "mes fils": "meine söhne | unsere söhne",
    "les enfants": "die <kids> | meine <kids> | unsere <kids> | alle <kids> | meinen <kids> | den <kids>",
    "les deux enfants": "beide <kids> | meine beiden <kids> | meine zwei <kids> | die beiden <kids>"
    " | unsere beiden <kids>"
    " | beiden <kids>",
    "les deux": "beide | die beiden | alle beide | alle zwei",
    "les trois enfants": "alle drei <kids> | meine drei <kids> | unsere drei <kids>",
    "les trois": "alle drei",
    "sa soeur": "seine schwester | ihre schwester",
    "son frere": "sein bruder | ihr bruder | ihren bruder | seinen bruder",
    "il": "er",
    "elle": "sie",
    "maman": "mama | mutter",
    "papa": "vater",
    "mamie": "oma | großmutter",
    "papi": "opa | großvater",
}  # fmt: skip
_FRAMES: Final = {
    "reviendra ~": "kommt ~ wieder | ist ~ wieder da | kommt ~ zurück | kommen ~ wieder | sind ~ wieder da",
    "annuler ~": "melden sie ~ ab | melde ~ ab | meld ~ ab | meldet ~ ab | sagen sie ~ ab | wir melden ~ ab"
    " | tragen sie ~ aus | bestellen sie ~ ab | melden ~ ab | sage ~ ab",
    "inscrire ~": "melden sie ~ an | melde ~ an | meld ~ an | meldet ~ an | tragen sie ~ ein | trage ~ ein"
    " | melden ~ an | tragen ~ ein | planen sie ~ ein | schreiben sie ~ ein",
    "ne viendra pas ~": "kommt ~ nicht | kommen ~ nicht | kann ~ nicht kommen | können ~ nicht kommen | wird ~ nicht"
    " kommen | ist ~ nicht da | ist ~ nicht in der schule | sind ~ nicht da | geht ~ nicht | nimmt ~ nicht teil"
    " | wird ~ nicht da sein",
    "ne mangera pas ~": "isst ~ nicht | essen ~ nicht | wird ~ nicht essen | kann ~ nicht essen",
    "ne restera pas ~": "bleibt ~ nicht",
    "restera a la maison ~": "bleibt ~ zu hause | bleibt ~ zuhause | bleiben ~ zu hause | bleiben ~ zuhause",
    "n'a pas besoin ~ de": "braucht ~ kein | braucht ~ keine | braucht ~ keinen | benötigt ~ kein | benötigt ~ keine",
    "de ~ a": "von ~ bis | vom ~ bis | von ~ bis zum | vom ~ bis zum | zwischen ~ und | von ~ auf | vom ~ auf",
    "est ~ malade": "ist ~ krank | ist ~ erkältet | hat ~ fieber | liegt ~ krank",
    "ne sera pas la ~": "hat ~ keine schule",
}
GERMAN: Final = Tongue(
    name="German",
    days=("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"),
    months=("januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober",
            "november", "dezember"),
    sets=_SETS,
    words={**_WORDS, **DAYS},
    frames=_FRAMES,
    also=frozenset({"das"}),
    examples={
        "nächsten Dienstag": "mardi prochain",
        "naechsten Dienstag": "mardi prochain",
        "übermorgen": "apres-demain",
        "am 11. März": "le 11 mars",
        "jeden Montag": "tous les lundis",
        "bis Donnerstag": "jusqu'a jeudi",
        "bis 18 Uhr": "jusqu'a 18h",
        "bis 18:30 Uhr": "jusqu'a 18h30",
        "vom 10. bis 14. März": "du 10 au 14 mars",
        "von Montag bis Freitag": "de lundi a vendredi",
        "meine Tochter ist krank": "ma fille est malade",
        "Zoé kommt am Dienstag nicht": "zoe ne viendra pas mardi",
        "Melden Sie Zoé bitte für Dienstag vom Mittagessen ab": "annuler zoe svp mardi cantine",
        "beide Kinder": "les deux enfants",
    },
)  # fmt: skip
