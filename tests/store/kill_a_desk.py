"""Kills a desk in the middle of its work, again and again, and tells what was left.

Run as a process of its own: it forks a child that accepts cases, or types, as fast as it can and
names what was confirmed after its commit, as the clerk would see it; then SIGKILL. The store is
opened again each time.

    python -m tests.store.kill_a_desk accepting|typing FOLDER TIMES SEED
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
from clerk.ui.presenters.draft_keeper import DraftKeeper
from clerk.usecases.accept_case import AcceptCase, accept_case
from clerk.usecases.draft import Draft
from tests.desk import CLERK, application, make_desk, open_test_desk

DRAFTS = 3


def accept_for_ever(folder, out):
    """Accept case after case; tell each number only after its commit."""
    desk = open_test_desk(folder)
    wish = AcceptCase(opening=application(desk, "SCJG-005"), by=CLERK)
    while True:
        number = accept_case(wish, desk.open.counter).case.number
        os.write(out, f"{number}\n".encode())
        desk.open.store.rest()


def type_for_ever(folder, out):
    """Type on where the last life was killed, one more character a draft; tell each once kept."""
    desk = open_test_desk(folder)
    desk.clock.at = max(each.touched_at for each in desk.room.reading.drafts())
    keeper = DraftKeeper(desk.open.counter, desk.room.tasks, otherwise=_raised)
    count = len(desk.room.reading.drafts()[0].fields["name"])
    while True:
        count += 1
        desk.clock.on(minutes=1)
        keeper.keep(draft_of(count, desk.clock()))
        os.write(out, f"{count}\n".encode())


def draft_of(count, touched_at):
    """Return one of a few drafts in turns, with so many characters typed, one of them broken."""
    name = ("王\ud83d" * count)[:count]
    return Draft(id=f"draft-{count % DRAFTS}", touched_at=touched_at, fields={"name": name})


def _raised(trouble):
    raise trouble


def one_life(folder, chance, work_for_ever):
    """Let a child live until a few cases are confirmed and a little longer; return what it told."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        work_for_ever(folder, writing)
    os.close(writing)
    told = os.read(reading, 4096)
    time.sleep(chance.uniform(0, 0.02))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while more := os.read(reading, 65536):
        told += more
    os.close(reading)
    return told.decode().split("\n")[:-1]


def kill_the_accepting(folder, times, chance):
    """Kill so many times; return the sums of numbers."""
    confirmed = []
    for _ in range(times):
        confirmed += one_life(folder, chance, accept_for_ever)
    opened = bootstrap.open_desk(folder)
    with opened.store.connection.begin():
        kept = list(opened.store.connection.exec_driver_sql("SELECT number FROM case_").scalars())
    events = rebuild_rows(opened.store)
    opened.store.close()
    return {
        "confirmed": len(confirmed),
        "confirmed_twice": len(confirmed) - len(set(confirmed)),
        "confirmed_but_gone": len(set(confirmed) - set(kept)),
        "kept": len(kept),
        "kept_twice": len(kept) - len(set(kept)),
        "events": events,
    }


def kill_the_typing(folder, times, chance):
    """Kill so many times, looking at the drafts after each; return the sums."""
    sums = {"confirmed": 0, "lost": 0, "changed": 0}
    desk = open_test_desk(folder)
    with desk.open.store.begin() as work:
        for count in range(1, DRAFTS + 1):
            work.drafts.keep(draft_of(count, desk.clock()))
        work.commit()
    desk.close()
    for _ in range(times):
        told = [int(each) for each in one_life(folder, chance, type_for_ever)]
        desk = open_test_desk(folder)
        kept = {len(each.fields["name"]): each for each in desk.room.reading.drafts()}
        desk.close()
        last = told[-1]
        is_one_more = max(kept) > last  # it was kept, and killed before it could tell
        wanted = range(last - DRAFTS + 1 + is_one_more, last + 1)
        sums["confirmed"] += len(told)
        sums["lost"] += sum(count not in kept for count in wanted)
        sums["changed"] += sum(each != draft_of(n, each.touched_at) for n, each in kept.items())
    return sums


def main(doing, folder, times, seed):
    """Kill so many times; print the sums."""
    chance = random.Random(seed)  # noqa: S311 - when to kill is no secret
    make_desk(folder).close()
    kill = {"accepting": kill_the_accepting, "typing": kill_the_typing}[doing]
    print(json.dumps({"killed": times, **kill(folder, times, chance)}))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
