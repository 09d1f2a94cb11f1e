"""A superbill that is opened is reviewed once, and what waits beside it is left alone."""

from typing import Any

import pytest

from desktop.operations import composing, documents, waiting
from desktop.operations.documents import DRAFT, WAITING
from desktop.ui.ways import OpenDraft
from tests.ui.scene import Scene


@pytest.fixture
def reviewed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was asked of the review of the form, and of what waits."""
    asked: list[str] = []

    def heard(name: str, ask: Any) -> Any:
        def asks(*given: Any) -> Any:
            asked.append(name)
            return ask(*given)

        return asks

    monkeypatch.setattr(composing, "findings", heard("form", composing.findings))
    monkeypatch.setattr(waiting, "_stops", heard("waiting", waiting._stops))
    return asked


def test_another_that_is_opened_is_reviewed_once(at: Scene, reviewed: list[str]) -> None:
    first, second = at.papers(states=[DRAFT])
    at.window.go(OpenDraft(first.id))
    at.settle()
    at.window.go_to("catalog")
    reviewed.clear()
    at.window.go(OpenDraft(second.id))
    at.settle()
    assert reviewed == ["form"]
    at.window.go_to("catalog")
    reviewed.clear()
    at.window.go_to("superbills")
    at.settle()
    assert reviewed == ["form"]


def test_of_what_waits_only_the_one_that_is_opened_is_looked_at(at: Scene, reviewed: list[str]) -> None:
    first, *others = at.papers(states=[WAITING])
    assert others
    reviewed.clear()
    at.window.go(OpenDraft(first.id))
    at.settle()
    assert reviewed == ["waiting", "form"]
    assert documents.read(at.book, first.id).state == WAITING
