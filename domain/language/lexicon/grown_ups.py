"""What grown-ups do, settle and are told of beside what is asked for a child. Data only: `grown_ups` reads it."""

from __future__ import annotations

from typing import Final

from domain.language.lexicon.excepted import DAYS_AFTER
from domain.language.lexicon.well_again import GROWN_UP

_WEEKDAY: Final = r"(?:lundi|mardi|mercredi|jeudi|vendredi)"
_MONTH: Final = (
    r"(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|(?<=\d/)\d{1,2})"
)
#: Not said of what is ours, nor by a no.
_REST: Final = r"(?:(?!\b(?:ne|mais|sauf|svp|merci)\b|\bn')[^.,;:!?\n()])"
#: What may be asked in such a clause, and what is ours in it.
_ASKING: Final = r"(?:souhait|voudr|veu[tx]|aimer|demand|prefer|vous prie|inscri|reserv|annul|mett)"
_OURS: Final = (
    r"\b(?:cantine|gouter|repas|midi|dejeun|mang|creatif|atelier|garderie|centre|periscolaire|inscri|accueil)"
)
_ELSEWHERE: Final = (
    r"(?:a|ont|aura|auront|avait|passe(?:nt|ra|ront)?|part(?:ent|ira|iront)?|dort|dorment|dormi\w+|est|sont|sera|seront"
    r"|va|vont|ira|iront|fete\w*|reste\w* (?:a la maison|avec|chez))\b"
)
#: Why a day is left out: "sauf vendredi où leur père les prend", "le 8 parce que mamie la garde".
LEFT_TO_THEM: Final = (
    rf"\b{DAYS_AFTER}(?<=[a-z])\b[^.;:!?\n]{{0,40}}"
    rf"\b(?:{_WEEKDAY}|{_MONTH}|\d{{1,2}})s?(?: (?:matin|midi|soir))?"
    rf"(?P<why>,? (?:(?:ou|quand|jour ou|car|comme|parce que|puisque) (?:c'est )?{GROWN_UP} {_REST}{{3,60}}"
    # "sauf le 30 juin, ce jour-là il mange chez sa tante"
    rf"|(?:(?:car|parce que|vu que|puisque) )?ces? jours?[- ]la,? (?:ils?|elles?|on|nous) {_REST}{{3,60}}"
    # a relative clause says no more than why: "sauf le 17 où nous avons un mariage", "… que nous passerons en famille"
    r"|(?:(?:(?:ces )?(?:jours?|dates?)|date a) )?(?:ou|que|qu'|quand|durant lesquels|lors desquels|laquelle) ?"
    rf"(?:(?:nous|on|je|j') ?(?!{_ASKING})|(?:ils?|elles?|{GROWN_UP}|tout le monde) (?:y )?{_ELSEWHERE})"
    rf"(?:(?!{_OURS}){_REST}){{3,60}}))"
)
#: Participles that lead in why: "sa cousine arrivant le lendemain", "ma mère étant hospitalisée mardi".
WHILE_THEY: Final = (
    rf"(?:^|(?<=[,;(.!?\n] )|(?<=[\n(]))(?!(?:mon|ma|notre) (?:employ|patron|chef|entreprise)){GROWN_UP} (?:n'"
    rf"|ne |se |s'|nous |me |m'|l'|la |le |les |lui |leur )*"
    r"(?!pendant|avant|maintenant|cependant|pourtant|autant|devant|durant|suivant|quant|enfant)[a-z]{2,}ant\b"
    rf"(?![^.,;:!?\n]{{0,30}}\b(?:deced|mort|disparu|obseque|enterr|travaill|embauch|poste|equipe|horaire|planning))"
    rf"(?:(?!{_OURS}){_REST}){{0,60}}"
)
#: What was settled with somebody: "j'ai vu avec sa mère, c'est ok pour nous".
_SETTLED: Final = (
    r"(?:vue?|parle|discute|decide|convenu|regle|valide|fait le point|echange|cale)"
    r"(?: (?:ca|tout|de ca|ensemble|hier))*"
)
AGREED: Final = (
    rf"(?:\b(?:(?:j'ai|on a|on en a|nous avons|nous en avons|apres avoir) (?:bien |deja )*)?(?<!deja )(?:\ben )?"
    rf"\b{_SETTLED} (?:avec|avc) {GROWN_UP}\b"
    r"|\b(?:comme|c'est (?:exactement |bien )?ce (?:que|qu')) ?(?:nous (?:avions|avons)|on (?:avait|a)|j'avais|j'ai)"
    rf"(?: bien)? {_SETTLED}(?: (?:avec|avc) {GROWN_UP})?\b)"
    r"(?=[^?\n]*$|[^?]*\n)"
    r"(?=\s*(?:$|[,;:.!\n(]|(?:et |donc |du coup )*(?:c'est|on est|nous sommes|ca (?:nous|va|me|marche)|(?:il|elle) est"
    r"|ils sont|merci|finalement|(?:vous )?pouvez|mettez|inscri|reserv|annul|ajout|not(?:er|ez)|validez?|je |on )))"
)
#: That both parents say yes; beside a demand it is none.
OF_ONE_MIND: Final = (
    r"(?:[,;. ]|\bet\b)*\b(?:c'est|on est|nous sommes) (?:ok|bon|d'accord)"
    r"(?: (?:pour (?:nous|lui|elle|tous les deux|tout le monde)|tous les deux|des deux cotes|de (?:son|notre) cote))*"
    r"(?=\s*[,;:.]\s*[a-z0-9])"
)
#: What a child has elsewhere on that day: "mardi c'est sa sortie avec la classe".
_THEIR_OWN: Final = (
    r"(?:sorties?|classe (?:verte|decouverte|de mer|de neige)|anniversaire|spectacle|voyage|carnaval|kermesse|piscine"
    r"|judo|danse|foot\w*|musique|solfege|poney|match|tournoi|pique-nique)\b"
)
#: The day that opens a clause of its own behind a list: "… mardi, vendredi c'est son papa qui l'a".
THEIR_DAY: Final = (
    rf"(?<=di),? (?:et |car )?(?P<day>(?:le )?{_WEEKDAY} (?:c'est|ce sera|ca sera) {GROWN_UP} qui {_REST}{{2,40}}"
    rf"|(?:le )?{_WEEKDAY} (?:il|elle)s? (?:est|sera|sont|seront|va|vont|dort) (?:chez|avec) {GROWN_UP}"
    rf"{_REST}{{0,20}}|(?:le )?{_WEEKDAY} {GROWN_UP} (?:l'|l[ea]s? )(?:a|ont|prend|prennent|garde\w*|recupere\w*)"
    rf"{_REST}{{0,20}}|(?:le )?{_WEEKDAY} (?:c'est|ce sera|il y a) (?:(?:sa|son|leur|la|le|une?|l') ?)?{_THEIR_OWN}"
    rf"{_REST}{{0,30}})(?=\s*(?:$|[.;,!\n]))"
)
#: Something may be called off in it, for that day too.
CALLS_OFF: Final = r"\b(?:annul|desinscri|enlev|retir|supprim|decommand)"
#: A grown-up has other things to do: "la nounou … n'est pas libre ces jours-là", "mamie peut plus nous aider".
NOT_FREE: Final = (
    r"(?:(?:ne |n')?(?:est|sera|sont|seront|serait) (?:pas|plus|jamais) (?:du tout |vraiment |toujours |encore )?"
    r"(?:libres?|dispo(?:nible)?s?|joignables?|en mesure|a meme|en etat|d'astreinte)\b)"
)
#: Nobody else could: "je n'ai pas d'autre solution ces jours-là".
NO_WAY_OUT: Final = (
    r"\b(?:(?:je |on |nous )?(?:n'|ne )?(?:ai|a|avons|vois|voit|voyons|trouve|trouvons|y a) )"
    r"(?:pas|plus|aucune?) (?:de |d')?(?:autres? )?"
    r"(?:solutions?|choix|alternatives?|moyens?|possibilites?|options?|mode de garde|personne)"
    r"(?: de (?:garde|secours|rechange))?\b"
)
#: A child's grown-up is not there before an hour: "elle ne peut pas être là avant 18h", "mais pas avant 18h30".
NOT_BEFORE: Final = (
    r"\W*(?:(?:et|mais|sauf que) )?(?:(?:il|elle|ils|elles|je|on|nous) )?(?:(?:ne |n')?(?:peu[tvx]\w*|pourr\w+|sera\w*"
    r"|seront|arriv\w+|vien\w+|rentr\w+|pass\w+|fini\w+|est|sont|suis|serai) )?(?:pas|jamais)"
    r"(?: (?:etre la|venir|arriver|passer|rentrer|la|chez nous|etre sur place|le prendre|la prendre|les prendre"
    r"|la recuperer|le recuperer|les recuperer|finir|se liberer|etre rentree?))? avant\b[^,.;:!?\n]*\W*"
)
#: Somebody else moves house: "notre nounou déménage", "la personne qui faisait déjeuner Zoé déménage".
THEIR_MOVE: Final = (
    rf"\b(?:{GROWN_UP}|la (?:personne|dame|jeune fille|etudiante|famille) (?:qui|chez qui)|celui qui|celle qui)\b"
    r"[^.;!?\n]{0,60}\b(?:demenag\w+|change d'adresse)"
)
#: What a court has settled, told before what is asked: "le jugement est tombé".
JUDGED: Final = (
    r"\b(?:le |un |notre )?jugement (?:est |a ete |vient d'etre |vient de |a )?(?:enfin |bien )?"
    r"(?:tombee?|tomber|rendue?|prononcee?|confirmee?)\b"
    r"|\b(?:le juge|la juge|le tribunal) a (?:enfin |bien )?(?:tranche|statue|rendu)\b"
)
#: Days that parents have changed between them: "son père et moi avons échangé nos jours".
SWAPPED: Final = (
    rf"\b(?:{GROWN_UP} et moi|nous|on|je|j'|moi et {GROWN_UP}) ?(?:nous )?(?:avons|ai|a|ont) (?:encore |donc )?"
    r"(?:echange|inverse|interverti|permute|decale|change)e?s? (?:nos|mes|leurs|de|d'|les) ?"
    r"(?:jours?|semaines?|tours?|gardes?|week-ends?|vacances)(?! (?:de|d'|du|au|a|en|pour)\b(?! garde))"
    rf"(?: de garde)?(?: (?:cette|la) semaine(?: prochaine)?)?(?: avec {GROWN_UP})?"
)
#: Why it is asked, behind a "svp" and without a sign: "… svp c'est sa mamie qui le prend".
BEHIND: Final = (
    rf"(?:(?<=svp)|(?<=stp)|(?<=merci)),? c'est {GROWN_UP} qui (?:l'|l[ea]s? )?"
    rf"(?!(?:annul|inscri)){_REST}{{2,40}}(?=\s*(?:$|[.;,!\n]))"
)
