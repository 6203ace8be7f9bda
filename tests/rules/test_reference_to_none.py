"""Some builds of Qt's binding lose one reference to None per call; the program must not run on such a pair."""

from __future__ import annotations

import subprocess
import sys

# In a process of its own: with the broken pair (PySide6 6.12.0 on Python 3.11) it would take the test run down.
CALLS = 200
SCRIPT = f"""
import sys
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication([])
widget = QWidget()
before = sys.getrefcount(None)
for turn in range({CALLS}):
    widget.setEnabled(True)
print(before - sys.getrefcount(None))
"""


def references_lost(script: str) -> int:
    """Run *script* and return how many references to None it says are gone."""
    return int(subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True).stdout)


def test_qt_keeps_the_references_to_none() -> None:
    assert abs(references_lost(SCRIPT)) < CALLS // 10


def test_lost_references_are_seen() -> None:
    release = "ctypes.pythonapi.Py_DecRef"
    leak = f"import ctypes\n{release}.argtypes = [ctypes.py_object]\n{release}.restype = None\n"
    planted = leak + SCRIPT.replace("widget.setEnabled(True)", "ctypes.pythonapi.Py_DecRef(None)")

    lost = references_lost(planted)

    # From Python 3.12 on None cannot be lost at all; before, the loop itself moves the count by one or two.
    assert abs(lost - (0 if sys.version_info >= (3, 12) else CALLS)) < CALLS // 10
