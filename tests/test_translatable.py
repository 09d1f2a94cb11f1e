"""Every text in the window's code is handed to Qt's translation, so that a translator can take it out."""

import ast

from tests.untranslated import WORDS, kept, sources, translates, untranslated


def test_no_sentence_of_the_window_passes_by_the_translation() -> None:
    found = [each for each in untranslated() if WORDS.search(each[2]) and not kept(each[2])]
    assert found == []


def test_every_word_can_be_taken_out_for_a_translator() -> None:
    """Qt's tool reads the code: it sees context and text only where they stand there themselves."""
    hidden = [
        (path.name, call.lineno)
        for path in sources()
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call) and translates(call)
        if not all(isinstance(said, ast.Constant) for said in call.args[:2])
    ]
    assert hidden == []
