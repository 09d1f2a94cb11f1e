"""A language whose file lies in the folder of translations is on the screen, as the system or the person wants it."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import PySide6
import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

from desktop import app, files

SPANISH = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es">
<context><name>Rail</name>
<message><source>Counter</source><translation>Mostrador</translation></message>
</context>
</TS>
"""


@pytest.fixture
def spanish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A folder of resources with a little Spanish in it; the language of the system stays as it was."""
    folder = tmp_path / "translations"
    folder.mkdir()
    (folder / "oxydesk_es.ts").write_text(SPANISH, "utf-8")
    (tool,) = [path for path in Path(PySide6.__path__[0]).rglob("lrelease*") if path.suffix in ("", ".exe")]
    made = folder / "oxydesk_es.qm"
    subprocess.run([str(tool), str(folder / "oxydesk_es.ts"), "-qm", str(made)], check=True, capture_output=True)
    monkeypatch.setattr(files, "resources", lambda: tmp_path)
    before = QLocale()
    yield
    QLocale.setDefault(before)


def said() -> str:
    return QCoreApplication.translate("Rail", "Counter")


def test_a_language_that_is_there_is_spoken(qapp: QApplication, spanish: None) -> None:
    loaded = app.translate(qapp, "es_US")
    assert said() == "Mostrador"
    for translator in loaded:
        qapp.removeTranslator(translator)
    assert said() == "Counter"


def test_english_stands_where_there_is_none(qapp: QApplication, spanish: None) -> None:
    loaded = app.translate(qapp, "vi")
    assert said() == "Counter"
    for translator in loaded:
        qapp.removeTranslator(translator)
