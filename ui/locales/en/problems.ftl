### What went wrong: title, what happened, what to do.

problem-kind-bad-input = Not usable yet
problem-kind-refused = Refused
problem-kind-cancelled = Stopped
problem-kind-conflict = Changed meanwhile
problem-kind-unreachable = No answer
problem-kind-throttled = Wait a moment
problem-kind-not-signed-in = Not signed in
problem-kind-internal = Fault
changed-no = Nothing was changed.
changed-yes = Something was changed. History says what.
changed-unknown = It is not known whether something was changed. Search for the guest again to see.
problem-reference = Reference to quote
problem-copy = Copy the reference
problem-status = Status
problem-code = Code
problem-request = Request
problem-time = Time
problem-words = The server’s own words
problem-dismiss = Close this message

problem-address-empty = Type an address first
    .what = The search box was empty.
    .do = Type or paste the e-mail address of the guest.
problem-address-too-long = That is too long for an e-mail address
    .what = { $length ->
        [none] An e-mail address has at most 320 characters.
       *[other] What you typed has { $length } characters; an e-mail address has at most { $limit }.
    }
    .do = Leave only the address in the search box.
problem-address-several = That is more than one address
    .what = { $count ->
        [none] Several addresses were typed.
       *[other] { $count } addresses were typed.
    }
    .do = Search for one address at a time.
problem-address-malformed = That does not look like an e-mail address
    .what = { $typed ->
        [none] No e-mail address could be read in what you typed.
       *[other] No e-mail address could be read in “{ $typed }”.
    }
    .do = An address looks like jan@fabrikam.nl. Check what you typed.
problem-choice-invalid = That choice is not possible
    .what = What was chosen is missing, or is not among what was offered.
    .do = Close the window and open it again, so that you see what can be chosen now.
problem-request-malformed = The app asked something it should not
    .what = One part of the app did not understand another. This is not your doing.
    .do = Try again. If it comes back, quote the reference.
problem-typed-text-differs = What you typed is something else
    .what = { $expected ->
        [none] The text to confirm with differs from what was asked.
       *[other] To confirm, exactly { $expected } must be typed.
    }
    .do = Type it again, or press Cancel.
problem-plan-used = This was carried out already
    .what = Each preview can be carried out once only.
    .do = Look in History. For another change make a new preview.
problem-plan-stale = This preview is too old
    .what = A preview holds for fifteen minutes, and only the newest one.
    .do = Make a new preview and look at it again.
problem-change-running = Another change is still running
    .what = Changes are carried out one after the other.
    .do = Wait until the other change has ended, then try again.
problem-not-for-this-guest = This does not fit the guest as things are now
    .what = What was found has changed, or never allowed this repair.
    .do = Search again and choose from what is offered then.
problem-tenant-changed = The guest was changed meanwhile
    .what = { $property ->
        [none] What stands in the directory is no longer what the preview showed.
       *[other] { $property } in the directory is no longer what the preview showed.
    }
    .do = Make a new preview and look at it again.
problem-guest-gone = The guest is no longer there
    .what = { $guest ->
        [none] The account was removed after you looked it up.
       *[other] The account of { $guest } was removed after you looked it up.
    }
    .do = Search again to see what is there now.
problem-address-conflict = Somebody else owns this address
    .what = { $owner ->
        [none] The directory gives an address to one object only, and another one has it.
       *[other] The directory gives an address to one object only, and { $owner } has it.
    }
    .do = Resolve the conflict first; then try again.
problem-missing-right = Your account may not do this
    .what = The organisation did not give your account the right to do this.
    .do = Ask an admin, for example a User Administrator.
problem-guests-may-not-search = A guest may not search here
    .what = Your account is itself a guest in this organisation, and guests may not look others up.
    .do = Ask somebody who works in this organisation.
problem-server-refused = Microsoft refused this
    .what = The server said no for a reason of its own. Its own words are in the reference.
    .do = Show the reference to an admin.
problem-invitation-refused = The invitation was refused
    .what = { $address ->
        [none] The original account was removed, and then the new invitation was refused.
       *[other] The original account was removed, and then the invitation of { $address } was refused.
    }
    .do = Put the original account back. It can be restored for 30 days.
problem-invitation-other-account = The invitation led to another account
    .what = { $found ->
        [none] The invitation answered with an account that was there already.
       *[other] The invitation answered with an account that was there already: { $found }.
    }
    .do = Put the original account back, and let an admin look at the other account.
problem-cannot-undo = This cannot be undone
    .what = There is no way back for this change, or it is over.
    .do = Look the guest up to see what stands there now.
problem-changed-since = The way back is gone
    .what = Somebody changed the values again after this change. Undoing would overwrite that.
    .do = Look the guest up and repair from what stands there now.
problem-cancelled = Stopped by you
    .what = You stopped this before it had ended.
    .do = Start again whenever you like.
problem-unreachable = No connection
    .what = The server could not be reached.
    .do = Check the network and try again.
problem-answer-lost = The answer got lost
    .what = The change was sent, but no answer came back.
    .do = Open History and go on with the change: the directory is read back first.
problem-server-unavailable = The server cannot answer now
    .what = { $status ->
        [none] The server is there, but cannot serve now.
       *[other] The server is there, but cannot serve now (status { $status }).
    }
    .do = Try again in some minutes.
problem-throttled = Too many questions at once
    .what = { $seconds ->
        [none] The server asks to wait.
        [one] The server asks to wait one second.
       *[other] The server asks to wait { $seconds } seconds.
    }
    .do = Wait a little, then try again.
problem-not-signed-in = You are not signed in
    .what = This needs a signed-in account.
    .do = Sign in, then try again.
problem-sign-in-expired = Your sign-in is over
    .what = The server no longer accepts the sign-in.
    .do = Sign out and sign in again. What you typed stays.
problem-persona-unknown = This persona does not exist
    .what = { $persona ->
        [none] The practice organisation has no such persona.
       *[other] The practice organisation has no persona { $persona }.
    }
    .do = Choose one of those offered.
problem-newer-file = A newer version of this app was here
    .what = { $file ->
        [none] A file was written by a newer version of this app.
       *[other] The file { $file } was written by a newer version of this app.
    }
    .do = Use the newer version. This one leaves the file as it is.
problem-file-trouble = A file could not be read or written
    .what = { $file ->
        [none] The app could not use one of its own files.
       *[other] The app could not use its file { $file }.
    }
    .do = Check that the disk is not full and that you may write there, then start the app again.
problem-answer-malformed = The answer made no sense
    .what = The server answered in a way this app does not understand.
    .do = Try again. If it comes back, quote the reference.
problem-internal = Something in the app went wrong
    .what = This is a fault of the app, not yours.
    .do = Try again. If it comes back, quote the reference.
