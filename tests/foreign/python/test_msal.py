"""MSAL for Python against `practice serve`: its own reading of what Entra answers."""

import base64
import os
import threading
import unittest

import msal
import requests

from form_browser import Browser, enter_device_code
from practice_server import CLIENT, GLOBAL_ADMIN, NO_ADMIN, USER_ADMIN, Authority, Practice, app, program_of

READING = ["User.Read", "User.Read.All", "GroupMember.Read.All"]


def setUpModule():
    global AUTHORITY, PROGRAM
    PROGRAM = program_of(os.environ["PRACTICE"])
    AUTHORITY = Authority(PROGRAM)
    os.environ["REQUESTS_CA_BUNDLE"] = str(AUTHORITY.trusted)


def tearDownModule():
    AUTHORITY.close()


class Scenario(unittest.TestCase):
    """A server of its own for every test."""

    plan = {"apps": [app(consentedForAll=READING)]}
    faults = None

    def setUp(self):
        self.practice = Practice(PROGRAM, AUTHORITY, faults=self.faults, **self.plan)
        self.addCleanup(self.practice.close)

    def client(self, **changes):
        options = {
            "authority": self.practice.authority(),
            # Else it would ask Microsoft whether this host is one of theirs.
            "instance_discovery": False,
            "client_capabilities": ["cp1"],
            **changes,
        }
        return msal.PublicClientApplication(CLIENT, **options)

    def interactive(self, client, user_name=USER_ADMIN, accept=True, scopes=("User.Read",), **options):
        """The loopback listener is MSAL's own; the browser is ours."""
        browser = Browser(self.practice.base)

        def visit(url):
            def run():
                browser.open(url).sign_in(user_name, accept)
                if browser.at.kind == "approval":
                    browser.press("cancel").sign_in(user_name)

            threading.Thread(target=run, daemon=True).start()

        answer = client.acquire_token_interactive(
            self.practice.scope(*scopes), auth_uri_callback=visit, timeout=30, **options
        )
        return answer, browser

    def device(self, client, user_name=USER_ADMIN, accept=True, scopes=("User.Read",)):
        flow = client.initiate_device_flow(self.practice.scope(*scopes))
        self.assertIn("user_code", flow, flow)
        browser = enter_device_code(
            self.practice.base, flow["verification_uri"], flow["user_code"], user_name, accept
        )
        return client.acquire_token_by_device_flow(flow), browser

    def me(self, answer):
        headers = {"Authorization": f"Bearer {answer['access_token']}"}
        return requests.get(f"{self.practice.graph}/me", headers=headers, timeout=30)

    def assertIsAnna(self, answer):
        self.assertNotIn("error", answer, answer)
        reply = self.me(answer)
        self.assertEqual((reply.status_code, reply.json()["userPrincipalName"]), (200, USER_ADMIN))


class SigningIn(Scenario):
    def test_interactively_by_code_and_pkce(self):
        answer, _ = self.interactive(self.client())
        self.assertIsAnna(answer)
        claims = answer["id_token_claims"]
        self.assertEqual(claims["preferred_username"], USER_ADMIN)
        self.assertEqual(claims["iss"], f"{self.practice.authority()}/v2.0")
        self.assertTrue(60 * 60 <= answer["expires_in"] <= 90 * 60, answer["expires_in"])

    def test_by_a_device_code(self):
        answer, browser = self.device(self.client())
        self.assertEqual(browser.at.kind, "done")
        self.assertIsAnna(answer)

    def test_silently_from_the_cache_and_with_the_refresh_token(self):
        client = self.client()
        first, _ = self.interactive(client)
        [account] = client.get_accounts()
        self.assertEqual(account["username"], USER_ADMIN)
        cached = client.acquire_token_silent(self.practice.scope("User.Read"), account)
        self.assertEqual(cached["access_token"], first["access_token"])
        renewed = client.acquire_token_silent(self.practice.scope("User.Read"), account, force_refresh=True)
        self.assertNotEqual(renewed["access_token"], first["access_token"])
        self.assertIsAnna(renewed)

    def test_a_refresh_token_can_be_used_twice(self):
        client = self.client()
        first, _ = self.interactive(client)
        for _ in range(2):
            again = client.acquire_token_by_refresh_token(first["refresh_token"], self.practice.scope("User.Read"))
            self.assertIsAnna(again)

    def test_a_permission_that_was_granted_for_all_is_silently_there(self):
        client = self.client()
        self.interactive(client)
        [account] = client.get_accounts()
        more = client.acquire_token_silent_with_error(
            self.practice.scope("GroupMember.Read.All"), account, force_refresh=True
        )
        self.assertIsAnna(more)

    def test_by_the_domain_of_the_tenant(self):
        answer, _ = self.interactive(self.client(authority=self.practice.authority("contoso.nl")))
        self.assertIsAnna(answer)
        self.assertEqual(answer["id_token_claims"]["iss"], f"{self.practice.authority()}/v2.0")


