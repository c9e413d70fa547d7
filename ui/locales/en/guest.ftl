### The Guest screen: search, verdict, evidence, what can be done.

find-address = Guest’s e‑mail address
find-group = Group
find-any-group = No group chosen
find-instead = Search for { $address }
find-act = Find
find-waiting = Looking for { $address }…
find-waiting-note = Users, contacts, groups and deleted users are searched.
find-groups-missing = The groups could not be read. You can search without one.
empty-title = Who gets no group mail?
empty-what = Type or paste the address of the guest. Any address the guest ever used with you will do.
empty-try = Try one of these
empty-try-conflict = the most common cause
empty-try-misconfigured = repaired in two steps
empty-try-healthy = no fault found
empty-elsewhere = Or begin elsewhere
empty-groups = the guests in groups you own

headline-healthy = No fault found in the directory for { $name }
headline-misconfigured = { $name } has no main e‑mail address
headline-conflict = { $name } has no main e‑mail address
headline-no-address = { $name } has no main e‑mail address
headline-no-address-proxy-missing = Exchange has no main address for { $name }
headline-mail-elsewhere = Group mail for { $name } goes to another address
headline-main-addresses-differ = The directory names two main addresses for { $name }
headline-pending = { $name } has not accepted the invitation yet
headline-blocked = The account of { $name } is blocked
headline-ambiguous = More than one guest has { $searched }
headline-deleted = The account of { $name } was deleted
headline-not-a-guest = { $name } is not a guest here
headline-internal-guest = { $name } is a guest by type only
headline-address-of-group = { $searched } is the address of a group, not of a guest
headline-own-domain = { $searched } is an address of this organisation, not of a guest
headline-not-found = No guest with { $searched } in this organisation
headline-not-member = { $name } is not a member of { $group }
headline-members-hidden = Whether { $name } is a member of { $group } cannot be seen
headline-guest-access-off = Guests may not use groups in this organisation
headline-cannot-tell = Not everything could be read, so there is no verdict

also-title = There is something else:
also-guest-access-off = the organisation does not let guests use groups.
also-not-member = { $name } is not a member of the chosen group.
also-conflict = something else already owns an address of { $name }, so the main e‑mail address is missing.
also-no-main-address = { $name } has no main e‑mail address.
also-mail-elsewhere = mail goes, or may go, to another address than the one you searched for.
also-blocked = signing in is blocked for this account.

verdict-healthy = No fault found
verdict-misconfigured = Misconfigured
verdict-conflict = Address conflict
verdict-no-address = No main address
verdict-mail-elsewhere = Mail goes elsewhere
verdict-pending = Not accepted yet
verdict-blocked = Blocked
verdict-ambiguous = Choose a guest
verdict-deleted = Deleted
verdict-not-a-guest = Not a guest
verdict-not-found = Not found
verdict-not-member = Not a member
verdict-guest-access-off = Guest access off
verdict-cannot-tell = Cannot tell

cause-conflict = { $kind ->
        [contact] Group mail has nowhere to go. The reason: the contact { $owner } already owns { $address }, so the guest account stayed without it.
        [synced-contact] Group mail has nowhere to go. The reason: the contact { $owner }, managed in your own network (on-premises), already owns { $address }.
        [user] Group mail has nowhere to go. The reason: the user or shared mailbox { $owner } already owns { $address }.
        [guest] Group mail has nowhere to go. The reason: another guest, { $owner }, already owns { $address }.
        [unseen] Group mail has nowhere to go. The reason: something that this sign-in cannot see already owns { $address }.
       *[group] Group mail has nowhere to go. The reason: the group { $owner } already owns { $address }.
    }
cause-misconfigured = Group mail has nowhere to go. The account has { $count } other addresses, and none of them is the main one.
cause-no-address = { $missing ->
        [no-other-address] Group mail has nowhere to go. No address at all is on record for this account.
        [one-other-address] Group mail has nowhere to go. One other address is on record, but it is not the main one.
        [one-address-repeated] Group mail has nowhere to go. One address is on record in several spellings, and none is the main one.
        [only-mail-is-empty] The main address itself is empty, though the list Exchange delivers by has one. Group mail may have nowhere to go.
       *[only-proxy-is-missing] The main address is filled in, but the list Exchange delivers by has no main address.
    }
