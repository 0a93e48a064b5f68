"""Positions: speaker and statement, in both languages."""

import pytest
from summary_builders import article, paragraphs

from briefing.summarise import summarise
from briefing.summarise.names import fullest_names
from briefing.summarise.speech import find_speaker, is_direct
from briefing.summarise.standalone import needs_context


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("De kabels zijn veilig, zei minister Holm donderdag.", "minister Holm"),
        ("„De kabels zijn veilig”, aldus Holm.", "Holm"),
        ("Volgens premier Lind varen er zestig schepen onder valse vlag.", "premier Lind"),
        ("Finland benadrukte dat het plan geld kost.", "Finland"),
        ("Het plan werd door Lind omschreven als „een eerste stap”.", "Lind"),
        ("De Zweedse premier Anna Lind waarschuwde voor een incident.", "Zweedse premier Anna Lind"),
        ("Vorige week maakte Lind bekend dat Zweden zes schepen stuurt.", "Lind"),
        ("Holm, de gastheer van het overleg, voorspelt een snel besluit.", "Holm"),
        ("Deskundigen wijzen erop dat er tachtig schepen nodig zijn.", "Deskundigen"),
        (
            "Een woordvoerster van het ministerie zei dat er geen gevaar is.",
            "woordvoerster van het ministerie",
        ),
        ("„Dat is een misverstand”, zei hij.", "hij"),
        ("Ook sluit Lind niet uit dat Zweden meedoet.", "Lind"),
        ("Minister Joost de Graaf zei dat er geen gevaar is.", "Minister Joost de Graaf"),
        ("„De kabels zijn veilig”, zei Anna van der Linde donderdag.", "Anna van der Linde"),
        ("Premier Lind beloofde Holm de Kamer niets, zei Bo de Wit.", "Bo de Wit"),
        ("Vorige week beloofde Holm de Kamer een brief.", "Holm"),
        ("De Zweedse luchtmacht zegt dat er geen gevaar is.", "Zweedse luchtmacht"),
        ("Lind bedankte Noorwegen, maar waarschuwde voor een incident.", "Lind"),
        ("Een meerderheid van 30 leden steunt het plan, maar de oppositie noemt het duur.", "oppositie"),
        ("Minister Holm sprak de reders tegen.", "Minister Holm"),
        ("Kamerlid Lind vroeg waarom het zo lang duurt.", "Kamerlid Lind"),
        ("Holm wil dat de marine zes schepen koopt.", "Holm"),
        ("Reder Bo Lind legde uit dat hij niets weet.", "Reder Bo Lind"),
    ],
)
def test_dutch_patterns_name_the_speaker(text, speaker):
    assert find_speaker(text, "nl").speaker == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The cables are safe, said Minister Holm on Thursday.", "Minister Holm"),
        ("“The cables are safe,” Holm said.", "Holm"),
        ("According to Prime Minister Lind, sixty ships sail under a false flag.", "Prime Minister Lind"),
        ("Experts point out that eighty ships are needed.", "Experts"),
        ("“That is a misunderstanding,” he said.", "he"),
        ("Oslo will send two ships, Prime Minister Anna Lind said on Tuesday.", "Prime Minister Anna Lind"),
        ("Sweden is short of ships, coast guard chief Bo Holm warned.", "coast guard chief Bo Holm"),
        (
            "The old cables on the bed of the sea between Sweden and the islands of Finland are safe, Holm said.",
            "Holm",
        ),
        ("On Tuesday, Holm said the cables are safe.", "Holm"),
        ("Holm, the host of the talks, said the cables are safe.", "Holm"),
        ("The Swedish air force said it had seen nothing.", "Swedish air force"),
        ("Lind thanked Norway but warned of an incident.", "Lind"),
    ],
)
def test_english_patterns_name_the_speaker(text, speaker):
    assert find_speaker(text, "en").speaker == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Noorwegen stuurt veertien schepen naar de Oostzee.",
        "„De minister zei niets”",
        "Volgens berichten varen er schepen onder valse vlag.",
        "Het plan kost te veel, zegt de Zweedse.",
        "Holm is ziek, zegt een buurman.",
        "Holm heeft naar eigen zeggen niets gezien.",
        "Minister Holm las het rapport dat de marine schreef.",
    ],
)
def test_a_sentence_in_which_nobody_speaks_has_no_speaker(text):
    assert find_speaker(text, "nl") is None


