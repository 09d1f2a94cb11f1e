"""Where a book may lie: not on a network, not in a folder that is synced."""

import subprocess
import sys
from pathlib import Path

import pytest

from db.book import place
from db.problems import BookPlaceRefused
from desktop.operations.book_places import places

SHIPPED = places()


@pytest.mark.parametrize(
    "name",
    [
        "OneDrive", "OneDrive - Gulf Breeze LLC", "onedrive", "Dropbox", "Dropbox (Personal)", "Google Drive",
        "Nextcloud",
        "Library/Mobile Documents/com~apple~CloudDocs", "Library/CloudStorage/Box-Box", "Box Sync", "ownCloud",
    ],
)  # fmt: skip
def test_a_synced_folder_is_refused(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name / "Oxydesk"
    with pytest.raises(BookPlaceRefused, match=r"is copied to other computers.*OXYDESK_HOME"):
        place.check(folder, SHIPPED)


@pytest.mark.parametrize("name", ["Oxydesk", "Boxes", "Dropboxes", "OneDriver", "Box", "synced"])
def test_another_folder_of_a_like_name_is_taken(tmp_path: Path, name: str) -> None:
    place.check(tmp_path / name / "Oxydesk", SHIPPED)


def test_names_that_others_bear_too_count_in_the_own_folder_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    with pytest.raises(BookPlaceRefused):
        place.check(tmp_path / "Box" / "Oxydesk", SHIPPED)
    place.check(tmp_path / "Documents" / "Box", SHIPPED)


def test_a_link_into_a_synced_folder_is_seen_through(tmp_path: Path) -> None:
    (tmp_path / "Dropbox" / "inside").mkdir(parents=True)
    (tmp_path / "plain").symlink_to(tmp_path / "Dropbox" / "inside")
    with pytest.raises(BookPlaceRefused):
        place.check(tmp_path / "plain" / "Oxydesk", SHIPPED)


def test_what_a_syncing_program_leaves_is_seen(tmp_path: Path) -> None:
    (tmp_path / "team" / ".stfolder").mkdir(parents=True)
    with pytest.raises(BookPlaceRefused):
        place.check(tmp_path / "team" / "Oxydesk", SHIPPED)


def test_the_system_tells_where_onedrive_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path / "Firma"))
    with pytest.raises(BookPlaceRefused):
        place.check(tmp_path / "Firma" / "Oxydesk", SHIPPED)


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "smb3", "fuse.sshfs", "fuse.rclone"])
def test_a_network_share_is_refused(tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    mounts = tmp_path / "mounts"
    share = str(tmp_path / "the share").replace(" ", "\\040")
    mounts.write_text(f"/dev/sda1 / ext4 rw 0 0\nserver:/x {share} {kind} rw 0 0\n", encoding="utf-8")
    monkeypatch.setattr(place, "_MOUNTS", mounts)
    with pytest.raises(BookPlaceRefused, match="over the network"):
        place.check(tmp_path / "the share" / "Oxydesk", SHIPPED)
    place.check(tmp_path / "the shared" / "Oxydesk", SHIPPED)


def test_the_nearest_and_latest_mount_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mounts = tmp_path / "mounts"
    lines = f"server:/ {tmp_path} nfs rw 0 0\n/dev/sdb {tmp_path}/disk ext4 rw 0 0\n"
    mounts.write_text(lines, encoding="utf-8")
    monkeypatch.setattr(place, "_MOUNTS", mounts)
    place.check(tmp_path / "disk" / "Oxydesk", SHIPPED)
    mounts.write_text(f"{lines}server:/ {tmp_path}/disk nfs rw 0 0\n", encoding="utf-8")
    with pytest.raises(BookPlaceRefused):
        place.check(tmp_path / "disk" / "Oxydesk", SHIPPED)


def test_a_system_without_a_list_of_mounts_is_no_reason_to_refuse(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(place, "_MOUNTS", tmp_path / "none")
    place.check(tmp_path / "Oxydesk", SHIPPED)


def test_what_a_mac_says_of_its_mounts_is_understood(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    share = tmp_path / "Team (old)"
    said = f"/dev/disk1s1 on / (apfs, local, journaled)\n//me@server/x on {share} (smbfs, nodev, nosuid)\n"
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: subprocess.CompletedProcess([], 0, said, ""))
    with pytest.raises(BookPlaceRefused, match="smbfs"):
        place.check(share / "Oxydesk", SHIPPED)
    place.check(tmp_path / "Oxydesk", SHIPPED)


@pytest.mark.parametrize(
    ("path", "network"), [(r"\\?\UNC\server\share", True), (r"\\?\C:\Oxydesk", False), ("C:\\Oxydesk", False)]
)
def test_a_long_windows_path_to_a_server_is_known(path: str, network: bool) -> None:  # noqa: FBT001
    assert place._is_unc(path) is network
