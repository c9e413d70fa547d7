"""`practice serve` over TLS, with a certificate that it makes itself, for as long as a `with` lasts."""

import json
import os
import pathlib
import shutil
import subprocess
import tempfile

CLIENT = "5d1f6f0a-7c1e-4a52-9c36-0b1a7d3e2c41"
TENANT = "3ceaaf30-8142-48ea-91d9-3080f9b439fc"

# The people of the built-in organisation who sign in here.
USER_ADMIN = "anna.bakker@contoso.nl"
GLOBAL_ADMIN = "charlotte.mulder@contoso.nl"
NO_ADMIN = "bram.visser@contoso.nl"


def app(**changes):
    """The app of the built-in plan, changed."""
    return {
        "clientId": CLIENT,
        "name": "Guest Mail Doctor",
        "redirectUris": ["http://localhost"],
        "publicClient": True,
        **changes,
    }


class Authority:
    """A certificate for localhost, and the file that says whom to trust."""

    def __init__(self, program):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="practice-tls-"))
        subprocess.run([program, "certificate", "--out", self.folder], check=True)
        self.trusted = self.folder / "authority.pem"

    def close(self):
        shutil.rmtree(self.folder)


class Practice:
    """The server. `plan` is the sign-in file without its version."""

    def __init__(self, program, authority, faults=None, **plan):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="practice-run-"))
        sign_in = self.folder / "sign-in.json"
        plan = {"version": 1, "apps": [app()], "intervalSeconds": 1, **plan}
        sign_in.write_text(json.dumps(plan), encoding="utf-8")
        command = [program, "serve", "--listen", "127.0.0.1:0", "--sign-in", sign_in]
        command += ["--tls-cert", authority.folder / "certificate.pem", "--tls-key", authority.folder / "key.pem"]
        if faults is not None:
            path = self.folder / "faults.json"
            path.write_text(json.dumps({"version": 1, "faults": faults}), encoding="utf-8")
            command += ["--faults", path]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        line = self.process.stdout.readline().strip()
        if not line.startswith("listening on https://"):
            self.close()
            raise RuntimeError(f"practice did not start: {line!r}")
        self.host = f"localhost:{line.rsplit(':', 1)[1]}"
        self.base = f"https://{self.host}"
        self.graph = f"{self.base}/v1.0"

    def authority(self, tenant=TENANT):
        return f"{self.base}/{tenant}"

    def scope(self, *names):
        return [f"{self.base}/{name}" for name in names]

    def close(self):
        self.process.terminate()
        self.process.wait(timeout=10)
        self.process.stdout.close()
        shutil.rmtree(self.folder)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


def program_of(argument):
    """The path of the program, which must be there."""
    path = pathlib.Path(argument).resolve()
    if not os.access(path, os.X_OK):
        raise SystemExit(f"there is no program at {path}: cargo build -p practice-server")
    return path
