"""Superbills: the list of all papers, one that is opened, one that is made, one that waits, several in one go."""

from collections.abc import Iterator
from functools import cached_property

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from db.book.rows import Document
from desktop.desk import Desk
from desktop.operations import documents
from desktop.operations.book import BookProblem
from desktop.operations.documents import CREDIT, ISSUED, VOIDED, WAITING
from desktop.ui.page import Page, Services
from desktop.ui.parts.buttons import quiet_button
from desktop.ui.parts.keeper import keep_each
from desktop.ui.superbills.abn import AbnView
from desktop.ui.superbills.credit import CreditView
from desktop.ui.superbills.document import DocumentView
from desktop.ui.superbills.inside import compose_view
from desktop.ui.superbills.listing import DocumentList
from desktop.ui.superbills.together import TogetherView
from desktop.ui.superbills.waits import WaitsView
from desktop.ui.ways import NewSuperbill, OpenDocument, OpenDraft, PutOnSuperbill, Way


class SuperbillsPage(Page):
    """Leads from the list to a paper and back; the ways to documents and drafts lead in.

    Each view is made when it is first wanted, the one that composes shortly before.
    """

    def __init__(self, desk: Desk, services: Services) -> None:
        super().__init__()
        self._desk = desk
        self._services = services
        self.list = DocumentList(desk, services)
        self._compose: Page | None = None
        self._stack = QStackedWidget()
        self._up = QWidget()
        across = QHBoxLayout(self._up)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(quiet_button(self.tr("All papers"), self.back, drawing="back"))
        across.addStretch()
        self.column.addWidget(self._up)
        self.column.addWidget(self._stack, 1)
        self.list.opened.connect(self._opened)
        self.list.together.connect(self._several)
        self._front(self.list)

    @cached_property
    def document(self) -> DocumentView:
        """A paper that is opened."""
        view = DocumentView(self._desk, self._services)
        view.give_back.connect(self._give_back)
        view.wants_abn.connect(self._abn)
        return view

    @cached_property
    def waits(self) -> WaitsView:
        """A paper that waits."""
        return WaitsView(self._services, self._to_list)

    @cached_property
    def together(self) -> TogetherView:
        """Several in one go."""
        return TogetherView(self._desk, self._services)

    @cached_property
    def credit(self) -> CreditView:
        """What is given back."""
        return CreditView(self._desk, self._services)

    @cached_property
    def abn(self) -> AbnView:
        """Medicare's form."""
        return AbnView(self._desk, self._services)

    def made_ahead(self) -> Iterator[None]:
        """The view that composes, so that the first Ctrl+N is not the one that waits."""
        compose = self._made_compose()
        yield
        self._take_in(compose)

    @property
    def front(self) -> QWidget | None:
        """The view that is shown."""
        return self._stack.currentWidget()

    def shown(self) -> None:
        """Reads anew what is shown."""
        if self.front is self.list:
            self._to_list()
        elif isinstance(self.front, DocumentView):
            self.front.again()
        elif self._compose is not None and self.front is self._compose:
            self._compose.shown()

    def arrive(self, way: Way) -> None:
        """To a paper, or to the making of one."""
        if isinstance(way, OpenDocument):
            self._front(self.document)
            self.document.open(way.document)
        elif isinstance(way, OpenDraft):
            self._open_draft(way)
        elif isinstance(way, NewSuperbill | PutOnSuperbill):
            self._compose_with(way)

    def back(self) -> bool:
        """One step back inside the view, else to the list."""
        front = self.front
        if front is self.list:
            return False
        if isinstance(front, Page | DocumentView | AbnView) and front.back():
            return True
        if isinstance(front, TogetherView):
            front.stop()
        if isinstance(front, AbnView) or (isinstance(front, CreditView) and front.original is not None):
            self.keep()
            self._front(self.document)
            self.document.again()
            return True
        self._to_list()
        return True

    def search(self) -> bool:
        """To the box of the list."""
        self._to_list()
        self.list.box.setFocus()
        self.list.box.selectAll()
        return True

    def print_it(self) -> bool:
        """Prints what is shown."""
        front = self.front
        if isinstance(front, Page):
            return front.print_it()
        if not isinstance(front, DocumentView | AbnView | TogetherView):
            return False
        front.print_it()
        return True

    def whom(self) -> int | None:
        """The patient of the paper that is opened, or waits."""
        front = self.front
        if isinstance(front, WaitsView):
            return front.shown.patient_id
        opened = front.opened if isinstance(front, DocumentView) else None
        return opened.document.patient_id if opened is not None else None

    def standing(self) -> Way | None:
        """The superbill that is being made."""
        draft = getattr(self._compose, "draft", None) if self.front is self._compose else None
        return OpenDraft(draft) if draft is not None else None

    def keep(self) -> None:
        """Saves what was typed."""
        made = [self._stack.widget(at) for at in range(self._stack.count())]
        keep_each([view.keep for view in made if isinstance(view, CreditView | DocumentView | AbnView | Page)])

    def _opened(self, document: Document) -> None:
        if document.state in (ISSUED, VOIDED):
            self.arrive(OpenDocument(document.id))
        elif document.state == WAITING and document.reasons:
            self._front(self.waits)
            self.waits.open(document)
        else:
            self.arrive(OpenDraft(document.id))

    def _open_draft(self, way: OpenDraft) -> None:
        try:
            document = documents.read(self._services.book, way.draft)
        except BookProblem as problem:
            self._services.complain(str(problem))
            return
        if document.state in (ISSUED, VOIDED):
            self.arrive(OpenDocument(document.id))
        elif document.kind == CREDIT:
            self._front(self.credit)
            self.credit.open(document)
        else:
            self._compose_with(way)

    def _compose_with(self, way: Way) -> None:
        compose = self._made_compose()
        self._front(compose)
        compose.arrive(way)
        compose.shown()

    def _made_compose(self) -> Page:
        if self._compose is None:
            self._compose = compose_view(self._desk, self._services)
        return self._compose

    def _several(self, numbers: list[int]) -> None:
        self._front(self.together)
        self.together.open(numbers)

    def _give_back(self, document: Document) -> None:
        self._front(self.credit)
        self.credit.begin(document)

    def _abn(self, document: Document) -> None:
        self._front(self.abn)
        self.abn.open(document)

    def _to_list(self) -> None:
        self.keep()
        self._front(self.list)
        self.list.read()
        self.list.table.setFocus()

    def _front(self, view: QWidget) -> None:
        self._take_in(view)
        self._stack.setCurrentWidget(view)
        self._up.setVisible(view is not self.list)

    def _take_in(self, view: QWidget) -> None:
        if self._stack.indexOf(view) < 0:
            self._stack.addWidget(view)
