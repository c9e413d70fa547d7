### What went wrong: title, what happened, what to do.

problem-kind-refused = Refused
problem-kind-cancelled = Stopped
problem-kind-conflict = Changed meanwhile
problem-kind-unreachable = No answer
problem-kind-throttled = Wait a moment
problem-kind-not-signed-in = Not signed in
problem-kind-internal = Fault
problem-kind-proof = One more step
changed-no = Nothing was changed.
changed-yes = Something was changed. History shows what.
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
    .do = Type or paste the e‑mail address, the user name or the object id of the guest.
problem-address-too-long = That is too long for an e‑mail address
    .what = What you typed has { $length } characters; an e‑mail address has at most { $limit }.
    .do = Leave only the address in the search box.
problem-address-several = That is more than one address
    .what = { $count } addresses were typed.
    .do = Search for one of them at a time.
problem-address-absent = There is no address in that
    .what = In “{ $typed }” there is no e‑mail address, user name or object id. A name cannot be searched for.
    .do = Search for an address of the guest, such as jan@fabrikam.nl.
problem-address-accented = The directory does not keep “{ $letter }” before the @
    .what = No guest can have an address with this letter before the @. The invitation may have been made with the spelling without it.
    .do = Search for { $plain }.
problem-user-name-unknown = Nobody here has that user name
    .what = No live or deleted user has the user name { $name }, or the address in it.
    .do = Check whether the user name is from this organisation. If you know an address of the guest, search for that.
problem-id-unknown = No user here has that object id
    .what = No live or deleted user has the object id { $id }. It may belong to a group or to another organisation, or to a user who was deleted more than 30 days ago.
    .do = Check the object id, or search for an address of the guest.
problem-address-malformed = That does not look like an e‑mail address
    .what = No e‑mail address could be read in “{ $typed }”.
    .do = An address looks like jan@fabrikam.nl. Check what you typed.
problem-choice-invalid = That choice is not possible
    .what = What was chosen is missing, or is not among what was offered.
    .do = Close the window and open it again, so that you see what can be chosen now.
problem-request-malformed = The app asked something it should not
    .what = One part of the app did not understand another. This is not your doing.
    .do = Try again. If it comes back, quote the reference.
problem-typed-text-differs = What you typed is something else
    .what = To confirm, exactly { $expected } must be typed.
    .do = Type it again, or press Cancel.
problem-plan-used = This was carried out already
    .what = Each preview can be carried out once only.
    .do = Look in History. For another change make a new preview.
problem-plan-stale = This preview is too old
    .what = A preview holds for fifteen minutes, and only the newest one.
    .do = Make a new preview and look at it again.
problem-only-in-practice = This is done in the practice organisation only
    .what = In your own organisation an admin of Exchange does it.
    .do = Ask an Exchange admin, and check again afterwards.
problem-not-in-practice = The practice organisation is on this computer only
    .what = Its guests are nowhere else, and nobody there answers mail.
    .do = Nothing needs doing. In your own organisation this opens.
problem-admin-act-refused = The practice organisation did not do it
    .what = { $why ->
        [address-taken] Somebody owns the address by now.
        [nobody-there] Nobody owns the address yet.
       *[not-as-expected] It is no longer as it was shown.
    }
    .do = Check again to see how it stands now.
problem-change-running = Another change is still running
    .what = Changes are carried out one after the other.
    .do = Wait until the other change has ended, then try again.
problem-not-for-this-guest = This does not fit the guest as things are now
    .what = What was found has changed, or never allowed this repair.
    .do = Search again and choose from what is offered then.
problem-tenant-changed = The guest was changed meanwhile
    .what = { $property }: the value is no longer what the preview showed.
    .do = Make a new preview and look at it again.
problem-guest-gone = The guest is no longer there
    .what = The account was removed after you looked it up.
    .do = Search again to see what is there now.