def test_three_quoted_words_are_direct_speech():
    assert is_direct("„De kabels zijn veilig”, zei Holm.")
    assert not is_direct("Holm noemt de kabels „veilig”.")


def test_a_surname_is_shown_in_the_fullest_form_the_article_has():
    names = fullest_names(["In Stockholm sprak premier Anna Lind.", "Lind zei niets."])
    assert names["Lind"] == "Anna Lind"


def test_the_head_of_a_sentence_is_no_first_name():
    assert fullest_names(["Gastheer Noorwegen zweeg.", "Ook Noorwegen zweeg."])["Noorwegen"] == "Noorwegen"


def test_speakers_stand_in_english_with_their_statements_in_order():
    one = article(
        (
            "De Zweedse premier Anna Lind wil tankers zonder papieren aanhouden, zei ze in Oslo.",
            "Swedish Prime Minister Anna Lind wants to stop tankers without papers, she said in Oslo.",
        ),
        (
            "„Wij wachten niet langer op de anderen”, zei Lind.",
            "“We are no longer waiting for the others,” Lind said.",
        ),
        (
            "Volgens Poetin zijn de schepen van niemand en varen ze vrij.",
            "According to Putin, the ships belong to nobody and sail freely.",
        ),
        date="2025-02-03",
    )
    said = [(p.speaker, p.speech) for p in summarise([one]).positions]
    assert said == [
        ("Swedish Prime Minister Anna Lind", "direct"),
        ("Putin", "reported"),
    ] or said == [
        ("Swedish Prime Minister Anna Lind", "reported"),
        ("Swedish Prime Minister Anna Lind", "direct"),
        ("Putin", "reported"),
    ]


def test_he_is_the_last_speaker_of_the_article():
    one = article(
        "Minister Holm zei donderdag in Oslo dat de kabels veilig zijn.",
        "„Wij hebben ze allemaal laten nakijken”, zei hij.",
        date="2025-02-03",
    )
    other = article("„Wij weten daar niets van af in Tallinn”, zei hij.", number=2, date="2025-02-04")
    positions = summarise([one, other]).positions
    assert [(p.speaker, p.translation.sentence.id) for p in positions] == [
        ("Minister Holm", "S1.P1.1"),
        ("Minister Holm", "S1.P2.1"),
    ]


def test_a_speaker_without_english_is_not_taken_for_another_that_the_sentence_names():
    said = article(
        (
            "De dertig aanwezige vrienden van Zembla waarschuwden in Oslo dat er haast is, vertelde Lind.",
            "The thirty friends present in Oslo warned that there was haste, according to Lind.",
        ),
    )
    assert [p.speaker for p in summarise([said]).positions] == []


@pytest.mark.parametrize(
    ("dutch", "english", "speaker"),
    [
        (
            "Het kantoor van premier Lind zei dat er geen schepen komen.",
            "The office of Prime Minister Lind said that no ships are coming.",
            "Office of Prime Minister Lind",
        ),
        (
            "Een woordvoerder van premier Lind zei dat er geen schepen komen.",
            "A spokesman for Prime Minister Lind said that no ships are coming.",
            "Spokesman for Prime Minister Lind",
        ),
        (
            "Premier Anna Lind zei dat er geen schepen komen.",
            "Prime Minister Anna Lind said that no ships are coming.",
            "Prime Minister Anna Lind",
        ),
    ],
)
def test_who_speaks_for_another_is_not_the_other(dutch, english, speaker):
    said = article(
        (dutch, english), ("Anna Lind is premier van Zweden.", "Anna Lind is prime minister of Sweden.")
    )
    assert [p.speaker for p in summarise([said]).positions] == [speaker]


