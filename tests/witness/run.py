#!/usr/bin/env python3
"""Programs of Microsoft's judge `practice serve`: azure-identity, the Graph SDK, the Azure CLI.

    python3 tests/witness/run.py --practice target/debug/practice

Installs what the two requirements files pin into target/witness (1.2 GB, once). One line per check, then a table of
versions for docs/fidelity.md. A witness that cannot be installed is a failure, never a skip.
"""

import argparse
import os
import pathlib
import subprocess
import sys
import venv

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PLACE = ROOT / "target" / "witness"
# The programs, each in an environment of its own: they do not want the same versions of the same libraries.
WITNESSES = {"sdk": "graph_sdk.py", "cli": "azure_cli.py"}
# What the table names beside what is pinned.
NAMED = ["msal", "msal-extensions", "azure-core", "msgraph-core", "microsoft-kiota-http", "azure-cli-core", "requests", "httpx"]


def installed(name):
    """The interpreter of an environment that has exactly what is pinned."""
    wanted = (HERE / f"requirements-{name}.txt").read_text(encoding="utf-8")
    place = PLACE / name
    python, stamp = place / "bin" / "python", place / "installed.txt"
    if not (python.exists() and stamp.exists() and stamp.read_text(encoding="utf-8") == wanted):
        print(f"installing requirements-{name}.txt", flush=True)
        venv.create(place, with_pip=True, clear=True)
        pip = [python, "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
        subprocess.run([*pip, "-r", HERE / f"requirements-{name}.txt"], check=True)
        stamp.write_text(wanted, encoding="utf-8")
    return python


def versions(name, python):
    """What is installed there, of what matters."""
    pinned = [line.split("==")[0] for line in (HERE / f"requirements-{name}.txt").read_text().splitlines() if "==" in line]
    code = (
        "import importlib.metadata as m, sys\n"
        "for name in sys.argv[1:]:\n"
        "    try: print('| ' + name + ' | ' + m.version(name) + ' |')\n"
        "    except m.PackageNotFoundError: pass\n"
    )
    run = subprocess.run([python, "-c", code, *pinned, *NAMED], check=True, capture_output=True, text=True)
    return run.stdout


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--practice", required=True, help="the program (`cargo build -p practice-server`)")
    parser.add_argument("--only", choices=WITNESSES, help="one witness alone")
    options = parser.parse_args()
    environment = {
        **os.environ,
        "PRACTICE": str(pathlib.Path(options.practice).resolve()),
        "PYTHONPATH": str(ROOT / "tests" / "foreign" / "python"),
        "PYTHONDONTWRITEBYTECODE": "1",
        # Nothing leaves this machine, whatever it is set up for.
        "NO_PROXY": "localhost,127.0.0.1",
    }
    failed, table = [], ""
    for name, script in WITNESSES.items():
        if options.only in (None, name):
            python = installed(name)
            if subprocess.run([python, HERE / script], env=environment, check=False).returncode != 0:
                failed.append(name)
            table += versions(name, python)
    print(f"\n| what judged | version |\n|---|---|\n| Python | {sys.version.split()[0]} |\n{table}", end="")
    print("\nall checks passed" if not failed else f"\nFAILED: {', '.join(failed)}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
