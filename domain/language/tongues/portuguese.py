"""Portuguese, as the families of our structures write it. Data only."""

from __future__ import annotations

from typing import Final

from domain.language.tongues.tongue import Tongue

_SETS: Final = {
    "in": "para a | para o | na | no | à | ao | da | do | a | o | em | para",
    "lunch": "cantina | almoço | refeitório | refeição | almoços | refeições",
    "kids": "filhos | crianças | meninos | miúdos",
    "will": "não vai | não vão | não pode | não podem | não poderá | não consegue | já não vai",
    "ill": "doente | constipado | constipada | adoentado | adoentada | mal disposto | mal disposta | engripado"
    " | engripada | doentes | febril | internado | internada",
    "malady": "febre | gripe | varicela | tosse | uma gripe | uma constipação | dor de barriga | dores de barriga"
    " | dor de garganta | uma otite | gastroenterite | uma virose | diarreia | vómitos | otite | muita febre",
    "room": "vaga | vagas | lugar | lugares | um lugar | uma vaga",
    "want": "gostaria de | gostava de | queria | quero | queremos | gostaríamos de | pretendo | desejo | precisava de"
    " | gostávamos de | queríamos",
}
_WORDS: Final = {
    # courtesies
    "bonjour": "olá | bom dia | boas | caros senhores | estimados senhores | cara equipa | exmos senhores | oi"
    " | boa tarde",
    "bonsoir": "boa noite",
    "merci": "obrigado | obrigada | muito obrigado | muito obrigada | agradeço | agradecida | obrigado desde já"
    " | agradecemos | obrigada desde já | desde já obrigada | desde já obrigado",
    "cordialement": "cumprimentos | com os melhores cumprimentos | atenciosamente | melhores cumprimentos | abraço",
    "bonne journee": "bom trabalho | bom resto de dia | tenha um bom dia | um bom dia",
    "svp": "por favor | se faz favor | sff | pf | por gentileza",
    "desole": "desculpe | desculpem | peço desculpa | lamento | infelizmente",
    "oui": "sim",
    # what is wanted
    "inscrire": "inscrever | inscreva | inscrevam | marcar | marque | reservar | reserve | pôr | registar | matricular"
    " | inscrevo | pôr na lista | ser inscrito | ser inscrita",
    "ajouter": "acrescentar | adicionar | adicione | juntar",
    "inscription": "inscrição | reserva | marcação",
    "annuler": "cancelar | cancele | anular | anule | desmarcar | desmarque | retirar | retire | cancelem | tirar"
    " | desinscrever | anulem",
    "n'annulez pas": "não cancelar | não cancele | não cancelem | não anular | não anulem | não desmarcar"
    " | não desmarquem | não retirar | não retirem",
    "n'inscrivez pas": "não inscrever | não inscrevam | não inscreva | não marcar | não marquem | não reservar",
    "annulation": "cancelamento | anulação",
    "changer": "alterar | trocar | mudar | troque | mude",
    "decaler": "adiar | passar",
    "je voudrais": "<want> | eu <want>",
    "pouvez-vous": "pode | podem | podia | poderia | podiam | poderiam | é possível que | pode por favor",
    "est-il possible de": "posso | podemos | é possível | seria possível | poderei | dá para",
    "a besoin de": "precisa de | necessita de | precisam de | vai precisar de",
    "besoin de": "preciso de | precisamos de",
    "n'a pas besoin de": "não precisa de | não precisam de | não vai precisar de | já não precisa de",
    # coming and staying away
    "ne viendra pas": "não vem | não vêm | não virá | <will> vir | não comparece | não estará | <will> estar"
    " | <will> comparecer | não está presente | não vai à escola | não irá à escola | não participa"
    " | não estará presente | <will> estar presente | <will> participar",
    "ne mangera pas": "não almoça | não come | <will> almoçar | <will> comer | não almoçará | não almoçam | não comem",
    "ne restera pas": "não fica | não ficam | <will> ficar | não ficará",
    "n'ira pas": "não vai | não irá | <will> ir",
    "ne sera pas": "não será",
    "restera a la maison": "fica em casa | ficam em casa | vai ficar em casa | ficará em casa | ficar em casa",
    "sera absent": "vai faltar | falta | faltará | estará ausente | está ausente | vai estar ausente | faltam",
    "absent": "ausente",
    "absence": "ausência | ausência de",
    "est malade": "está <ill> | tem <malady> | está com <malady> | está no médico | está no hospital | vomitou"
    " | ficou doente | estar doente | com <malady> | está muito doente | continua doente | foi ao médico"
    " | está a vomitar | partiu o braço | não se sente bem | não está bem",
    "sont malades": "estão <ill> | estão com <malady> | têm <malady>",
    "malade": "<ill> | <malady> | doença",
    "va mieux": "está melhor | já está melhor | está bem",
    "n'est plus malade": "já não está <ill> | já não tem <malady>",
    "je suis malade": "estou <ill> | tenho <malady>",
    "rendez-vous medical": "consulta médica | consulta no médico",
    "rendez-vous dentiste": "consulta no dentista | dentista",
    "n'est pas malade": "não está doente",
    "medecin": "médico | médica | pediatra",
    "certificat medical": "atestado médico | atestado | justificação médica",
    "enterrement": "funeral",
    "mariage": "casamento",
    "mangera": "almoça | vai almoçar | come | vai comer | almoçará | almoçam | vão almoçar",
    "manger": "almoçar | comer",
    "viendra": "vem | vêm | virá | vai vir | estará",
    "restera": "fica | vai ficar | ficará | ficam | vão ficar",
    "venir": "vir",
    "rester": "ficar",
    "ira": "vai | irá | vão",
    "reviendra": "volta | regressa | voltará | regressará | vai voltar",
    "est": "está | são | estão",
    "a": "tem",
    # activities
    "a la cantine": "<in> <lunch>",
    "cantine": "<lunch>",
    "pas de cantine": "sem <lunch> | não há almoço",
    "midi": "meio-dia | ao meio-dia",
    "le matin": "de manhã | pela manhã | da manhã | às manhãs | manhã",
    "garderie du matin": "acolhimento da manhã | acolhimento de manhã | antes da escola | antes das aulas"
    " | ATL da manhã"
    " | prolongamento da manhã",
    "le soir": "depois da escola | à tarde depois da escola | ao fim da tarde | fim da tarde | ATL da tarde"
    " | depois das aulas | após a escola | prolongamento da tarde | à noite | ao fim do dia | prolongamento",
    "l'apres-midi": "à tarde | da tarde | de tarde | tarde",
    "gouter": "lanche | o lanche | ao lanche | para o lanche | lanchar",
    "toute la journee": "o dia todo | todo o dia | o dia inteiro | dia inteiro",
    "garderie": "ATL | acolhimento | guarda | no ATL",
    "centre de loisirs": "centro de férias | centro de lazer | campo de férias | centro de tempos livres",
    "atelier creatif": "atelier criativo | oficina criativa | atividade criativa",
    "vacances": "férias | férias escolares",
    "la maitresse": "professora | professor | a professora | o professor",
    "tout": "tudo",
    "question": "pergunta | dúvida",
    "ecole": "escola",
    "a l'ecole": "à escola | na escola",
    # who
    "ma fille": "minha filha | a minha filha | da minha filha | nossa filha | a nossa filha | minha menina",
    "mon fils": "meu filho | o meu filho | do meu filho | nosso filho | o nosso filho | meu menino | ao meu filho",
    "mon enfant": "minha criança | a minha criança",
    "mes filles": "minhas filhas | as minhas filhas | as nossas filhas",
    "les enfants": "os meus <kids> | meus <kids> | os <kids> | as crianças | os nossos <kids> | todos os <kids>"
    " | todas as crianças | dos meus <kids>",
    "les deux enfants": "os meus dois <kids> | os dois <kids> | as duas crianças | ambos os <kids> | dois <kids>"
    " | os nossos dois <kids>",
    "les deux": "os dois | as duas | ambos | ambas | os dois juntos",
    "les trois enfants": "os meus três <kids> | os três <kids> | as três crianças",
    "les trois": "os três | as três",
    "sa soeur": "a irmã | irmã | sua irmã | a sua irmã",
    "son frere": "o irmão | irmão | seu irmão | o seu irmão",
    "il": "ele",
    "elle": "ela",
    "ils": "eles",
    "maman": "mãe",
    "papa": "pai",
    "mamie": "avó",
    # days
    "<day>": "<day> | <day>-feira | na <day> | na <day>-feira | no <day> | à <day> | esta <day> que vem"
    " | para <day> | para <day>-feira | na próxima <day> dia"
    " | o <day> | da manhã de <day>",
    "les <day>s": "às <day>s | às <day>s-feiras | <day>s-feiras | nas <day>s | as <day>s | aos <day>s | <day>s",
    "tous les <day>s": "todas as <day>s | todas as <day>s-feiras | todos os <day>s | cada <day> | toda <day>",
    "<day> prochain": "próxima <day> | próxima <day>-feira | na próxima <day> | na próxima <day>-feira"
    " | <day> da próxima semana | <day>-feira da próxima semana | próximo <day> | no próximo <day>"
    " | a próxima <day> | para a próxima <day> | <day> da semana que vem | para a próxima <day>-feira"
    " | da próxima <day> | da próxima <day>-feira",
    "<day> qui vient": "<day> que vem | <day>-feira que vem | na <day> que vem",
    "ce <day>": "esta <day> | esta <day>-feira | este <day> | nesta <day> | nesta <day>-feira",
    "un <day> sur deux": "<day> sim <day> não",
    "le {0} <month>": "# de <month> | dia # de <month> | no dia # de <month> | a # de <month> | em # de <month>"
    " | para o dia # de <month> | para dia # de <month> | # <month> | do dia # de <month> | o dia # de <month>",
    "<day> {0} <month>": "<day> # de <month> | <day>-feira # de <month> | <day> dia # de <month> | <day>-feira dia # de"
    " <month> | na <day> dia # de <month> | na <day>-feira dia # de <month>",
    "<day> {0}": "<day> dia # | <day>-feira dia # | na <day> dia # | na <day>-feira dia #",
    "du {0} au {1} <month>": "de # a # de <month> | do dia # ao dia # de <month> | de # até # de <month>"
    " | entre # e # de <month> | dia # a # de <month>",
    "jusqu'au {0} <month>": "até # de <month> | até ao dia # de <month> | até dia # de <month> | até a # de <month>",
    "a partir du {0} <month>": "a partir de # de <month> | a partir do dia # de <month>",
    "le {0}": "dia # | no dia # | o dia # | para o dia # | para dia # | do dia #",
    "jusqu'au {0}": "até ao dia # | até dia #",
    "en <month>": "em <month> | no mês de <month> | durante <month>",
    "<month>": "<month>",
    "aujourd'hui": "hoje | no dia de hoje | para hoje",
    "demain": "amanhã | para amanhã",
    "apres-demain": "depois de amanhã | para depois de amanhã",
    "hier": "ontem",
    "ce matin": "esta manhã | hoje de manhã",
    "ce midi": "hoje ao almoço | hoje ao meio-dia",
    "ce soir": "hoje depois da escola | esta noite | hoje ao fim da tarde",
    "cet apres-midi": "esta tarde | hoje à tarde",
    "demain matin": "amanhã de manhã",
    "cette semaine": "esta semana | nesta semana | durante esta semana",
    "toute la semaine": "toda a semana | a semana toda | a semana inteira | o resto da semana | esta semana toda",
    "la semaine prochaine": "próxima semana | na próxima semana | a próxima semana | semana que vem | na semana que vem"
    " | para a próxima semana | a semana que vem | toda a próxima semana | da próxima semana | para a semana",
    "semaine": "semana",
    "semaines": "semanas",
    "semaine du {0} <month>": "semana de # de <month> | semana do dia # de <month>",
    "le mois prochain": "próximo mês | no próximo mês | mês que vem",
    "tous les jours": "todos os dias | cada dia | diariamente",
    "semaines paires": "semanas pares | nas semanas pares",
    "semaines impaires": "semanas ímpares | nas semanas ímpares",
    "dans {0} jours": "daqui a # dias | dentro de # dias",
    "pour {0} jours": "durante # dias | por # dias | # dias",
    "pour trois jours": "durante três dias | por três dias | três dias",
    "pour deux jours": "durante dois dias | por dois dias | dois dias",
    "pour une semaine": "durante uma semana | por uma semana",
    "jusqu'a": "até | até à | até ao | até às | até a",
    "jusqu'aux vacances": "até às férias",
    "jusqu'a la fin de l'annee": "até ao fim do ano | até ao final do ano | até ao fim do ano letivo"
    " | até ao final do ano letivo",
    "jusqu'a la fin du mois": "até ao fim do mês | até ao final do mês",
    "jusqu'a la fin de la semaine": "até ao fim da semana | até ao final da semana",
    "pendant les vacances": "durante as férias | nas férias | durante as férias escolares | nas férias escolares",
    "pendant": "durante | durante as | durante a | durante o",
    "a partir de": "a partir de | a partir da | a partir do | desde",
    "a {0}h": "às # horas | às # h | às #",
    "jusqu'a {0}h": "até às # | até às # horas | até às # h | até as # horas | até as # h",
    "jusqu'a {0}": "até às @",
    "{0}h": "# horas | # h",
    # questions
    "reste-t-il une place": "há <room> | tem <room> | ainda há <room> | têm <room> | ainda têm <room>"
    " | ainda tem <room>"
    " | existe <room> | existem <room> | haveria <room> | sobram <room>",
    "disponible": "disponível | disponíveis | livre | livres",
    "combien coute": "quanto custa | quanto é | qual é o preço de | qual o preço de | qual é o preço do"
    " | qual o preço do | quanto custam | quanto fica | qual é o preço da",
    "tarif": "preço | preços | tarifa | tarifas | tabela de preços",
    "jusqu'a quand": "até quando | até que dia | até que horas",
    "date limite": "prazo | data limite | o prazo",
    "trop tard pour": "tarde demais para | demasiado tarde para",
    "comment faire pour": "como posso | como faço para | como podemos | como é que",
    "comment ca marche": "como funciona",
    "aide": "ajuda",
    "combien je vous dois": "quanto devo | quanto lhes devo | quanto vos devo",
    "facture": "fatura | faturas",
    "ma facture": "minha fatura | a minha fatura",
    "panier": "carrinho | cesto",
    "mon panier": "o meu carrinho | meu carrinho",
    "montrez-moi": "mostre-me | mostra-me | mostrar | ver",
    "mon planning": "meu calendário | o meu calendário | as minhas reservas | minhas reservas",
    "je confirme": "confirmo | confirmamos",
    "c'est bon": "está bem assim | está certo | está correto | tudo certo",
    "valider": "validar | confirmar",
    "vider": "esvaziar | limpar",
    # for a person
    "perdu": "perdeu | perdi | perdemos",
    "veste": "casaco",
    "allergique": "alérgico | alérgica | alergia",
    "viendra chercher": "vai buscar | vem buscar | irá buscar | buscar",
    "en retard": "atrasado | atrasada | atraso",
    "nouvelle adresse": "nova morada | mudámos de casa | mudança de morada",
    "numero de telephone": "número de telefone | número de telemóvel",
    "remboursement": "reembolso",
    "plainte": "reclamação | queixa | inaceitável",
    "parler a": "falar com",
    "me rappeler": "ligar-me | telefonar-me",
    "medicament": "medicamento | medicamentos",
    "erreur": "erro | errada | errado",
    "reponse automatique": "resposta automática",
    "absent du bureau": "fora do escritório",
    # small words
    "et": "e",
    "ou": "ou",
    "mais": "mas",
    "pas": "não | nem | não é",
    "pas de": "nenhum | sem",
    "pour": "para | por",
    "aussi": "também",
    "seulement": "só | apenas | somente",
    "sauf": "exceto | menos | salvo | exceto à",
    "au lieu de": "em vez de | em vez da | em vez do | em lugar de",
    "car": "porque | pois",
    "avec": "com",
    "deux": "dois | duas",
    "trois": "três",
    "quatre": "quatro",
    "jours": "dias",
    "quand": "quando",
    "combien": "quanto | quantos | quantas",
    "de": "de | da | do | das | dos",
    "": "a | o | as | os | um | uma | na | no | nas | nos | à | ao | às | aos | em | que | se | lhe | já | ainda | dia"
    " | minha | meu | nossa | nosso | eu | gente | muito | lá | ser | estar | isto | isso",
}  # fmt: skip
_FRAMES: Final = {
    "de ~ a": "de ~ a | de ~ até | da ~ à | de ~ até à | entre ~ e | da ~ para | de ~ para",
    "reste-t-il ~ de la place": "há ~ vaga | há ~ vagas | há ~ lugar | há ~ lugares",
}
PORTUGUESE: Final = Tongue(
    name="Portuguese",
    days=("segunda", "terça", "quarta", "quinta", "sexta", "sábado", "domingo"),
    months=("janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro",
            "novembro", "dezembro"),
    sets=_SETS,
    words=_WORDS,
    frames=_FRAMES,
    examples={
        "próxima terça-feira": "mardi prochain",
        "amanhã": "demain",
        "depois de amanhã": "apres-demain",
        "dia 11 de março": "le 11 mars",
        "todas as segundas": "tous les lundis",
        "até quinta": "jusqu'a jeudi",
        "até às 18h": "jusqu'a 18h",
        "de segunda a sexta": "de lundi a vendredi",
        "de 10 a 14 de março": "du 10 au 14 mars",
        "a minha filha está com febre": "ma fille est malade",
        "inscrever os dois na cantina": "inscrire les deux a la cantine",
        "Zoé não vem": "zoe ne viendra pas",
        "até quando posso cancelar": "jusqu'a quand est-il possible de annuler",
    },
)  # fmt: skip
