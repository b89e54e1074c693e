"""A print service of a test's own: a real cupsd with its queues, its spool and its socket.

The queues' backend is a script that does what a file says: deliver, fail, hang, or report that
the paper is out. What was delivered lies in a folder, with the options it came with.
"""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from clerk.printing.cups import CupsQueues
from clerk.printing.cups_printer import Patience
from clerk.printing.print_service import PrintService

CUPSD = shutil.which("cupsd", path="/usr/sbin:/usr/bin:/sbin")
WHY_NOT = "needs a real cupsd: apt-get install cups-daemon cups-client, and root"
CAN_RUN = CUPSD is not None and shutil.which("lpadmin", path="/usr/sbin:/usr/bin") is not None
needs_cups = pytest.mark.skipif(not CAN_RUN or os.geteuid() != 0, reason=WHY_NOT)
_SYSTEM = Path("/usr/lib/cups")
_SECONDS = 30

_CUPSD = """\
Listen {socket}
ServerName localhost
LogLevel debug
MaxLogSize 0
Browsing No
WebInterface No
DefaultAuthType None
JobRetryInterval 300
PreserveJobHistory Yes
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit Cancel-Job>
    AuthType Default
    Require user @OWNER @SYSTEM
    Order deny,allow
  </Limit>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
"""
_FILES = """\
User lp
Group lp
SystemGroup root
ServerRoot {root}/etc
ServerBin {root}/bin
DataDir /usr/share/cups
CacheDir {root}/cache
StateDir {root}/state
RequestRoot {root}/spool
TempDir {root}/temp
AccessLog {root}/access_log
ErrorLog {root}/error_log
PageLog {root}/page_log
FileDevice Yes
Sandboxing Relaxed
"""
_BACKEND = """\
#!/bin/sh
# job user title copies options [file]; the device's name is the last word of its address
[ $# -lt 5 ] && exit 0
home={root}/printers/${{DEVICE_URI##*/}}
mkdir -p "$home"
case "$(cat "$home/mood" 2>/dev/null)" in
  fails) echo "ERROR: it is broken" >&2; exit 1 ;;
  hangs) trap 'exit 0' TERM; sleep 600 & wait $! ; exit 1 ;;
  empty) trap 'exit 0' TERM; echo "STATE: +media-empty-error" >&2; sleep 600 & wait $! ; exit 1 ;;
esac
printf '%s' "$5" > "$home/$1.options"
printf '%s' "$3" > "$home/$1.title"
printf '%s' "$4" > "$home/$1.copies"
cat ${{6:+"$6"}} > "$home/$1.pdf"
"""
_PPD = """\
*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "TEST.PPD"
*Manufacturer: "Test"
*Product: "(Test)"
*ModelName: "Test PDF"
*ShortNickName: "Test PDF"
*NickName: "Test PDF"
*PSVersion: "(3010.000) 0"
*LanguageLevel: "3"
*ColorDevice: False
*DefaultColorSpace: Gray
*FileSystem: False
*cupsFilter2: "application/pdf application/pdf 0 -"
*OpenUI *PageSize/Size: PickOne
*DefaultPageSize: A4
*PageSize A4/A4: ""
*PageSize A5/A5: ""
*CloseUI: *PageSize
*OpenUI *PageRegion: PickOne
*DefaultPageRegion: A4
*PageRegion A4/A4: ""
*PageRegion A5/A5: ""
*CloseUI: *PageRegion
*DefaultImageableArea: A4
*ImageableArea A4/A4: "0 0 595 842"
*ImageableArea A5/A5: "0 0 420 595"
*DefaultPaperDimension: A4
*PaperDimension A4/A4: "595 842"
*PaperDimension A5/A5: "420 595"
*OpenUI *InputSlot/Tray: PickOne
*DefaultInputSlot: Tray1
*InputSlot Tray1/Tray 1: ""
*InputSlot Tray2/Tray 2: ""
*CloseUI: *InputSlot
*OpenUI *Duplex/Sides: PickOne
*DefaultDuplex: None
*Duplex None/One: ""
*Duplex DuplexNoTumble/Long: ""
*Duplex DuplexTumble/Short: ""
*CloseUI: *Duplex
"""


