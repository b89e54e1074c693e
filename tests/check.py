"""Everything that must hold, in one run: form, types, contracts, tests.

Each tool runs even when another failed, so that one run tells all there is to mend. The tests
come last and their own last line closes the output; what the other tools found stands above it.

    python tests/check.py [--fix] [arguments for pytest]
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import IO

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Tool:
    """One check: its name for people, its command, and what to do when it fails."""

    name: str
    command: tuple[str, ...]
    advice: str


@dataclass(frozen=True)
class Finding:
    """What a tool said, and whether it was content."""

    tool: Tool
    passed: bool
    output: str
    seconds: float


def tools(*, fix: bool) -> tuple[Tool, ...]:
    """The tools that look at the text of the program, in the order in which they are told."""
    mend = "python3 packaging/dev.py check --fix mends what can be mended."
    return (
        Tool("form", ("ruff", "format") if fix else ("ruff", "format", "--diff"), mend),
        Tool("rules of style", ("ruff", "check", *(["--fix"] if fix else [])), mend),
        Tool("types", ("mypy",), "The types say what a caller may count on: mend the code."),
        # `python -m importlinter.cli` would check nothing and be content.
        Tool("import contracts", ("lint-imports",), "See the layers in clerk/README.md."),
    )


def main(arguments: list[str]) -> int:
    """Run everything and return 0 if all of it holds."""
    fix = "--fix" in arguments
    findings = list(_look(tools(fix=fix), at_once=not fix))
    for finding in findings:
        verdict = "holds" if finding.passed else "FAILED"
        print(f"{finding.tool.name:<44} {finding.seconds:6.1f} s  {verdict}", flush=True)
    failed = [finding for finding in findings if not finding.passed]
    tests_passed = _test([one for one in arguments if one != "--fix"], failed)
    return 0 if tests_passed and not failed else 1


def _look(chosen: tuple[Tool, ...], *, at_once: bool) -> Iterator[Finding]:
    """Run the tools; side by side unless one changes what another reads."""
    with ThreadPoolExecutor(max_workers=len(chosen) if at_once else 1) as pool:
        yield from pool.map(_run, chosen)


def _run(tool: Tool) -> Finding:
    began = time.perf_counter()
    # Beside this Python, wherever PATH may lead; the bare name, if not there, tells its absence.
    found = shutil.which(tool.command[0], path=str(Path(sys.executable).parent))
    done = subprocess.run(
        [found or tool.command[0], *tool.command[1:]],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    return Finding(tool, done.returncode == 0, done.stdout, time.perf_counter() - began)


def _test(arguments: list[str], failed: list[Finding]) -> bool:
    """Run pytest, passing on what it says; the findings come before its last line."""
    colour = "--color=yes" if sys.stdout.isatty() else "--color=no"
    command = [sys.executable, "-m", "pytest", colour, *_spread(arguments), *arguments]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, bufsize=0
    ) as tests:
        assert tests.stdout is not None
        last = _pass_on(tests.stdout)
    for finding in failed:
        print(f"\n---- {finding.tool.name}: FAILED ----\n{finding.output.rstrip()}")
        print(f"\n{finding.tool.advice}")
    sys.stdout.flush()
    sys.stdout.buffer.write(last)
    sys.stdout.flush()
    return tests.returncode == 0


def _pass_on(said: IO[bytes]) -> bytes:
    """Write each line as soon as the next one begins, and return the last one unwritten."""
    held = b""
    while chunk := said.read(4096):
        held += chunk
        cut = held.rstrip(b"\n").rfind(b"\n") + 1
        sys.stdout.buffer.write(held[:cut])
        sys.stdout.flush()
        held = held[cut:]
    return held


def _spread(arguments: list[str]) -> list[str]:
    """Spread the tests over the cores; whoever chose some wants to see them closely."""
    cores = min(os.cpu_count() or 1, 4)
    return [] if arguments or cores == 1 else ["-n", str(cores), "--dist", "loadfile"]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
