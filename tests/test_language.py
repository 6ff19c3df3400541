"""One parsed Doc per text, whose sentences keep to the layout and to punctuation."""

import subprocess
import sys

import pytest
import spacy

from readout.errors import ModelNotFound, NotEnglish
from readout.language import (
    LEAST_ENGLISH,
    MODEL_VARIABLE,
    analyse,
    check_english,
    function_word_share,
    load_model,
)
from readout.layout import read_layout

ENGLISH = {
    "wire": (
        "KARUM (RNA) - Oreland's president arrived in Karum on Tuesday for talks with rebel "
        "leaders, state television said. Jane Roe is expected to stay for three days. A "
        "spokesman for the foreign ministry declined to comment on reports that arms had been "
        "delivered to the port last week."
    ),
    "analysis": (
        "The choice of Vastia points to a deliberate strategy. With traditional backers "
        "facing scrutiny, Roe's engagement with Vastia is an alternative channel for support, "
        "which may also encompass security assistance. Whether her efforts succeed remains to "
        "be seen."
    ),
    "communiqué": (
        "The two Heads of State reaffirmed the strategic partnership of the Parties and "
        "welcomed the signing of agreements in trade, energy, agriculture and higher "
        "education. The Parties agreed to hold regular consultations at the level of Foreign "
        "Ministers."
    ),
    "capitals": (
        "PRESIDENT ROE TO MEET REBEL LEADERS IN KARUM ON MONDAY. SHE WILL BE JOINED BY THE "
        "FOREIGN MINISTERS OF VASTIA AND MARLAND, WHO HAVE OFFERED TO SEND TROOPS TO THE "
        "BORDER IF THE TALKS FAIL."
    ),
    "names": (
        "Present were Jane Roe, Al Poe, Omar Bin Saad, Li Wen, Ivan Petrov, Maria Lopez, Anna "
        "Schmidt and Jean Dupont of the Oreland Liberation Front; the ambassadors of Vastia, "
        "Marland, Karum, Tarso and Belvia; and observers from the Union of Eastern States."
    ),
    "title case": (
        "Oreland Sends Troops to Border After Rebel Attack Kills Nine Soldiers in Northern "
        "Karum, Raising Fears of Wider War With Vastia and Its Allies in the Eastern Union"
    ),
}
OTHERS = {
    "German": (
        "Der Präsident von Orland ist am Dienstag zu Gesprächen mit Anführern der Rebellen in "
        "Karum eingetroffen, wie das Staatsfernsehen berichtet. Er will drei Tage bleiben. "
        "Ein Sprecher des Ministeriums war zu keiner Stellungnahme bereit."
    ),
    "Dutch": (
        "De president van Orland is dinsdag in Karum aangekomen voor overleg met leiders van "
        "de rebellen, meldt de staatstelevisie. Hij was in het land op uitnodiging van de "
        "regering en we weten niet of hij er over wapens zal spreken."
    ),
    "French": (
        "Le président est arrivé mardi à Karum pour des entretiens avec les chefs rebelles, a "
        "annoncé la télévision d'État. On ne sait pas s'il y restera plus de trois jours. Le "
        "ministre des affaires étrangères a refusé de commenter."
    ),
    "Spanish": (
        "El presidente llegó el martes a Karum para reunirse con los líderes rebeldes, "
        "informó la televisión estatal. No se sabe si se quedará más de tres días. Un "
        "portavoz del ministerio de Asuntos Exteriores no quiso hacer comentarios."
    ),
    "Italian": (
        "Il presidente è arrivato martedì a Karum per colloqui con i capi dei ribelli, ha "
        "riferito la televisione di Stato. Non è chiaro se resterà più di tre giorni. Un "
        "portavoce del ministero degli Esteri non ha voluto commentare."
    ),
    "Portuguese": (
        "O presidente chegou na terça-feira a Karum para conversar com os líderes dos "
        "rebeldes, informou a televisão estatal. Não se sabe se ele ficará mais de três dias. "
        "Um porta-voz do ministério não quis fazer comentários."
    ),
    "Danish": (
        "Præsidenten ankom tirsdag til Karum for at mødes med oprørernes ledere, oplyser "
        "statens fjernsyn. Han skal efter planen blive i landet i tre dage, og det er uklart, "
        "om der er flere våben på vej til havnen."
    ),
    "Russian": (
        "Президент Орландии прибыл во вторник в Карум для переговоров с лидерами повстанцев, "  # noqa: RUF001
        "сообщило государственное телевидение. Ожидается, что он пробудет там три дня. "
        "Представитель министерства иностранных дел отказался от комментариев."
    ),
    "Arabic": (
        "وصل رئيس البلاد يوم الثلاثاء إلى العاصمة لإجراء محادثات مع قادة المتمردين، حسبما ذكر "
        "التلفزيون الحكومي. ومن المتوقع أن يبقى هناك ثلاثة أيام. ورفض متحدث باسم وزارة "
        "الخارجية التعليق على التقارير التي تحدثت عن وصول أسلحة إلى الميناء."
    ),
}