class Refusals(Scenario):
    def test_a_tenant_that_is_not_there(self):
        with self.assertRaisesRegex(ValueError, "tenant"):
            self.client(authority=self.practice.authority("fabrikam.com"))

    def test_a_host_that_is_not_a_login_host(self):
        ours = f"{self.practice.base}/common/discovery/instance"
        self.client(instance_discovery=ours)
        with self.assertRaisesRegex(ValueError, "invalid_instance"):
            self.client(instance_discovery=ours, authority="https://login.contoso.example/contoso.nl")

    def test_a_permission_that_was_never_granted_is_refused_with_its_suberror(self):
        client = self.client()
        self.interactive(client)
        [account] = client.get_accounts()
        refused = client.acquire_token_silent_with_error(
            self.practice.scope("User.Invite.All"), account, force_refresh=True
        )
        self.assertEqual(refused["error"], "invalid_grant", refused)
        self.assertEqual(refused["error_codes"], [65001])
        self.assertEqual(refused["suberror"], "consent_required")
        # MSAL's own reading of it.
        self.assertEqual(refused["classification"], "consent_required")
        for part in ("Trace ID: ", "Correlation ID: ", "Timestamp: "):
            self.assertIn(part, refused["error_description"])

    def test_a_device_code_that_was_declined(self):
        answer, browser = self.device(self.client(), accept=False)
        self.assertEqual(browser.at.kind, "declined")
        self.assertEqual(answer["error"], "authorization_declined", answer)


class Consent(Scenario):
    plan = {"apps": [app()], "userConsent": "all"}

    def test_is_asked_once_and_remembered(self):
        client = self.client()
        answer, browser = self.interactive(client)
        self.assertIn("consent", browser.seen)
        self.assertIsAnna(answer)
        again, browser = self.interactive(self.client())
        self.assertNotIn("consent", browser.seen)
        self.assertIsAnna(again)
        _, browser = self.interactive(self.client(), prompt="consent")
        self.assertIn("consent", browser.seen)

    def test_declined(self):
        answer, _ = self.interactive(self.client(), accept=False)
        self.assertEqual(answer["error"], "access_denied", answer)
        self.assertIn("AADSTS65004", answer["error_description"])

    def test_that_only_an_admin_can_give(self):
        answer, browser = self.interactive(self.client(), NO_ADMIN, scopes=["User.Read.All"])
        self.assertIn("AADSTS90094", answer["error_description"], answer)

    def test_that_an_admin_gives(self):
        answer, _ = self.interactive(self.client(), GLOBAL_ADMIN, scopes=["User.Read.All"])
        self.assertNotIn("error", answer, answer)
        self.assertIn("User.Read.All", answer["scope"])


class ClaimsChallenge(Scenario):
    faults = [{"method": "GET", "path": "/me", "nth": 2, "do": "claims"}]

    def test_is_answered_by_a_new_sign_in_with_these_claims_and_by_nothing_less(self):
        client = self.client()
        answer, _ = self.interactive(client)
        self.assertIsAnna(answer)
        challenged = self.me(answer)
        self.assertEqual(challenged.status_code, 401)
        challenge = requests.utils.parse_dict_header(challenged.headers["www-authenticate"].split(" ", 1)[1])
        self.assertEqual(challenge["error"], "insufficient_claims")
        claims = base64.b64decode(challenge["claims"]).decode()
        self.assertEqual(self.me(answer).status_code, 401, "it is not forgotten")
        [account] = client.get_accounts()
        silent = client.acquire_token_silent_with_error(
            self.practice.scope("User.Read"), account, claims_challenge=claims
        )
        self.assertEqual((silent["error"], silent["error_codes"]), ("invalid_grant", [50173]), silent)
        fresh, browser = self.interactive(client, claims_challenge=claims)
        self.assertIn("proof", browser.seen)
        self.assertIsAnna(fresh)


class MultiFactor(Scenario):
    plan = {"apps": [app(consentedForAll=READING)], "multiFactor": "on"}

    def test_is_a_page_of_its_own(self):
        answer, browser = self.interactive(self.client())
        self.assertIn("proof", browser.seen)
        self.assertIsAnna(answer)


class Blocked(Scenario):
    plan = {
        "apps": [app(consentedForAll=READING)],
        "refusals": [
            {
                "at": "token", "grant": "device_code", "nth": 1, "error": "invalid_grant", "aadsts": 53003,
                "suberror": "message_only", "text": "Access has been blocked by Conditional Access policies.",
            }
        ],
    }

    def test_by_conditional_access_with_its_suberror(self):
        answer, _ = self.device(self.client())
        self.assertEqual((answer["error_codes"], answer["suberror"]), ([53003], "message_only"), answer)
