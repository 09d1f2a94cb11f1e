"""The catalogue's file is whole or not there: damage, killed makers, makers at once, disks that refuse."""

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from db import driver
from db.catalogue import kept
from db.problems import CatalogueNotMade
from desktop import files
from desktop.operations.catalogue import FILE, ShippedCatalogue, open_catalogue

CHECKOUT = Path(__file__).parents[2]
_OPEN = "from pathlib import Path; from desktop.operations.catalogue import open_catalogue as o;"


class Heard:
    """What was said while the catalogue was opened."""

    def __init__(self) -> None:
        self.said: list[tuple[str, float]] = []

    def __call__(self, words: str, done: float) -> None:
        self.said.append((words, done))

    @property
    def anything(self) -> bool:
        return bool(self.said)


def opened(home: Path, heard: Heard) -> ShippedCatalogue:
    """The catalogue, asked once and let go."""
    catalogue = open_catalogue(home, heard)
    assert catalogue.code("E1390") is not None
    catalogue.close()
    return catalogue


def left(home: Path) -> list[str]:
    return sorted(path.name for path in home.iterdir())


@pytest.mark.usefixtures("small")
class TestMadeAtFirstUse:
    def test_it_is_made_once_with_progress_and_then_only_opened(self, tmp_path: Path) -> None:
        first, second = Heard(), Heard()
        opened(tmp_path / "home", first)
        opened(tmp_path / "home", second)
        fractions = [done for _, done in first.said]
        assert fractions == sorted(fractions)
        assert (fractions[0], fractions[-1]) == (0.0, 1.0)
        assert all(words for words, _ in first.said)
        assert not second.anything
        assert left(tmp_path / "home") == ["catalogue.db", "catalogue.sum"]

    def test_the_same_files_make_the_same_bytes(self, tmp_path: Path) -> None:
        for name in ("one", "two"):
            opened(tmp_path / name, Heard())
        assert (tmp_path / "one" / FILE).read_bytes() == (tmp_path / "two" / FILE).read_bytes()

    def test_a_home_of_any_name_will_do(self, tmp_path: Path) -> None:
        home = tmp_path / "50% of Zoë's #1 home?mode=rw"
        opened(home, Heard())
        assert left(home) == ["catalogue.db", "catalogue.sum"]


def truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def overwritten(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // 2)
        file.write(b"\xff" * 512)


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def another_file(path: Path) -> None:
    path.write_text("This is not a database.\n" * 4000, encoding="utf-8")


def without_sum(path: Path) -> None:
    path.with_suffix(".sum").unlink()


def with_half_a_sum(path: Path) -> None:
    path.with_suffix(".sum").write_bytes(b"\xff6fcd")


def gone(path: Path) -> None:
    path.unlink()


@pytest.mark.usefixtures("small")
class TestDamaged:
    @pytest.mark.parametrize(
        "damage", [truncated, overwritten, emptied, another_file, without_sum, with_half_a_sum, gone]
    )
    def test_it_is_made_anew(self, damage: Callable[[Path], None], tmp_path: Path) -> None:
        opened(tmp_path, Heard())
        whole = (tmp_path / FILE).read_bytes()
        damage(tmp_path / FILE)
        heard = Heard()
        opened(tmp_path, heard)
        assert heard.anything
        assert (tmp_path / FILE).read_bytes() == whole
        opened(tmp_path, after := Heard())
        assert not after.anything

    def test_unseen_damage_is_made_good_when_it_is_met(self, tmp_path: Path) -> None:
        opened(tmp_path, Heard())
        path = tmp_path / FILE
        times = path.stat().st_mtime_ns
        with path.open("r+b") as file:
            file.seek(4096)
            file.write(b"\xff" * (path.stat().st_size - 4096))
        os.utime(path, ns=(times, times))
        heard = Heard()
        catalogue = open_catalogue(tmp_path, heard)
        assert catalogue.code("E1390") is not None
        assert heard.anything

    def test_damage_that_cannot_be_made_good_is_a_sentence(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refused(*_: object) -> None:
            raise CatalogueNotMade(tmp_path / FILE, "no space left on device")

        catalogue = open_catalogue(tmp_path, Heard())
        monkeypatch.setattr(kept, "make", refused)
        damaged = driver.connect("file::memory:")
        monkeypatch.setattr(catalogue, "_opened", damaged)
        monkeypatch.setattr(catalogue, "_mend", lambda: driver.connect("file::memory:"))
        with pytest.raises(files.FileProblem, match="The code catalog is damaged"):
            catalogue.code("E1390")

    def test_a_copied_file_is_read_through_once_and_then_trusted(self, tmp_path: Path) -> None:
        opened(tmp_path / "one", Heard())
        shutil.copytree(tmp_path / "one", tmp_path / "two", copy_function=shutil.copyfile)
        before = (tmp_path / "two/catalogue.sum").read_text()
        heard = Heard()
        opened(tmp_path / "two", heard)
        assert not heard.anything
        assert (tmp_path / "two/catalogue.sum").read_text() != before


class TestOlder:
    @pytest.mark.parametrize("name", ["catalogue/edition.toml", "catalogue/indicators.toml"])
    def test_a_change_in_what_is_shipped_makes_it_anew(self, name: str, small: Path, tmp_path: Path) -> None:
        home = tmp_path / "home"
        opened(home, Heard())
        with (small / name).open("a", encoding="utf-8") as file:
            file.write("\n# another edition\n")
        heard = Heard()
        opened(home, heard)
        assert heard.anything

    @pytest.mark.usefixtures("small")
    def test_another_schema_makes_it_anew(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        opened(tmp_path, Heard())
        monkeypatch.setattr("db.catalogue.schema.VERSION", 0)
        heard = Heard()
        opened(tmp_path, heard)
        assert heard.anything

    def test_an_official_file_that_is_not_the_pinned_one_is_refused(self, small: Path, tmp_path: Path) -> None:
        official = small / "catalogue/official/zip3_state.csv"
        official.write_bytes(official.read_bytes() + b"999,XX,N\n")
        with pytest.raises(
            files.FileProblem, match=r"zip3_state\.csv is not used: its bytes are not the published ones"
        ):
            open_catalogue(tmp_path / "home", Heard())
        assert left(tmp_path / "home") == []

    def test_an_official_file_that_is_missing_is_a_sentence(self, small: Path, tmp_path: Path) -> None:
        (small / "catalogue/official/zip3_state.csv").unlink()
        with pytest.raises(files.FileProblem, match=r"zip3_state\.csv cannot be read: there is no such file"):
            open_catalogue(tmp_path / "home", Heard())


@pytest.mark.usefixtures("small")
class TestDiskThatRefuses:
    def test_a_home_that_is_a_file_is_a_sentence(self, tmp_path: Path) -> None:
        (tmp_path / "home").write_bytes(b"")
        with pytest.raises(files.FileProblem, match=r"The folder .* cannot be made"):
            open_catalogue(tmp_path / "home", Heard())

    def test_a_folder_that_may_not_be_written_is_a_sentence(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refused(**_: object) -> None:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr("tempfile.mkstemp", refused)
        with pytest.raises(files.FileProblem, match=r"catalogue\.db cannot be written: permission denied; free some"):
            open_catalogue(tmp_path, Heard())

    def test_a_whole_catalogue_serves_where_nothing_may_be_written(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refused(**_: object) -> None:
            raise PermissionError(13, "Permission denied")

        opened(tmp_path, Heard())
        os.utime(tmp_path / FILE)
        monkeypatch.setattr("tempfile.mkstemp", refused)
        opened(tmp_path, heard := Heard())
        assert not heard.anything

    def test_a_folder_in_its_place_is_a_sentence(self, tmp_path: Path) -> None:
        home = tmp_path / "home"
        (home / FILE).mkdir(parents=True)
        with pytest.raises(files.FileProblem, match=r"catalogue\.db cannot be written: is a directory"):
            open_catalogue(home, Heard())
        assert left(home) == ["catalogue.db"]


def test_a_full_disk_is_a_sentence_and_leaves_nothing(tmp_path: Path) -> None:
    limited = (
        "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, 2_000_000));" + _OPEN + "from desktop.files import *\n"
        f"try:\n    o(Path({str(tmp_path)!r}), lambda *_: None)\nexcept FileProblem as problem:\n    print(problem)"
    )
    done = subprocess.run([sys.executable, "-c", limited], cwd=CHECKOUT, capture_output=True, text=True, check=False)
    assert "catalogue.db cannot be written: " in done.stdout
    assert (done.returncode, done.stderr) == (0, "")
    assert left(tmp_path) == []


class TestKilled:
    @pytest.mark.parametrize("done", [0.0, 0.5])
    def test_a_killed_maker_leaves_none_and_the_next_one_makes_it(self, done: float, tmp_path: Path) -> None:
        making = f"{_OPEN} o(Path({str(tmp_path)!r}), lambda _, done: print(done, flush=True))"
        command = [sys.executable, "-c", making]
        with subprocess.Popen(command, cwd=CHECKOUT, stdout=subprocess.PIPE, text=True) as maker:
            assert maker.stdout is not None
            assert any(float(line) >= done for line in maker.stdout)
            maker.send_signal(signal.SIGKILL)
        assert maker.returncode == -signal.SIGKILL
        assert not (tmp_path / FILE).exists()
        assert len(list(tmp_path.glob(".*.part"))) == 1
        heard = Heard()
        opened(tmp_path, heard)
        assert heard.anything

    @pytest.mark.usefixtures("small")
    def test_what_a_killed_maker_left_is_cleared_away_when_it_is_old(self, tmp_path: Path) -> None:
        old, young = tmp_path / ".catalogue.db.old.part", tmp_path / ".catalogue.db.young.part"
        for path in (old, young):
            path.write_bytes(b"half")
        hours_ago = time.time() - 2 * 3600
        os.utime(old, (hours_ago, hours_ago))
        opened(tmp_path, Heard())
        assert not old.exists()
        assert young.exists()

    @pytest.mark.usefixtures("small")
    def test_a_power_cut_between_file_and_sum_makes_it_anew(self, tmp_path: Path) -> None:
        opened(tmp_path, Heard())
        sum_before = (tmp_path / "catalogue.sum").read_text()
        (tmp_path / FILE).write_bytes((tmp_path / FILE).read_bytes() + b"\0" * 4096)
        opened(tmp_path, heard := Heard())
        assert heard.anything
        assert (tmp_path / "catalogue.sum").read_text() != sum_before


class TestAtOnce:
    def test_two_makers_at_once_both_get_a_whole_one(self, tmp_path: Path) -> None:
        asking = f"{_OPEN} print(o(Path({str(tmp_path)!r}), lambda *_: None).code('E1392').short)"
        makers = [
            subprocess.Popen([sys.executable, "-c", asking], cwd=CHECKOUT, stdout=subprocess.PIPE, text=True)
            for _ in range(2)
        ]
        assert [maker.communicate(timeout=120)[0] for maker in makers] == ["Portable oxygen concentrator\n"] * 2
        assert [maker.returncode for maker in makers] == [0, 0]
        assert left(tmp_path) == ["catalogue.db", "catalogue.sum"]
        opened(tmp_path, heard := Heard())
        assert not heard.anything

    @pytest.mark.usefixtures("small")
    def test_who_may_not_rename_takes_the_one_that_another_made_meanwhile(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        opened(tmp_path / "another", Heard())
        home = tmp_path / "home"
        rename = Path.replace

        def held_open(part: Path, target: Path) -> Path:
            if target == home / FILE:
                shutil.copytree(tmp_path / "another", home, dirs_exist_ok=True)
                raise PermissionError(13, "Permission denied")
            return rename(part, target)

        monkeypatch.setattr(Path, "replace", held_open)
        opened(home, heard := Heard())
        assert heard.said[-1] == ("The code catalog is ready", 1.0)

    @pytest.mark.usefixtures("small")
    def test_who_reads_goes_on_reading_while_it_is_made_anew(self, tmp_path: Path) -> None:
        reader = open_catalogue(tmp_path, Heard())
        (tmp_path / "catalogue.sum").unlink()
        maker = threading.Thread(target=opened, args=(tmp_path, Heard()))
        maker.start()
        maker.join()
        assert reader.code("E1390") is not None