problem-group-not-writable = The group takes no change from here
    .what = { $why ->
        [dynamic] A rule chooses the members of { $group } by now.
        [on-premises] { $group } is managed in your own network (on-premises) by now.
        [distribution-list] { $group } is a distribution list, managed in Exchange.
        [mail-enabled-security] { $group } is managed in Exchange.
        [role-assignable] { $group } gives admin roles by now: a higher admin must change its members.
        [takes-no-guests] { $group }, or the organisation, is set not to take new guests, and Microsoft refused the guest.
       *[unknown] What kind of group { $group } is could not be read.
    }
    .do = { $why ->
        [dynamic] Ask the owner of the group whether its rule can take in the guest.
        [on-premises] Ask an admin of your own network.
        [distribution-list] Ask an Exchange admin.
        [mail-enabled-security] Ask an Exchange admin.
        [role-assignable] Ask a Privileged Role Administrator.
        [takes-no-guests] Ask an admin to let the group take new guests, or to add the guest.
       *[unknown] Search again, and try once more.
    }
problem-group-gone = The group is no longer there
    .what = { $group } was removed after you looked it up.
    .do = Search again, and choose another group.
problem-owner-no-more = You do not own this group any more
    .what = Somebody changed the owners of { $group } after you signed in. Microsoft refused the change for that.
    .do = Ask an owner of the group, or an admin.
problem-address-conflict = Somebody else owns this address
    .what = { $owner ->
        [none] An address can belong to one account, contact or group only, and another one has it.
       *[other] An address can belong to one account, contact or group only, and { $owner } has it.
    }
    .do = Resolve the conflict first; then try again.
problem-return-refused = The account cannot come back as it was
    .what = { $owner ->
        [none] { $part ->
            [user-name] Another account has its user name by now, and a name can belong to one account only. Microsoft did not say which.
            [address] Something else has one of its addresses by now, and an address can belong to one account, contact or group only. Microsoft did not say what.
           *[not-said] It conflicts with something else in your organisation. Microsoft did not say with what.
        }
       *[other] { $part ->
            [user-name] { $owner } has its user name by now, and a name can belong to one account only.
            [address] { $owner } has one of its addresses by now, and an address can belong to one account, contact or group only.
           *[not-said] { $owner } has something of it by now that can exist only once.
        }
    }
    .do = { $part ->
        [user-name] Decide with whoever uses that account which of the two is to stay. Then search again.
        [address] Resolve the conflict first; then search again.
       *[not-said] Search again to see what is there now. If it is refused once more, show the reference to an admin.
    }
problem-missing-right = Your account may not do this
    .what = { $why ->
        [restricted-unit] The guest’s account is in a protected unit: only the admins of that unit can change it, whatever other role somebody has.
        [holds-role] The guest holds a role, or is in a group that can: then fewer admins may change the account.
        [role-is-there] Your role should be enough, and Microsoft refused all the same, for a reason that it did not name.
        [no-role] No role of yours that can be seen here gives the right to do this.
       *[not-known] Microsoft refused this to your account, and did not say what is missing.
    }
    .do = { $why ->
        [restricted-unit] Ask an admin of that unit. Who that is, a Privileged Role Administrator can see under Administrative units in the Entra admin center.
        [holds-role] Ask a Global Administrator.
        [role-is-there] Show the reference to whoever decides about roles in your organisation.
        [no-role] Ask an admin, for example a User Administrator.
       *[not-known] Show the reference to an admin.
    }
problem-guests-may-not-search = A guest may not search here
    .what = Your account is itself a guest in this organisation, and guests may not look others up.
    .do = Ask somebody who works in this organisation.
problem-server-refused = Microsoft refused this
    .what = The server said no for a reason of its own. Its own words are in the reference.
    .do = Show the reference to an admin.
problem-tracing-not-set-up = Following mail is not set up in your organisation
    .what = Microsoft’s own service for it is not there yet.
    .do = An admin adds it once, in Microsoft Graph PowerShell: New-MgServicePrincipal -AppId 8bd644d1-64a1-4d4b-ae52-2e0cbf64e373. It may take some hours before it works.
problem-group-without-mail = { $group } has no address
    .what = No mail can be sent to it, so there is nothing to follow.
    .do = Choose a group with an address.
