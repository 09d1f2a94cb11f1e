"""Runs first in the packaged program: SQLCipher's SQLite stands in for Python's own, which is not in the folder.

sqlite-utils names `sqlite3` in its annotations and uses SQLCipher's, as `db/driver.py` says.
"""

import sys

import sqlcipher3
from sqlcipher3 import dbapi2

sys.modules["sqlite3"] = sqlcipher3
sys.modules["sqlite3.dbapi2"] = dbapi2
