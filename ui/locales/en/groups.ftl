### The screen My groups: the groups one owns, and how the guests in them stand.

nav-groups = Groups
groups-title = My groups
groups-what = The guests in the groups you own. Choose a guest to see why no mail comes.
groups-progress = { $read } of { $count } groups checked
groups-stopped = Stopped after { $read } of { $count }
groups-stop = Stop
groups-go-on = Check the rest
groups-again = Check again
groups-list = Groups you own
groups-none = You own no group with mail
    .what = Guests of other groups can be looked up one at a time.
groups-to-guest = Look up a guest
groups-back = Back to { $group }

group-guests = { $count ->
    [one] { $count } guest
   *[other] { $count } guests
}
group-no-mail = { $count ->
    [one] { $count } gets no mail
   *[other] { $count } get no mail
}
group-attention = { $count } to look at
group-cannot-tell = { $count ->
    [one] { $count } unclear
   *[other] { $count } unclear
}
group-no-fault = no fault found
group-empty = no guests
group-waiting = waits
group-checking = being checked
group-unchecked = not checked
group-no-list = not to be seen

guests-in = Guests in { $group }
guests-export = Export
guests-export-note = All guests of this group as a table (CSV)
guests-saved = Saved:
guests-all = All
guests-show = Show
guests-filter = Filter by name or address
guests-guest = Guest
guests-address = E‑mail address
guests-state = State
guests-why = Why
guests-none = There are no guests in this group
guests-no-match = No guest matches
guests-show-all = Show all
guests-foot = Checked { $at }. “No fault found” does not say that mail arrives.
guests-not-shown = { $count ->
    [one] { $count } member is not shown to you. Whether that is a guest is not known.
   *[other] { $count } members are not shown to you. Whether they are guests is not known.
}
guests-unread = This group was not checked yet
    .what = Nothing is known of its guests.
guests-reading = This group is being checked
guests-check = Check this group

glance-no-mail = Gets no mail
glance-cannot-tell = Cannot tell
glance-attention = Attention
glance-no-fault = No fault found
    .brief = No fault
glance-why-address-in-use = Address in use
glance-why-no-main-address = No main address
glance-why-two-main-addresses = Two main addresses
glance-why-blocked = Blocked
glance-why-invitation-open = Invitation still open
glance-why-not-all-read = Not all read

no-list-hidden = This group hides its members
    .what = Who is in it does not show to this sign-in, so the list would look empty. Look its guests up one at a time.
no-list-not-owned = You no longer own this group
    .what = Its guests are not listed here. Ask one of its owners.
no-list-gone = This group is no longer there
    .what = It was deleted since the list was made.

## Asking about several guests at once

several-begin = Ask about several guests
several-note = Tick up to { $most } guests, and ask an admin once
several-count = { $count ->
    [0] Tick the guests to ask about.
    [one] { $count } guest ticked
   *[other] { $count } guests ticked
}
several-full = { $most } at once is the most.
several-all = Tick all that are shown
several-title = { $count ->
    [one] Ask about { $count } guest
   *[other] Ask about { $count } guests
}
several-subject = { $count ->
    [one] { $count } guest of { $group } may get no group mail
   *[other] { $count } guests of { $group } may get no group mail
}
several-what = This is what the list of the group shows; each has to be looked at on its own:
ask-looking = Each of them is looked at afresh for the file.