problem-invitation-refused = The invitation was refused
    .what = { $owner ->
        [none] The original account was removed, and then the invitation of { $address } was refused.
       *[other] The original account was removed, and then the invitation of { $address } was refused: { $owner } has that address.
    }
    .do = Put the original account back. It can be restored for 30 days.
problem-invitation-other-account = The invitation led to another account
    .what = The invitation answered with an account that was there already: { $found }.
    .do = Put the original account back, and let an admin look at the other account.
problem-not-invited = The invitation was refused
    .what = { $why ->
        [own-domain] { $address } is in one of the organisation’s own domains. Microsoft accepts no invitation there.
        [by-policy] The settings of your organisation, or of the guest’s, do not allow an invitation of { $address }.
        [already-there] Somebody in the organisation has { $address } already.
        [blocked-account] The account that has { $address } is blocked. Microsoft accepts no invitation of a blocked account.
        [characters] Microsoft did not accept { $address }. It holds a character that an invitation does not take, such as a plus sign.
        [not-on-the-account] Microsoft does not find { $address } on the account. An address that was written a moment ago can take some minutes.
       *[unexplained] Microsoft refused to invite { $address }. Its own words are in the reference.
    }
    .do = { $why ->
        [own-domain] People of the organisation get an account from an admin. Check the address.
        [by-policy] Ask an admin to look at “External collaboration settings” and “Cross-tenant access settings” in the Entra admin center.
        [already-there] Search for the address again, and look at whoever has it.
        [blocked-account] Have an admin unblock the account first; then try again.
        [characters] Ask the guest for another address, without that character.
        [not-on-the-account] Wait some minutes, and let the guest accept again then. If it stays so, show the reference to an admin.
       *[unexplained] Show the reference to an admin.
    }
problem-invited-somebody-else = The invitation led to another account
    .what = Microsoft answered the invitation of { $address } with another account than was expected: { $found }. It may be a new one. This app did nothing else to it.
    .do = Search for the address again, and let an admin look at that account.
problem-guest-accepted = The guest has accepted the invitation
    .what = The account is in use by the guest now, so it is not removed as if the invitation had not been sent.
    .do = Look the guest up. If the account has to go, an admin can delete it in the Entra admin center.
problem-cannot-undo = This cannot be undone
    .what = There is no way back for this change, or it is over.
    .do = Look the guest up to see what stands there now.
problem-record-damaged = The record of this change is not as it was written
    .what = Something in the record was changed, removed or damaged. What it says stood there before may be wrong, so nothing is done on its word.
    .do = See History for what is known. In the Entra admin center a deleted account can be restored for 30 days, and properties can be set by hand.
problem-record-not-whole = Nothing was removed: the record is not whole
    .what = Something in the record was altered, removed or damaged. What is old may be needed to find out what happened, so all of it stays.
    .do = What is known of it stands in History. Once that is settled, choose again how long changes stay.
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
problem-not-visible-in-time = The directory does not show the change yet
    .what = A step was carried out, but after about a minute the directory does not show it.
    .do = Wait some minutes, then open History and try again from there: the directory is read back first.
problem-server-unavailable = The server cannot answer now
    .what = The server is there, but cannot serve now (status { $status }).
    .do = Try again in some minutes.
problem-throttled = Too many questions at once
    .what = The server asks to wait.
    .do = Wait a little, then try again.
problem-not-signed-in = You are not signed in
    .what = This needs a signed-in account.
    .do = Sign in, then try again.
problem-sign-in-expired = Your sign-in is over
    .what = The server no longer accepts the sign-in.
    .do = Sign in again. What you typed stays.
problem-persona-unknown = This persona does not exist
    .what = The practice organisation has no persona { $persona }.
    .do = Choose one of those offered.
problem-newer-file = A newer version of this app was here
    .what = The file { $file } was written by a newer version of this app.
    .do = Use the newer version. This one leaves the file as it is.
problem-file-trouble = A file could not be read or written
    .what = The app could not use its file { $file }.
    .do = Check that the disk is not full and that you may write there, then start the app again.
