"""azure-identity signs in, and Microsoft's Graph SDK makes every call the app makes, once, as the app may make it."""

import asyncio
import logging
import os
import pathlib
import re
import sys
import threading
import webbrowser

from azure.core.exceptions import ClientAuthenticationError
from azure.identity import DeviceCodeCredential, InteractiveBrowserCredential
from kiota_abstractions.api_error import APIError
from kiota_abstractions.base_request_configuration import RequestConfiguration
from kiota_authentication_azure.azure_identity_authentication_provider import AzureIdentityAuthenticationProvider
from msgraph import GraphRequestAdapter, GraphServiceClient
from msgraph.generated.directory.deleted_items.graph_user.graph_user_request_builder import GraphUserRequestBuilder
from msgraph.generated.models.app_role_assignment import AppRoleAssignment
from msgraph.generated.models.invitation import Invitation
from msgraph.generated.models.reference_create import ReferenceCreate
from msgraph.generated.models.user import User
from msgraph.generated.users.item.user_item_request_builder import UserItemRequestBuilder
from msgraph.generated.users.users_request_builder import UsersRequestBuilder
from msgraph_core.requests.batch_request_content import BatchRequestContent
from msgraph_core.requests.batch_request_item import BatchRequestItem

from form_browser import Browser, enter_device_code
from practice_server import CLIENT, GLOBAL_ADMIN, NO_ADMIN, TENANT, Authority, Practice, app, program_of
from report import Report

OPERATIONS = pathlib.Path(__file__).resolve().parents[2] / "crates" / "graph" / "src" / "operations.rs"
PERMISSIONS = [
    "User.Read", "User.ReadWrite.All", "User.Invite.All", "User.DeleteRestore.All", "User-Mail.ReadWrite.All",
    "GroupMember.ReadWrite.All", "GroupSettings.Read.All", "OrgContact.Read.All", "Organization.Read.All",
    "Directory.Read.All", "AppRoleAssignment.ReadWrite.All", "ExchangeMessageTrace.Read.All",
]
SCRATCH = "scratch.guest@adatum.com"


class FormWindow(webbrowser.BaseBrowser):
    """What azure-identity believes to be the browser of this machine."""

    base, user_name = None, None

    def open(self, url, new=0, autoraise=True):
        def visit():
            Browser(self.base).open(url).sign_in(self.user_name)

        threading.Thread(target=visit, daemon=True).start()
        return True


def device_credential(practice, user_name, accept=True):
    def prompt(page, code, _expires):
        threading.Thread(
            target=enter_device_code, args=(practice.base, page, code, user_name, accept), daemon=True
        ).start()

    return DeviceCodeCredential(
        client_id=CLIENT, tenant_id=TENANT, authority=practice.base, disable_instance_discovery=True,
        prompt_callback=prompt, timeout=30,
    )


def identity(practice, report):
    """azure-identity, by itself."""
    scope = practice.scope("User.Read")[0]
    token = device_credential(practice, NO_ADMIN).get_token(scope)
    report.check("DeviceCodeCredential gets a token", bool(token.token))

    webbrowser.register("forms", None, FormWindow("forms"), preferred=True)
    FormWindow.base, FormWindow.user_name = practice.base, NO_ADMIN
    credential = InteractiveBrowserCredential(
        client_id=CLIENT, tenant_id=TENANT, authority=practice.base, disable_instance_discovery=True,
        timeout=30,
    )
    record = credential.authenticate(scopes=[scope])
    report.check("InteractiveBrowserCredential signs in", record.username == NO_ADMIN, record.username)
    report.check("and knows the tenant and the person", record.tenant_id == TENANT, record.tenant_id)
    again = credential.get_token(scope)
    report.check("and gets its next token from the cache", bool(again.token))
    forced = credential.get_token(scope, enable_cae=True)
    report.check("and one with the capability to answer challenges", bool(forced.token))

    try:
        device_credential(practice, NO_ADMIN, accept=False).get_token(scope)
        report.check("declining is refused", False, "there is a token")
    except ClientAuthenticationError as refused:
        report.check("declining is refused", "declined" in str(refused), refused)


