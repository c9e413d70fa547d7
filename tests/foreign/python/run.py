#!/usr/bin/env python3
"""MSAL for Python judges `practice serve`.

    python3 tests/foreign/python/run.py --practice target/debug/practice

Installs what requirements.txt pins into target/foreign/python, once. A client that cannot be installed is a failure.
"""

import argparse
import os
import pathlib
import subprocess
import sys
import venv

HERE = pathlib.Path(__file__).resolve().parent
PLACE = HERE.parents[2] / "target" / "foreign" / "python"


def installed():
    """The interpreter of an environment that has exactly what is pinned."""
    wanted = (HERE / "requirements.txt").read_text(encoding="utf-8")
    python, stamp = PLACE / "bin" / "python", PLACE / "installed.txt"
    if not (python.exists() and stamp.exists() and stamp.read_text(encoding="utf-8") == wanted):
        venv.create(PLACE, with_pip=True, clear=True)
        subprocess.run(
            [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", HERE / "requirements.txt"],
            check=True,
        )
        stamp.write_text(wanted, encoding="utf-8")
    return python


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--practice", required=True, help="the program (`cargo build -p practice-server`)")
    options, rest = parser.parse_known_args()
    environment = {**os.environ, "PRACTICE": str(pathlib.Path(options.practice).resolve())}
    # Nothing leaves this machine, whatever it is set up for.
    environment["NO_PROXY"] = "localhost,127.0.0.1"
    environment["PYTHONDONTWRITEBYTECODE"] = "1"
    command = [installed(), "-W", "error::ResourceWarning", "-m", "unittest", "-v", *(rest or ["test_msal"])]
    return subprocess.run(command, cwd=HERE, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