problem-answer-malformed = The answer made no sense
    .what = The server answered in a way this app does not understand.
    .do = Try again. If it comes back, quote the reference.
problem-internal = Something in the app went wrong
    .what = This is a fault of the app, not yours.
    .do = Try again. If it comes back, quote the reference.

problem-sign-in-declined = You chose not to go on
    .what = On Microsoft’s page the sign-in, or what the app asks for, was declined.
    .do = If that was not meant, try again and agree.
problem-sign-in-timed-out = Nobody answered on Microsoft’s page
    .what = The app waited five minutes for the browser.
    .do = Try again, and finish on Microsoft’s page.
problem-code-expired = The code has expired
    .what = It was not used in time.
    .do = Ask for a new code.
problem-sign-in-untrusted = An answer came that was not for this sign-in
    .what = Nothing of it was used. An old tab of the browser can be the cause, or somebody else’s attempt.
    .do = Close the other tabs and sign in again. If it comes back, tell your IT department.
problem-other-organisation = This account belongs to another organisation
    .what = This app is set up for { $expected }; you signed in to { $found }.
    .do = Sign in with an account of the right organisation, or use another organisation.
problem-other-person = Somebody else answered
    .what = The person who is signed in was to confirm this, and another account did.
    .do = Try again and choose the same account on Microsoft’s page. To be somebody else, sign out first.
problem-browser-not-opened = The browser did not open
    .what = This computer could not open a browser for Microsoft’s page.
    .do = Choose a default browser and try again, or use a code on another device.
problem-folder-not-opened = The folder did not open
    .what = This computer did not open a window with the files.
    .do = Copy the path, and go there yourself.
problem-no-listener = The app cannot hear the browser’s answer
    .what = No port of this computer could be used to wait for the browser. A firewall or security program can be the cause.
    .do = Try again, or use a code on another device.
problem-more-proof = Microsoft wants to be certain that it is you
    .what = You are still signed in. For this, the organisation wants a fresh confirmation (claims challenge).
    .do = Confirm with Microsoft; then this is asked again.
problem-no-organisation = No organisation is set up yet
    .what = The app does not know yet where to sign in.
    .do = Set up your organisation, or try the practice organisation.
problem-organisation-managed = Your organisation chose this
    .what = On this computer the organisation is set for everybody.
    .do = Ask your IT department if it should be another one.
problem-organisation-unreadable = This is not an organisation file
    .what = { $what ->
        [too-large] The file is much too large for one.
       *[not-json] The text in it is not JSON, or is damaged.
    }
    .do = Choose the file an admin gave you, or ask for a new one.
problem-organisation-unknown-field = The organisation file says something unknown
    .what = “{ $field }” is not part of such a file. A secret or a password never belongs in it.
    .do = Ask whoever made the file for one without it.
problem-organisation-missing = Something is missing
    .what = “{ $field }” is not there.
    .do = Fill it in, or ask for a complete file.
problem-organisation-invalid = A value cannot be used
    .what = “{ $field }” is not of the right form.
    .do = Check it, or ask for a corrected file.
problem-organisation-custom-hosts = A file with addresses of its own cannot be opened here
    .what = Such a file decides where you sign in. It is accepted only when the app is started with it, or when your IT department sets it.
    .do = Ask your IT department.
problem-hand-over-unreadable = { $what ->
    [newer] This file is of a newer version
   *[other] This is not a file that asks for help
}
    .what = { $what ->
        [too-large] The file is much too large for one.
        [newer] A newer version of this app made it.
        [damaged] It was changed or damaged: something in it has another form.
       *[not-one] It is another file, or is damaged.
    }
    .do = { $what ->
        [newer] Update this app, or ask whoever gave it to you for the text instead.
       *[other] Ask whoever gave it to you to save it again. Its name ends in .guesthandover.
    }
problem-hand-over-elsewhere = This file is of another organisation
    .what = It was made in { $organisation }. Here you are signed in to another one.
    .do = Sign in to that organisation, and open it there.