cause-mail-elsewhere = You searched for { $searched }, but group mail goes to { $primary }. Ask { $name } whether that mailbox is read.
cause-main-addresses-differ = One property says { $mail }, the other says { $proxy }. Which of the two gets the group mail is decided by Exchange and cannot be seen here. Ask an Exchange admin before you change anything.
cause-pending = { $since ->
        [none] The invitation was not accepted yet. The addresses are in order. It is not known whether this alone stops mail.
       *[other] The invitation is open since { $since } and not accepted yet. The addresses are in order. It is not known whether this alone stops mail.
    }
cause-blocked = Signing in is blocked for this account. The addresses are in order. Ask whoever blocked it for the reason before you change anything.
cause-ambiguous = { $count } guests have this address. Choose whom you mean.
cause-deleted = { $days ->
        [none] The account is among the deleted users. How long it can still be restored could not be read.
        [0] The account was deleted, and the thirty days to restore it are over. A deleted guest gets no group mail.
       *[other] { $owner ->
            [none] { $days ->
                [one] The account is among the deleted users and can be restored for one more day.
               *[other] The account is among the deleted users and can be restored for { $days } more days.
            } A deleted guest gets no group mail.
           *[other] { $days ->
                [one] The account is among the deleted users and can be restored for one more day.
               *[other] The account is among the deleted users and can be restored for { $days } more days.
            } Look first at { $owner }, who owns the address now: Microsoft may refuse to restore the account for that, or the account comes back without the address.
        }
    }
cause-not-a-guest = { $deleted ->
        [none] { $userName ->
            [true] An account of the organisation signs in with this name, and nobody else has the address. Nothing shows that it was invited. This app repairs guests only.
           *[false] This is an account of the organisation itself: nothing shows that it was invited. This app repairs guests only.
        }
       *[other] The guest { $deleted } had this address and was deleted. By now an account of the organisation has it, so the guest cannot come back. Look first at whose address it should be.
    }
cause-internal-guest = { $synced ->
        [true] The directory lists this account as a guest, but nobody invited it: Microsoft calls that an internal guest. It is managed in your own network (on-premises). This app repairs invited guests only; what was found stands below.
       *[false] The directory lists this account as a guest, but nobody invited it: Microsoft calls that an internal guest. This app repairs invited guests only; what was found stands below.
    }
cause-address-of-group = This is the address of { $group }, not of a guest. Type the guest’s own address.
cause-own-domain = { $contact ->
        [none] { $address } is in one of the organisation’s own domains, and no account has it. A guest comes from outside, with an address of their own: check the spelling.
       *[other] { $address } is in one of the organisation’s own domains, and the contact { $contact } has it. A guest comes from outside, with an address of their own.
    }
cause-not-found = { $owner ->
        [none] Neither a guest nor a deleted guest has { $address }. Check the spelling, or invite the guest first.
       *[other] Nobody has { $address } as a guest, but { $owner } owns it. A guest invited now would have no main address.
    }
cause-not-member = { $rule ->
        [none] { $dynamic ->
            [true] The members of { $group } are chosen by a rule, and the rule does not choose { $name }. The rule or the property it looks at must change.
           *[false] Group mail goes to members only.
        }
       *[other] The members of { $group } are chosen by a rule, and the rule reads an address that { $name } does not have: { $rule } – With the address, the rule can choose { $name }.
    }
cause-members-hidden = { $group } does not show its members to this sign-in. { $name } is not among those that show, and may be a member all the same. An owner of the group can look.
cause-guest-access-off = The organisation has switched guest access to groups off. Only an admin of the organisation can switch it on.
cause-cannot-tell = Part of the directory did not answer. What could not be read is marked in the table; nothing is concluded from it.
cause-healthy = Group mail goes to { $primary }. Whether it arrives cannot be seen here: go through the list at the bottom with { $name }.

why-this-matters = How do we know?
why-title = How we know

finding-not-a-guest = Nothing shows that this account was invited from outside.
finding-not-found = No live or deleted user has this address.
finding-address-owned = { $owner ->
        [none] Something else owns the address.
       *[other] { $owner } owns the address.
    } A guest who comes in now would have no main address.
finding-deleted = Only a deleted user has this address.
finding-deleted-guest-had-it = A deleted guest had this address before. Restoring that guest brings nobody’s address back.
finding-deleted-account-in-the-way = The deleted account was never a guest. As long as it can be restored it may stand in the way of an invitation at this address.
finding-internal-guest = The user type is Guest, although nobody invited this account: an internal guest.
finding-several-guests = Several guests have this address.
finding-conflict = { $owner ->
        [none] Something else owns an address of the guest.
       *[other] { $owner } owns an address of the guest.
    } An address can belong to one account, contact or group only, so the guest account stayed without it.
