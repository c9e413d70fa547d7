### Preview, progress and result of a change, and History.

plan-resolve-conflict = Resolve the conflict
plan-invite = Invite the guest
plan-restore = Restore the account
plan-resend-invitation = Send the invitation again
plan-add-to-group = Add to the group
plan-set-mail = Set the main address
plan-keep-one-address = Keep one address
plan-renew-membership = Renew the membership
plan-reset-redemption = Let the guest accept again
plan-remove-and-invite = Remove and invite again
plan-apply = Make a change
plan-undo = Undo a change
plan-continue = Go on with a change
plan-put-back = Put back as it was
put-back-why = This app deleted the account with the change of { $when }. It comes back with everything it had.
plan-of = { $guest } · { $what }
plan-making = Making the preview. Nothing is changed.

choose-main = Which address should be the main one for { $name }?
choose-keep = Which address does { $name } use?
choose-invite = At which address should { $name } be invited?

address-note-invited = The address of the invitation
address-note-searched = The address you searched for
address-note-main = The main address now

plan-stays = Stays as it is
result-stays = Unchanged
plan-kept = stays
plan-added = is added
plan-removed = goes away
plan-empty = empty
plan-not-member = not a member
plan-warning = Warning
plan-note = To know
plan-steps = What will be done, step by step

plan-note-sharepoint-removed-address = Microsoft’s article warns: SharePoint files that were shared with { $addresses } may be lost to the guest. This app cannot list them.
plan-note-sharepoint-all = Microsoft’s article warns: all SharePoint files that were shared with { $address } may be lost to the guest. This app cannot list them.
plan-note-sign-in-address = { $address } may be an address the guest signs in with. Ask before you remove it.
plan-note-no-main-address = This alone is not known to give the guest a main address. Afterwards you see whether it is still missing.
plan-note-owner-stays = Whatever owns the address keeps it. This does not resolve the conflict.
plan-note-old-main-stays = { $address } stays on record as a second address.
plan-note-may-be-refused = { $owner } signs in with { $address }. Microsoft may refuse the address for that reason.
plan-note-was-refused = Microsoft refused { $address } a moment ago, because { $owner } has it. It refuses it again as long as that is so.
plan-note-mailbox-address = This account has a mailbox here. According to Microsoft the address of a mailbox cannot be set to an outside one from here.
plan-note-licences-lost = { $count ->
        [one] The account has one licence of the organisation. It is not given to the new account.
       *[other] The account has { $count } licences of the organisation. They are not given to the new account.
    }
plan-note-hidden-groups-not-seen = Groups that hide their members are not seen here. If the guest is in one, that membership does not come back.
plan-note-may-take-no-guests = Set not to take new guests, so adding the guest may be refused: { $groups }.
plan-note-channels-left = A guest who is taken out of a team leaves its private and shared channels, and is not in them again afterwards. An owner of the channel can add them.
plan-note-out-meanwhile = Between the two steps the guest is out of the group for a moment, and misses mail that is sent in that moment. If it stops there, you can go on or put it back.
plan-note-guest-settings-not-seen = Whether new guests may be added could not be read. If they may not, the guest may stay out of the group.
plan-note-added-again = The guest is added to the group again.
plan-note-membership-may-change = Rules of these groups look at what is changed here, so the guest may come into them or leave them: { $groups }.
plan-note-rules-not-all-seen = Not all rules of groups could be looked at. The guest may come into groups or leave them by what is changed here.
plan-note-writes-the-same-again = This address stands there already. It is written once more, in case Exchange’s list follows then. There is nothing to go back to.
plan-note-mail-cannot-be-emptied = You can choose another main address later, but not make it empty again.
plan-note-must-accept-again = The guest must accept the new invitation before signing in again.
plan-note-must-accept = The guest must accept the invitation before signing in.
plan-note-removed-until-accepted = As long as the guest has not accepted, the new account can be removed again from History. A message that was sent stays sent.
plan-note-inviter-is-sponsor = Without a sponsor, Microsoft makes you the sponsor of the guest.
plan-note-own-message = Your own message takes the place of Microsoft’s, in whatever language you write it. Microsoft may leave it out when you have no mailbox.
plan-note-not-added-by-you = You cannot add anybody to { $group }. Its owner or an admin can add the guest afterwards.
plan-note-invited-account-removed = The account that was made for the guest is removed, with the access it was given since. Microsoft keeps it for 30 days.
plan-note-mail-goes-as-before = Group mail goes on going to the main address. What changes is how the guest signs in.
plan-note-same-account = The account stays the same, with its groups and apps.
plan-note-link-shown-once = { $mailed ->
        [true] Microsoft sends the guest a message. The link to accept is shown here too, once, when it is done.
       *[false] Microsoft sends no message. The link to accept is shown once, when it is done: pass it on to the guest yourself.
    }
