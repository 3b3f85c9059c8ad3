"""English, as the families of our structures write it: what is wanted, by whom and for what. Data only."""

from __future__ import annotations

from typing import Final

from domain.language.tongues.english_days import DAYS
from domain.language.tongues.tongue import Tongue

_SETS: Final = {
    "not": "won't | will not | doesn't | does not | don't | do not | can't | cannot | can not | couldn't"
    " | isn't able to"
    " | is not able to | isn't going to | is not going to | aren't going to | are not going to | will no longer",
    "isnt": "isn't | is not | aren't | are not | won't be | will not be | 's not",
    "is": "is | are | has been | was | looks | feels | got | is feeling | are feeling | 's",
    "has": "has | have | has got | have got | had | caught | has caught",
    "ill": "sick | ill | unwell | poorly | not well | not feeling well | not very well | under the weather",
    "malady": "a fever | fever | a temperature | a high temperature | the flu | flu | a cold | a bad cold | a cough"
    " | a stomach bug | a tummy bug | a stomach ache | a headache | an ear infection | chickenpox | chicken pox"
    " | a sore throat | an infection | a virus | gastro",
    "lunch": "lunch | lunches | school lunch | school lunches | school meal | school meals | canteen | cafeteria"
    " | lunch club | midday meal | the canteen | the cafeteria | the school canteen | the meal | a meal | the meals",
    "book": "register | sign up | enrol | enroll | book | book in | put down | schedule | reserve | include | sign on"
    " | take on",
    "cancel": "cancel | call off | cancelling | canceling | remove | unregister | deregister | unsubscribe | delete"
    " | drop | unbook | withdraw | cross off | cancelled",
    "want": "would like to | 'd like to | want to | need to | wish to | 'd love to | would love to | am writing to"
    " | have to | wanted to",
    "room": "a place | a spot | space | room | places | spots | any space | any room | any places | any spots"
    " | any spaces | a space | some space | availability | any availability | a free place | any free places | a seat"
    " | still a place | still a spot | still space | still room | still places | still any places | still any space",
    "kids": "children | kids | boys and girls | little ones",
    "care": "care | childcare | club | session | daycare | drop-off | dropoff",
}
_WORDS: Final = {
    # courtesies
    "bonjour": "hello | hi | hey | good morning | hello there | hi there | dear | dear sir | dear madam"
    " | dear sir or madam | dear sir/madam | to whom it may concern | dear team | dear all | good day",
    "bonsoir": "good evening",
    "merci": "thank you | thanks | thx | many thanks | thank you very much | thank you so much | thanks a lot"
    " | thank you in advance | thanks in advance | thanks for your help | thank you for your help | cheers",
    "cordialement": "kind regards | best regards | regards | best wishes | sincerely | yours sincerely | warm regards"
    " | yours faithfully | all the best",
    "bonne journee": "have a nice day | have a good day | have a great day | have a nice evening | have a good evening",
    "svp": "please | pls | plz | kindly",
    "desole": "sorry | apologies | my apologies | i am sorry | i'm sorry | sorry for the late notice",
    "oui": "yes | yep | yeah | sure",
    "non": "nope",
    "envoye depuis": "sent from",
    # what is wanted
    "inscrire": "<book> | put",
    "ajouter": "add",
    "inscription": "registration | enrolment | enrollment | booking | sign-up",
    "reservations": "bookings | reservations",
    "annuler": "<cancel>",
    "annulation": "cancellation",
    "n'annulez pas": "don't <cancel> | do not <cancel> | not <cancel>",
    "n'inscrivez pas": "don't <book> | do not <book> | not <book> | don't put | do not put",
    "changer": "change | modify | swap | switch",
    "decaler": "move | reschedule | postpone",
    "je voudrais": "i <want> | we <want> | i would like | i'd like | we would like | we'd like | i want | we want"
    " | i was hoping to",
    "pouvez-vous": "can you | could you | would you | will you | can you please | could you please | are you able to"
    " | would you mind",
    "est-il possible de": "can i | could i | may i | can we | could we | may we | is it possible to"
    " | would it be possible to | is it possible for | would it be possible for | is it ok to",
    "besoin de": "i need | we need",
    "a besoin de": "needs | will need | requires | need | is going to need | wants | would like",
    "n'a pas besoin de": "<not> need | <not> require | <not> want | no longer needs | no longer need"
    " | doesn't need any",
    # coming and staying away
    "ne viendra pas": "<not> come | <not> attend | <not> be coming | <not> be there | <not> be present | <not> be in"
    " | <not> be here | <isnt> coming | <isnt> attending | <not> make it | not coming | <not> be attending"
    " | not attending | <not> be able to come | <not> be able to attend | <not> be joining | <isnt> joining"
    " | <not> join | <not> go to school | <isnt> going to school | <not> come to school | <isnt> coming to school"
    " | <not> be at school | <isnt> at school | <isnt> in school | <not> be in school | <isnt> in | <isnt> present",
    "ne mangera pas": "<not> eat | <not> have lunch | <isnt> eating | <isnt> having lunch | <not> be eating"
    " | <not> be having lunch | not eating | will skip lunch | will miss lunch | is skipping lunch | <not> have <lunch>"
    " | <not> be able to eat",
    "ne restera pas": "<not> stay | <isnt> staying | <not> be staying | not staying",
    "n'ira pas": "<not> go | <isnt> going | <not> be going",
    "ne sera pas": "<not> be",
    "sera absent": "will be absent | is absent | will be away | is away | will be off | is off | will be out | is out"
    " | will miss | is missing | will be missing | will be off school | is off school | are absent | are away",
    "absent": "absent | away | off school",
    "absence": "absence | absence of",
    "restera a la maison": "stays home | stays at home | will stay home | will stay at home | is staying home"
    " | is staying at home | is staying in bed | is at home | has to stay home | needs to stay home | stay home"
    " | stay at home | stay in bed | will be at home",
    "on le garde a la maison": "keeping him home | we are keeping him home | we're keeping him home | keeping her home"
    " | i am keeping him home | i'm keeping him home | i'm keeping her home | we're keeping her home",
    "est malade": "<is> <ill> | <has> <malady> | has been vomiting | is vomiting | threw up | has thrown up | vomited"
    " | was sick | is at the doctor | is at the doctor's | is in hospital | is in the hospital | is at the hospital"
    " | has broken his arm | fell ill | fell sick | <isnt> well | <isnt> feeling well"
    " | <not> feel well | <is> contagious | <isnt> feeling great",
    "malade": "<ill> | <malady> | vomiting | illness | sickness",
    "n'est plus malade": "<is> no longer <ill> | <isnt> <ill> anymore | <isnt> <ill> any more",
    "je suis malade": "i am <ill> | i'm <ill> | i have <malady> | i've got <malady>",
    "rendez-vous medical": "doctor's appointment | doctor appointment | medical appointment | hospital appointment",
    "rendez-vous dentiste": "dentist appointment | dentist's appointment | dental appointment",
    "sommes en voyage": "are going on holiday | are going on vacation | are away on holiday | are on holiday",
    "va mieux": "is better | is feeling better | feels better | is well again | has recovered",
    "n'est pas malade": "<isnt> <ill>",
    "medecin": "doctor | doctors | gp | doctor's",
    "certificat medical": "medical certificate | doctor's note | sick note | doctor's certificate",
    "enterrement": "funeral",
    "mariage": "wedding",
    "mangera": "will eat | will have lunch | eats | is eating | has lunch | is having lunch | will be eating"
    " | will be having lunch | are eating | are having lunch | is going to eat | has <lunch>",
    "viendra": "will come | will be coming | is coming | comes | will attend | attends | is attending | will be there"
    " | are coming | will be attending | is going to come | will join | can come | are attending",
    "restera": "will stay | stays | is staying | will be staying | are staying | is going to stay",
    "ira": "will go | goes | is going",
    "sera": "will be",
    "est": "is | are",
    "a": "has | to | at | have",
    "manger": "eat | have lunch | be having lunch",
    "venir": "come | attend | join",
    "rester": "stay",
    "aller": "go",
    "reviendra": "will be back | is back | will come back | comes back | will return | returns | are back"
    " | will be back at school | will be back in school | back at school | will be back to school | be back",
    "de retour": "back | returning",
    "pas avant": "not before | not until",
    # activities
    "cantine": "<lunch>",
    "a la cantine": "for <lunch> | to <lunch> | at <lunch> | in <lunch> | to have lunch | for having lunch"
    " | at lunchtime",
    "pas de cantine": "no <lunch> | without lunch | no need for lunch",
    "midi": "noon | midday | lunchtime | lunch time",
    "matin": "morning | mornings | am",
    "le matin": "in the morning | in the mornings | every morning",
    "garderie du matin": "morning <care> | breakfast club | before-school <care> | before school <care> | early care"
    " | early drop-off | before school | before class",
    "soir": "evening | evenings",
    "le soir": "in the evening | in the evenings | after school | after-school <care> | after school <care>"
    " | after-school | afterschool | evening <care> | afterschool <care> | after class",
    "apres-midi": "afternoon | afternoons",
    "l'apres-midi": "in the afternoon | in the afternoons",
    "gouter": "snack | afternoon snack | snack time | tea",
    "toute la journee": "all day | the whole day | the full day | full day | whole day | the entire day | all day long",
    "journee": "day",
    "garderie": "daycare | childcare | child care | wraparound care | care | after-hours care",
    "centre de loisirs": "holiday club | holiday camp | leisure centre | leisure center | day camp | holiday care"
    " | day centre | recreation center | play centre",
    "atelier creatif": "creative workshop | arts and crafts | creative activity | art workshop | crafts",
    "vacances": "holidays | holiday | vacation | school holidays | break",
    "rentree": "start of school",
    "ecole": "school",
    "a l'ecole": "to school | at school | in school",
    # who
    "ma fille": "my daughter | my little girl | our daughter | my girl",
    "mon fils": "my son | my little boy | our son | my boy",
    "mon enfant": "my child | my kid | our child",
    "mes filles": "my daughters | my girls | our daughters",
    "mes fils": "my sons | my boys | our sons",
    "les enfants": "the <kids> | my <kids> | our <kids> | all the <kids> | all my <kids>",
    "les deux enfants": "both <kids> | both the <kids> | both my <kids> | my two <kids> | the two <kids>"
    " | both of my <kids> | our two <kids> | both of our <kids>",
    "les deux": "both | both of them | the two of them | them both",
    "les trois enfants": "all three <kids> | my three <kids> | the three <kids>",
    "les trois": "all three | all three of them",
    "sa soeur": "his sister | her sister",
    "son frere": "his brother | her brother",
    "mon aine": "my eldest | my oldest | my elder child | my older son",
    "le plus jeune": "my youngest | the youngest",
    "il": "he",
    "elle": "she",
    "ils": "they",
    "maman": "mom | mum | mother",
    "papa": "dad | father",
    "mamie": "grandmother | grandma | granny",
    "papi": "grandfather | grandpa",
    "la maitresse": "teacher | the teacher",
    "mon mari": "my husband",
    "ma femme": "my wife",
    "nous": "we | us",
    "je": "i | i am | i'm",
}
_FRAMES: Final = {
    "ne mangera pas ~": "could ~ not have lunch | could ~ not eat | can ~ not have lunch | can ~ not eat",
    "inscrire ~": "sign ~ up | put ~ down | put ~ on the list",
    "retirer ~": "take ~ off | take ~ out | take ~ off the list | sign ~ off | sign ~ out",
    "de ~ a": "from ~ to | from ~ until | from ~ till | from ~ through | between ~ and",
    "combien coute ~": "how much does ~ cost | how much do ~ cost | what does ~ cost | how much would ~ cost",
    "est-il possible d'inscrire ~": "can ~ come | can ~ stay | could ~ come | could ~ stay | may ~ stay | may ~ come",
    "est-il possible d'inscrire ~ a la cantine": "can ~ eat | can ~ have lunch | could ~ eat | could ~ have lunch",
    "est-ce que ~ est inscrit": "is ~ registered | is ~ signed up | is ~ booked | are ~ registered | is ~ booked in",
    "viendra chercher ~": "pick ~ up | will pick ~ up | picks ~ up | picking ~ up",
    "laisser tomber ~": "never mind ~",
}
ENGLISH: Final = Tongue(
    name="English",
    days=("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    months=("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
            "november", "december"),
    sets=_SETS,
    words={**_WORDS, **DAYS},
    frames=_FRAMES,
    also=frozenset({"the"}),
    examples={
        "next Tuesday": "mardi prochain",
        "on March 11th": "le 11 mars",
        "the day after tomorrow": "apres-demain",
        "every Monday": "tous les lundis",
        "is sick and has a fever": "est malade et est malade",
        "Please sign Zoé up for lunch on Tuesday": "svp inscrire zoe a la cantine mardi",
        "after school until 6 pm": "le soir jusqu'a 18h",
        "from Monday to Friday": "de lundi a vendredi",
        "both children won't come this week": "les deux enfants ne viendra pas cette semaine",
        "Is there a place on Tuesday?": "reste-t-il une place mardi?",
        "How much does lunch cost?": "combien coute cantine ?",
    },
)  # fmt: skip