finding-address-shared = { $owner ->
        [none] Something else owns an address of the guest as well.
       *[other] { $owner } owns an address of the guest as well.
    } As long as the guest has a main address, that is no problem. It can be in the way later.
finding-address-refused = { $owner ->
        [none] Microsoft refused an address of the guest, because something else has it.
       *[other] Microsoft refused an address of the guest, because { $owner } has it.
    } No search shows that; it is known from the attempt.
finding-user-name-taken = { $owner ->
        [none] Another account signs in with an address of the guest. Microsoft may refuse that address.
       *[other] { $owner } signs in with an address of the guest. Microsoft may refuse that address.
    }
finding-owners-not-all-seen = Whether something else owns an address of the guest could not be seen completely.
finding-misconfigured = The main address is empty and there are several other addresses. This is the fault that Microsoft’s support article describes.
finding-no-address = The main address is missing, in another way than Microsoft’s article describes. Keeping one address cannot help.
finding-several-addresses = Several other addresses beside a main address: that is normal.
finding-mail-elsewhere = Mail goes to the main address only, and that is not the one you searched for.
finding-main-addresses-differ = The two properties that name the main address do not say the same. Exchange decides which one counts.
finding-not-member = The guest is not in the list of members of the chosen group.
finding-members-hidden = The chosen group hides its members. Who does not show may be a member all the same.
finding-guest-access-off = The setting AllowGuestsToAccessGroups is off for the whole organisation.
finding-adding-guests-off = New guests may not be added to groups now. Those who are in stay in.
finding-group-takes-no-guests = The chosen group is set not to take new guests. Those who are in stay in.
finding-member-through-another = The guest is in the chosen list through another group in it. Exchange sends on to that group, as long as it takes mail itself.
finding-group-hidden = The chosen group is hidden from Outlook. It gets and sends mail all the same.
finding-licensed = The account has licences of the organisation.
finding-has-mailbox = The account has a plan of Exchange, so very likely a mailbox here. It is more than a guest.
finding-synced-from-on-premises = The account is managed in your own network (on-premises) and cannot be changed from here.
finding-restricted-management = The account is in a protected unit: only the admins of that unit can change it.
finding-privileged = The guest holds an admin role, or is in a group that can hold one, so not every admin may change the account.
finding-blocked = Signing in is blocked for this account.
finding-pending = The invitation was not accepted yet. It is not known whether that stops mail.
finding-no-fault-found = No fault was found in the directory. Mail can still be lost later on: in a junk folder, at the provider, or because the guest left the group conversations.
finding-cannot-tell = A question to the directory was not answered, so nothing is concluded from it.

found-title = What we found
found-matters = Only what matters
found-everything = Everything ({ $count })
found-show = Which properties to show
found-memberships = Member of { $groups }
found-copy = Copy as text
column-state = State
column-property = Property
column-value = Value

row-state-wrong = Wrong
row-state-attention = Look at this
row-state-cause = Cause
row-state-fine = Fine
row-state-info = Info
row-state-unknown = Not read

value-empty = empty
value-unknown = could not be read
value-true = yes
value-false = no
value-accepted = accepted
value-accepted-on = accepted on { $date }
value-pending = not accepted yet
value-pending-since = not accepted yet, since { $date }
value-owner = { $owner } · { $kind }

owner-contact = mail contact
owner-synced-contact = mail contact from your own network
owner-user = user or shared mailbox
owner-guest = another guest
owner-group = group
owner-unseen = of a kind that this sign-in cannot read
owner-nameless = something whose name this sign-in cannot read (id { $id })

meaning-no-main-address = This is where group mail would go.
meaning-main-address = Exchange delivers group mail to this address.
meaning-no-primary-proxy = Exchange has no main address to deliver to.
meaning-primary-proxy = The entry with SMTP: in capitals is the main one.
meaning-goes-elsewhere = Group mail goes here, and not to { $searched }.
meaning-main-addresses-differ = The other property names another main address. Exchange decides which one counts.
meaning-several-without-main = Several addresses, and none of them is the main one.
meaning-one-address-repeated = The same address in several spellings.
meaning-several-beside-main = Several addresses beside a main one: normal.
meaning-invited-at = Invited at { $address }, as the user name says.
meaning-invited-at-one-of = Invited at one of these: { $addresses }. The user name does not tell for certain.
meaning-accepted = The guest accepted the invitation.
meaning-not-accepted = It is not known whether this alone stops mail.
meaning-made-by-sharing = No invitation on record, as with guests made by sharing in SharePoint.
meaning-external-member = Comes from outside but counts as a member: for group mail still a guest.
meaning-sign-in-blocked = Signing in is blocked.
meaning-synced = Managed in your own network (on-premises): it cannot be changed here.
meaning-restricted = In a protected unit: only the admins of that unit can change it.
meaning-no-sign-of-guest = Nothing here shows a guest.
meaning-owned-by = Owns { $address }. An address can belong to one account, contact or group only.
meaning-user-name-of = Signs in with { $address }. Microsoft may refuse that address for the guest.
meaning-internal-guest = A guest by type, though nobody invited it: an internal guest.
meaning-licensed = Licences of the organisation. They go with the account.
meaning-has-mailbox = A plan of Exchange: very likely a mailbox here.
meaning-not-read = Could not be read, so nothing is concluded from it.

