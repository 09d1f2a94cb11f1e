"""What stands on a page that has nothing yet: what it is for, and the first step."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout

from desktop.ui.parts import theme
from desktop.ui.parts.icons import Drawing
from desktop.ui.parts.scrolled import scroll_inside
from desktop.ui.parts.words import Words


class Empty(QScrollArea):
    """An empty page: a drawing, a title, a sentence or two, and the buttons of the first step."""

    def __init__(self, drawing: str, title: str, sentence: str, *steps: QPushButton) -> None:
        super().__init__()
        content = scroll_inside(self)
        content.setAccessibleName(title)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(3))
        column.addStretch(2)
        column.addWidget(Drawing(drawing, "accent", 56), 0, Qt.AlignmentFlag.AlignHCenter)
        for words in (Words(title, "title"), Words(sentence, tone="quiet")):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            words.setMaximumWidth(460)
            words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
            across = QHBoxLayout()
            across.addStretch(1)
            across.addWidget(words, 100)
            across.addStretch(1)
            column.addLayout(across)
        column.addSpacing(theme.space(1))
        for step in steps:
            column.addWidget(step, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
