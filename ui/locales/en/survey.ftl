### The screen All guests: who else gets no group mail, and repairing many of them with one confirmation.

nav-all-guests = All guests
survey-title = All guests
survey-back = Back to all guests

## Beginning a check

survey-what = Who else gets no group mail, and why.
survey-none = Nobody was looked for yet
    .what = A check goes through the guests of your organisation and lists who may get no group mail, with the reason for each. It changes nothing.
survey-again-title = Check again
    .what = What is listed now makes way for what is found then.
survey-depth = How far does it look?
survey-depth-quick = Quick
    .what = Asks Microsoft only for those without a main address, so it costs as much as there are of them. It misses who has addresses and yet none that mail is delivered to, who is blocked, who has not accepted the invitation, and guests whose account your organisation made itself.
survey-depth-thorough = Thorough
    .what = Reads every guest, and finds those as well. In a large organisation that takes longer.
survey-start = Check all guests

## A check that runs, and one that stands still

survey-phase-running = The check is running.
survey-phase-paused = The check is paused.
survey-phase-stopped = The check was stopped.
survey-phase-done = The check is done.
survey-beginning = The first answer is awaited.
survey-reading = { $found ->
        [0] Every guest is being read. Nobody was found so far.
       *[other] Every guest is being read. Found so far: { $found }.
    }
survey-looking = { $depth ->
        [quick] { $total ->
            [0] { $found } have no main address. Now the reason for each.
           *[other] Of { $total } guests, { $found } have no main address. Now the reason for each.
        }
       *[thorough] { $total ->
            [0] { $found } are to be looked at a second time.
           *[other] Of { $total } guests, { $found } are to be looked at a second time.
        }
    }
survey-paused-note = Paused. What was found so far is listed, and nothing is read until you go on.
survey-figure = { $done } of { $total }
survey-left = about { $time } left
survey-left-soon = a few seconds left
survey-wait = Microsoft asked for a short wait: { $time }. You can work on meanwhile.
survey-progress = { $percent } % of the check
survey-pause = Pause
survey-resume = Go on
survey-stop = Stop
survey-again = Check again

## What was found

survey-done = Checked { $when }, in { $duration }.
survey-stopped = Stopped { $when }, after { $duration }. There may be more than are listed.
less-than-a-second = less than a second
survey-way-candidates = Only accounts from outside without a main address were asked for.
survey-way-guests-without-mail = Only guests without a main address were asked for.
survey-way-every-external = Every account from outside was read.
survey-way-every-guest = Every guest was read. Accounts from outside that count as members were not.
survey-of = { $depth ->
        [quick] { $total ->
            [0] have nowhere for group mail to go.
           *[other] of { $total } have nowhere for group mail to go.
        }
       *[thorough] { $total ->
            [0] may get no group mail.
           *[other] of { $total } may get no group mail.
        }
    }
survey-nobody = Nobody was found
    .what = That is no proof that mail arrives everywhere: only what the check looks at was seen.
survey-since-new = { $count } new
survey-since-repaired = { $count } repaired
survey-since = since { $day }
survey-repaired-now = { $count } repaired since this check
survey-causes = Why: choose one to see only those guests
survey-cause-main-address-missing = Only the main address is missing
survey-cause-owned-by-contact = Address owned by a contact
survey-cause-owned-by-account = Address owned by another account
survey-cause-owned-by-group = Address owned by a group
survey-cause-no-address = No address on record at all
survey-cause-blocked-as-well = No main address, and blocked as well
survey-cause-two-main-addresses = Two main addresses
survey-cause-blocked = Account blocked
survey-cause-invitation-open = Invitation still open
survey-cause-not-all-read = Not all could be read
survey-kept = What checks find is kept on this computer, where only you can read it.
survey-remove = Remove what checks found

## The list

survey-list = Guests
survey-filter = Name, address or group
survey-show = Show
survey-all = All
survey-new = New
survey-grouped = Grouped by
survey-grouped-cause = Cause
survey-grouped-state = State
survey-grouped-none = Nothing
survey-columns = Columns
survey-column-displayName = Guest
survey-column-address = Address
survey-column-inTheWay = In the way
survey-column-groups = Groups
survey-column-guestSince = Guest since
survey-choose = Choose { $name }
survey-choose-group = Choose all: { $group }
survey-groups-more = { $first } and { $count } more
survey-repaired = Repaired
survey-not-read = not read
survey-count = { $count ->
    [one] { $count } guest
   *[other] { $count } guests
}
survey-count-so-far = { $count ->
    [one] { $count } guest so far
   *[other] { $count } guests so far
}
survey-count-chosen = { $chosen } of { $count } selected
survey-together = Can be repaired together
survey-together-later = Can be repaired together when the check is done
survey-together-some = Those with a box can be repaired together
survey-one-at-a-time = One at a time
survey-conflict-first = One at a time: resolve the conflict first
survey-no-match = No guest matches
survey-keys = Arrow keys go from row to row, Space chooses, Enter opens the guest.

## Who is chosen

survey-chosen-label = Selected guests
survey-chosen = { $count ->
    [one] { $count } selected
   *[other] { $count } selected
}
survey-chosen-unseen = { $count ->
    [one] { $count } of them is not shown now.
   *[other] { $count } of them are not shown now.
}
survey-clear = Clear
survey-repair-note = First you see every guest, before and after.
survey-repair-most = { $most } at once is the most; the first { $most } are taken.
survey-repair = { $kind ->
        [set-mail] { $count ->
            [one] Set { $count } main address…
           *[other] Set { $count } main addresses…
        }
        [resend-invitation] { $count ->
            [one] Send { $count } invitation again…
           *[other] Send { $count } invitations again…
        }
       *[other] { $what } ({ $count })…
    }
