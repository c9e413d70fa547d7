### Words of the documents that are made in Rust. The window shows none of them.
### Inside a script every message becomes comment lines, except those under "said while the script runs".

## The Exchange script: an object owns the address of a guest

document-script-title = Guest Mail Doctor: script for an Exchange administrator
document-script-why =
    Something else in the organisation owns the address of a guest. As long as it does,
    the guest gets no main address, and group mail cannot reach the guest.
document-script-address = The address: { $address }
document-script-owner-contact = Who owns it: the contact { $name } ({ $id })
document-script-owner-synced-contact = Who owns it: the contact { $name } ({ $id }), synchronised from on-premises
document-script-owner-user = Who owns it: the user or shared mailbox { $name } ({ $id })
document-script-owner-group = Who owns it: the group { $name } ({ $id })
document-script-no-name = (without a name)
document-script-how =
    Read it before you run it. It needs the PowerShell module ExchangeOnlineManagement
    and an Exchange administrator. Nothing is changed or removed without a question first.
document-script-sign-in = Sign in.
document-script-look =
    Who owns the address? More than one can be listed; Exchange also knows
    recipients that the directory does not show.
document-script-contact =
    Remove the contact. It disappears from the address list and from the distribution
    lists it is in: write those down first. Write down LegacyExchangeDN too: answers to
    old mail can go to that address, and they bounce once the contact is gone. Give it to
    the guest as one more address: X500: followed by that value. The guest takes the place
    of the contact.
document-script-another =
    Give the contact another address: one that nobody writes to, in a domain of your
    organisation. The old address is kept in the first free custom attribute. The contact
    stays, with its lists. It shows first what the contact has, among it LegacyExchangeDN.
    If Exchange does not take the new address, nothing was changed: put another one of your
    organisation's domains in $parking, and run the line again.
document-script-another-hidden =
    Give the contact another address, and hide it from address lists, so that nobody picks
    it by mistake. The old address is kept in the first free custom attribute. The contact
    stays, with its lists. It shows first what the contact has, among it LegacyExchangeDN.
    If Exchange does not take the new address, nothing was changed: put another one of your
    organisation's domains in $parking, and run the line again.
document-script-back =
    The line that puts the old address back, once the guest no longer has it:
document-script-back-hidden =
    The line that puts the old address back and shows the contact again, once the guest no
    longer has the address. Leave out what shows it, if it was hidden before:
document-script-on-premises-address =
    It is synchronised, so it can only be changed on-premises. This part runs on a computer
    there with the ActiveDirectory module. It only looks; the steps are:
    1. Find it with the command below.
    2. Give it another address in mail, proxyAddresses and targetAddress. Write down the old one.
    3. On the synchronisation server: Start-ADSyncSyncCycle -PolicyType Delta
    4. Wait, then look again with the command near the end of this script.
document-script-on-premises-remove =
    The contact can only be removed on-premises. This part runs on a computer there
    with the ActiveDirectory module. It only looks; the steps are:
    1. Find the contact with the command below. Write down what it shows.
    2. Delete it, or move it to where it is not synchronised.
    3. On the synchronisation server: Start-ADSyncSyncCycle -PolicyType Delta
    4. Wait, then look again with the command near the end of this script.
document-script-user =
    Somebody's mailbox has the address. Ask first whose it should be: taking it
    away means that mail for it no longer reaches that mailbox. If the account is
    synchronised from on-premises, take the address off there instead.
document-script-group =
    A group has the address. Ask its owners first: taking it away means that mail
    for it no longer reaches the group. If the group is synchronised from
    on-premises, take the address off there instead.
document-script-again =
    Look again. It can take some minutes. As soon as only the guest is listed, or nothing:
    look the address up in Guest Mail Doctor once more. It says what is left to do.
document-script-diagnosis =
    Last, only if it does not help: Microsoft's own diagnosis of this address. It may repair
    by itself, and shows nothing beforehand. It runs only if you say so.

## The script for the lists: the guest takes the contact's place

document-lists-title = Guest Mail Doctor: script for an Exchange administrator
document-lists-why =
    It puts the guest on the lists of the contact that had this address, and takes the
    contact off them. Set the main address of the guest first.
document-lists-synced = Not in this script, because its members are changed on-premises: { $name }
document-lists-look = Does Exchange know the guest by this address? Exactly one must be listed.
document-lists-act = Each list: first the guest comes on it, then the contact goes off it.

## Said while the script runs

document-script-not-found = The owner was not found as expected. Nothing was changed.
document-script-is-synced = This is synchronised from on-premises. Resolve it there. Nothing was changed.
document-script-is-primary = This is the main address of its owner. Give the owner another main address first. Nothing was changed.
document-script-no-attribute = No custom attribute is free to keep the old address in. Nothing was changed.
document-script-parking-taken = Somebody has the new address already. Nothing was changed.
document-script-type-parking = No domain was found. Type a new address for the contact, in a domain of your organisation
document-script-diagnosis-question = Run Microsoft's own diagnosis? It may repair by itself. Type yes to run it
document-script-yes = yes
document-lists-no-guest = Exchange does not know the guest by this address yet. Set the main address first, wait some minutes, and run this again. Nothing was changed.

