from __future__ import annotations

import pytest

from prssmi_match.errors import ProblemError
from prssmi_match.reporting.letters import write_letters
from prssmi_match.reporting.letters.environment import Templates, own_templates
from prssmi_match.reporting.letters.samples import sample_views
from prssmi_match.reporting.letters.view import LetterKind
from unit.reporting.cohorts import spring

GOOD = "Subject: Hello {{ site.name }}\n\nDear {{ site.name }},\n"


def findings(folder, **templates):
    """Return what is wrong with a folder of templates, as code, place and sentence."""
    for name, text in templates.items():
        content = text if isinstance(text, bytes) else text.encode()
        (folder / f"{name}.txt.j2").write_bytes(content)
    with pytest.raises(ProblemError) as caught:
        Templates(folder)
    return [(finding.code, finding.place, finding.sentence) for finding in caught.value.findings]


def test_every_kind_of_letter_has_a_template_and_samples():
    """Ours are there for each, and each is tried with all that can be known and with nothing."""
    assert {f"{kind}.txt.j2" for kind in LetterKind} | {"_program.txt.j2"} == set(own_templates())
    assert {view.kind for view in sample_views()} == set(LetterKind)


def test_ours_are_letters_on_every_sample():
    """Each begins with a greeting and ends with who signs, and no blank, bracket or None is left over."""
    templates = Templates()
    for view in sample_views():
        subject, text = templates.render(view)
        assert subject
        assert text.startswith("Dear team of ")
        assert text.endswith("\n\nSample sender\n")
        assert "\n\n\n" not in text
        assert all(line == line.rstrip() for line in text.split("\n"))
        assert not {"{", "}", "None", "  ,", " ."} & {text[i : i + n] for n in (1, 2, 3, 4) for i in range(len(text))}


def test_a_program_replaces_what_it_wants(tmp_path):
    """A template of its own for one letter; the others stay ours, and include what it changed."""
    (tmp_path / "mentee_matched.txt.j2").write_text("Subject: {{ host.site.name }}!\n\nHi {{ site.name }}.\n")
    program = own_templates()["_program.txt.j2"].replace("Peer Recovery Support Services", "Our Own")
    (tmp_path / "_program.txt.j2").write_text(program)
    letters = write_letters(spring(), [], templates=tmp_path)
    assert str(letters.of("mentee", "alder")) == "Subject: Oak City!\n\nHi Alder County.\n"
    assert "Our Own Mentoring Initiative" in letters.of("mentor", "fir").text


def test_all_that_is_wrong_is_told_at_once(tmp_path):
    """With the file and the line, also of templates that no site of this cohort would get."""
    found = findings(
        tmp_path,
        mentee_matched="Subject: x\n\n{% if host %}\n",
        mentee_unmatched="Subject: x\n\n{{ site.name }}\n{{ site.phone }}\n",
        mentor_unused="{{ site.name }}\n",
        mentee_on_hold='Subject: x\n\n{% include "_gone.txt.j2" %}\n',
        mentor_matched="Subject: x\n\n{% for guest in guests %}\n{{ guest.site.name + 1 }}\n{% endfor %}\n",
    )
    assert {place: code for code, place, _ in found} == {
        "mentee_matched.txt.j2, line 3": "template_syntax",
        "mentee_unmatched.txt.j2, line 4": "template_unknown_name",
        "mentor_unused.txt.j2": "template_without_subject",
        "mentee_on_hold.txt.j2, line 3": "template_missing",
        "mentor_matched.txt.j2, line 4": "template_error",
    }
    assert len(found) == 5
    assert any("'phone'" in sentence for _, _, sentence in found)


def test_what_a_template_includes_is_blamed_itself(tmp_path):
    """The line is that of the file in which the mistake stands."""
    found = findings(tmp_path, mentor_unused=f'{GOOD}{{% include "_part.txt.j2" %}}', _part="\n\n{{ nobody }}\n")
    assert [(code, place) for code, place, _ in found] == [("template_unknown_name", "_part.txt.j2, line 3")]


def test_a_misspelled_name_is_not_ours_in_silence(tmp_path):
    """A file that no letter uses is told, with the name that was meant."""
    ((code, place, sentence),) = findings(tmp_path, mentee_match=GOOD)
    assert (code, place) == ("unknown_template", "mentee_match.txt.j2")
    assert "Did you mean mentee_matched.txt.j2?" in sentence


def test_a_folder_without_templates_is_told(tmp_path):
    """So is one that is not there."""
    assert [code for code, _, _ in findings(tmp_path)] == ["no_template"]
    assert [code for code, _, _ in findings(tmp_path / "gone")] == ["no_folder"]


def test_a_template_that_is_not_utf_8_is_told(tmp_path):
    """With what to do."""
    ((code, _, sentence),) = findings(tmp_path, mentor_unused=GOOD.encode() + b"\xff")
    assert code == "template_encoding"
    assert "save it as UTF-8" in sentence


@pytest.mark.parametrize(
    "attack",
    [
        "{{ site.__class__.__mro__ }}",
        "{{ site.__init__.__globals__ }}",
        "{{ ''.__class__.__subclasses__() }}",
        "{{ range(10**9) | list }}",
        '{% include "../../secret.txt.j2" %}',
        '{% include "/etc/passwd" %}',
        "{{ round.name.__setattr__('x', 1) }}",
        "{{ cycler.__init__.__globals__.os.popen('true').read() }}",
    ],
)
def test_a_template_stays_in_its_sandbox(tmp_path, attack):
    """What a letter has no use for is refused, in words, before anything is made."""
    (tmp_path / "secret.txt.j2").write_text("secret")
    folder = tmp_path / "a" / "b"
    folder.mkdir(parents=True)
    ((code, place, _),) = findings(folder, mentor_unused=GOOD + attack)
    assert code.startswith("template_")
    assert place.startswith("mentor_unused.txt.j2")


def test_a_template_that_fails_only_on_real_data_is_a_finding(tmp_path):
    """What the samples did not show is still told with file and line, and nothing is written."""
    (tmp_path / "mentee_matched.txt.j2").write_text(GOOD + '{{ 1 // (0 if site.name == "Alder County" else 1) }}\n')
    with pytest.raises(ProblemError) as caught:
        write_letters(spring(), [], templates=tmp_path)
    assert [finding.place for finding in caught.value.findings] == ["mentee_matched.txt.j2, line 4"]
