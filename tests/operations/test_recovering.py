"""The recovery code at the door of the store."""

from pathlib import Path

import pytest

from db.book import recovery_code, tries
from db.problems import NotAllowed
from desktop.operations import users
from desktop.operations.sign_in import Entered, NotLetIn
from tests.operations.at_the_door import OTHER, WORDS, Knock


class TestRecovery:
    """The recovery code, when a password is forgotten."""

    def test_an_owner_gets_a_new_password(self, knock: Knock, begun: Entered) -> None:
        door = knock()
        assert begun.code
        recovered = door.recover(begun.code.lower().replace("-", " "))
        (owner,) = recovered.owners
        with pytest.raises(NotAllowed, match="at least 15"):
            door.new_password(recovered, owner, "short")
        with door.open(door.new_password(recovered, owner, OTHER)) as book:
            assert users.recovery_is_kept(book)
        assert knock().sign_in("Ana Ruiz", OTHER).user == owner
        with pytest.raises(NotLetIn):
            knock().sign_in("Ana Ruiz", WORDS)
        assert knock().recover(begun.code)

    def test_a_slip_is_named_by_its_group_and_another_code_opens_nothing(self, knock: Knock, begun: Entered) -> None:
        code = begun.code or ""
        slip = code[:6] + ("A" if code[6] != "A" else "B") + code[7:]
        with pytest.raises(NotLetIn, match="Look at group 2 once more"):
            knock().recover(slip)
        with pytest.raises(NotLetIn, match="8 groups of five signs; 4 signs were typed"):
            knock().recover("abcd")
        with pytest.raises(NotLetIn, match="replaced by a later one"):
            knock().recover(recovery_code.make())

    def test_it_opens_while_passwords_must_wait(self, knock: Knock, begun: Entered, tmp_path: Path) -> None:
        tries.path(tmp_path).write_text("{", encoding="ascii")
        assert knock().wait
        assert knock().recover(begun.code or "").owners