property-mail = Main address
property-proxyAddresses = Exchange addresses
property-otherMails = Other addresses
property-memberOf = Groups
property-members = Member of the group
property-contact = Address in use by
property-externalUserState = Invitation
property-externalUserStateChangeDateTime = Invitation changed on
property-userPrincipalName = User name
property-userType = Type of user
property-assignedLicenses = Licences
property-assignedPlans = Exchange plan
property-accountEnabled = May sign in
property-creationType = How the account was made
property-createdDateTime = Account made on
property-deletedDateTime = Deleted on
property-displayName = Name
property-givenName = First name
property-surname = Last name
property-companyName = Company
property-department = Department
property-jobTitle = Job title
property-officeLocation = Office
property-mobilePhone = Mobile phone
property-businessPhones = Business phones
property-identities = Ways to sign in
property-onPremisesSyncEnabled = Managed in your own network
property-isManagementRestricted = In a protected unit
property-preferredLanguage = Language
property-usageLocation = Country of use
property-mailNickname = Mail nickname
property-imAddresses = Chat addresses
property-showInAddressList = In the address list
property-id = Object id
property-city = City
property-country = Country
property-onPremisesLastSyncDateTime = Last synchronised
property-serviceProvisioningErrors = Errors of services

do-title = What you can do
do-recommended = Recommended
do-unseen-role = I have a role that does not show here
do-unseen-role-what = A role you still have to activate, or one for a part of the organisation. Microsoft decides when you try.
ask-exchange = Ask Exchange with this line in PowerShell. It only looks.
ask-title = An admin has to do this
ask-help = Where to ask: { $help }
ask-somebody = Ask the helpdesk or an admin of your organisation.
ask-copy = Copy the text for them
ask-roles = Which roles can do this?
ask-text-needed = What is needed: { $remedy }.
ask-text-roles = Who can do it: { $roles }.
ask-text-needed-all = What is needed, one after the other:
ask-text-step = { $number }. { $remedy }
ask-text-guest = Guest: { $name }, { $address }
ask-text-id = Object id: { $id }
ask-text-group = Group: { $group }
ask-text-from = Asked by: { $name } ({ $account }), { $organisation }, { $date }
ask-open = Ask your admin…
ask-about = Ask somebody for advice
ask-about-what = A message with what was found, in their language, or a file to be opened in this app.
ask-text-advice = What can be done outside the app:
ask-panel-title = An admin has to do this
panel-back = Back to what you can do
ask-to = To
ask-to-somebody = the helpdesk or an admin of your organisation
ask-language = The admin’s language
ask-note = What do you notice? (optional)
ask-letter = This is the message
ask-mail = Open in the mail program
ask-mail-note = Opens your mail program. You read it and send it yourself.
ask-mail-failed = No mail program answered. Copy the text, and paste it into a message.
ask-copy-text = Copy the text
ask-save = Save as a file
ask-saved = Saved as
ask-file-note = The admin opens the file in this app and sees everything as it is then.
ask-file-practice = In practice no mail is sent. Save the file, sign in as a User Administrator and open it.
ask-file-what = What is in it?
ask-file-holds = Your name and user name, the guest, the group, what was found and when, what is recommended, and your own words. No password, and nothing that changes anything.
ask-file-attach = Attach it to your message.
ask-until = Until it is repaired: put { $address } in Cc yourself when you write to the group.
ask-text-note = “{ $note }”
ask-text-file = The file that comes with this shows everything that was found.
hand-over-open = Open a file from a colleague
hand-over-open-what = or drop it on this screen
hand-over-opening = The file is read, and everything in the directory is looked at afresh.
hand-over-title = { $name } asks for help with { $guest }
hand-over-from = { $name } ({ $address })
hand-over-colleague = { $colleague ->
    [true] An account of your organisation.
    [false] No account of your organisation has this user name. Ask before you do what it says.
   *[none] Whether this is an account of your organisation could not be looked up.
}
hand-over-asked = Asked on { $date }, in { $organisation }.
hand-over-read = Read afresh on { $date }.
hand-over-note = In their own words:
hand-over-recommended = Recommended then: { $remedy }.
hand-over-same = Nothing of what was found then has changed.
hand-over-changed = { $count ->
    [one] One thing has changed since; the table shows it.
   *[other] { $count } things have changed since; the table shows them.
}
hand-over-then = When { $name } asked
hand-over-now = Now
hand-over-same-value = the same
hand-over-pill = Changed
hand-over-filter = Changed ({ $count })
hand-over-gone = not found any more
hand-over-other-guest = The address leads to another guest than the one in the file. Find out who is meant before you repair anything; nothing is recommended here.
hand-over-close = Close the file
hand-over-several = { $name } asks for help with { $count } guests
hand-over-several-what = Nothing was looked up yet. Open them one at a time: each is then read afresh.
hand-over-claims = This is what the file says. It is checked when you open a guest.
hand-over-group = Group: { $group }.
hand-over-then-found = Found then: { $verdict }
hand-over-opened = opened
hand-over-to-list = Back to the list
hand-over-back = Back to the { $count } guests of { $name }
hand-over-answer = Copy the answer
hand-over-answer-text = About { $guest }, which you asked about on { $date }:
hand-over-answer-done = What was done: { $done }.
hand-over-answer-nothing = Nothing was changed yet.
hand-over-answer-now = Looked at on { $date }: { $headline }.
hand-over-answer-test = To test it: send a message to the group, and ask the guest whether it arrived. Exchange can need some hours after a repair. Earlier messages are not sent again.
do-anyway = Do it anyway
do-anyway-what = { $verdict ->
    [blocked] The addresses are right already; they are not why signing in is blocked.
    [pending] The addresses are right already; what is open is the invitation.
    [mail-elsewhere] There is a main address already. Ask first, as it says above.
    [not-member] Group mail goes to members only; these do not make the guest one.
   *[other] What was found does not ask for these.
}
do-nothing = There is nothing to repair here.
do-disabled = Not possible:
do-unconfirmed = Whether your account may do this could not be confirmed.
do-entra = Open in Entra admin center
    .what = opens in your browser
    .practice = In your own organisation a button here opens the guest in Entra admin center. The guests of the practice organisation are not there.
