"""The look that a page is drawn with, and the styles that follow from it."""

from dataclasses import dataclass, replace

from desktop.core.look_tokens import PaperTokens
from desktop.paper.faces import Face, Faces


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is set: sizes in points, `ink` from 0 (black) to 1 (white). Where the face lacks a character of a
    text, the text is set in `fallback`, which has every character that can be printed at all."""

    face: Face
    size: float
    leading: float
    ink: float
    fallback: Face

    def fallen_back(self) -> "Style":
        """The same style in its other face."""
        return replace(self, face=self.fallback)


@dataclass(frozen=True, slots=True)
class Look:
    """The paper's measures and faces, and the styles of everything on it.

    `label` is a quiet heading and `beside_label` its English; `small` is for what is secondary, `detail` for values as
    small; `name_of_field` for
    what stands left of a value; `body` for values, `emphasis` for names among them; `code` and `strong_code`
    for codes; `strong` for amounts that a reader looks for first; `name` for the store and the title.
    """

    paper: PaperTokens
    faces: Faces
    label: Style
    beside_label: Style
    small: Style
    detail: Style
    name_of_field: Style
    body: Style
    emphasis: Style
    code: Style
    strong_code: Style
    strong: Style
    name: Style

    @property
    def width(self) -> float:
        """The width between the margins, in points."""
        return self.paper.width - 2 * self.paper.margin


def look(paper: PaperTokens, faces: Faces) -> Look:
    """The look that follows from measures and faces."""

    def style(face: Face, size: float, ink: float) -> Style:
        fallback = faces.bold if face in (faces.bold, faces.mono_bold) else faces.regular
        return Style(face, size, size * paper.leading, ink, fallback)

    return Look(
        paper,
        faces,
        label=style(faces.bold, paper.label, paper.ink2),
        beside_label=style(faces.regular, paper.label, paper.ink2),
        small=style(faces.regular, paper.small, paper.ink2),
        detail=style(faces.regular, paper.small, paper.ink),
        name_of_field=replace(style(faces.regular, paper.small, paper.ink2), leading=paper.body * paper.leading),
        body=style(faces.regular, paper.body, paper.ink),
        emphasis=style(faces.bold, paper.body, paper.ink),
        code=style(faces.mono, paper.body, paper.ink),
        strong_code=style(faces.mono_bold, paper.body, paper.ink),
        strong=style(faces.bold, paper.strong, paper.ink),
        name=style(faces.bold, paper.name, paper.ink),
    )
