"""What nobody catches in Python is noted by kind and place, and its text is told to nobody."""

import json
import os
import subprocess
import sys
from pathlib import Path

from desktop.log import Log, What

ROOT = Path(__file__).parent.parent
NAME = "Marisol"
WRONG = """
import sys, threading, warnings
from pathlib import Path
from desktop import log, unheard
from desktop.core.money import printed
log.begin(Path(sys.argv[1]))
unheard.listen()

class Leaves:
    def __del__(self):
        printed("Marisol left")

threading.Thread(target=printed, args=["Marisol in a thread"]).start()
Leaves()
warnings.warn("Marisol was warned", UserWarning, stacklevel=1)
print("there", flush=True)
printed("Marisol at the end")
"""


def test_what_nobody_catches_is_noted_and_quotes_nobody(tmp_path: Path) -> None:
    command = [sys.executable, "-W", "always", "-c", WRONG, str(tmp_path)]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=env)
    assert (done.returncode, done.stdout) == (1, "there\n")
    told = done.stderr.splitlines()
    assert len(told) == 2
    assert all(line.startswith("Oxydesk: ") and " in desktop.core.money, line " in line for line in told)
    noted = [json.loads(line) for line in Log(tmp_path).newest(100)]
    assert {line["what"] for line in noted} == {What.UNCAUGHT, What.IGNORED, What.WARNED}
    assert {line["kind"] for line in noted} >= {"UserWarning"}
    assert NAME not in "".join(Log(tmp_path).newest(100)) + done.stderr