do-option = Option { $option } of Microsoft’s article
do-article = Read Microsoft’s article

remedy-resolve-conflict = Resolve the conflict first
remedy-invite = Invite the guest
remedy-restore = Restore the account
remedy-resend-invitation = Send the invitation again
remedy-add-to-group = Add to the group
remedy-set-mail = Set the main address
remedy-keep-one-address = Keep one address
remedy-renew-membership = Renew the membership
remedy-reset-redemption = Let the guest accept again
remedy-remove-and-invite = Remove and invite again

remedy-why-resolve-conflict = As long as this stands, the guest gets no main address. { $resolution ->
        [change-unseen] The steps are there, with the id to hand to an admin.
        [change-guest] The steps are there.
       *[other] The ways are there, the gentlest first.
    }
remedy-why-nobody-has-the-address = Nobody in this organisation has the address.
remedy-why-comes-back-with-everything = The account comes back as it was, with its groups and apps.
remedy-why-not-accepted-yet = The invitation was not accepted yet.
remedy-why-not-in-the-group = The guest is not a member of the chosen group.
remedy-why-fills-the-main-address = Gives group mail somewhere to go. Nothing else changes.
remedy-why-writes-the-same-again = The main address stands there already, but Exchange’s list does not follow it. Writing it once more may start that. Nothing promises that it does.
remedy-why-changes-where-mail-goes = Makes another of the guest’s addresses the main one, where group mail is meant to go.
remedy-why-leaves-one-address = Keeps one of the other addresses. Can be undone.
remedy-why-subscribes-again = A guest who is added follows the group conversations again.
remedy-why-changes-how-they-sign-in = From then on the guest signs in with another account. It fills no address.
remedy-why-makes-a-new-account = SharePoint files shared with the guest may be lost.
remedy-why-no-other-address = There are no other addresses to keep one of.
remedy-why-one-address-already = There is one other address already, so there is nothing to choose.
remedy-why-same-address-repeated = The other addresses are one address in several spellings.
remedy-why-mail-is-filled = The main address is filled in; the other addresses are not what is wrong.
remedy-why-proxy-is-filled = Exchange has a main address; the other addresses are not what is wrong.
remedy-why-conflict-stays = Fewer addresses do not change that { $owner } owns the address.
remedy-why-no-address-to-set = There is no address on record to choose from.
remedy-why-synced-from-on-premises = The account is managed in your own network (on-premises). It must be changed there.
remedy-why-group = { $why ->
        [dynamic] A rule chooses the members of the group.
        [on-premises] The group is managed in your own network (on-premises).
        [distribution-list] The group is a distribution list, managed in Exchange.
        [mail-enabled-security] The group is managed in Exchange.
        [role-assignable] The group gives admin roles: a higher admin must change its members.
        [takes-no-guests] The group, or the organisation, is set not to take new guests: a guest who is taken out may not get in again.
       *[unknown] What kind of group it is could not be read.
    }
