"""Which characters the paper can print, and where it sets accents."""

import pytest

from desktop.operations.paper_look import paper_look, unprintable
from desktop.paper.marks import runs

FACE = paper_look().faces.regular


@pytest.mark.parametrize(
    "text",
    [
        "Marisol Treviño-O'Neill",
        "Nguyễn Thị Ánh Tuyết",
        "Nguye\u0302\u0303n Thi\u0323",
        "Łucja Dąbrowska",
        "Зоя Ольховська",
        "Ελένη Παπαδοπούλου",
        "İpek Çağlayan",
        "Hózhǫ́ Ǫ́",
        "12 × 4 – “ok” … € ½ #7 · non\xa0breaking",
        "",
    ],
)
def test_names_of_the_world_can_be_printed(text: str) -> None:
    assert unprintable(text) == ()


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("محمد", ("م", "ح", "د")),
        ("李 小龙 李", ("李", "小", "龙")),
        ("Ann 😀", ("😀",)),
        ("Ann\tLee\n", ("\t", "\n")),
        ("a\x00b\x7f", ("\x00", "\x7f")),
        ("a\u202eb\u200b", ("\u202e", "\u200b")),
        ("line\u2028end\ufeff", ("\u2028", "\ufeff")),
        ("\ue000\ud800", ("\ue000", "\ud800")),
    ],
)
def test_what_cannot_be_printed_is_named(text: str, named: tuple[str, ...]) -> None:
    assert unprintable(text) == named


def test_figures_are_all_as_wide() -> None:
    for face in (FACE, paper_look().faces.bold, paper_look().faces.mono):
        assert len({face.advances[figure] for figure in "0123456789"}) == 1


def test_a_mark_stands_over_the_middle_of_its_letter_and_above_its_top() -> None:
    base, mark, rest = runs("Ǫ\u0301b", FACE)
    assert (base.words, mark.words, rest.words) == ("Ǫ", "\u0301", "b")
    box = FACE.box("\u0301")
    assert mark.right + box.middle == pytest.approx(FACE.advances["Ǫ"] / 2)
    assert mark.up + box.bottom > FACE.box("O").top
    assert rest.right == pytest.approx(FACE.advances["Ǫ"])


def test_marks_pile_up_only_as_far_as_the_line_reaches() -> None:
    marks = [run for run in runs("x" + "\u0301" * 9, FACE) if run.words == "\u0301"]
    assert len(marks) == 9
    assert marks[1].up > marks[0].up
    assert max(run.up + FACE.box("\u0301").top for run in marks) <= 1.069


def test_a_mark_without_a_letter_starts_at_the_edge() -> None:
    (mark,) = runs("\u0301", FACE)
    assert mark.right + FACE.box("\u0301").left == pytest.approx(0)