plan-note-may-arrive-twice = Whether the invitation was sent before is not known. The guest may get a second message; each link leads to the same account.
plan-note-not-restored = Not restored: access packages, private and shared channels, and registered sign-in methods.
plan-note-apps-replayed = { $count ->
        [one] One app
       *[other] { $count } apps
    } will be assigned again.
plan-note-sponsors-replayed = { $count ->
        [one] One sponsor
       *[other] { $count } sponsors
    } will be set again.
plan-note-owns-objects = The guest owns { $count ->
        [one] one object
       *[other] { $count } objects
    } in the directory. Ownership is not set again.
plan-note-profile-replayed = Name, company, language, country and type of user are set again.
plan-note-invitation-characters = The invitation may be refused because of a character in the address: { $characters }
plan-note-new-account-removed = The new account is removed first, and with it the access it was given since.
plan-note-original-comes-back = The original account comes back as it was: the same account, with its groups and apps. Microsoft keeps it for 30 days.
plan-note-account-comes-back = The same account comes back, with its groups, roles and apps, as it was when it was deleted.
plan-note-groups-show-afterwards = Which groups those are does not show while the account is deleted. Afterwards you see the groups the guest is in.
plan-note-address-taken = { $owner } has { $address } by now. Microsoft may refuse to restore the account for that, or the account comes back without the address.
plan-note-user-name-taken = { $owner } has the user name of the account by now. Microsoft is likely to refuse to restore the account as long as that is so.
plan-note-taken-not-all-seen = Whether others have the user name or an address of the account by now could not all be read.
plan-note-comes-back-without = The account comes back without { $addresses }. Without a main address the guest gets no group mail.
plan-note-not-seen = { $what ->
        [memberOf] The groups of the guest could not be read, so they may be lost.
        [ownedObjects] What the guest owns in the directory could not be read, so it may be lost.
        [appRoleAssignments] The apps of the guest could not be read, so they may be lost.
       *[sponsors] The sponsors of the guest could not be read, so they may be lost.
    }
plan-note-reads-back-first = The directory is read back first. What was done already is not repeated.

plan-groups = Groups
plan-groups-restore = Groups the guest is added to again
plan-groups-cannot = Groups the guest cannot be added to from here
join-groups = Groups to add the guest to (optional)
join-groups-find = Part of the name of a group
join-groups-more = { $count ->
        [one] One more group. Type part of its name to find it.
       *[other] { $count } more groups. Type part of a name to find one.
    }
group-why-dynamic = a rule chooses its members
group-why-on-premises = managed in your own network
group-why-role-assignable = gives admin roles; a higher admin must add the guest
group-why-distribution-list = a distribution list, managed in Exchange
group-why-mail-enabled-security = managed in Exchange
group-why-takes-no-guests = set not to take new guests
group-why-unknown = its kind could not be read

invitation-language = Language of the invitation
invitation-send = Let Microsoft send the invitation by e‑mail

new-guest-name = Name of the guest (optional)
    .note = If left empty, Microsoft makes a name from the address.
new-guest-message = Your own message (optional)
    .note = Plain text of at most { $count } characters. If left empty, Microsoft writes it.
new-guest-sponsors = Sponsors (optional)
    .note = Colleagues who answer for the guest, each by e‑mail address.
new-guest-sponsor-add = Add this sponsor
new-guest-sponsor-change = Change
new-guest-sponsor-remove = Remove
sponsor-why-no-address = This does not look like an e‑mail address.
sponsor-why-nobody = Nobody in this organisation has this address.
sponsor-why-several = Several people have this address, so none of them was chosen.
sponsor-why-guest = This is a guest. A sponsor is somebody of the organisation.

undo-full = Can be undone from History
undo-partial = Can be undone in part, from History
undo-restore = The original account can be put back for 30 days
undo-delete-again = Not undone from here. In the Entra admin center the account can be deleted again; it is then kept for 30 new days.
undo-impossible = { $kind ->
    [set-mail] You can choose another main address later, but not make it empty again
    [undo] Repairing again stays possible
    [put-back] Repairing again stays possible
   *[other] Cannot be undone
}