remedy-why-no-group-to-renew = Choose the group in the search first. One membership is renewed at a time.
remedy-why-every-address-owned = { $owner } has the guest’s address too, so a new account would have no main address.
remedy-why-has-mailbox = The account has a mailbox here, and removing it takes the mailbox along. Have an admin take the licence off first, if nobody needs the mailbox; then look again.
remedy-why-own-domain = Every address of the guest is in one of the organisation’s own domains. Microsoft does not accept an invitation there.
remedy-why-too-late = The thirty days to restore the account are over.
remedy-why-conflict-first = { $owner } owns the address. Resolve that first.
remedy-why-choose-first = Choose first whom you mean.
remedy-why-not-known = What must be known for this could not be read. Search again.
remedy-why-not-you = An admin has to do this: { $roles }.
remedy-why-not-with-this-sign-in = This sign-in lacks { $permissions } and cannot ask for it. Sign in with the browser instead.
remedy-why-switched-off = Your organisation switched repairs off on this computer.

advice-title = Outside this app
advice-choose-guest = Choose whom you mean.
advice-search-again = Search again: something was not answered.
advice-turn-guest-access-on = Ask an admin of the organisation to switch guest access to groups on.
advice-change-membership-rule = Ask the owner of the group to change its rule, or an admin to change the property the rule looks at.
advice-add-in-exchange = Ask an Exchange admin to add the guest to this list.
advice-add-on-premises = Ask the admin of your own network to add the guest to the group.
advice-change-on-premises = Ask the admin of your own network to change this account there.
advice-ask-whether-they-read-it = Ask the guest whether the mailbox of the main address is read.
advice-ask-why-blocked = Ask why signing in is blocked, before anybody unblocks the account.
advice-check-subscription = Ask an Exchange admin whether the guest still follows the group conversations. This cannot be seen from here.
advice-ask-about-junk-and-provider = Ask the guest to look in the junk folder, and to ask the mail provider about refused mail.
advice-see-what-it-was = Where the organisation has Entra Backup and Recovery, an admin sees there what the addresses were in the last days.
advice-see-what-it-was-link = What it keeps
advice-invite-elsewhere = Invite the guest in Outlook or in the Entra admin center. This version cannot do it yet.
advice-restore-elsewhere = Restore the account under “Deleted users” in the Entra admin center. This version cannot do it yet.
advice-resend-elsewhere = Send the invitation again from the Entra admin center. This version cannot do it yet.

choose-guest = Whom do you mean?
candidate-made = account made on { $date }
candidate-deleted = deleted on { $date }
candidate-no-mail = no main address

checked-title = Also checked
check-member = { $state ->
        [ok] Member of { $group }
        [by-rule] Member of { $group }, by its rule
        [through-another] In { $group } through another group
        [problem] Not a member of { $group }
        [no-group] Membership: choose a group to check it
       *[other] Membership: could not be read
    }
check-guest-access = { $state ->
        [ok] Guest access on
        [problem] Guest access off
       *[other] Guest access: could not be read
    }
check-adding-guests = { $state ->
        [ok] New guests can be added
        [note] New guests cannot be added; who is a member stays one
       *[other] Whether new guests can be added: could not be read
    }
check-hidden-from-outlook = { $state ->
        [ok] Shown in Outlook
        [note] Hidden from Outlook; that makes no difference to mail
       *[other] Hidden from Outlook: could not be read
    }
check-invitation = { $state ->
        [ok] Invitation accepted
        [problem] Invitation not accepted yet
        [note] No invitation is known
       *[other] Invitation: could not be read
    }
