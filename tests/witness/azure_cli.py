"""The Azure CLI, told that `practice serve` is a cloud, signs in and gets tokens, as the app's third way to sign in
needs it to."""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import threading

from arm import ResourceManager
from form_browser import enter_device_code
from practice_server import TENANT, USER_ADMIN, Authority, Practice, app, program_of
from report import Report

# "Microsoft Azure CLI", the id under which it signs everybody in.
AZURE_CLI = "04b07795-8ddb-461a-bbee-02f9e1bf7b46"
PERMISSIONS = ["User.Read", "User.Read.All", "Group.Read.All"]


class AzureCli:
    """`az` with a home of its own."""

    def __init__(self):
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="witness-az-"))
        self.program = pathlib.Path(sys.executable).parent / "az"
        self.environment = {
            **os.environ,
            "AZURE_CONFIG_DIR": str(self.home),
            "AZURE_CORE_COLLECT_TELEMETRY": "no",
            "AZURE_CORE_LOGIN_EXPERIENCE_V2": "off",
            "AZURE_CORE_NO_COLOR": "true",
            # Else it would ask Microsoft whether this host is one of theirs (Azure Stack has the same need).
            "AZURE_CORE_INSTANCE_DISCOVERY": "false",
            # It is started by the path of its interpreter, not by what was set for this one.
            "PYTHONPATH": "",
        }

    def run(self, *arguments):
        command = [self.program, *arguments]
        return subprocess.run(command, env=self.environment, capture_output=True, text=True, timeout=300, check=False)

    def json(self, *arguments):
        run = self.run(*arguments, "--output", "json")
        if run.returncode != 0:
            raise RuntimeError(f"az {' '.join(arguments)}: {run.stderr}")
        return json.loads(run.stdout)

    def login(self, base, *arguments, accept=True):
        """`az login --use-device-code`, with somebody who enters the code."""
        command = [self.program, "login", "--use-device-code", *arguments, "--output", "json"]
        process = subprocess.Popen(
            command, env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        said = []

        def listen():
            for line in process.stderr:
                said.append(line)
                message = re.search(r"open the page (\S+) and enter the code (\S+) to authenticate", line)
                if message:
                    enter_device_code(base, *message.groups(), USER_ADMIN, accept)

        listener = threading.Thread(target=listen)
        listener.start()
        out = process.stdout.read()
        process.wait(timeout=300)
        listener.join()
        process.stdout.close()
        process.stderr.close()
        return process.returncode, out, "".join(said)

    def close(self):
        shutil.rmtree(self.home)


def register(az, practice, arm):
    az.run("config", "set", "core.instance_discovery=false", "--only-show-errors")
    run = az.run(
        "cloud", "register", "--name", "Practice", "--skip-endpoint-discovery",
        "--endpoint-active-directory", practice.base,
        "--endpoint-active-directory-resource-id", f"{arm.base}/",
        "--endpoint-active-directory-graph-resource-id", f"{practice.base}/",
        "--endpoint-microsoft-graph-resource-id", f"{practice.base}/",
        "--endpoint-resource-manager", f"{arm.base}/",
        "--endpoint-management", f"{arm.base}/",
    )
    if run.returncode != 0:
        raise RuntimeError(run.stderr)
    return az.run("cloud", "set", "--name", "Practice").returncode == 0


def story(report, practice, arm):
    az = AzureCli()
    try:
        report.check("takes the server as a cloud", register(az, practice, arm))

        refused = az.run("account", "get-access-token", "--resource", practice.base)
        report.check("says that nobody is signed in", "az login" in refused.stderr, refused.stderr)

        status, _, said = az.login(practice.base, "--tenant", TENANT, "--allow-no-subscriptions", accept=False)
        report.check("says that the sign-in was declined", status != 0 and "authorization" in said.lower(), said)

        status, out, said = az.login(practice.base, "--tenant", TENANT, "--allow-no-subscriptions")
        if not report.check("signs in by device code", status == 0, said):
            return
        [account] = json.loads(out)
        report.check("and knows who it is", account["user"]["name"] == USER_ADMIN, account)
        report.check("and which tenant", account["tenantId"] == TENANT, account)
        report.check("asked Resource Manager with its token", "/subscriptions" in arm.asked, arm.asked)

        token = az.json("account", "get-access-token", "--resource", practice.base)
        wanted = {"accessToken", "expiresOn", "expires_on", "tenant", "tokenType"}
        report.check("gives a token for Graph, in the shape AzureCliCredential reads", wanted <= set(token), list(token))
        report.check("of the tenant", token["tenant"] == TENANT, token["tenant"])

        scope = f"{practice.base}/.default"
        again = az.json("account", "get-access-token", "--scope", scope, "--tenant", TENANT)
        report.check("and by scope and tenant, as AzureCliCredential asks", again["tokenType"] == "Bearer", list(again))

        me = az.json("rest", "--method", "get", "--url", f"{practice.graph}/me")
        report.check("az rest reads /me", me["userPrincipalName"] == USER_ADMIN, me)
        found = az.json("rest", "--method", "get", "--url", f"{practice.graph}/groups?$top=3")
        report.check("and a list", len(found["value"]) == 3, found)

        other = az.run("account", "get-access-token", "--resource", practice.base, "--tenant", "fabrikam.com")
        report.check("is refused in another tenant", other.returncode != 0, other.stdout)

        out = az.run("logout")
        gone = az.run("account", "get-access-token", "--resource", practice.base)
        report.check("signs out", out.returncode == 0 and gone.returncode != 0, gone.stdout)
    finally:
        az.close()


def main():
    report = Report("azure-cli")
    program = program_of(os.environ["PRACTICE"])
    authority = Authority(program)
    os.environ["REQUESTS_CA_BUNDLE"] = str(authority.trusted)
    cli = app(
        clientId=AZURE_CLI, name="Microsoft Azure CLI", multitenant=True, permissions=PERMISSIONS,
        consentedForAll=PERMISSIONS,
    )
    try:
        with ResourceManager(authority, TENANT) as arm:
            with Practice(program, authority, apps=[cli], resources=[f"{arm.base}/"]) as practice:
                story(report, practice, arm)
    except Exception:
        report.broke("the story")
    finally:
        authority.close()
    report.end()


if __name__ == "__main__":
    sys.exit(main())