@dataclass
class Delivered:
    """One job as the backend got it."""

    pdf: bytes
    options: str
    title: str
    copies: int


class OwnCups:
    """A cupsd under a folder."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.socket = root / "s"
        self._process: subprocess.Popen[bytes] | None = None
        for name in ("etc/ppd", "bin/backend", "cache", "state/certs", "spool/tmp", "temp"):
            (root / name).mkdir(parents=True)
        for each in _SYSTEM.iterdir():
            if each.name != "backend":
                (root / "bin" / each.name).symlink_to(each)
        (root / "etc/cupsd.conf").write_text(_CUPSD.format(socket=self.socket))
        (root / "etc/cups-files.conf").write_text(_FILES.format(root=root))
        backend = root / "bin/backend/tray"
        backend.write_text(_BACKEND.format(root=root))
        backend.chmod(stat.S_IRWXU)  # what only root may run, cupsd runs as root
        (root / "test.ppd").write_text(_PPD)

    @property
    def address(self) -> str:
        return str(self.socket)

    def start(self) -> None:
        """Start it and wait until it answers."""
        command = [str(CUPSD), "-f", "-c", self.root / "etc/cupsd.conf"]
        command += ["-s", self.root / "etc/cups-files.conf"]
        with (self.root / "cupsd.log").open("ab") as log:
            self._process = subprocess.Popen(command, stdout=log, stderr=log)
        self.until(self._answers, "cupsd does not answer")

    def stop(self) -> None:
        """End it, with every backend."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait(_SECONDS)
            self._process = None
            self.socket.unlink(missing_ok=True)

    def until(self, holds, lament: str) -> None:
        """Wait for a condition."""
        last = time.monotonic() + _SECONDS
        pause = 0.01
        while not holds():
            if time.monotonic() > last:
                log = (self.root / "error_log").read_text("utf-8", "replace")
                raise AssertionError(f"{lament}\n{log[-3000:]}")
            time.sleep(pause)

    def run(self, *words: str) -> str:
        """Run one of CUPS's own programs against this service; return what it says."""
        done = subprocess.run(
            words,
            env={**os.environ, "CUPS_SERVER": self.address, "LC_ALL": "C"},
            capture_output=True,
            encoding="utf-8",
            timeout=_SECONDS,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def add(self, name: str, *, policy: str = "retry-job") -> None:
        """Add a queue that is ready."""
        ppd = ["-P", str(self.root / "test.ppd")]
        more = ["-o", f"printer-error-policy={policy}", "-L", "A07"]
        self.run("lpadmin", "-p", name, "-v", f"tray:/{name}", *ppd, *more, "-E")

    def mood(self, name: str, mood: str) -> None:
        """Say what the queue's printer shall do from now on: ``fails``, ``hangs``, ``empty``."""
        home = self.root / "printers" / name
        home.mkdir(parents=True, exist_ok=True)
        (home / "mood").write_text(mood)

    def delivered(self, name: str) -> list[Delivered]:
        """Return what came out of a queue, first first."""
        home = self.root / "printers" / name
        found = sorted(home.glob("*.pdf"), key=lambda path: int(path.stem))
        return [
            Delivered(
                path.read_bytes(),
                path.with_suffix(".options").read_text(),
                path.with_suffix(".title").read_text(),
                int(path.with_suffix(".copies").read_text()),
            )
            for path in found
        ]

    def queues(self, *, pause=None, stuck_looks: int = 8, looks: int = 200) -> CupsQueues:
        """Return our own queues on this service, with little patience."""
        patience = Patience(pause=pause or _short, stuck_looks=stuck_looks, looks=looks)
        return CupsQueues(PrintService(self.address, user="root"), patience)

    def _answers(self) -> bool:
        command = [shutil.which("lpstat") or "lpstat", "-r"]
        env = {**os.environ, "CUPS_SERVER": self.address, "LC_ALL": "C"}
        done = subprocess.run(command, env=env, capture_output=True, check=False)
        return b"is running" in done.stdout


def _short() -> bool:
    time.sleep(0.1)  # the time between two looks at a real queue
    return False
