"""The look: readable in both themes by computed contrast, and the same tokens as the paper's."""

import pytest

from desktop import files
from desktop.rulefiles import look
from desktop.ui.parts import theme

TEXT, SECOND_TEXT, EDGE = 4.5, 4.5, 3.0
GROUNDS = ["stop", "warn", "ok", "note"]


@pytest.mark.parametrize("dark", [False, True])
def test_words_can_be_read_on_their_grounds(*, dark: bool) -> None:
    colors = theme.colors_of(dark=dark)
    for ground in (colors.canvas, colors.surface):
        assert theme.contrast(colors.ink, ground) >= 7
        assert theme.contrast(colors.ink2, ground) >= TEXT
        assert theme.contrast(colors.accent, ground) >= TEXT
    assert theme.contrast(colors.on_accent, colors.accent) >= TEXT
    for name in GROUNDS:
        ground = getattr(colors, f"{name}_ground")
        assert theme.contrast(getattr(colors, name), ground) >= TEXT
        assert theme.contrast(colors.ink, ground) >= TEXT


@pytest.mark.parametrize("dark", [False, True])
def test_edges_of_controls_and_the_focus_are_seen(*, dark: bool) -> None:
    colors = theme.colors_of(dark=dark)
    for ground in (colors.canvas, colors.surface):
        assert theme.contrast(colors.edge, ground) >= EDGE
        assert theme.contrast(colors.accent, ground) >= EDGE


def test_the_window_has_the_tokens_that_were_checked() -> None:
    checked = look.tokens(files.resources())
    assert theme.colors_of(dark=False) == checked.light
    assert theme.colors_of(dark=True) == checked.dark
    assert theme.sizes() == checked.type


def test_contrast_is_counted_as_wcag_does() -> None:
    assert theme.contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert theme.contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert theme.contrast("#0A6A8F", "#0A6A8F") == pytest.approx(1)


@pytest.mark.parametrize("dark", [False, True])
def test_the_style_sheet_has_no_color_of_its_own(*, dark: bool) -> None:
    written = files.resource("look/window.qss").decode("utf-8")
    assert "#" not in written
    assert "$" not in theme.style_sheet(theme.colors_of(dark=dark))
