"""TMX goes out and comes back to the letter; what people changed comes in as corrections, and nothing else does."""

import json
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import MemoryFileError
from briefing.memory import Correction, Entry, Key, Memory, import_file, read_tmx, write_tmx
from briefing.memory.store import fold, one_line

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
words = texts.filter(lambda text: one_line(text) and fold(text))
entries = st.builds(
    Entry,
    english=words,
    score=st.none() | st.floats(allow_nan=False, allow_infinity=False),
    flags=st.lists(texts, max_size=2).map(tuple),
    terms=st.lists(st.tuples(texts, texts, texts), max_size=2).map(tuple),
)


def tmx(*units, head='<?xml version="1.0"?>'):
    """Return a TMX file as another tool would write it; each unit is (Dutch seg, English seg) in XML."""
    body = "".join(
        f'<tu><tuv xml:lang="NL-nl"><seg>{nl}</seg></tuv><tuv xml:lang="EN-US"><seg>{en}</seg></tuv></tu>'
        for nl, en in units
    )
    return f'{head}<tmx version="1.4"><header srclang="nl"/><body>{body}</body></tmx>'


def bilingual(*pairs, language="nl"):
    sentences = [
        {"id": f"S1.P1.{i}", "kind": "sentence", "nl": nl, "en": en} for i, (nl, en) in enumerate(pairs, 1)
    ]
    return json.dumps(
        {"signature": "x", "articles": [{"source": "a.txt", "language": language, "sentences": sentences}]}
    )


@pytest.fixture
def file(tmp_path):
    """Return a function that writes a file and returns its path."""

    def write(content, name="import.tmx"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def round_trip(stored, corrections, folder):
    with Memory.open(folder / "one.sqlite") as one, Memory.open(folder / "two.sqlite") as two:
        one.store(stored)
        one.add_corrections(corrections)
        (folder / "m.tmx").write_bytes(write_tmx(one.records()))
        import_file(two, folder / "m.tmx")
        return one.records(), two.records()


@settings(deadline=None, max_examples=40)  # a file is opened for each example
@given(
    stored=st.dictionaries(st.builds(Key, words, texts, texts, texts), entries, max_size=5),
    corrections=st.lists(st.builds(Correction, words, words), max_size=5),
)
def test_a_memory_survives_the_way_out_and_back(stored, corrections, tmp_path_factory):
    before, after = round_trip(stored, corrections, tmp_path_factory.mktemp("tmx"))
    assert after == before


def test_the_document_is_tmx_1_4_in_utf_8(memory):
    memory.correct("Zij zei: “A & B < C”.", 'She said: "A & B < C".')
    root = ET.fromstring(write_tmx(memory.records()))
    assert (root.tag, root.get("version")) == ("tmx", "1.4")
    required = {"creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang", "datatype"}
    assert required <= set(root.find("header").keys())
    language = "{http://www.w3.org/XML/1998/namespace}lang"
    assert [(v.get(language), v.findtext("seg")) for v in root.iter("tuv")] == [
        ("nl-NL", "Zij zei: “A & B < C”."),
        ("en-GB", 'She said: "A & B < C".'),
    ]


def test_an_empty_memory_is_an_empty_document(memory, file):
    contents = read_tmx(file(write_tmx(memory.records())))
    assert (contents.corrections, contents.entries, contents.skipped) == ((), (), 0)


def test_units_of_another_tool_are_corrections(memory, file):
    done = import_file(memory, file(tmx(("Ja.", "Yes."), ("Nee.", "No."))))
    assert (done.corrections, done.entries, done.unchanged) == (2, 0, 0)
    assert memory.corrections(["Ja.", "Nee."]) == {"Ja.": "Yes.", "Nee.": "No."}


def test_importing_twice_changes_nothing(memory, file):
    path = file(tmx(("Ja.", "Yes.")))
    import_file(memory, path)
    before = memory.records()
    assert import_file(memory, path).unchanged == 1
    assert memory.records() == before


def test_a_machine_translation_that_another_tool_changed_is_a_correction(memory, file):
    memory.store({Key("De kat.", "m"): Entry("The cat."), Key("De hond.", "m"): Entry("The dog.")})
    changed = write_tmx(memory.records()).replace(b"The cat.", b"The tomcat.")
    done = import_file(memory, file(changed))
    assert (done.corrections, done.entries) == (1, 1)
    assert memory.corrections(["De kat.", "De hond."]) == {"De kat.": "The tomcat."}


def test_a_machine_translation_without_our_properties_is_nobodys_review(memory, file):
    memory.store({Key("De kat.", "m"): Entry("The cat.")})
    done = import_file(memory, file(tmx(("De kat.", "The cat."))))
    assert (done.corrections, done.unchanged) == (0, 1)
    assert memory.corrections(["De kat."]) == {}


def test_inline_codes_are_no_text(memory, file):
    seg = 'De <hi>grote</hi> <bpt i="1">&lt;b></bpt>kat<ept i="1">&lt;/b></ept><ph>{1}</ph>.'
    import_file(memory, file(tmx((seg, "The big cat."))))
    assert memory.corrections(["De grote kat."]) == {"De grote kat.": "The big cat."}


def test_units_without_both_languages_are_counted_not_taken(memory, file):
    content = tmx(("Ja.", "Yes."), ("Nee.", " ")).replace(
        "</body>", "<tu><tuv xml:lang='de'><seg>Ja</seg></tuv></tu></body>"
    )
    done = import_file(memory, file(content))
    assert (done.corrections, done.skipped) == (1, 2)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "iso-8859-1"])
