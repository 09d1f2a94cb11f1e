"""Operations of a store, killed and on a full disk: a few times each here, more by `python -m tests.faults 300`."""

from pathlib import Path

import pytest

from tests.faults import cut_off, steps