survey-export = Export
survey-export-these = Export these
survey-export-what = The guests that are listed now
survey-export-chosen = The guests that are selected
survey-export-csv = CSV, for a spreadsheet
survey-export-json = JSON, for programs

## Summary for whoever is responsible

survey-summary = Summary
survey-summary-title = Summary for whoever is responsible
survey-summary-back = Back to the list
survey-summary-language = Language of the summary
survey-summary-copy = Copy
survey-summary-print = Print
summary-title = Guests of { $organisation } who may get no group mail
summary-checked = Checked on { $when }, in { $duration }.
summary-stopped = The check was stopped on { $when }, so there may be more.
summary-count = { $total ->
        [0] { $count ->
            [one] { $count } guest was found.
           *[other] { $count } guests were found.
        }
       *[other] { $count ->
            [one] { $count } of { $total } guests was found.
           *[other] { $count } of { $total } guests were found.
        }
    }
summary-repaired = { $count ->
    [one] { $count } of them was repaired since.
   *[other] { $count } of them were repaired since.
}
summary-causes = By reason:
summary-together = { $count ->
    [one] { $count } of them can be repaired together with others.
   *[other] { $count } of them can be repaired together.
}
summary-since = Since the check of { $day }: { $new } new, { $repaired } repaired.
summary-caveat = The directory does not show whether mail arrives. It shows where group mail has nowhere to go.

## Repairing many with one confirmation

batch-reading = Reading every guest afresh
batch-reading-note = Nothing is changed by this.
batch-read = { $done } of { $total } read
batch-read-stop = Stop
batch-title = { $kind ->
        [set-mail] { $count ->
            [one] Set the main address of { $count } guest
           *[other] Set the main address of { $count } guests
        }
        [resend-invitation] { $count ->
            [one] Send the invitation again to { $count } guest
           *[other] Send the invitation again to { $count } guests
        }
       *[other] { $what }: { $count }
    }
batch-nobody = Nobody would be changed
batch-of-chosen = { $chosen ->
    [one] Of { $chosen } selected guest. Read afresh at { $time }.
   *[other] Of { $chosen } selected guests. Read afresh at { $time }.
}
batch-changes = What changes
batch-filter = Filter
batch-left-out = Left out
batch-how = One guest after another, each looked at again and in History. Where three fail in a row, it stops and asks.
batch-note-sharepoint = Microsoft’s article warns: SharePoint files that were shared with an address that goes may be lost to these guests. This app cannot list them.
batch-note-sign-in = An address that goes may be one that these guests sign in with. Ask before you remove it.
batch-number-missing = Type the number first.
batch-act = { $kind ->
        [set-mail] { $count ->
            [one] Set { $count } main address
           *[other] Set { $count } main addresses
        }
        [resend-invitation] { $count ->
            [one] Send { $count } invitation again
           *[other] Send { $count } invitations again
        }
       *[other] { $what } ({ $count })
    }
batch-way-back = { $undo ->
        [full] Each can be undone from History by itself
        [partial] Each can be undone in part, from History
        [restore] Each original account can be put back for 30 days
        [delete-again] Not undone from here
       *[impossible] { $kind ->
            [set-mail] You can choose another main address for each guest later, but not make it empty again
           *[other] Cannot be undone
        }
    }
batch-phase-reading = The guests are being read
batch-phase-running = Working on it
batch-phase-asking = Three in a row were not changed
    .what = The same may be so for those who follow. What was done stays done.
batch-phase-done = All were gone through
batch-phase-stopped = Stopped
batch-progress = { $done } of { $total } gone through
batch-guest-waiting = waiting
batch-guest-running = under way
batch-guest-left-out = left out
batch-stop = Stop after this guest
batch-stopping = Stopping after this guest…
batch-stop-note = You can stop between two guests. What is done by then stays done, and is recorded.
batch-go-on = Go on
batch-end-stop = Stop here
batch-changed = { $count ->
        [0] Nobody was changed
        [one] { $count } of { $total } changed
       *[other] { $count } of { $total } changed
    }
batch-changed-looked = Of those that were changed, the new values were seen in the directory.
batch-others = What became of the others
batch-failed = What went wrong
batch-progress-said = { $percent } % gone through
batch-not-reached = { $count ->
    [one] { $count } was not begun.
   *[other] { $count } were not begun.
}
batch-to-history = Look in History
left-out-nothing-to-repair = there is nothing to repair any more
left-out-address-owned = { $owner } owns the address
left-out-several-addresses = more than one address is possible: look the guest up and choose
left-out-invited-not-certain = the address of the invitation is not certain: look the guest up
left-out-does-not-fit = this repair does not fit them as things are now
left-out-synced = managed in your own network (on-premises), to be changed there
left-out-not-allowed = your role may not change this guest
left-out-protected = only the admins of a protected unit may change them
left-out-gone = no longer in the directory
left-out-not-read = could not be read
left-out-changed-since = changed since the preview

## One entry of History for many

history-batch = { $kind ->
        [set-mail] { $count ->
            [one] Main address set for { $count } guest
           *[other] Main address set for { $count } guests
        }
        [resend-invitation] { $count ->
            [one] Invitation sent again to { $count } guest
           *[other] Invitation sent again to { $count } guests
        }
       *[other] { $what }: { $count }
    }
history-batch-state = { $state }: { $count }
history-batch-part = { $shown } of { $count } match
history-batch-note = Each guest has an entry of their own, and is undone by it.
history-batch-guests = The guests of it
