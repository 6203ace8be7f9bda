"""How long the program takes to show itself, against a bare window of the same library with the same typeface."""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from tests.benchmarks.measure import (
    PERF,
    VALGRIND,
    Result,
    interleaved,
    process_cpu,
    process_instructions,
    spread,
    works,
)
from tests.rules.sources import ROOT

ROUNDS = 9

#: The floor: the library, the typeface, a window with one line of text; gone when it has been painted.
BARE = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QLabel, QWidget

class Window(QWidget):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, self, lambda: os._exit(0))

application = QApplication(sys.argv[:1])
for file in sorted(Path("resources/fonts").glob("*.ttf")):
    QFontDatabase.addApplicationFont(str(file))
window = Window()
window.resize(1440, 900)
label = QLabel("SMARTstad", window)
label.setFont(QFont("Inter", 15))
window.show()
application.exec()
"""

#: The program itself, from its own door, until the frame with its navigation has been painted.
FRAME = """
import os, sys
from smartstad_desktop.app import start as door, start_speed
from smartstad_desktop.app import wiring
start_speed.begin()
wiring.Desk.start = lambda desk, path: os._exit(0)
door.run([])
"""

#: The same until the overview of a workspace has been painted.
OVERVIEW = """
import os, sys
from smartstad_desktop.app import start as door, start_speed
from PySide6.QtCore import QEvent, QObject, QTimer
from smartstad_desktop.app import wiring
start_speed.begin()

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.UpdateRequest:
            QTimer.singleShot(0, lambda: os._exit(0))
        return False

start, watch = wiring.Desk.start, Watch()
def and_watch(desk, path):
    start(desk, path)
    assert desk.window.open_file.pages.current.value == "overview"
    # All that has changed is painted on one such request.
    desk.window.installEventFilter(watch)
wiring.Desk.start = and_watch
door.run([sys.argv[1]])
"""


def measure() -> Iterator[Result]:
    """Yield the two ratios."""
    with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
        demo = Path(folder) / "demo.smartstad"
        environment = os.environ | {
            "QT_QPA_PLATFORM": "offscreen",
            "SMARTSTAD_HOME": folder,
            "PYTHONPATH": str(ROOT),
            # As after the first start of an installed program: nothing is compiled again.
            "PYTHONPYCACHEPREFIX": f"{folder}/compiled",
            "PYTHONDONTWRITEBYTECODE": "",
        }
        make = (
            "import sys; from pathlib import Path; "
            "from smartstad_desktop.usecases.templates.templates import create_demo; "
        )
        process_cpu([sys.executable, "-c", make + "create_demo(Path(sys.argv[1])).close()", str(demo)], environment)
        scripts = {"bare": [BARE], "frame": [FRAME], "overview": [OVERVIEW, str(demo)]}
        commands = {name: [sys.executable, "-c", *script] for name, script in scripts.items()}
        seen = interleaved(
            {name: partial(process_cpu, command, environment) for name, command in commands.items()}, ROUNDS
        )
        counted: dict[str, float] = {}
        if works(PERF) or works(VALGRIND):
            counted = {name: process_instructions(command, environment) for name, command in commands.items()}
    for name, what, limit in (("frame", "painted frame", 1.5), ("overview", "overview of the demonstration", 3.5)):
        cpu = statistics.median(seen[name]) / statistics.median(seen["bare"])
        times = f"{cpu:.2f} x CPU time, {spread(seen[name])} against {spread(seen['bare'])}"
        # Instructions hardly move with what else the machine does; CPU time does.
        value = counted[name] / counted["bare"] if counted else cpu
        note = f"{counted[name]:.0f} against {counted['bare']:.0f} million instructions; {times}" if counted else times
        yield Result(name=f"start to the {what}", value=value, unit="x", limit=limit, note=note)
