### Frame, welcome and words used everywhere.

app-name = Guest Mail Doctor
app-practice = Practice organisation
app-practice-short = Practice
app-practice-note = Nothing real can change here.
app-skip = Skip to the content
app-loading = Starting…
# Stands in the page itself, for when nothing else can be said.
no-start = Guest Mail Doctor could not start its window.
    .what = Nothing was changed. Close the app and start it again.
nav-label = Screens
nav-guest = Guest
nav-history = History
account-label = Account:
account-persona = Switch persona or sign out
account-start-over = Start the practice organisation over
account-in = in { $organisation }
start-over-title = Start the practice organisation over?
start-over-what = All guests go back to how they were at the beginning. What you repaired in practice is lost, and so is the way back to it.
start-over-act = Start over
cancel = Cancel
close = Close
copy = Copy
copied = Copied
copy-refused = Copying was not allowed. Select the text and copy it yourself.
busy = One moment…
try-again = Try again

role-global-administrator = Global Administrator
role-user-administrator = User Administrator
role-guest-inviter = Guest Inviter
role-reader = Reader
role-group-owner = Group owner
role-member = Member
role-guest = Guest
role-other = Other admin role
holder-administrator-of-the-unit = an admin of the guest’s protected unit (administrative unit)
holder-on-premises-administrator = an admin of your own network (on-premises)
admin-authentication-administrator = Authentication Administrator
admin-directory-writers = Directory Writers
admin-exchange-administrator = Exchange Administrator
admin-groups-administrator = Groups Administrator
admin-helpdesk-administrator = Helpdesk Administrator
admin-identity-governance-administrator = Identity Governance Administrator
admin-password-administrator = Password Administrator
admin-privileged-authentication-administrator = Privileged Authentication Administrator
admin-sharepoint-administrator = SharePoint Administrator
admin-teams-administrator = Teams Administrator
admin-yammer-administrator = Yammer Administrator
role-can-global-administrator = Can check and repair every guest, also those with an admin role.
role-can-user-administrator = Can check and repair guests who have no admin role.
role-can-guest-inviter = Can check and invite guests, not repair or remove them.
role-can-reader = Can look everything up and change nothing.
role-can-group-owner = Can check guests, not repair their addresses.
role-can-member = Can check guests, not repair them.
role-can-guest = Is a guest here, and may not search the directory.
role-can-other = What this role can do is not known beforehand.
rehearses-permission = As for real: may look, and asks Microsoft for permission at the first repair.
rehearses-unseen-role = As for real: no role that shows, perhaps one that does not. Asks Microsoft for permission at the first repair.

welcome-title = Why does my guest get no group mail?
welcome-lead = Type an e‑mail address. See what is wrong with the guest account, why, and how to repair it, with a way back where there is one.
welcome-find = Find
    .what = by any address the guest ever used with you
welcome-understand = Understand
    .what = the cause in plain words, the evidence in a table
welcome-repair = Repair
    .what = look at before and after first; everything is recorded
welcome-practice = Try it in a practice organisation
    .what = no sign-in, nothing real can change
welcome-who = Who do you want to be in { $organisation }?
welcome-recommended = Recommended
welcome-start = Start as { $name }
welcome-note = This app talks only to the sign-in and the directory of your organisation. No telemetry. Passwords never pass through it; the practice organisation stays on this computer.
unfinished-banner = { $count ->
        [one] The change for { $guest } that was begun on { $when } was not finished.
       *[other] { $count } changes were begun and not finished. The oldest, for { $guest }, was begun on { $when }.
    }
unfinished-open = Look in History

## Handed over by starting the app again

handed-file = a file from a colleague
# $what: an address, or handed-file
handed-waits = { $more ->
    [0] Waiting to be looked at: { $what }
   *[other] Waiting to be looked at: { $what }, and { $more } more
}
handed-before-sign-in = As soon as you have signed in, this is looked at: { $what }
handed-after-dialog = The app was started again with something to look at. It waits until this is closed.
handed-look = Look at it
handed-dismiss = Leave it

## Recent searches

recent-title = Recent searches
recent-none = Nobody was looked up yet.
recent-keep = Keep them on this computer
recent-remove = Remove all
recent-kept = They stay on this computer, where only you can read them, until you remove them or switch this off.
recent-session = They are forgotten when you sign out or close the app.

## Keys that work from anywhere

keys-note = While a dialog is open, only the size can be changed. None of them takes anything from a field you are typing in.
key-paste = Ctrl+V
    .what = Paste an address, wherever you are: it goes into the search
key-search = F3
    .what = Go to the search
key-find = Enter
    .what = In the search: find
key-again = F5
    .what = Look again at what is on screen
key-history = Ctrl+H
    .what = History
key-close = Esc
    .what = Close what is open, or go back to the group
key-zoom = Ctrl and + or −
    .what = Larger or smaller; Ctrl and 0 is 100 %
key-help = F1, Ctrl+?
    .what = This list
find-key = F3 goes here. An address can be pasted from anywhere.
history-key = Ctrl+H

## In one line: what a value is called with it, and one after another

label-value = { $label }: { $value }
value-after-value = { $first }; { $next }