def test_other_encodings_are_read(memory, file, encoding):
    head = f'<?xml version="1.0" encoding="{"utf-8" if encoding == "utf-8-sig" else encoding}"?>'
    import_file(memory, file(tmx(("Eén.", "One."), head=head).encode(encoding)))
    assert memory.corrections(["Eén."]) == {"Eén.": "One."}


def test_a_document_type_is_accepted(memory, file):
    head = '<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd">'
    assert import_file(memory, file(tmx(("Ja.", "Yes."), head=head))).corrections == 1


def test_markup_nested_without_end_is_refused(memory, file):
    deep = f"{'<hi>' * 3000}Ja.{'</hi>' * 3000}"
    with pytest.raises(MemoryFileError, match="too deep"):
        import_file(memory, file(tmx(("DEEP", "Yes.")).replace("DEEP", deep)))
    assert memory.counts() == (0, 0)


@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE tmx [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>',
        '<!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    ],
)
def test_entities_are_refused(memory, file, head):
    with pytest.raises(MemoryFileError, match="entities"):
        import_file(memory, file(tmx(("Ja.", "Yes."), head=head)))
    assert memory.counts() == (0, 0)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("<tmx>\n<body>\n<tu>", "line 3"),
        ("<xliff/>", "not a TMX file: its root element is xliff"),
        (b'<?xml version="1.0" encoding="klingon"?><tmx/>', "encoding|not well-formed"),
        ("{", "line 1: neither TMX nor JSON"),
        ('{"a": 1,\n]', "line 2"),
        ("[]", "neither TMX nor a translation"),
        ('{"articles": 3}', "neither TMX nor a translation"),
        ('{"articles": [{"language": "nl", "sentences": [{"nl": "x"}]}]}', "neither TMX nor a translation"),
        (
            '{"articles": [{"language": "nl", "sentences": [{"nl": "x", "en": 4}]}]}',
            "neither TMX nor a translation",
        ),
        (b"\xff\xfe\x00PK", "neither TMX nor"),
        ("", "neither TMX nor JSON"),
    ],
)
def test_a_file_that_is_neither_is_named_with_its_line(memory, file, content, words):
    with pytest.raises(MemoryFileError, match=words):
        import_file(memory, file(content))
    assert memory.counts() == (0, 0)


def test_a_broken_document_gives_nothing_of_its_good_part(memory, file):
    content = tmx(("Ja.", "Yes.")).replace("</body>", "<tu></body>")
    with pytest.raises(MemoryFileError, match="not well-formed"):
        import_file(memory, file(content))
    assert memory.counts() == (0, 0)


