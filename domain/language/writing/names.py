"""First names, as data: to see that a stranger is meant, and whether a known child is a girl or a boy."""

from __future__ import annotations

from typing import Final

GIRLS: Final = frozenset(
    """
    adele agathe agnes aicha aline alice alicia alix alma ambre amelie amina anaelle anais andrea angele angelina
    anissa anna annabelle anne anouk apolline ariane assia assya astrid aude audrey aurelie aurore ava axelle aya
    beatrice berenice blanche brune camelia camille candice capucine carla caroline cassandra catherine cecile
    celeste celia celine chaima charlie charline charlotte chiara chloe clara clarisse claire claudia clea clelia
    clemence cleo coline constance coralie daphne deborah delphine diane dina dounia eden elea eleonore elena eliana
    eline elisa elisabeth elise ella elodie eloise elsa elya emilie emma emmy emna enora estelle esther eugenie eva
    eve fanny fatima fatou faustine flavie fleur flora flore florence gabrielle garance giulia gwenaelle hafsa hana
    hanae hanna hannah helena helene heloise hermine iman ines inaya ines irene iris isabelle isaure jade jasmine
    jana jeanne jessica joanna josephine joy judith julia julie juliette justine kenza khadija kiara lana lara laura
    laure laurine layla lea leah leana leila lena leonie leonor leopoldine lia liana lila lilas lili lilia lilou
    lily lina linda lisa lise liv livia loane lola lorena lou louane louise louna lucie lucile lucy ludivine luna
    lya lyna lyana maddie madeleine mae maelle maelys maeva maissa malak malia manon mara margaux margot marguerite
    maria mariam marie marine marion marjane marwa maryam mathilde maud maya meline melina melissa melody meriem mia
    mila milena mina mona morgane myriam nada nadia naelle naila naomie natacha nelia nina ninon noelie noemie nola
    nora norah nour oceane olivia ombeline ophelie oumou pauline pauline penelope perrine philippine pia prune
    rachel rania raphaelle rebecca reina romane romy rosalie rose roxane safia salma salome samia sana sandra sara
    sarah selena selma severine shaina sherine sibylle sienna sirine sixtine sofia solene soline sonia sophia sophie
    soraya soumaya stella suzanne suzie tasnim tess thais theodora tiphaine valentine valeria vanessa vera victoire
    victoria violette viviane wendy yasmine yousra yuna zelie zeynep zoe
    """.split()  # noqa: SIM905 - easier to read in rows
)

BOYS: Final = frozenset(
    """
    aaron abdel abel achille adam adem adil adrien ahmed alban albin aleksandar alessio alex alexandre alexis ali
    aloys amaury ambroise amine amir anas anatole andreas ange antoine antonin antony armand arnaud arsene arthur
    aubin auguste augustin aurelien axel ayden aylan ayoub baptiste basile bastien ben benjamin benoit bilal boris
    brahim brice bruno cameron camil carl celestin cesar charles christian christophe clement clovis come constant
    constantin corentin cyprien cyril cyrille damien daniel dany dario david denis diego dimitri djibril dorian
    dylan eddy eden edgar edouard elias eliott eliot elie elio eloi elouan emile emilien emmanuel enzo eren eric
    erwan esteban ethan etienne evan ewen fabien fabio fabrice farid faustin felicien felix ferdinand flavien
    florent florian francois franck gabin gabriel gaetan gael gaspard gauthier gautier georges germain gianni gino
    giovanni gregoire guilhem guillaume gustave hamza haron haroun harry hector henri hippolyte hubert hugo hugues
    ian ibrahim idris ilan ilian ilies ilyan ilyes imran isaac isaiah ishaq ismael issa ivan iyad jacob jacques jad
    james jason jayden jean jean-baptiste jeremie jeremy jerome jessim jibril joachim joakim joan joao johan john
    jonas jonathan jordan joris joseph joshua josue jude jules julian julien justin kais kamil karim kenan kenzo
    kevin khalil killian kylian lahcen laurent layvin leandre lenny leo leon leonard leonardo leopold lenzo liam
    lino lisandro livio loan loic lois lorenzo loris lou louis louka loup luca lucas lucien ludovic luis luka lukas
    lyam maceo mael malo malik malone manuel marc marceau marcel marco marcus marin marius martin marvin mateo
    mathias mathieu mathis mathys matis matteo matthieu maxence maxime mayron medhi mehdi melvin michael milan milo
    mohamed moise mounir moussa nael nahel nahil naim nassim nathan nathanael neil neo nicolas nino noa noah noam
    noe noel nolan nolhan octave oliver olivier oscar osman oumar owen pablo pacome pascal patrick paul peter
    philemon philippe pierre pol quentin rafael raphael rayan rayane remi remy renaud rene riad robin rodrigue roman
    romain romeo ruben ryan sacha said salim salomon sam sami samuel samy sandro sasha sebastien selim simeon simon
    sofiane sofian sohan solal soren souleymane stan stanislas stephane steven sulivan swan sylvain tao teo thelio
    theo theodore theophile thiago thibault thibaut thierry thomas tiago tidiane tiago tilio timeo timothe timothee
    titouan tom tomas tony tristan ugo ulysse valentin valere victor vincent virgile vivien walid warren wassim
    wilfried william wyatt xavier yacine yael yanis yann yannis yassine yohan youcef younes youssef yvan yves
    zacharie zack zakaria zakariya zayd zayn ziad zinedine
    """.split()  # noqa: SIM905 - easier to read in rows
)

FIRST_NAMES: Final = GIRLS | BOYS

#: Names whose letters are a French word as well; in a message they are the word unless written with a capital.
WORDS_TOO: Final = frozenset(
    """
    ange aube aurore ben blanche brune camille celeste claire come constance constant eden eve fleur flore franck
    garance germain jade jasmine joy lin lou loup lilas lucie marin marine marin martin mina mona noel olive pia
    prune rose sam sana said stan victoire violette lia alma iris perle mai lise luna loan dina ali lis constant
    juste aime
    """.split()  # noqa: SIM905 - easier to read in rows
)