reason-label = Reason or ticket number (optional)
reason-note = Kept in History on this computer.
confirm-label = Type { $text } to confirm
plan-insist = I have read the warnings and want to remove this account all the same
plan-without-taken = Restore the account without the addresses that others have by now
    .note = Off, Microsoft decides. On, Microsoft takes those addresses off the account, and the guest may be without a main address: the fault you came for may be back.
plan-missing-insist = Read the warnings first, and say that you want to go on all the same.
plan-missing-sponsor = Change the sponsor who was not found, or take that address away.
plan-missing-address = Choose an address first.
confirm-missing = Type the address first.
act-resolve-conflict = Resolve the conflict
act-invite = Invite the guest
act-restore = Restore the account
act-resend-invitation = Send the invitation again
act-add-to-group = Add to the group
act-set-mail = Set this address
act-keep-one-address = Keep this address
act-renew-membership = Renew the membership
act-reset-redemption = Let the guest accept again
act-remove-and-invite = Remove and invite again
act-apply = Make this change
act-undo = Undo this change
act-continue = Go on
act-put-back = Put back as it was
plan-again = Make a new preview

progress-title = Working on it
progress-note = You can stop between two steps. What is done by then stays done, and is recorded.
progress-stop = Stop after this step
progress-stopping = Stopping after this step…
step-compare = Compare with the preview
step-write-other-mails = Write the other addresses
step-write-mail = Write the main address
step-delete = Remove the account
step-await-gone = Wait until the account is gone
step-invite = Send the invitation
step-await-new = Wait until the new account is there
step-add-to-groups = Add to the groups
step-add-to-group = Add to the group
step-remove-from-group = Take out of the group
step-await-out = Wait until the guest is seen to be out of the group
step-replay = Set name, sponsors and apps again
step-delete-new = Remove the new account
step-restore = Restore the account
step-read-back = Read the directory back
step-diagnose-again = Diagnose again
step-count = { $done } of { $total }
step-state-waiting = waiting
step-state-running = under way
step-state-done = done
step-state-not-yet-visible = done, not visible yet
step-state-refused = refused
step-state-unknown = unknown
step-state-skipped = not needed
step-state-not-reached = not carried out

outcome-done = { $what ->
        [invited] { $name } was removed and invited again. We checked
        [main] { $name } has a main address now. We checked
       *[other] Done. We checked
    }
    .what = We looked again: the new values are there.
outcome-not-yet-visible = Accepted, but not visible yet
    .what = Microsoft accepted the change. The directory does not show it yet; that can take some minutes.
outcome-refused = Refused: nothing was changed
    .what = A rule said no before anything was changed.
outcome-failed = Not carried out: nothing was changed
    .what = It failed before anything was written: no connection, no sign-in, or a fault. Why stands below.
outcome-interrupted = Stopped half-way
    .what = { $removed ->
        [true] The account was removed and is not back yet. Put it back, or go on.
       *[false] Part of the change was carried out. The steps below say what was done and what was not.
    }
outcome-unknown = Unknown whether it was carried out
    .what = The answer got lost on the way. Going on reads the directory back first and repeats nothing blindly.
outcome-cancelled = Stopped by you: nothing was changed
    .what = The change was stopped before anything was written.

result-before = Before
after-seen = After
after-not-seen-yet = Accepted, not seen yet
after-no = Not done. Planned
after-unknown = Not known whether done. Planned
after-none = not known
result-left = Not done, or not seen
result-healthy = The directory is in order now. Exchange can need some hours. Send a test message; earlier messages are not sent again.
result-still-missing = The main address is still missing
    .what = Keeping one address did not fill it. Set the main address next: that gives group mail somewhere to go.
result-not-seen-yet = The directory does not show the change yet; that can take some minutes. Look again before you repeat anything.
result-look-again = Look again
result-now = The diagnosis now: { $headline }
result-as-before = The invitation was sent. The directory was read back: the account is as it was.
link-title = The link to accept
    .next = Now the guest has to accept the invitation. This link leads there.
    .what = For the guest only: whoever has this link can try to accept with it. It is kept nowhere; when you close this, it is gone.
    .practice = In the practice organisation this link leads nowhere.
    .unknown = The link of this invitation is not known any more. Sending the invitation again gives a new one.
    .copy = Copy the link