problem-too-many-handed-over = That is too much for one file
    .what = A file is about { $most } guests at most, and about fewer where very much was found.
    .do = Ask about some of them first, and about the others in a second file.
problem-group-not-read = The guests of this group were not read
    .what = There is nothing to save yet.
    .do = Check the group, and save it then.
problem-mail-too-long = The text is too long for a mail program’s link
    .what = Nothing was opened.
    .do = Copy the text, and paste it into a message.
problem-mail-not-opened = No mail program answered
    .what = Nothing was sent.
    .do = Copy the text, and paste it into a message.
problem-save-dialog-open = You are being asked already where to save a file
    .what = Nothing was saved a second time.
    .do = Answer the window that asks, or close it. Then save again.
problem-switched-off = Your organisation switched repairs off
    .what = On this computer guests can be looked up, and nothing can be changed.
    .do = Ask your IT department who may repair, and where.
problem-azure-cli-missing = The Azure CLI is not on this computer
    .what = The program “az” was not found.
    .do = Install the Azure CLI, or sign in with the browser.
problem-azure-cli-not-signed-in = The Azure CLI is not signed in
    .what = It is on this computer, but nobody is signed in with it, or the sign-in is over.
    .do = Run “az login”, then try again.
problem-azure-cli-other-tenant = The Azure CLI is signed in elsewhere
    .what = It is not signed in to { $expected }.
    .do = Run “az login --tenant” with the right tenant, then try again.
problem-azure-cli-failed = The Azure CLI gave no answer the app can use
    .what = Its own words are in the reference.
    .do = Run “az account get-access-token” in a terminal to see what is wrong, or sign in with the browser.
problem-permission-fixed = This sign-in cannot ask for permissions
    .what = { $permissions ->
        [none] A permission is missing, and the permissions of the Azure CLI are fixed.
       *[other] Missing: { $permissions }. The permissions of the Azure CLI are fixed.
    }
    .do = Sign out and sign in with the browser: then it can be asked for.
problem-permission-missing = This app lacks a permission for this
    .what = { $permissions ->
        [none] Microsoft said that a permission is missing.
       *[other] Not granted in this sign-in: { $permissions }.
    }
    .do = Ask Microsoft for it; then the preview is made again. If an admin has to agree, Microsoft says so.
problem-sign-out-incomplete = Part of your sign-in is still on this computer
    .what = { $what ->
        [key] You are signed out, but the key could not be removed from the keyring. Without the file it opens nothing.
        [file] You are signed out, but the kept file could not be removed. Without its key nobody can read it.
       *[other] You are signed out, but what was kept could not be removed completely.
    }
    .do = Sign in and out again. If it comes back, let your IT department remove the data folder of this app.
problem-no-network = This computer has no network
    .what = Microsoft could not be reached.
    .do = Connect to a network and try again.
problem-captive-portal = This network wants something first
    .what = Another page answered in Microsoft’s place, as in hotels and trains (captive portal).
    .do = Open any page in your browser, sign in to the network there, then try again.
problem-proxy-unreachable = The proxy does not answer
    .what = This computer reaches the internet through a proxy, and that does not answer.
    .do = Check that you are in the right network (VPN), or ask your IT department.
problem-proxy-sign-in = The proxy wants a sign-in of its own
    .what = The way to the internet asks for a name and password (407). This app never asks for passwords.
    .do = Ask your IT department to let this app through the proxy.
problem-untrusted-certificate = The connection cannot be trusted
    .what = The certificate comes from nobody this computer knows. A security device in your network that looks into traffic (TLS inspection) is the usual cause.
    .do = Ask your IT department to add its root certificate to this computer’s store. The app has no switch to skip this.
problem-wrong-clock = The clock of this computer is wrong
    .what = { $minutes ->
        [none] Its time differs too much from Microsoft’s.
        [one] Its time differs by one minute from Microsoft’s.
       *[other] Its time differs by { $minutes } minutes from Microsoft’s.
    }
    .do = Set date, time and time zone, then try again.
