### Settings, help, and what the app says of itself.

nav-settings = Settings
nav-help = Help
nav-help-key = F1 opens it at the keys

settings-title = Settings
settings-window = This window
settings-kept = What stays on this computer
language-label = Language
language-note = Changes at once. Nothing you typed is lost.
theme-label = Theme
theme-note = Light, dark, or as your system has it.
theme-name-system = As the system
theme-name-light = Light
theme-name-dark = Dark
zoom-label = Size of text and controls
zoom-note = Ctrl and +, or Ctrl and −. Ctrl and 0 is 100 %.
zoom-now = { $percent } %
zoom-larger = Larger
zoom-smaller = Smaller
switch-on = On
switch-off = Off
folder-label = Data folder
folder-note = Your settings, the record of changes, and your sign-in if it is kept.
folder-open = Open folder
folder-copy = Copy the path
retention = How long changes stay in History
    .what = What is older is removed from this computer for good, and can no longer be undone. What is unfinished or still needed stays, with all that came after it.
    .done = { $changes ->
        [0] Nothing had to be removed now.
        [one] 1 change was removed.
       *[other] { $changes } changes were removed.
    }
    .stays = { $changes ->
        [one] 1 change as old as that stays.
       *[other] { $changes } changes as old as that stay.
    }
retention-name-always = Always
retention-name-year = 365 days
retention-name-quarter = 90 days
retention-name-month = 30 days
retention-name-week = 7 days
retention-ask = { $changes ->
        [one] Remove 1 change?
       *[other] Remove { $changes } changes?
    }
    .what = What goes is older than { $time }. It is removed from this computer for good, and with it the way to undo it. A file you saved stays where you put it.
    .do = { $changes ->
        [one] Remove 1 change
       *[other] Remove { $changes } changes
    }
retention-unfinished = { $changes ->
        [one] 1 did not come to its end.
       *[other] { $changes } did not come to their end.
    }
retention-asked = { $changes ->
        [one] 1 waits for the answer whether the test message arrived.
       *[other] { $changes } wait for the answer whether the test message arrived.
    }
retention-restorable = { $changes ->
        [one] 1 can still bring back a deleted guest.
       *[other] { $changes } can still bring back a deleted guest.
    }
forget-guest = Forget one guest
    .what = Removes the searches for this address, and what checks found of the guest, from this computer. History cannot lose single changes, only the oldest together: otherwise it would prove nothing any more.
    .address = Address of the guest
    .do = Forget
    .listed = What checks found of the guest is removed as well.
    .done = { $searches ->
        [0] No recent search for { $address } was left.
        [one] 1 recent search for { $address } is removed.
       *[other] { $searches } recent searches for { $address } are removed.
    } { $changes ->
        [0] No change of this guest is on record.
        [one] 1 change of this guest stays on record.
       *[other] { $changes } changes of this guest stay on record.
    } Files you saved are where you put them.
settings-sign-in = Sign-in
settings-sign-in-practice = The practice organisation needs none.
organisation-change = Change…
organisation-help-at = Help: { $help }

## Help

help-title = Help
help-back = Back
what-is-this = What is this?
help-verdicts = What is wrong with my guest?
    .what = The fourteen answers, and what each means.
help-options = What do the two options cost?
    .what = Keep one address, or remove and invite again.
help-ask = Whom do I ask?
    .what = Who may repair what, and how you ask.
help-limits = What may this app do?
    .what = What it reads, what it changes, what it never does.
help-keys = Keyboard shortcuts
    .what = F1 leads here from anywhere.
help-sent = What is sent where
    .what = To Microsoft what you ask, and nothing to anybody else.

help-verdict-healthy = Nothing in the directory keeps group mail from this guest. That is no proof that it arrives: send a test message.
help-verdict-misconfigured = The account has several other addresses and no main one, so group mail has nowhere to go. Set the main address, or keep one address.
help-verdict-conflict = A contact, a group or another account owns the guest’s address, and an address can belong to one only. Resolve that first.
help-verdict-no-address = The account has no main address, so group mail has nowhere to go. Set one.
help-verdict-mail-elsewhere = Group mail goes to another address than the one you typed. Ask the guest which one they read.
help-verdict-pending = The guest has not accepted the invitation yet. Send it again, or ask the guest to accept it.
help-verdict-blocked = The account may not sign in. An admin knows why, and can lift the block.
help-verdict-ambiguous = More than one guest has this address. Choose whom you mean.
help-verdict-deleted = The account was deleted. For 30 days it can be restored, with its groups.
help-verdict-not-a-guest = The address belongs to a colleague, a group or your own organisation. Type the address of the guest.
help-verdict-not-found = No guest has this address. Check how it is spelled, or have the guest invited.
help-verdict-not-member = The guest is not in the group you chose. Group mail goes to members only.
help-verdict-guest-access-off = Your organisation does not let guests into group content. An admin can change that, for all guests at once.
help-verdict-cannot-tell = Something that decides could not be read. The answer says what. Search again, or ask somebody who may see more.

options-first = Often neither is needed. Setting the main address repairs the account and leaves everything else as it is.
options-cost = What it costs
options-back = Way back
options-keep = One of the other addresses stays. The account, its groups and its files stay as they are.
    .cost = The guest is no longer found by the addresses that go. No main address is filled in by this; that is the next step.
    .back = It can be undone from History.
options-remove = The account is deleted and the guest is invited anew. Groups and apps come back where that is possible.
    .cost = The guest has to accept again. SharePoint files shared with the old account may be lost, and not every group can be given back. The preview says which.
    .back = For 30 days the original account can be put back.

ask-page-lead = Beside each verdict stands what you can do yourself. Where an admin has to do it, the app writes the text to send, and a file with what it found.
ask-page-exchange = Takes an address off a contact, a group or a mailbox that has it.

limits-reads = It reads
    .what = Guest accounts, contacts and groups of your organisation, with your own rights, when you search. Never what a message says, and no files.
limits-check = A check of all guests
    .what = Looks for who else gets no group mail. It reads and changes nothing. Quick, it asks only for those without a main address; thorough, it reads every guest. What it finds stays on this computer until you remove it.
limits-changes = It changes
    .what = Only what you confirm in a preview. Each change is recorded before it is sent. Where there is a way back, History has it.
limits-never = It never
    .what = Sees your password, changes anything by itself, may more than you may, or deletes anything but a guest’s account.

sent-microsoft = What you search for and what you confirm goes to Microsoft: to the sign-in and the directory of your organisation.
sent-hosts = These are { $login } and { $graph }.
sent-practice = In the practice organisation nothing is sent at all.
sent-links = Links, the sign-in page and the mail to an admin open in your own browser and mail program. You send the mail.
sent-nothing = No telemetry, no crash reports, no look for updates. What is recorded stays in the data folder.

## About

about-title = About
about-note = Talks only to your organisation at Microsoft 365. No telemetry.
about-licence = Open source. Licence: MIT or Apache 2.0, as you choose.
about-others = Licences of the parts that others made
    .what = Each with its version and its licence. Their texts stand in the sources of each part.
report-title = Diagnostic report
report-note = Read it before you copy it. It names nobody: no name, no address, no id of a person or an organisation. It is sent nowhere.
