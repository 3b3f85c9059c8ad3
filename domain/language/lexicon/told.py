"""What tells a sentence that only tells something from one that asks, as patterns over folded text. Data only."""

from __future__ import annotations

from typing import Final

_KIN: Final = (
    r"maman|papa|mamie|mamy|papi|papy|tata|tonton|nounou|mari|femme|mere|pere|soeur|frere|conjointe?|compagn(?:on|e)"
    r"|grand-(?:mere|pere)|grands-parents|parents|tante|oncle|cousine?s?|belle-mere|beau-pere|maitresse|maitre"
    r"|equipe|voisine?|assistante maternelle|baby-sitter|ecole|medecin|docteur|pediatre|infirmiere|animatrice"
    r"|animateur"
    r"|directrice|directeur"
)
#: Who a told sentence is about, besides the children's names.
SUBJECTS: Final = (
    rf"\b(?:ils?|elles?|on|je|j'|nous|qui|cela|ca|(?:(?:mon|ma|mes|son|sa|ses|le|la|les|l'|leurs?|notre|nos) ?)?"
    rf"(?:{_KIN})|votre (?:affiche|site|menu|mot|mail|message|planning|appli\w*|calendrier"
    r"|courrier|circulaire))(?: (?:de|du|d')\s?(?:\w+))?(?![\w-])"
)
#: What may stand between a subject and its verb.
CLITICS: Final = r"(?:\s*\b(?:ne|n'|y|en|le|la|les|l'|me|m'|se|s'|lui|leur|te|t'|vous|nous)(?:(?<=')|\s))*"
#: Words after a child's name, an infinitive's place or a sentence's start that are no unknown verbs.
NO_VERBS: Final = frozenset(
    """
    restent restant au aux a en du l y ni ou merci svp le la les de et pour que comme contre toute une cette
    journee semaine seule entre sauf sans avec apres
    des dans chez par sur sous vers fille grande petite classe section maternelle elementaire elle notre votre meme
    autre mettre prendre faire etre avoir garde complete entiere reprise demande place vacances periode date absente
    tout droit petit grand sept huit vingt trente quatre cinquante quarante fait haut instant soit et est dont
    quatorze quinze seize treize douze onze trente idem ce2 ce1 cp gs ms ps cm1 cm2 libre prise concerne sujet objet
    bonsoir cher chere hier juillet janvier fevrier dernier premier entre ensemble cantine soiree depuis encore
    plait plaise pouviez puissiez jusque jusqu
    besoin acces dossiers compris toutes autre cause grace vue suite juste present presente seulement droite
    malade mange-t restant choisi choisie choisis
    desole desolee desoles navre navree
    lunettes premiere derniere belle dure grosse sacree longue drole bref donc
    """.split()  # noqa: SIM905 - easier to read in rows
)
#: Verbs that frame a request, or say nothing about a child's day.
FRAMES: Final = frozenset(
    """
    remercie souhaite souhaiterais souhaiterions souhaitons voudrais voudrait voudrions veux veut voulais voulons
    aimerais aimerait aimerions aurais aurait auras aurions aura pense crois espere esperons suis sommes ai as a avons
    ont sais sait demande demandons permets reviens contacte ecris ecrivons envoie joins previens signale informe
    confirme confirmons peux peut pouvons pourrais pourrait pourrions dois devons doit devrait vais allons va viens
    prie serais serait serai sera sont est etes avais avait aie excuse soit soient puisse puissent faut
    faudrait reste restons merci rappelle precise tiens trompe dit disais veuille compte comptais prefere preferais
    vois dirais donne remarque c s n pouvez pourriez voulez veuillez avez etes auriez seriez savez devez excusez
    trouvez trouverez recevez recevrez sachez agreez faites rendez chez assez nez allez serez aurez pourrez voudriez
    devriez attendez attends dites verrez confirmez repondez rappelez tenez prevenez merci pas plus bien
    vouloir pouvoir savoir
    """.split()  # noqa: SIM905 - easier to read in rows
)
#: Where an infinitive says what is asked for.
ASKING_FOR: Final = (
    r"\b(?:merci|possible|prie|voudrais|souhaite|souhaiterais|aimerais|veux|faut|faudrait|faudra|pouvez|pourriez"
    r"|peux|pourrais|peut|pourrait|pensez|oubliez pas|penser)(?:[- ](?:vous|tu|on|me|nous))?(?: (?:de|d'|a|svp|bien"
    r"|vouloir|aussi|egalement|donc|juste|ne|pas|me|nous|le|la|les|l'|lui|leur|en|y))*[ ']"
)
#: What was asked for before: "j'ai bien demandé", whatever it was.
HAVE_ASKED: Final = r"\b(?:ai|avais|avons|avions)(?: (?:bien|deja|donc|pourtant))* demande\b"