check-sign-in = { $state ->
        [ok] Sign-in allowed
        [problem] Sign-in blocked
       *[other] Sign-in: could not be read
    }
check-invited-twice = { $state ->
        [ok] Not made by sharing in SharePoint
        [problem] Made by sharing in SharePoint
        [ask-the-guest] Invited from SharePoint as well: ask the guest
       *[other] Made by sharing in SharePoint: could not be read
    }
check-invited-twice-how = Ask the guest whether there was also a link to a SharePoint file or site, beside the invitation to the group. Two invitations at different addresses can lead to this fault.
check-junk-folder = Junk folder: ask the guest
check-junk-folder-how = Ask the guest to search the junk e‑mail folder for the address of the group, and to mark such a message as “not junk”.
check-provider = Provider: ask the guest
check-provider-how = Send a test message to the group. If it does not arrive, the guest can ask the mail provider whether messages from the group are refused.
check-how = How to check
check-done = Checked with the guest
check-not-yet = Not checked yet

trace-title = Follow the mail
trace-what = What became of the messages to { $group } in the last ten days, on their way to the guest. Who sent them and what they were about is not shown.
trace-look = Look up the messages
trace-again = Look up again
trace-looking = Asking Exchange for the messages
trace-more = { $count ->
        [one] And one older message.
       *[other] And { $count } older messages.
    }
trace-incomplete = There were more messages than were read.
trace-asked = Asked for messages from { $from } to { $to }. Read { $when }.
trace-practise = Write to the group as a colleague
traced-no-messages = Nobody wrote to { $group } in the last { $days } days
    .next = Send a message to the group, and look again after some minutes.
traced-at-the-guests = The mail reaches the mail server of { $name }
    .next = What is missing is lost there: in the junk folder, by a rule, or at the provider. A text for the guest stands above.
traced-not-sent-to-them = { $group } does not send to { $name }
    .next = The messages went to the other members. Usually the account has no main address, or the membership is from before it had one.
traced-not-delivered = The messages to { $name } are not delivered
    .next = The guest’s mail server refuses them, or something stops them on the way. An Exchange admin sees which in the message trace.
traced-kept-back-here = The messages to { $name } are kept back on your side
    .next = They were taken for spam, or are in quarantine. An Exchange admin can look why, and release them.
traced-stopped-at-group = The messages stop at { $group } itself
    .next = They reach no member. An Exchange admin can look at who may write to the group.
traced-under-way = The messages are on their way
    .next = Look again after some minutes; Exchange may need an hour.
traced-cannot-tell = What became of the messages cannot be told
    .next = Exchange does not say enough about them. An Exchange admin can look at the message trace in the Exchange admin center.
fate-delivered = Handed to the guest’s mail server
fate-left-out = Sent to the other members, not to the guest
fate-failed = Not delivered
fate-kept-back = Kept back on your side
fate-stopped-at-group = Stopped at the group
fate-under-way = On its way
fate-unclear = Not said

resolve-title = Resolve the conflict
resolve-who = { $place ->
        [exchange] An Exchange admin does this, not this app.
       *[on-premises] An admin of your own network does this, not this app.
    }
resolve-ask = Ask an admin…
resolve-who-practice = An Exchange admin does this. Here you can practise it.
resolve-contact = { $owner } is a mail contact that owns { $address }.
    .first = Often it is left over from earlier mail with the guest.
resolve-synced-contact = { $owner } is a mail contact from your own network that owns { $address }.
    .first = It cannot be changed in the cloud.
resolve-user = { $owner } is a user or shared mailbox that owns { $address }.
    .first = Find out who needs the address: { $owner } or the guest. They cannot both have it.
resolve-guest = { $owner } is another guest who owns { $address }.
    .one = Find out whether both accounts belong to the same person.
    .two = If so, work on with the account that has the main address, and let an admin remove the other one.
    .three = Check again here.
resolve-group = The group { $owner } owns { $address }.
    .first = Find out whether the group still needs this address.
resolve-unseen = Something that this sign-in cannot see owns { $address }. Its object id: { $owner }.
    .one = It is no user; perhaps a contact or a group that is hidden. Give the id to an admin, who can look it up.
    .two = Let an Exchange admin take { $address } off it, or remove it.
    .three = Check again here. Then set the main address of the guest.
resolve-again = Check again
resolve-not-looked = Not checked yet.

fact-contact = Contact
    .cloud = in the cloud
    .synced = from your own network
fact-lists = { $count ->
        [one] On one list
       *[other] On { $count } lists
    }
    .unread = Lists
    .none = On lists