## The app cannot start

document-start-title = Guest Mail Doctor cannot start
document-start-already-running = Guest Mail Doctor is already open with this data folder: { $path }
    Use that window, or close it first.
document-start-not-taken = The window that is open did not take it: { $path }
    It may be starting, or closing. Try again in a moment.
document-start-hand-over-file = This file cannot be opened: { $path }
    Make sure that it is a file in which somebody asks you for help, and that you can read it.
document-start-address-too-long = The address after --find is longer than any address is. Give one address.
document-start-data-folder = The data folder cannot be used: { $path }
    Make sure that it can be written to and that the disk is not full, or choose another with --data-dir.
document-start-not-your-own = This is not yours alone: { $path }
    It is a link, something else than a file or folder, somebody else's, or open to others. Guest Mail Doctor follows no link and shares no folder. Move it away, close it to others, or choose another folder with --data-dir.
document-start-newer-data = This was written by a newer version of Guest Mail Doctor: { $path }
    It was left as it is. Install the newer version.
document-start-damaged-data = This file is damaged or is something else: { $path }
    It was left as it is. Move it away to begin with a new one; keep it, for it may be the record of your changes.
document-start-managed-settings = The settings your organisation made for this computer cannot be used: { $path }
    Ask your administrator to look at this file: it must be readable, of this version, and nobody else may be able to write it.
document-start-webview = The part of the system that draws the window is missing or does not work.
    On Windows install the WebView2 Runtime; on Linux install libwebkit2gtk-4.1.
document-start-internal = Something went wrong inside the app.
document-start-unchanged = This start changed nothing in your organisation.
document-start-reference = Reference: { $reference }

## The menu of the right mouse button

document-menu-copy = Copy
document-menu-paste = Paste

## In the browser, when a sign-in has come back

document-closing-done = Back to Guest Mail Doctor
document-closing-done-text = Microsoft has answered. You can close this page and go on in Guest Mail Doctor.
document-closing-failed = Microsoft did not sign you in
document-closing-failed-text = You can close this page. Guest Mail Doctor says why, and what helps.

## The registration scripts: the app becomes known to an organisation

document-registration-title = Guest Mail Doctor: script that registers the app in your organisation
document-registration-what =
    It makes one registration, without a secret, for people of your organisation only.
    The registration may do nothing until an administrator consents: Guest Mail Doctor
    opens Microsoft's page for that. Whoever runs it needs the right to register
    applications (role: Application Developer, or higher).
document-registration-how-az =
    Read it before you run it. It needs the Azure CLI and a shell such as Bash. In
    Azure Cloud Shell (https://shell.azure.com) both are there and signed in; elsewhere
    sign in first: az login --allow-no-subscriptions
document-registration-how-powershell =
    Read it before you run it. It needs the PowerShell module Microsoft.Graph.Applications:
    Install-Module Microsoft.Graph.Applications -Scope CurrentUser
    Signing in asks for the permission to register applications, for PowerShell only.

## Said while the script runs

document-registration-other-cloud = Signed in to another cloud. Nothing was made. Change the cloud, sign in and run this again: az cloud set --name
document-registration-exists = There is an application named Guest Mail Doctor already. Nothing was made or changed. Use its ids, or rename it first.
document-registration-unknown-permission = Microsoft Graph has no such permission here. Nothing was made:
document-registration-client-id = Application (client) ID:
document-registration-tenant-id = Directory (tenant) ID:
document-registration-next = Fill in both in Guest Mail Doctor, and ask for consent there.

## The guests of a group, as a table for a spreadsheet program

# Between two cells: the list separator of the language, by which a spreadsheet program finds the columns.
document-guests-separator = ,
document-guests-guest = Guest
document-guests-address = E‑mail address
document-guests-state = State (no fault found does not mean that mail arrives)
document-guests-why = Why
document-guests-group = Group
document-guests-read-at = Checked (UTC)
document-guests-no-mail = Gets no mail
document-guests-cannot-tell = Cannot tell
document-guests-attention = Attention
document-guests-no-fault = No fault found
document-guests-address-in-use = Address in use
document-guests-no-main-address = No main address
document-guests-two-main-addresses = Two main addresses
document-guests-blocked = Blocked
document-guests-invitation-open = Invitation still open
document-guests-not-all-read = Not all read
document-guests-not-shown = Members who are not shown to you: { $count }
document-survey-in-the-way = In the way
document-survey-groups = Groups
document-survey-since = Guest since
document-survey-new = Not listed by the check before
document-survey-repaired = Repaired since
document-survey-id = Object ID
document-survey-not-read = Could not be read
document-survey-yes = Yes
document-survey-no = No

## The history, as a table for a spreadsheet program

document-history-when = When (UTC)
document-history-guest = Guest
document-history-address = E‑mail address
document-history-what = What
document-history-state = State
document-history-why = Why not done
document-history-by = By
document-history-ticket = Reason or ticket number
document-history-before = Before
document-history-after = After
document-history-left = Not done, or not seen
document-history-test = Test message
document-history-requests = Request ids
document-history-change = Change
document-history-takes-back = Takes back
document-history-batch = Repaired together