@pytest.mark.parametrize("name", ["missing", "."])
def test_a_file_that_cannot_be_read_is_named(memory, tmp_path, name):
    with pytest.raises(MemoryFileError, match=r"no file|Is a directory"):
        import_file(memory, tmp_path / name)


def test_broken_properties_of_ours_are_named(memory, file):
    memory.store({Key("De kat.", "m"): Entry("The cat.")})
    content = write_tmx(memory.records()).replace(b'"flags": []', b'"flags": 3')
    with pytest.raises(MemoryFileError, match="properties are broken"):
        import_file(memory, file(content))


def test_half_a_letter_in_our_properties_makes_a_unit_somebodys_work(memory, file):
    memory.correct("De kat.", "The cat.")
    content = write_tmx(memory.records()).replace(b'"created"', b'"nl": "\\ud800", "created"')
    assert import_file(memory, file(content)).unchanged == 1


def test_a_changed_sentence_of_a_translation_is_a_correction(memory, file):
    memory.store({Key("De kat.", "m"): Entry("The cat."), Key("De hond.", "m"): Entry("The dog.")})
    done = import_file(
        memory, file(bilingual(("De kat.", "The tomcat."), ("De hond.", "The dog.")), "a.json")
    )
    assert (done.corrections, done.unchanged, done.unknown) == (1, 1, 0)
    assert memory.corrections(["De kat.", "De hond."]) == {"De kat.": "The tomcat."}


def test_a_sentence_that_was_never_translated_here_is_taken_only_when_asked(memory, file):
    path = file(bilingual(("De kat.", "The cat.")), "a.json")
    assert import_file(memory, path).unknown == 1
    assert memory.counts() == (0, 0)
    assert import_file(memory, path, take_all=True).corrections == 1


def test_a_file_from_before_a_correction_does_not_undo_it(memory, file):
    memory.store({Key("De kat.", "m"): Entry("The cat.")})
    memory.correct("De kat.", "The tomcat.")
    assert import_file(memory, file(bilingual(("De kat.", "The cat.")), "a.json")).unchanged == 1
    assert memory.corrections(["De kat."]) == {"De kat.": "The tomcat."}


def test_a_correction_can_be_corrected(memory, file):
    memory.correct("De kat.", "The tomcat.")
    import_file(memory, file(bilingual(("De kat.", "The queen.")), "a.json"))
    assert memory.corrections(["De kat."]) == {"De kat.": "The queen."}


def test_one_of_two_equal_sentences_is_enough(memory, file):
    memory.store({Key("Ja.", "m"): Entry("Yes.")})
    done = import_file(memory, file(bilingual(("Ja.", "Indeed."), ("Ja.", "Yes.")), "a.json"))
    assert (done.corrections, done.unchanged, done.conflicts) == (1, 1, ())
    assert memory.corrections(["Ja."]) == {"Ja.": "Indeed."}


def test_two_corrections_of_one_sentence_are_told(memory, file):
    memory.store({Key("Ja.", "m"): Entry("Yes.")})
    done = import_file(memory, file(bilingual(("Ja.", "Indeed."), ("Ja.", "Quite.")), "a.json"))
    assert done.conflicts == ("Ja.",)
    assert memory.corrections(["Ja."]) == {"Ja.": "Quite."}


def test_an_english_article_has_nothing_to_correct(memory, file):
    done = import_file(
        memory, file(bilingual(("Yes.", "Yes indeed."), language="en"), "a.json"), take_all=True
    )
    assert (done.corrections, done.unknown) == (0, 0)


def test_what_our_export_calls_reviewed_is_taken_though_a_model_said_the_same(memory, file, tmp_path):
    memory.store({Key("De kat.", "m"): Entry("The cat.")})
    with Memory.open(tmp_path / "other.sqlite") as other:
        other.correct("De kat.", "The cat.")
        exported = write_tmx(other.records(reviewed_only=True))
    memory.correct("De kat.", "The wrong one.")
    assert import_file(memory, file(exported)).corrections == 1
    assert memory.corrections(["De kat."]) == {"De kat.": "The cat."}
    assert import_file(memory, file(exported)).unchanged == 1