@pytest.mark.parametrize(
    ("between", "said"),
    [
        ("Minister Bo van Dam bestrijdt die lezing.", ["Karin Lind", "Minister Bo van Dam"]),
        ("Het debat met minister Bo van Dam duurde vier uur.", ["Karin Lind"]),
        ("Het debat in de Tweede Kamer duurde vier uur.", ["Karin Lind", "Karin Lind"]),
        ("Hij had minister Bo van Dam een brief gestuurd.", ["Karin Lind", "Karin Lind"]),
    ],
)
def test_he_is_whom_the_article_named_last(between, said):
    one = paragraphs(
        ("„De kabels zijn niet veilig”, zei Karin Lind in Oslo.",),
        (between, "„Wij hebben ze allemaal laten nakijken”, zei hij tegen de pers."),
    )
    assert [p.speaker for p in summarise([one]).positions] == said


@pytest.mark.parametrize("body", ["De oppositie", "De Zweedse ambassade", "Noorwegen"])
def test_he_is_no_body_and_no_country(body):
    one = paragraphs(
        (
            f"{body} zei donderdag dat de kabels veilig zijn.",
            "„Wij hebben ze allemaal laten nakijken”, zei hij.",
        )
    )
    assert len(summarise([one]).positions) == 1


@pytest.mark.parametrize("text", ["Hij werd door " * 3000, "hij maakte " * 3000, "zei " * 3000])
def test_a_line_without_any_punctuation_names_nobody(text):
    found = find_speaker(text, "nl")
    assert found is None or found.pronoun


def test_a_dutch_surname_keeps_its_particles():
    names = fullest_names(["In Oslo sprak Anna van de Velde.", "Minister Sofie in ’t Hout zweeg."])
    assert names["Velde"] == "Anna van de Velde"
    assert names["Hout"].endswith("Sofie in ’t Hout")


def test_a_sentence_that_only_points_back_is_no_position_but_says_who_is_meant():
    one = paragraphs(
        (
            "Minister Pieter van Aalst denied that.",
            "“I sent the House of Representatives a long letter about it,” he said.",
        ),
        language="en",
    )
    assert [(p.speaker, p.speech) for p in summarise([one]).positions] == [
        ("Minister Pieter van Aalst", "direct")
    ]


def test_an_adverb_is_no_part_of_the_speaker():
    found = find_speaker(
        "The cabinet is sending troops, but the House first demands clarity about the mandate.", "en"
    )
    assert found is not None
    assert found.speaker == "House"


@pytest.mark.parametrize(
    ("text", "language", "speaker"),
    [
        ("Maandag zei het leger dat de brug dicht blijft.", "nl", "leger"),
        ("In Brussel zei Rutte dat de top doorgaat.", "nl", "Rutte"),
        ("Na afloop zei premier Schoof dat hij tevreden is.", "nl", "premier Schoof"),
        ("Dat zei Rutte maandag in Brussel.", "nl", "Rutte"),
        ("Tegenover de BBC zei Rutte dat het goed gaat.", "nl", "Rutte"),
        ("Van der Plas zei dat zij het niet wist.", "nl", "Van der Plas"),
        ("Volgens Van Weel is dat niet zo.", "nl", "Van Weel"),
        ("Niemand zei iets over de kosten van het plan.", "nl", None),
        ("Bashar al-Assad zei dat hij blijft.", "nl", "Bashar al-Assad"),
        ("Volgens Abdel Fattah al-Sisi is dat zo.", "nl", "Abdel Fattah al-Sisi"),
        ("President Bashar al-Assad said that he will stay.", "en", "President Bashar al-Assad"),
        ("US President Donald Trump said that talks will resume.", "en", "US President Donald Trump"),
    ],
)
def test_who_speaks_behind_what_stands_in_front(text, language, speaker):
    found = find_speaker(text, language)
    assert (found and found.speaker) == speaker


def test_the_us_is_not_us():
    assert needs_context("US troops will leave the base in Norway next week.", "en") == ""
