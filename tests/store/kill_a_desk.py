"""Kills a desk in the middle of accepting, again and again, and tells what was left.

Run as a process of its own: it forks a child that accepts cases as fast as it
can and names each number after its commit, as the clerk would see it; then
SIGKILL. The store is opened again each time.

    python -m tests.store.kill_a_desk FOLDER TIMES SEED
"""

import json
import os
import random
import signal
import sys
import time
from pathlib import Path

from clerk import bootstrap
from clerk.store.rebuild import rebuild_rows
from clerk.usecases.accept_case import AcceptCase, accept_case
from tests.desk import CLERK, application, make_desk, open_test_desk


def accept_for_ever(folder, out):
    """Accept case after case; tell each number only after its commit."""
    desk = open_test_desk(folder)
    wish = AcceptCase(opening=application(desk, "SCJG-005"), by=CLERK)
    while True:
        number = accept_case(wish, desk.open.counter).case.number
        os.write(out, f"{number}\n".encode())
        desk.open.store.rest()


def one_life(folder, chance):
    """Let a child live until a few cases are confirmed and a little longer; return what it told."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        accept_for_ever(folder, writing)
    os.close(writing)
    told = os.read(reading, 4096)
    time.sleep(chance.uniform(0, 0.02))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while more := os.read(reading, 65536):
        told += more
    os.close(reading)
    return told.decode().split("\n")[:-1]


def main(folder, times, seed):
    """Kill so many times; print the sums."""
    chance = random.Random(seed)  # noqa: S311 - when to kill is no secret
    confirmed = []
    make_desk(folder).close()
    for _ in range(times):
        confirmed += one_life(folder, chance)
    opened = bootstrap.open_desk(folder)
    with opened.store.connection.begin():
        kept = list(opened.store.connection.exec_driver_sql("SELECT number FROM case_").scalars())
    events = rebuild_rows(opened.store)
    opened.store.close()
    print(
        json.dumps(
            {
                "killed": times,
                "confirmed": len(confirmed),
                "confirmed_twice": len(confirmed) - len(set(confirmed)),
                "confirmed_but_gone": len(set(confirmed) - set(kept)),
                "kept": len(kept),
                "kept_twice": len(kept) - len(set(kept)),
                "events": events,
            }
        )
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
