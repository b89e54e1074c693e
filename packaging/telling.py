"""What the person at the terminal is told: one short line a step, and all of it when one fails.

Only ASCII is printed, so that it reads the same under `LANG=C`.
"""

import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager


class Trouble(Exception):
    """The work cannot go on; the text says what happened and what to do."""

    def __init__(self, text: str, *, exit_code: int = 1) -> None:
        super().__init__(text)
        self.exit_code = exit_code


@contextmanager
def step(name: str) -> Iterator[None]:
    """Tell the step's name at once and the time it took when it is done."""
    print(f"{name:<44}", end=" ", flush=True)
    began = time.perf_counter()
    try:
        yield
    except BaseException:
        print("failed", flush=True)
        raise
    print(f"{time.perf_counter() - began:6.1f} s", flush=True)


def run(
    command: Sequence[object],
    *,
    advice: str,
    env: Mapping[str, str] | None = None,
    tries: int = 1,
) -> str:
    """Run a command quietly and return what it printed.

    Raises:
        Trouble: It failed each time; carries its whole output and the advice.
    """
    done = _attempt(command, env)
    for waited in range(1, tries):
        if done.returncode == 0:
            break
        print("once more ...", end=" ", flush=True)
        time.sleep(3 * waited)  # a network that stumbled needs a moment
        done = _attempt(command, env)
    if done.returncode:
        told = " ".join(map(str, command))
        raise Trouble(f"$ {told}\n{done.stdout.rstrip()}\n\n{advice}")
    return done.stdout


def _attempt(
    command: Sequence[object], env: Mapping[str, str] | None
) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(
            [str(word) for word in command],
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            close_fds=False,  # see environment._alone; Python keeps every other file to itself
            check=False,
        )
    except OSError as error:
        return subprocess.CompletedProcess([], 127, stdout=str(error))


def finds(command: Sequence[str]) -> bool:
    """Tell whether a question put to a program is answered with yes."""
    return _attempt(command, None).returncode == 0


def say(text: str) -> None:
    """Say something that is neither a step nor a failure."""
    print(text, file=sys.stderr, flush=True)
