"""Whatever picture is chosen as the logo, the paper bears it."""

import io

from PIL import Image

from desktop.operations.paper_look import paper_look
from desktop.paper.logo import read_logo
from desktop.ui.settings.logo import fitting


def picture(size: tuple[int, int], kind: str) -> bytes:
    """A picture's file."""
    written = io.BytesIO()
    Image.new("RGB", size, "teal").save(written, kind)
    return written.getvalue()


def test_a_photograph_or_another_kind_of_picture_becomes_a_logo_that_prints() -> None:
    for size, kind in (((4000, 3000), "JPEG"), ((9, 3000), "PNG"), ((300, 100), "BMP"), ((300, 100), "GIF")):
        made = fitting(picture(size, kind))
        assert made is not None
        logo = read_logo(made, paper_look().paper)
        assert abs(logo.width / logo.height - size[0] / size[1]) < 0.01


def test_a_logo_of_a_good_size_stays_as_it_is_and_no_picture_is_none() -> None:
    good = picture((300, 100), "PNG")
    assert fitting(good) == good
    assert fitting(b"not a picture") is None
