"""The store's logo on the superbill."""

import io

import pytest
from PIL import Image

from desktop.core.printing import complete
from desktop.operations.paper_look import paper_look, paper_words
from desktop.paper.document import Drawn
from desktop.paper.logo import LogoProblem, read_logo
from desktop.paper.superbill import draw
from tests.paper import samples

PAPER = paper_look().paper


def picture(width: int, height: int, kind: str = "PNG", mode: str = "RGB") -> bytes:
    buffer = io.BytesIO()
    Image.new(mode, (width, height), 80).save(buffer, kind)
    return buffer.getvalue()


def with_logo(logo: bytes | None) -> Drawn:
    return draw(complete(samples.one_line(), samples.SmallCatalogue(), paper_words(), draft=False), paper_look(), logo)


@pytest.mark.parametrize(("width", "height"), [(300, 300), (900, 100), (10, 400), (1, 1)])
@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_logo_keeps_its_proportion_and_its_room(width: int, height: int, kind: str) -> None:
    logo = read_logo(picture(width, height, kind), PAPER)
    assert logo.width / logo.height == pytest.approx(width / height)
    assert logo.width <= PAPER.logo_width + 1e-6
    assert logo.height <= PAPER.logo_height + 1e-6


@pytest.mark.parametrize("logo", [picture(60, 40), picture(60, 40, "JPEG"), picture(60, 40, "PNG", "LA")])
def test_a_page_with_a_logo_is_the_same_every_time(logo: bytes) -> None:
    assert with_logo(logo).pdf == with_logo(logo).pdf
    assert with_logo(logo).pdf != with_logo(None).pdf


@pytest.mark.parametrize(
    "logo",
    [b"", b"GIF89a", picture(9, 9, "GIF", "P"), picture(9, 9, "BMP"), b"<svg/>"],
)
def test_another_kind_of_file_is_refused_in_a_sentence(logo: bytes) -> None:
    with pytest.raises(LogoProblem, match="not a PNG or JPEG"):
        with_logo(logo)


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
@pytest.mark.parametrize("part", [10, 40, 200])
def test_a_damaged_file_is_refused_in_a_sentence(kind: str, part: int) -> None:
    with pytest.raises(LogoProblem, match="damaged"):
        with_logo(picture(400, 400, kind)[:part])


@pytest.mark.parametrize(("side", "refused"), [(2000, False), (2001, True)])
def test_a_picture_far_too_large_is_refused(side: int, *, refused: bool) -> None:
    data = picture(side, side, "PNG", "1")
    if refused:
        with pytest.raises(LogoProblem, match="2001 by 2001 dots"):
            read_logo(data, PAPER)
    else:
        assert read_logo(data, PAPER).width == pytest.approx(PAPER.logo_height)