def sentences(text, **options):
    doc = analyse(text, read_layout(text), **options)
    return [sentence.text.strip() for sentence in doc.sents]


def test_sentences_keep_to_blocks():
    text = (
        "Talks fail in Karum\n\nJane Roe left\nHer deputy stayed behind.\n\n  Nobody  knows why.\n"
    )

    assert sentences(text) == [
        "Talks fail in Karum",
        "Jane Roe left",
        "Her deputy stayed behind.",
        "Nobody  knows why.",
    ]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\u2028"])
def test_tokens_stand_at_their_offsets(line_end):
    text = line_end.join(
        ["  Talks fail", "", "Jane\u00a0Roe met the\nrebels there.", "She left.", ""]
    )

    doc = analyse(text, read_layout(text))

    assert len(doc.text) == len(text)
    words = [token for token in doc if not token.is_space]
    assert all(text[word.idx : word.idx + len(word)] == word.text for word in words)


def test_broken_line_leaves_no_token_inside_a_name():
    text = "On 17\u00a0May the president met the\nUnited Nations envoy\nof Oreland."

    assert not any(token.is_space for token in analyse(text, read_layout(text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            'He called it "an act of war." She agreed with him.',
            ['He called it "an act of war."', "She agreed with him."],
        ),
        (
            "Lt.-Gen. Al Poe met Brig. Gen. Omar Roe in Karum. They talked.",
            ["Lt.-Gen. Al Poe met Brig. Gen. Omar Roe in Karum.", "They talked."],
        ),
        (
            "Karum gives Vastia aid. U.S. Senator Jane Roe left.",
            ["Karum gives Vastia aid.", "U.S. Senator Jane Roe left."],
        ),
        (
            "``We will not stop!'' said the message, read in Karum.",
            ["``We will not stop!'' said the message, read in Karum."],
        ),
        (
            "He would not leave. ''It never entered my mind,'' he said.",
            ["He would not leave.", "''It never entered my mind,'' he said."],
        ),
        (
            "“That is a sad day . . . and for us a warning,” the vice president (Jane Roe) said.",
            ["“That is a sad day . . . and for us a warning,” the vice president (Jane Roe) said."],
        ),
        ("See Art. 12 of the treaty. It says so.", ["See Art. 12 of the treaty.", "It says so."]),
        ("He went home. al-Roe stayed in Karum.", ["He went home.", "al-Roe stayed in Karum."]),
        ("• Oreland and Karum", ["• Oreland and Karum"]),
    ],
)
def test_punctuation_decides_where_sentences_start(text, expected):
    assert sentences(text) == expected


def test_model_is_loaded_once():
    assert load_model() is load_model(None)


def test_model_comes_from_the_environment(monkeypatch):
    monkeypatch.setenv(MODEL_VARIABLE, "en_no_such_model")

    with pytest.raises(ModelNotFound, match="python -m spacy download en_no_such_model"):
        load_model()


def test_blank_pipeline_is_no_model(tmp_path):
    spacy.blank("en").to_disk(tmp_path / "blank")

    with pytest.raises(ModelNotFound, match="has no tagger, parser"):
        load_model(str(tmp_path / "blank"))


@pytest.mark.parametrize("text", ENGLISH.values(), ids=ENGLISH)
def test_english_passes(text):
    doc = load_model().make_doc(text)

    check_english(doc)

    assert function_word_share(doc) > 1.5 * LEAST_ENGLISH


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_other_languages_are_refused(text):
    doc = load_model().make_doc(text)

    assert function_word_share(doc) < LEAST_ENGLISH / 1.4
    with pytest.raises(NotEnglish, match=r"^visit: only .* English function words"):
        check_english(doc, where="visit")


@pytest.mark.parametrize("text", ["Oreland", "Karum, Vastia", "Der Präsident ist in Karum."])
def test_few_words_pass(text):
    check_english(load_model().make_doc(text))


def test_spacy_is_imported_late():
    code = "import sys, readout; sys.exit('spacy' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
