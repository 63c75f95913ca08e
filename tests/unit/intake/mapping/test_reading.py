import pytest

from prssmi_match.intake.mapping import Mapping, read_mapping


def found(text):
    """Return code and place of every finding of a mapping."""
    findings = read_mapping(text.encode())
    assert not isinstance(findings, Mapping)
    return [(finding.code, finding.place) for finding in findings]


def test_a_mapping_is_read():
    """The three ways to name questions are read, and everything else has its default."""
    mapping = read_mapping(b"""
        [mentees]
        file = "a.csv"
        fields.id.question = "Q1"
        fields.preferences.question = ["c1", "c2"]
        fields.topics.question = { t_a = "data" }
        """)
    side = mapping.sides()["mentees"]
    assert side.fields["preferences"].question == ("c1", "c2")
    assert side.fields["topics"].question == {"t_a": "data"}
    assert (side.one_per, side.partial, side.keep_contacts, side.left_out) == ("id", "leave_out", False, ())


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("", "empty_file", "mapping.toml"),
        ("# nothing", "empty_mapping", "mapping.toml"),
        ("mentees = 3", "model_type", "mapping.toml, mentees"),
        ("[mentees", "malformed_toml", "mapping.toml"),
        ("[mentees]\nfile='a'", "missing", "mapping.toml, mentees.fields"),
        ("[mentees]\nfile='a'\nfields={}", "too_short", "mapping.toml, mentees.fields"),
        ("[mentees]\nfile='a'\nfields.state.question='x'", "missing", "mapping.toml, mentees.fields"),
        ("[mentees]\nfile='a'\nfields.id.question=3", "question", "mapping.toml, mentees.fields.id.question"),
        ("[mentees]\nfile='a'\nfields.id.question=[]", "question", "mapping.toml, mentees.fields.id.question"),
        ("[mentees]\nfile='a'\nfields.id={question='x',slog=1}", "extra_forbidden", "mapping.toml, mentees.fields.id.slog"),
        ("[mentees]\nfile='a'\nfields.id={question='x',layout='raw'}", "literal_error", "mapping.toml, mentees.fields.id.layout"),
        ("[mentees]\nfile='a'\nfields.id={question='x',layout='checked'}", "layout", "mapping.toml, mentees.fields.id.layout"),
        ("[mentees]\nfile='a'\none_per='name'\nfields.id.question='x'", "missing", "mapping.toml, mentees.one_per"),
        ("[mentors]\nfile='a'\nfields.id.question='x'\nfields.team_size.question='y'", "unknown_column", "mapping.toml, mentors.fields.team_size"),
        ("[mentees]\nfile='a'\nfields.id.question='x'\nfields.name={question='y',slug=true}", "slug", "mapping.toml, mentees.fields.name.slug"),
        ("[mentees]\nfile='a'\nfields.id.question='x'\nfields.settings={question='y',answers={A='x',a='y'}}", "two_meanings", "mapping.toml, mentees.fields.settings.answers"),
        ("[mentees]\nfile='a'\nfields.id.question='x'\nfields.topics={question='y',levels={Much=6}}", "level", "mapping.toml, mentees.fields.topics.levels"),
        ("[mentees]\nfile='a'\nfields.id.question='x'\nfields.topics={question='y',levels={Much=-1}}", "greater_than_equal", "mapping.toml, mentees.fields.topics.levels.Much"),
    ],
)  # fmt: skip
def test_defects_of_a_mapping(text, code, place):
    """Each defect has a code and its place in the file."""
    assert (code, place) in found(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[mentee]", "'mentees'"),
        ("[mentees]\nfile='a'\none_pre='id'\nfields.id.question='x'", "'one_per'"),
        ("[mentees]\nfile='a'\nfields.id={question='x',layuot='single'}", "'layout'"),
        ("[reviews]\nnormalise='none'", "'normalize'"),
        ("[reviews.rubric.Need]\nwieght=2", "'weight'"),
    ],
)
def test_a_misspelled_setting_has_its_near_miss(text, words):
    """Wherever it stands, the settings of that place are looked through, and all of them are named."""
    (finding,) = read_mapping(text.encode())
    assert finding.code == "extra_forbidden"
    assert f"Did you mean {words}?" in finding.sentence
    assert words.strip("'") in finding.expected


def test_ranks_in_words_go_beyond_five():
    """A ranking of many sites is written in words up to the last one."""
    text = "[mentees]\nfile='a'\nfields.id.question='x'\nfields.preferences={question='y',levels={'9th choice'=9}}"
    assert read_mapping(text.encode()).mentees.fields["preferences"].levels == {"9th choice": 9}


def test_all_defects_at_once():
    """One run names them all, with near misses."""
    text = "[mentees]\nfile='a'\nfields.id.question='x'\nfields.setings.question='y'\nfields.stat.question='z'"
    findings = read_mapping(text.encode())
    assert [finding.code for finding in findings] == ["unknown_column", "unknown_column"]
    assert "'settings'" in findings[0].sentence
    assert "'state'" in findings[1].sentence or "'status'" in findings[1].sentence
