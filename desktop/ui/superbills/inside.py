"""The view that composes a superbill: made when it is first needed, a `Page` inside the page of superbills.

It gets the ways `NewSuperbill`, `OpenDraft` and `PutOnSuperbill` with `arrive`, and `shown`, `back`, `keep` and
`print_it` as the window calls them on a page.
"""

from typing import TYPE_CHECKING

from desktop.ui.page import Page, Services

if TYPE_CHECKING:  # made when it is first needed
    from desktop.desk import Desk


def compose_view(desk: "Desk", services: Services) -> Page:
    """The view that composes a superbill."""
    from desktop.ui.superbills.compose.view import ComposeView  # noqa: PLC0415 -- made when it is first needed

    return ComposeView(desk, services)