def client_for(practice, credential):
    provider = AzureIdentityAuthenticationProvider(
        credential, scopes=[f"{practice.base}/.default"], allowed_hosts=[practice.host, "localhost"]
    )
    adapter = GraphRequestAdapter(provider)
    adapter.base_url = practice.graph
    return GraphServiceClient(request_adapter=adapter)


class Calls:
    """Every operation of the app's list under its name there; each gives what was wrong, or nothing."""

    def __init__(self, practice, graph):
        self.practice, self.graph = practice, graph
        self.guest = self.group = self.deleted = None

    def reference(self, kind, identifier):
        return ReferenceCreate(odata_id=f"{self.practice.graph}/{kind}/{identifier}")

    # Reads.

    async def GetMe(self):
        me = await self.graph.me.get()
        self.me = me.id
        return me.user_principal_name == GLOBAL_ADMIN or me.user_principal_name

    async def ListMyRoles(self):
        rows = await self.graph.me.member_of.graph_directory_role.get()
        return [row.display_name for row in rows.value] == ["Global Administrator"] or rows.value

    async def ListMyGroups(self):
        rows = await self.graph.me.owned_objects.graph_group.get()
        return len(rows.value) > 0 or rows.value

    async def ListOrganization(self):
        rows = await self.graph.organization.get()
        return rows.value[0].id == TENANT or rows.value

    async def ListUsers(self):
        query = UsersRequestBuilder.UsersRequestBuilderGetQueryParameters(
            filter="proxyAddresses/any(a:a eq 'smtp:sofie.lindqvist@tailspintoys.com') or "
            "otherMails/any(a:a eq 'sofie.lindqvist@tailspintoys.com')",
            select=["id", "displayName", "otherMails", "identities", "externalUserState"],
            top=10,
        )
        rows = await self.graph.users.get(RequestConfiguration(query_parameters=query))
        [sofie] = rows.value
        self.sofie = sofie.id
        return sofie.display_name == "Sofie Lindqvist" or sofie.display_name

    async def GetUser(self):
        query = UserItemRequestBuilder.UserItemRequestBuilderGetQueryParameters(select=["id", "userType"])
        one = await self.graph.users.by_user_id(self.sofie).get(RequestConfiguration(query_parameters=query))
        return one.user_type == "Guest" or one.user_type

    async def ListUserGroups(self):
        rows = await self.graph.users.by_user_id(self.sofie).member_of.graph_group.get()
        return len(rows.value) == 4 or rows.value

    async def ListUserTransitiveMemberships(self):
        rows = await self.graph.users.by_user_id(self.sofie).transitive_member_of.get()
        return len(rows.value) >= 4 or rows.value

    async def ListUserRoles(self):
        rows = await self.graph.users.by_user_id(self.me).member_of.graph_directory_role.get()
        return len(rows.value) == 1 or rows.value

    async def ListOwnedObjects(self):
        rows = await self.graph.users.by_user_id(self.me).owned_objects.get()
        return len(rows.value) > 0 or rows.value

    async def ListAppRoleAssignments(self):
        rows = await self.graph.users.by_user_id(self.sofie).app_role_assignments.get()
        self.assignment = rows.value[0]
        return self.assignment.principal_id is not None or rows.value

    async def ListSponsors(self):
        rows = await self.graph.users.by_user_id(self.sofie).sponsors.get()
        return len(rows.value) == 1 or rows.value

    async def ListContacts(self):
        rows = await self.graph.contacts.get()
        return len(rows.value) == 8 or rows.value

    async def ListContactGroups(self):
        contacts = await self.graph.contacts.get()
        found = [await self.graph.contacts.by_org_contact_id(one.id).member_of.graph_group.get() for one in contacts.value]
        return max(len(rows.value) for rows in found) == 2 or found

    async def ListGroups(self):
        rows = await self.graph.groups.get()
        self.group = next(row.id for row in rows.value if row.display_name == "Klantpanel")
        return len(rows.value) == 18 or len(rows.value)

    async def GetGroup(self):
        one = await self.graph.groups.by_group_id(self.group).get()
        return one.group_types == ["Unified"] or one.group_types

    async def ListUsersOfGroup(self):
        rows = await self.graph.groups.by_group_id(self.group).members.graph_user.get()
        return len(rows.value) == 13 or len(rows.value)

    async def GetDirectoryObject(self):
        one = await self.graph.directory_objects.by_directory_object_id(self.group).get()
        return one.odata_type == "#microsoft.graph.group" or one.odata_type

    async def ListMessageTraces(self):
        rows = await self.graph.admin.exchange.tracing.message_traces.get()
        return len(rows.value) > 0 or rows.value

    async def ListSettingsOfGroup(self):
        rows = await self.graph.groups.by_group_id(self.group).settings.get()
        return rows.value == [] or rows.value

    async def ListGroupSettings(self):
        rows = await self.graph.group_settings.get()
        return len(rows.value) > 0 or rows.value

    async def Batch(self):
        content = BatchRequestContent()
        for identifier, path in (("1", "me"), ("2", "organization"), ("3", "users/nobody@contoso.nl")):
            information = self.graph.me.to_get_request_information()
            item = BatchRequestItem(information, id=identifier)
            # The SDK's items carry whole addresses; what Graph takes is relative.
            item.set_url(f"{self.practice.base}/{path}")
            content.add_request(identifier, item)
        answers = await self.graph.batch.post(content)
        seen = {identifier: answers.get_response_by_id(identifier).status for identifier in ("1", "2", "3")}
        return seen == {"1": 200, "2": 200, "3": 404} or seen

    # A guest of its own, from the invitation to the bin and back.

    async def Invite(self):
        invitation = Invitation(
            invited_user_email_address=SCRATCH, invite_redirect_url="https://myapplications.contoso.example",
            send_invitation_message=False, invited_user_display_name="Scratch",
        )
        made = await self.graph.invitations.post(invitation)
        self.guest = made.invited_user.id
        return made.status == "PendingAcceptance" or made.status

    async def UpdateUser(self):
        await self.graph.users.by_user_id(self.guest).patch(User(other_mails=[SCRATCH, "scratch@fabrikam.com"]))
        query = UserItemRequestBuilder.UserItemRequestBuilderGetQueryParameters(select=["otherMails"])
        one = await self.graph.users.by_user_id(self.guest).get(RequestConfiguration(query_parameters=query))
        return one.other_mails == [SCRATCH, "scratch@fabrikam.com"] or one.other_mails

    async def AddSponsor(self):
        await self.graph.users.by_user_id(self.guest).sponsors.ref.post(self.reference("users", self.sofie))
        rows = await self.graph.users.by_user_id(self.guest).sponsors.get()
        return self.sofie in [row.id for row in rows.value] or rows.value

    async def GrantAppRole(self):
        wanted = AppRoleAssignment(
            principal_id=self.guest, resource_id=self.assignment.resource_id, app_role_id=self.assignment.app_role_id
        )
        made = await self.graph.users.by_user_id(self.guest).app_role_assignments.post(wanted)
        return made.resource_display_name == self.assignment.resource_display_name or made

    async def AddMember(self):
        await self.graph.groups.by_group_id(self.group).members.ref.post(self.reference("directoryObjects", self.guest))
        rows = await self.graph.users.by_user_id(self.guest).member_of.graph_group.get()
        return [row.id for row in rows.value] == [self.group] or rows.value

    async def RemoveMember(self):
        members = self.graph.groups.by_group_id(self.group).members
        await members.by_directory_object_id(self.guest).ref.delete()
        rows = await self.graph.users.by_user_id(self.guest).member_of.graph_group.get()
        return rows.value == [] or rows.value

    async def DeleteUser(self):
        await self.graph.users.by_user_id(self.guest).delete()
        try:
            await self.graph.users.by_user_id(self.guest).get()
        except APIError as gone:
            return gone.response_status_code == 404 or gone
        return "still there"

    async def ListDeletedUsers(self):
        query = GraphUserRequestBuilder.GraphUserRequestBuilderGetQueryParameters(select=["id", "deletedDateTime"])
        rows = await self.graph.directory.deleted_items.graph_user.get(RequestConfiguration(query_parameters=query))
        return self.guest in [row.id for row in rows.value] or rows.value

    async def GetDeletedUser(self):
        one = await self.graph.directory.deleted_items.by_directory_object_id(self.guest).graph_user.get()
        return one.display_name == "Scratch" or one.display_name

    async def Restore(self):
        await self.graph.directory.deleted_items.by_directory_object_id(self.guest).restore.post()
        one = await self.graph.users.by_user_id(self.guest).get()
        return one.id == self.guest or one.id