result-next = Set the main address next
left-group = The group { $group } did not take the guest.
left-app = The app { $app } could not be assigned again.
left-sponsor = A sponsor could not be set.
left-profile = Name, company, language, country or type of user could not be set again.
left-group-not-seen = Whether the group { $group } took the guest could not be seen.
left-app-not-seen = Whether the app { $app } was assigned again could not be seen.
left-sponsor-not-seen = Whether a sponsor was set could not be seen.
left-profile-not-seen = Whether name, company, language, country and type of user were set again could not be seen.
left-proxy-not-added = The main address was written, but the list Exchange delivers by does not show it. Something else may own the address.
left-address = The account does not show { $address }, which it had. Something else may own the address by now.
left-not-seen = { $what ->
    [memberOf] The groups of the guest could not be read. A membership the guest had may be missing.
    [ownedObjects] What the guest owned in the directory could not be read. Something may lack an owner now.
    [appRoleAssignments] The apps of the guest could not be read. An assignment the guest had may be missing.
   *[sponsors] The sponsors of the guest could not be read. A sponsor the guest had may be missing.
}

undo = Undo
resume = Go on
put-back = Put back as it was

history-title = History
history-what = Everything this app changed in { $organisation }, newest first. The record stays on this computer.
history-damaged = Part of this record is not as it was written
    .what = A row was changed, removed or damaged on the disk since this app wrote it. What is listed below may be incomplete.
    .do = What was begun before the damage cannot be undone, put back or continued here. Compare with the Entra admin center, where a deleted account can be restored for 30 days. Ask whoever manages this computer for a copy of the data folder from a backup.
history-kept-aside = The file as it was found is kept: { $file }
record-end-cut-off = Rows that this app wrote are missing at the end of this record, or are not those it wrote.
record-end-unknown = Whether rows are missing at the end of this record cannot be told this time: what would show it is gone or does not open.
record-end-unkept = There is no keyring on this computer, so it would not be noticed if rows were cut off the end of this record.
history-empty = Nothing was changed yet
    .what = When you repair a guest, it is recorded here with before and after, and with a way back where there is one.
history-look-up = Look this guest up
history-to-guest = Find a guest
history-by = by { $name }
history-reason = Reason: { $reason }
history-details = Before and after
history-of = { $what }: { $remedy }
history-link-not-kept = The link of this invitation is not kept. Sending the invitation again gives a new one.
history-way-back-gone = The way back is gone: the directory no longer holds what this change left.
history-state-done = Done
history-state-in-part = Done in part
history-state-not-yet-visible = Not visible yet
history-state-refused = Refused
history-state-failed = Failed
history-state-interrupted = Stopped half-way
history-state-interrupted-unchanged = Interrupted; nothing was changed
history-state-unknown = Unknown
history-state-cancelled = Stopped on request
history-state-running = Under way
history-state-undone = Undone

## Did it help?
test-open = Did the test message arrive?
test-yes = Yes
test-no = No
test-not-yet = Not yet
test-arrived = The test message arrived.
test-missing = The test message did not arrive.
test-put-off = The test message: not known yet. You are asked again tomorrow.
test-later = No hurry: History keeps the question open.
test-try-next = What to try next
next-looking = Looking at the guest again…
next-title = The test message to { $name } did not arrive
next-remedy = Next to try: { $remedy }.
next-ask = Next to try: { $remedy }. This is for an admin.
next-as-found = What is found now comes first: { $headline }.
next-guest = Nothing wrong is seen in the directory. Next, the guest looks on their side: junk folder, rules of the mailbox, mail provider.
next-trace = When the guest finds nothing, ask an Exchange admin to trace the message: it shows whether it was delivered, refused or filtered.
letter-title = A text for the guest
letter-language = Language of the guest
letter-copy = Copy the text

## For a ticket
ticket-copy = Copy for the ticket
ticket-copy-markdown = Copy as Markdown
ticket-searched = Searched for: { $address }
ticket-recommended = Recommended: { $remedy }
ticket-looked = Looked at on { $date } with Guest Mail Doctor

## SharePoint, after a new account
share-point-title = When a SharePoint site or a file refuses the guest
share-point-what = Sites that knew the old account keep an entry for it and refuse the new one, even after sharing again. An admin removes that entry, site by site. Putting the original account back avoids it, as long as that is possible.
share-point-copy = Copy for a SharePoint admin
share-point-text = { $name } ({ $address }) has a new account in our organisation. Sites that list the old one may refuse them (Microsoft calls it a user ID mismatch), even when something is shared again. On each such site: open /_layouts/15/people.aspx?MembershipGroupId=0 as its admin, remove the entry of { $address } from the site, then share again. A SharePoint admin can also run the diagnostic at aka.ms/PillarSiteUserIDMismatch (not there in GCC High, DoD and 21Vianet).
