"""Run Python with arguments, and print the processor seconds and peak memory in MB that it took.

    python -m tests.benchmark.timed ARGUMENTS

A process of its own, since Linux counts the memory of whoever starts a program as the program's.
"""

from __future__ import annotations

import os
import sys


def main() -> None:
    nothing = os.open(os.devnull, os.O_WRONLY)
    # with compiled modules, as they are on any machine that has run it once
    surroundings = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    child = os.posix_spawn(
        sys.executable,
        [sys.executable, *sys.argv[1:]],
        surroundings,
        file_actions=[(os.POSIX_SPAWN_DUP2, nothing, number) for number in (1, 2)],
    )
    _, status, usage = os.wait4(child, 0)
    # what else the machine does lengthens the time on the wall, and hardly this
    seconds = usage.ru_utime + usage.ru_stime
    # macOS counts bytes, Linux kilobytes
    peak_mb = usage.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
    sys.stdout.write(f"{seconds} {peak_mb}\n")
    sys.exit(1 if status else 0)


if __name__ == "__main__":
    main()