fact-lists-none = on none
fact-lists-unread = not read; search for { $address } to see them
fact-x500 = Old address
    .what = X500: answers to old mail go here
    .copy = Copy the old address
fact-x500-unread = could not be read
fact-not-told = Only Exchange tells whether it is hidden, and its own old Exchange address. The script shows both before it changes anything.
fact-copied = The contact { $owner }: on the lists { $lists }. Old addresses: { $x500 }.
fact-none = none
fact-unread = not read

doors-title = { $count ->
        [one] One way
       *[other] { $count } ways, the gentlest first
    }
door-another-address = Give the contact another address
door-another-address-hidden = Give the contact another address and hide it
door-remove = Remove the contact
door-on-premises-address = Change the address in your own network
door-on-premises-remove = Remove the contact in your own network
door-cloud-managed = Manage the contact in the cloud from now on
door-take-off = Take the address off
door-costs = Costs
door-way-back = Way back
door-cost-lists-lose-them = { $lists ->
        [none] Its lists no longer reach the person, until the guest is put on them.
        [0] Nothing: the contact is on no list.
        [one] One list no longer reaches the person, until the guest is put on it.
       *[other] { $lists } lists no longer reach the person, until the guest is put on them.
    }
door-cost-lists-lose-them-and-hidden = { $lists ->
        [none] As above, and colleagues no longer find the contact.
        [0] Colleagues no longer find the contact.
       *[other] As above, and colleagues no longer find the contact.
    }
door-cost-off-lists-and-old-mail = { $lists ->
        [none] Off its lists, and answers to old mail may bounce.
        [0] Answers to old mail may bounce.
        [one] Off its list, and answers to old mail may bounce.
       *[other] Off its { $lists } lists, and answers to old mail may bounce.
    }
door-cost-nothing-yet = Nothing yet. Then an Exchange admin can give it another address.
door-cost-mail-no-longer-reaches = Mail to the address no longer reaches who owns it now.
door-back-kept-in-attribute = The old address is kept in a custom attribute. The script has the line that puts it back.
door-back-give-it-again = Give the address again, once the guest no longer owns it.
door-back-sync-again = It can be managed in your own network again.
door-back-none = None. Exchange keeps no removed contacts.
door-brief-kept-in-attribute = Can be put back.
door-brief-give-it-again = Can be put back.
door-brief-sync-again = Can be put back.
door-brief-none = No way back.
door-path-contacts = Recipients › Contacts
door-path-mailboxes = Recipients › Mailboxes
door-path-groups = Recipients › Groups
door-path-on-premises = Active Directory, in your own network
door-path-synchronisation = Whoever manages the synchronisation sets isCloudManaged of this contact to true (Microsoft Graph: onPremisesSyncBehavior). Check again afterwards.
door-open = Open Exchange admin center
door-open-elsewhere = Open the Exchange admin center of your cloud.
door-find = Find there
door-new-address = New address
    .copy = Copy the new address
door-new-address-unread = one in a domain of your organisation that nobody owns
door-keep = Keep the old one in a custom attribute
    .copy = Copy the old address
door-hide = And hide it from address lists.
door-copy-name = Copy the name
door-copy-address = Copy the address
door-address = The address
door-script = The same as a script
door-script-on-premises = Script that finds who owns the address
door-lists-script = Then put the guest on the lists
door-read = Read
    .close = Close
door-save = Save as .ps1
door-saved = Saved:
door-practise = { $place ->
        [exchange] Do what the Exchange admin would do
       *[on-premises] Do what the admin of your own network would do
    }
door-practised = Done in the practice organisation. Check again now.

standing-still-there = Looked at { $time }: { $owner } still owns the address.
standing-another-one = Looked at { $time }: now { $owner } owns the address.
standing-gone = Looked at { $time }: nobody else owns the address any more.
standing-cannot-tell = Looked at { $time }: not everything could be seen. Try the next step, or check again.
resolved-title = The conflict is gone
resolved-what = Nobody else owns { $address } any more.
resolved-freed = { $owner } no longer owns the address
resolved-put-back = Put back
resolved-set = Set the main address of the guest
resolved-set-what = You see before and after first.
resolved-invite = Invite the guest
resolved-lists = { $count ->
        [one] Put the guest on the list
       *[other] Put the guest on { $count } lists
    }
resolved-lists-later = Once the main address is set.
resolved-lists-practise = Put the guest on them, as the Exchange admin would
resolved-done = done
resolved-practice = Here the practice organisation did what an admin would do. For real they do it themselves: you ask, and check again afterwards.