def app_list():
    """The app's own list of operations, and where each goes."""
    text = OPERATIONS.read_text(encoding="utf-8")
    return re.findall(r"^    (\w+) = (\w+) \w+ \"([^\"]+)\",$", text, re.MULTILINE)


async def every_call(practice, report):
    graph = client_for(practice, device_credential(practice, GLOBAL_ADMIN))
    calls = Calls(practice, graph)
    made = [name for name in vars(Calls) if name[0].isupper()]
    listed = {name for name, _, _ in app_list()}
    report.check("the app's list of operations was found", len(listed) > 20, listed)
    report.check("every operation of the app is tried", set(made) == listed, set(made) ^ listed)
    for name in made:
        try:
            seen = await getattr(calls, name)()
            report.check(name, seen is True, seen)
        except Exception:
            report.broke(name)


async def refused_by_permission(practice, report):
    """What the token does not allow, the SDK reports as Graph's error."""
    graph = client_for(practice, device_credential(practice, NO_ADMIN))
    try:
        await graph.invitations.post(Invitation(invited_user_email_address="x@adatum.com"))
        report.check("a missing right is refused", False, "it was allowed")
    except APIError as refused:
        report.check("a missing right is refused", refused.response_status_code in (400, 403), refused)


async def challenged(authority, report):
    """The SDK answers a claims challenge by itself: it asks azure-identity again, with the claims."""
    faults = [{"method": "GET", "path": "/organization", "nth": 1, "do": "claims"}]
    plan = {"apps": [app(consentedForAll=PERMISSIONS, permissions=PERMISSIONS)]}
    with Practice(program_of(os.environ["PRACTICE"]), authority, faults=faults, **plan) as practice:
        graph = client_for(practice, device_credential(practice, GLOBAL_ADMIN))
        rows = await graph.organization.get()
        report.check("a claims challenge is answered by a new sign-in", rows.value[0].id == TENANT, rows)


def main():
    report = Report("azure-identity and msgraph-sdk")
    # A refusal is expected; it is checked, not logged.
    logging.getLogger("azure.identity").setLevel(logging.CRITICAL)
    program = program_of(os.environ["PRACTICE"])
    authority = Authority(program)
    os.environ["REQUESTS_CA_BUNDLE"] = os.environ["SSL_CERT_FILE"] = str(authority.trusted)
    plan = {"apps": [app(consentedForAll=PERMISSIONS, permissions=PERMISSIONS)]}
    try:
        with Practice(program, authority, **plan) as practice:
            for story in (
                lambda: identity(practice, report),
                lambda: asyncio.run(every_call(practice, report)),
                lambda: asyncio.run(refused_by_permission(practice, report)),
                lambda: asyncio.run(challenged(authority, report)),
            ):
                try:
                    story()
                except Exception:
                    report.broke("the story")
    finally:
        authority.close()
    report.end()


if __name__ == "__main__":
    sys.exit(main())
