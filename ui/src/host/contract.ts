// Made by `cargo xtask gen` from the one list of commands in crates/window-contract and the types it names.
// Do not edit: change the Rust side.

export type AccountView = { 
/**
 * The person's name.
 */
displayName: string, 
/**
 * The user name.
 */
userName: string, 
/**
 * The role that counts most here.
 */
role: RoleView, 
/**
 * The organisation's name.
 */
organisation: string, 
/**
 * Practice or real: always shown.
 */
tenant: TenantKind, 
/**
 * The persona's key, in practice.
 */
persona: string | null, 
/**
 * The tenant's id.
 */
tenantId: string, 
/**
 * How the user signed in; none in practice.
 */
way: SignInMethod | null, 
/**
 * Whether somebody else of this organisation was signed in here the last time: then the person is asked.
 */
otherThanLast: boolean, 
/**
 * Whether this cloud has an admin center a link can lead to.
 */
adminCenter: boolean, 
/**
 * Whether a link can lead to its Exchange admin center.
 */
exchangeCenter: boolean, };

export type AddressChoice = { 
/**
 * The address.
 */
address: string, 
/**
 * It is chosen now.
 */
chosen: boolean, 
/**
 * Where it comes from.
 */
note: AddressOrigin | null, };

export type AddressOrigin = "invited" | "searched" | "main";

export type AddressQuestion = "main" | "keep" | "invite";

export type Advice = "choose-guest" | "search-again" | "turn-guest-access-on" | "change-membership-rule" | "add-in-exchange" | "add-on-premises" | "change-on-premises" | "ask-whether-they-read-it" | "ask-why-blocked" | "check-subscription" | "ask-about-junk-and-provider" | "see-what-it-was" | "invite-elsewhere" | "restore-elsewhere" | "resend-elsewhere";

export type Also = "guest-access-off" | "not-member" | "conflict" | "no-main-address" | "mail-elsewhere" | "blocked";

export type Appearance = { 
/**
 * Light or dark.
 */
theme: Theme, 
/**
 * How large text and controls are drawn, in per cent.
 */
zoom: number, };

export type AskByMail = { 
/**
 * What it is about.
 */
subject: string, 
/**
 * The text.
 */
body: string, };

export type AskView = { 
/**
 * The remedy.
 */
remedy: RemedyKind, 
/**
 * The roles that can, as Microsoft writes them; none where it is not a role that is missing.
 */
roles: Array<string>, };

export type AskerView = { 
/**
 * The name the file claims.
 */
name: string, 
/**
 * The user name it claims.
 */
address: string, 
/**
 * Whether an account of this organisation has it as its user name; none when that could not be looked up.
 */
colleague: boolean | null, };

export type AvailabilityView = "ready" | "unconfirmed" | "disabled";

export type BackState = "none" | "open" | "gone";

export type BatchGuest = { 
/**
 * Object id.
 */
id: string, 
/**
 * The name; the address where there is none.
 */
displayName: string, 
/**
 * The id of the change in History; none where none was begun.
 */
change: string | null, 
/**
 * They are being changed now.
 */
running: boolean, 
/**
 * How it ended; the words are `outcome-<outcome>`. None before, and where they were left out.
 */
outcome: Outcome | null, 
/**
 * Why they were left out after all. The words are `left-out-<code>`.
 */
leftOut: WhyLeftOut | null, 
/**
 * What stopped it.
 */
problem: Problem | null, };

export type BatchPhase = "reading" | "running" | "asking" | "done" | "stopped";

export type BatchPlanView = { 
/**
 * The one-time id `confirm_batch` takes. Absent where nobody would be changed.
 */
id: string | null, 
/**
 * Which remedy.
 */
remedy: RemedyKind, 
/**
 * How many were chosen.
 */
chosen: number, 
/**
 * When the last of them was read, ISO 8601 in UTC.
 */
readAt: string, 
/**
 * Who will be changed, in the order in which they are.
 */
guests: Array<PlannedGuest>, 
/**
 * Who is left out, and why.
 */
leftOut: Array<LeftOutGuest>, 
/**
 * What to know of every one who will be changed.
 */
notes: Array<PlanNote>, 
/**
 * The number that must be typed to confirm: how many will be changed. None up to ten.
 */
confirmNumber: number | null, 
/**
 * Is there a way back, of each by themselves: the least of all.
 */
undo: WayBack, };

export type BatchStarted = { 
/**
 * The batch's id: `cancel` stops it by this, between two guests, and between two steps of the one under way.
 */
batch: string, };

export type BatchUpdate = { 
/**
 * The sequence number to ask with next.
 */
sequence: number, 
/**
 * The preview that is being read, the batch under way, or the one that ended last.
 */
batch: BatchView | null, };

export type BatchView = { 
/**
 * Its id; the ticket of the preview while that is read.
 */
id: string, 
/**
 * Which remedy.
 */
remedy: RemedyKind, 
/**
 * How it stands; the words are `batch-phase-<phase>`.
 */
phase: BatchPhase, 
/**
 * How many are read, or done.
 */
done: number, 
/**
 * Of how many.
 */
total: number, 
/**
 * Each guest of it, in the order in which they are changed; none while a preview is read.
 */
guests: Array<BatchGuest>, };

export type Behind = "nothing" | "unseen-role" | "do-it-anyway";

export type Cancel = { 
/**
 * The ticket the question was asked with, or the id of a running change.
 */
ticket: string, };

export type CandidateView = { 
/**
 * Object id.
 */
id: string, 
/**
 * Display name.
 */
displayName: string, 
/**
 * User name.
 */
userName: string, 
/**
 * Main address, if any.
 */
mail: string | null, 
/**
 * When the account was made, ISO 8601.
 */
created: string | null, 
/**
 * When it was deleted, ISO 8601; none of a live one.
 */
deleted: string | null, };

export type CannotHelp = { "code": "no-other-address" } | { "code": "one-address-already" } | { "code": "same-address-repeated" } | { "code": "mail-is-filled" } | { "code": "proxy-is-filled" } | { "code": "conflict-stays", 
/**
 * The owner's name.
 */
owner: string, } | { "code": "no-address-to-set" } | { "code": "every-address-owned", 
/**
 * The owner's name.
 */
owner: string, } | { "code": "synced-from-on-premises" } | { "code": "group", 
/**
 * Why not.
 */
why: WhyNot, } | { "code": "no-group-to-renew" } | { "code": "too-late" } | { "code": "has-mailbox" } | { "code": "own-domain" };

export type Category = "bad-input" | "refused" | "cancelled" | "conflict" | "unreachable" | "throttled" | "not-signed-in" | "internal";

export type CauseView = { "code": "conflict", 
/**
 * What it is.
 */
kind: OwnerKind, 
/**
 * Its name.
 */
owner: string, 
/**
 * The address it owns.
 */
address: string, } | { "code": "misconfigured", 
/**
 * How many.
 */
count: number, } | { "code": "no-address", 
/**
 * In which way.
 */
missing: MissingAddress, } | { "code": "mail-elsewhere", 
/**
 * Where it goes.
 */
primary: string, 
/**
 * What was searched for.
 */
searched: string, 
/**
 * What the guest is called.
 */
name: string, } | { "code": "main-addresses-differ", 
/**
 * `mail`.
 */
mail: string, 
/**
 * The `SMTP:` entry.
 */
proxy: string, 
/**
 * The line with which an Exchange admin asks.
 */
question: string, } | { "code": "pending", 
/**
 * Since when, ISO 8601, when that was read.
 */
since: string | null, } | { "code": "blocked" } | { "code": "ambiguous", 
/**
 * How many.
 */
count: number, } | { "code": "deleted", 
/**
 * Days left to restore the account, 0 when it is too late; none when the date was not read.
 */
days: number | null, 
/**
 * The name of the object that owns the address now.
 */
owner: string | null, 
/**
 * Whether it was a guest; an account of the organisation otherwise.
 */
guest: boolean, } | { "code": "not-a-guest", 
/**
 * Whether the address is its user name and nothing else.
 */
userName: boolean, 
/**
 * The name of a deleted guest who had the address.
 */
deleted: string | null, } | { "code": "internal-guest", 
/**
 * Whether it is synced from on premises.
 */
synced: boolean, 
/**
 * The name of a deleted guest who had the address.
 */
deleted: string | null, } | { "code": "address-of-group", 
/**
 * Its name.
 */
group: string, } | { "code": "own-domain", 
/**
 * The address.
 */
address: string, 
/**
 * The name of the contact that has it.
 */
contact: string | null, } | { "code": "members-hidden", 
/**
 * Its name.
 */
group: string, 
/**
 * What the guest is called.
 */
name: string, } | { "code": "not-found", 
/**
 * The address.
 */
address: string, 
/**
 * The name of the contact or group that owns it.
 */
owner: string | null, } | { "code": "not-member", 
/**
 * The name of the group.
 */
group: string, 
/**
 * Whether a rule chooses its members.
 */
dynamic: boolean, 
/**
 * The rule, where it reads an address that the guest does not have.
 */
rule: string | null, 
/**
 * What the guest is called.
 */
name: string, } | { "code": "guest-access-off" } | { "code": "cannot-tell" } | { "code": "healthy", 
/**
 * Where mail goes.
 */
primary: string, 
/**
 * What the guest is called.
 */
name: string, };

export type ChangeStarted = { 
/**
 * The change's id.
 */
change: string, };

export type ChangeStatus = "done" | "not-yet-visible" | "refused" | "failed" | "in-part" | "interrupted" | "interrupted-unchanged" | "unknown" | "cancelled" | "running" | "undone";

export type ChangeView = { 
/**
 * The change's id.
 */
id: string, 
/**
 * What it does.
 */
kind: PlanKindView, 
/**
 * The guest's name.
 */
guestName: string, 
/**
 * The address they were found by.
 */
searched: string, 
/**
 * Its steps.
 */
steps: Array<StepView>, 
/**
 * Its end.
 */
result: ResultView | null, };

export type Changed = "no" | "yes" | "unknown";

export type CheckConflict = { 
/**
 * The object that owned the address, as the report named it.
 */
owner: OwnerView, 
/**
 * The address that was searched for.
 */
address: string, 
/**
 * Object id of the chosen group, if one is chosen.
 */
group: string | null, 
/**
 * Object id of the guest, when the person chose one of several.
 */
guest: string | null, 
/**
 * A fresh id, by which `cancel` can stop it.
 */
ticket: string, };

export type CheckKind = "member" | "guest-access" | "adding-guests" | "hidden-from-outlook" | "invitation" | "sign-in" | "invited-twice" | "junk-folder" | "provider";

export type CheckState = "ok" | "by-rule" | "through-another" | "problem" | "note" | "ask-the-guest" | "no-group" | "unknown";

export type CheckView = { 
/**
 * Which.
 */
kind: CheckKind, 
/**
 * How it stands.
 */
state: CheckState, 
/**
 * The name of the chosen group, when one is chosen.
 */
group: string | null, };

export type CodeView = { 
/**
 * The code.
 */
userCode: string, 
/**
 * The page it is typed on.
 */
page: string, 
/**
 * For how many seconds it can be used from now on.
 */
seconds: number, };

export type Conclusion = "not-seen-yet" | "still-missing" | "directory-right" | "as-found";

export type Confirm = { 
/**
 * The plan's one-time id.
 */
plan: string, 
/**
 * What was typed to confirm, where the plan asks for it.
 */
typed: string | null, 
/**
 * A ticket number or reason for the record.
 */
reason: string | null, };

export type ConfirmBatch = { 
/**
 * The plan's one-time id.
 */
plan: string, 
/**
 * The number that was typed to confirm, where the plan asks for it.
 */
typed: string | null, 
/**
 * A ticket number or reason for the record.
 */
reason: string | null, };

export type ConflictChecked = { 
/**
 * What was found.
 */
report: GuestReport, 
/**
 * How the conflict stands.
 */
standing: ConflictState, 
/**
 * What to do next, when something is recommended that is not the conflict itself.
 */
next: RemedyKind | null, 
/**
 * Whether the guest has the address as the main one.
 */
mainSet: boolean, 
/**
 * When it was looked at, ISO 8601.
 */
at: string, };

export type ConflictState = "still-there" | "another-one" | "gone" | "cannot-tell";

export type ConflictView = { 
/**
 * What hangs on the contact; none when the owner is no contact.
 */
contact: ContactView | null, 
/**
 * An address a contact can be parked at; none when the organisation's own domains were not read.
 */
parking: string | null, 
/**
 * The ways, gentlest first; empty of another guest, and of what cannot be seen.
 */
doors: Array<DoorView>, 
/**
 * What to ask for and whom, where it is somebody else who resolves it, as far as is known.
 */
ask: AskView | null, };

export type ContactView = { 
/**
 * Whether it is synced from on premises.
 */
synced: boolean, 
/**
 * Its lists; none when they were not read.
 */
lists: Array<ListView> | null, 
/**
 * Its old Exchange addresses; none when they were not read.
 */
x500: Array<string> | null, };

export type DataFolder = { 
/**
 * The folder's path.
 */
path: string, };

export type Destination = { "place": "entra-guest", 
/**
 * Object id.
 */
guest: string, } | { "place": "exchange", 
/**
 * Which.
 */
page: DoorPath, } | { "place": "article" } | { "place": "backup" } | { "place": "code-page" } | { "place": "sign-in-page" } | { "place": "data-folder" } | { "place": "registrations", 
/**
 * Of which cloud.
 */
cloud: MicrosoftCloud, };

export type DoorBack = "kept-in-attribute" | "give-it-again" | "sync-again" | "none";

export type DoorCost = "lists-lose-them" | "lists-lose-them-and-hidden" | "off-lists-and-old-mail" | "nothing-yet" | "mail-no-longer-reaches";

export type DoorCostView = { 
/**
 * What kind of cost.
 */
code: DoorCost, 
/**
 * On how many lists; none when that is not known.
 */
lists: number | null, };

export type DoorKind = "another-address" | "another-address-hidden" | "remove" | "on-premises-address" | "on-premises-remove" | "cloud-managed" | "take-off";

export type DoorPath = "contacts" | "mailboxes" | "groups" | "on-premises" | "synchronisation";

export type DoorView = { 
/**
 * Which.
 */
kind: DoorKind, 
/**
 * What it costs.
 */
cost: DoorCostView, 
/**
 * How to go back.
 */
back: DoorBack, 
/**
 * Where it is done.
 */
path: DoorPath, 
/**
 * Whether there is a script for it.
 */
script: boolean, 
/**
 * Whether it needs an address to park the contact at.
 */
parks: boolean, };

export type Find = { 
/**
 * What was typed or pasted.
 */
address: string, 
/**
 * Object id of the chosen group, if one is chosen.
 */
group: string | null, 
/**
 * Object id of the guest, when the person chose one of several.
 */
guest: string | null, 
/**
 * A fresh id, by which `cancel` can stop it.
 */
ticket: string, };

export type FindingCode = "not-a-guest" | "not-found" | "address-owned" | "deleted" | "deleted-guest-had-it" | "deleted-account-in-the-way" | "internal-guest" | "several-guests" | "conflict" | "address-shared" | "user-name-taken" | "address-refused" | "owners-not-all-seen" | "misconfigured" | "no-address" | "several-addresses" | "mail-elsewhere" | "main-addresses-differ" | "not-member" | "member-through-another" | "members-hidden" | "group-takes-no-guests" | "licensed" | "has-mailbox" | "guest-access-off" | "adding-guests-off" | "group-hidden" | "synced-from-on-premises" | "restricted-management" | "privileged" | "blocked" | "pending" | "no-fault-found" | "cannot-tell";

export type FindingView = { 
/**
 * The rule it comes from; none for what could not be read.
 */
rule: Rule | null, 
/**
 * How bad.
 */
severity: Severity, 
/**
 * What was found.
 */
code: FindingCode, 
/**
 * The name of the object that owns an address of the guest, for a finding about ownership.
 */
owner: string | null, };

export type FollowUp = "undo" | "put-back" | "continue";

export type ForgetGuest = { 
/**
 * As it was typed.
 */
address: string, };

export type ForgottenGuest = { 
/**
 * The address, as it was understood.
 */
address: string, 
/**
 * How many recent searches were removed, everybody's on this computer.
 */
searches: number, 
/**
 * Whether a check of all guests had listed them, and does no more.
 */
listed: boolean, 
/**
 * How many changes of this guest are on record, and stay there: a record that can lose a row proves nothing.
 */
changes: number, };

export type Glance = "no-mail" | "cannot-tell" | "attention" | "no-fault";

export type GlanceReason = "address-in-use" | "no-main-address" | "two-main-addresses" | "blocked" | "invitation-open" | "not-all-read";

export type GroupChoice = { 
/**
 * Object id.
 */
id: string, 
/**
 * Its name.
 */
displayName: string, 
/**
 * Its address.
 */
mail: string | null, };

export type GroupChoices = { 
/**
 * Microsoft 365 groups and mail-enabled groups, by name.
 */
groups: Array<GroupChoice>, };

export type GroupFate = { 
/**
 * Object id.
 */
id: string, 
/**
 * Its name.
 */
displayName: string, 
/**
 * The guest can be added again.
 */
restorable: boolean, 
/**
 * The guest will be added again.
 */
chosen: boolean, 
/**
 * Why they cannot be. The words are `group-why-<code>`.
 */
why: WhyNot | null, };

export type GuestList = { "is": "read", 
/**
 * The worst first, then by name.
 */
guests: Array<ListedGuest>, 
/**
 * How many members were not shown, so that whether they are guests is not known.
 */
notShown: number, } | { "is": "hidden" } | { "is": "not-owned" } | { "is": "gone" } | { "is": "failed", 
/**
 * Why.
 */
problem: Problem, };

export type GuestReport = { 
/**
 * The address as it was understood.
 */
searched: string, 
/**
 * The verdict.
 */
verdict: Verdict, 
/**
 * Whom was asked for by user name or id, or chosen of several: to be looked at again by that id.
 */
chosen: string | null, 
/**
 * Who it is about, when it is about one.
 */
subject: SubjectView | null, 
/**
 * The cause, with names.
 */
cause: CauseView, 
/**
 * What is wrong besides that.
 */
also: Array<Also>, 
/**
 * The owner of the address, for a conflict.
 */
owner: OwnerView | null, 
/**
 * How that conflict can be resolved; none where there is none to resolve.
 */
conflict: ConflictView | null, 
/**
 * To choose from, when several were found.
 */
candidates: Array<CandidateView>, 
/**
 * All findings, whatever the verdict.
 */
findings: Array<FindingView>, 
/**
 * The property table.
 */
properties: Array<PropertyView>, 
/**
 * What can be done, by rising harm.
 */
remedies: Array<RemedyView>, 
/**
 * What to ask somebody else for, in the order in which it is done. Of that nothing is recommended.
 */
asks: Array<AskView>, 
/**
 * The way back to a guest whom a change of this app deleted: then it is what is recommended.
 */
putBack: PutBackView | null, 
/**
 * What can be done outside the app.
 */
advice: Array<Advice>, 
/**
 * Also checked.
 */
checklist: Array<CheckView>, 
/**
 * That the group's mail can be followed; none where nothing can be traced, or not by whoever is signed in.
 */
trace: TraceOffer | null, 
/**
 * The chosen group's name.
 */
group: string | null, 
/**
 * The groups the guest is in, by name.
 */
memberships: Array<string>, 
/**
 * Whether the Entra admin center has a page for this guest.
 */
linkable: boolean, };

export type GuestsOfGroups = { 
/**
 * In the order in which they were asked about.
 */
groups: Array<ListedGroup>, };

export type HandOverContents = { 
/**
 * The name of whoever asks, as the file claims.
 */
name: string, 
/**
 * Their user name, as it claims.
 */
address: string, 
/**
 * When it was made, ISO 8601 in UTC.
 */
madeAt: string, 
/**
 * The name of the group, as the file says.
 */
group: string | null, 
/**
 * The asker's own words.
 */
note: string | null, 
/**
 * The language they asked for.
 */
language: Language, 
/**
 * The guests: one, or several.
 */
guests: Array<HandedGuest>, };

export type HandOverView = { 
/**
 * Who asks.
 */
from: AskerView, 
/**
 * The organisation's name.
 */
organisation: string, 
/**
 * When it was made, ISO 8601 in UTC.
 */
madeAt: string, 
/**
 * When everything was read afresh.
 */
readAt: string, 
/**
 * What was typed.
 */
typed: string, 
/**
 * Object id of the group it is about.
 */
group: string | null, 
/**
 * The asker's own words.
 */
note: string | null, 
/**
 * The language they asked for.
 */
language: Language, 
/**
 * What was found then.
 */
verdict: Verdict, 
/**
 * What was recommended then.
 */
recommended: RemedyKind | null, 
/**
 * What was typed leads to another guest than the file names: nothing is recommended.
 */
otherGuest: boolean, 
/**
 * What was found then, by property; nothing where the guest is not the one the file is about.
 */
then: Array<ThenRow>, 
/**
 * What is found now.
 */
report: GuestReport, };

export type HandedGuest = { 
/**
 * What was typed.
 */
typed: string, 
/**
 * What was found then.
 */
verdict: Verdict, 
/**
 * What was recommended then.
 */
recommended: RemedyKind | null, };

export type HandedView = { 
/**
 * An address to be looked up.
 */
address: string | null, 
/**
 * The text of a hand-over file.
 */
handOver: string | null, };

export type History = { 
/**
 * Newest first.
 */
entries: Array<HistoryEntry>, 
/**
 * How many are listed at most, where there may be older ones.
 */
newestOnly?: number, 
/**
 * A row of the record, of this organisation or another, is not as it was written.
 */
damaged: boolean, 
/**
 * What is known of the end of the record; the words are `record-end-<end>`.
 */
end: RecordEnd, 
/**
 * When changes were last removed because they were old, ISO 8601 in UTC.
 */
removed?: string, 
/**
 * The names of files that were kept aside because they were damaged or had lost their record.
 */
keptAside: Array<string>, };

export type HistoryEntry = { 
/**
 * The change's id.
 */
id: string, 
/**
 * When it began, ISO 8601 in UTC.
 */
at: string, 
/**
 * Who did it.
 */
by: string, 
/**
 * The guest's name.
 */
guestName: string, 
/**
 * The address that was searched for.
 */
address: string, 
/**
 * What it did.
 */
kind: PlanKindView, 
/**
 * For undo, continue and put back: which remedy it belongs to.
 */
of: RemedyKind | null, 
/**
 * How it stands; the words are `history-state-<state>`.
 */
state: ChangeStatus, 
/**
 * The reason or ticket number that was given.
 */
reason: string | null, 
/**
 * What became of what it set out to do; the words over the values after are `after-<made>`.
 */
made: Realisation, 
/**
 * Properties before, and after by what became of it.
 */
changes: Array<PropertyChange>, 
/**
 * What it could not do.
 */
left: Array<UnrestoredView>, 
/**
 * Can be undone.
 */
canUndo: boolean, 
/**
 * Can be continued.
 */
canContinue: boolean, 
/**
 * The original account can be put back.
 */
canPutBack: boolean, 
/**
 * How its way back stands.
 */
back: BackState, 
/**
 * The link of the invitation it sent, which is not kept: sending it again gives a new one. None where it invited
 * nobody.
 */
redeemLink: RedeemLinkView | null, 
/**
 * How the question stands whether the test message arrived; the words are `test-<question>`. None where it is not
 * asked.
 */
test: TestQuestion | null, 
/**
 * The id of the change that it takes back: the two belong together. None for one that is no way back.
 */
takesBack: string | null, 
/**
 * The id of the batch that it was part of; none where it was made by itself.
 */
batch: string | null, 
/**
 * When it was last read back, ISO 8601 in UTC; none if it was not.
 */
seenAt: string | null, 
/**
 * Why it was not made; the words are `not-done-<why>`. None where something was made of it, or may have been.
 */
whyNotDone: WhyNotDone | null, 
/**
 * What was sent of it, in its order.
 */
requests: Array<RequestView>, };

export type HistoryForm = "csv" | "json-lines";

export type HistoryRetention = "always" | "year" | "quarter" | "month" | "week";

export type KeepRecent = { 
/**
 * From now on.
 */
kept: boolean, };

export type Language = "en" | "nl" | "de" | "fr";

export type LeftOutGuest = { 
/**
 * Object id.
 */
id: string, 
/**
 * The name; the object id where it was not read.
 */
displayName: string, 
/**
 * Why. The words are `left-out-<code>`.
 */
why: WhyLeftOut, };

export type ListView = { 
/**
 * Object id.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Its address.
 */
mail: string | null, 
/**
 * Whether its members are changed on premises.
 */
synced: boolean, };

export type ListedGroup = { 
/**
 * Object id of the group.
 */
id: string, 
/**
 * When it was read, ISO 8601 in UTC.
 */
readAt: string, 
/**
 * What came of it.
 */
list: GuestList, };

export type ListedGuest = { 
/**
 * Object id.
 */
id: string, 
/**
 * The name; the address where there is none.
 */
displayName: string, 
/**
 * The main address, or the one they were invited at.
 */
address: string, 
/**
 * What they are searched for with: the address, or the object id where nobody could type that.
 */
typed: string, 
/**
 * How they stand. The words are `glance-<glance>`.
 */
glance: Glance, 
/**
 * Why; none where no fault was found. The words are `glance-why-<reason>`.
 */
reason: GlanceReason | null, };

export type MakeOrganisation = { 
/**
 * Its name.
 */
name: string, 
/**
 * Its domain or id.
 */
tenant: string, 
/**
 * The application (client) id.
 */
clientId: string, 
/**
 * Which cloud. Hosts of its own are not made here.
 */
cloud: MicrosoftCloud, 
/**
 * Whom to ask.
 */
help: string | null, };

export type MayNot = { "code": "not-you", 
/**
 * The roles that may, as Microsoft writes them.
 */
roles: Array<string>, } | { "code": "not-with-this-sign-in", 
/**
 * The permissions it lacks, as Microsoft writes them.
 */
permissions: Array<string>, } | { "code": "switched-off" };

export type Meaning = { "code": "no-main-address" } | { "code": "main-address" } | { "code": "no-primary-proxy" } | { "code": "primary-proxy" } | { "code": "goes-elsewhere", 
/**
 * What was searched for.
 */
searched: string, } | { "code": "main-addresses-differ" } | { "code": "several-without-main" } | { "code": "one-address-repeated" } | { "code": "several-beside-main" } | { "code": "invited-at", 
/**
 * That address.
 */
address: string, } | { "code": "invited-at-one-of", 
/**
 * The possible ones, the likeliest first.
 */
addresses: Array<string>, } | { "code": "accepted" } | { "code": "not-accepted" } | { "code": "made-by-sharing" } | { "code": "external-member" } | { "code": "sign-in-blocked" } | { "code": "synced" } | { "code": "restricted" } | { "code": "no-sign-of-guest" } | { "code": "owned-by", 
/**
 * The address.
 */
address: string, } | { "code": "user-name-of", 
/**
 * The address.
 */
address: string, } | { "code": "licensed" } | { "code": "has-mailbox" } | { "code": "internal-guest" } | { "code": "not-read" };

export type MeantGuest = { 
/**
 * What leads to them, as the list says it.
 */
typed: string, 
/**
 * Object id.
 */
id: string, };

export type MessageFate = "delivered" | "left-out" | "failed" | "kept-back" | "stopped-at-group" | "under-way" | "unclear";

export type MicrosoftCloud = "global" | "us-gov-high" | "us-gov-dod" | "china";

export type Missing = "address" | "insist" | "sponsor";

export type MissingAddress = "no-other-address" | "one-other-address" | "one-address-repeated" | "only-mail-is-empty" | "only-proxy-is-missing";

export type NewGuestView = { 
/**
 * Their name. Empty: Microsoft makes one of the address.
 */
name: string, 
/**
 * A message of one's own. Empty: Microsoft's.
 */
message: string, 
/**
 * Who is to answer for them.
 */
sponsors: Array<SponsorView>, };

export type NextToTry = { "try": "remedy", 
/**
 * Which.
 */
kind: RemedyKind, } | { "try": "ask", 
/**
 * Which.
 */
kind: RemedyKind, } | { "try": "as-found" } | { "try": "ask-guest" };

export type NextToTryView = { 
/**
 * Read afresh.
 */
report: GuestReport, 
/**
 * What to try.
 */
next: NextToTry, };

export type NotNow = { "code": "conflict-first", 
/**
 * The owner's name.
 */
owner: string, } | { "code": "choose-first" } | { "code": "not-known" };

export type NotRemoved = "key" | "file" | "both";

export type NoteTest = { 
/**
 * The change's id.
 */
change: string, 
/**
 * What they say.
 */
test: TestMessage, };

export type Nothing = Record<symbol, never>;

export type OfBatch = { 
/**
 * The batch's id.
 */
batch: string, };

export type OfChange = { 
/**
 * The change's id.
 */
change: string, };

export type OfGroup = { 
/**
 * Its object id.
 */
group: string, };

export type OfGroups = { 
/**
 * Their object ids; at most twenty, which are one batch.
 */
groups: Array<string>, 
/**
 * A fresh id, by which `cancel` can stop it.
 */
ticket: string, };

export type OldChangesView = { 
/**
 * How many may go, or went.
 */
removable: number, 
/**
 * How many stay, because they or earlier ones are needed.
 */
staying: number, 
/**
 * Of those, how many did not come to their end.
 */
unfinished: number, 
/**
 * How many wait for the answer whether the test message arrived.
 */
askedAbout: number, 
/**
 * How many can bring back a guest whom they deleted.
 */
restorable: number, };

export type OpenHandOver = { 
/**
 * Its text.
 */
text: string, 
/**
 * Which of its guests, from none on; the first when none is named.
 */
guest: number | null, 
/**
 * A fresh id, by which `cancel` can stop it.
 */
ticket: string, };

export type OpenOrganisation = { 
/**
 * The whole text.
 */
text: string, };

export type OrganisationSource = "launch" | "managed" | "chosen";

export type OrganisationView = { 
/**
 * Its name.
 */
name: string, 
/**
 * Its domain or id.
 */
tenant: string, 
/**
 * The application (client) id of the registration.
 */
clientId: string, 
/**
 * Which of Microsoft's clouds; none for hosts of its own, from a file that was given at launch or by the organisation.
 */
cloud: MicrosoftCloud | null, 
/**
 * The host one signs in at.
 */
loginHost: string, 
/**
 * The host that is asked about guests.
 */
graphHost: string, 
/**
 * Whom to ask: an e-mail address or a page.
 */
help: string | null, 
/**
 * Where it came from.
 */
source: OrganisationSource, };

export type Outcome = "done" | "not-yet-visible" | "refused" | "failed" | "interrupted" | "unknown" | "cancelled";

export type OwnedGroup = { 
/**
 * Object id.
 */
id: string, 
/**
 * Its name.
 */
displayName: string, 
/**
 * Its address, if it has one.
 */
mail: string | null, };

export type OwnedGroups = { 
/**
 * Those that send mail to their members.
 */
groups: Array<OwnedGroup>, };

export type OwnerKind = "contact" | "synced-contact" | "user" | "guest" | "group" | "unseen";

export type OwnerView = { 
/**
 * What it is.
 */
kind: OwnerKind, 
/**
 * Its object id.
 */
id: string, 
/**
 * Its display name (or user name when it has none).
 */
displayName: string, 
/**
 * The address it owns.
 */
address: string, };

export type Patient = { 
/**
 * By which it can be cancelled.
 */
ticket: string, };

export type PermissionState = "granted" | "not-granted" | "cannot-tell";

export type PermissionView = { 
/**
 * Microsoft's name, such as `User.Read.All`.
 */
name: string, 
/**
 * Needed to look guests up; otherwise only for the repairs.
 */
reading: boolean, 
/**
 * The repairs that need it.
 */
repairs: Array<RemedyKind>, };

export type Permit = { 
/**
 * Which.
 */
remedy: RemedyKind, 
/**
 * By which it can be cancelled.
 */
ticket: string, 
/**
 * What becomes of it in the practice organisation, where no page of Microsoft's opens.
 */
practice: PracticeAnswer | null, };

export type PermitTrace = { 
/**
 * By which it can be cancelled.
 */
ticket: string, 
/**
 * What becomes of it in the practice organisation, where no page of Microsoft's opens.
 */
practice: PracticeAnswer | null, };

export type Persistence = "kept" | PersistenceError;

export type PersistenceError = "no-keyring" | "keyring-locked" | "file-trouble";

export type PersonaView = { 
/**
 * Its key, as in `--practice=KEY`.
 */
key: string, 
/**
 * The person's name.
 */
displayName: string, 
/**
 * The role, the one that counts most here.
 */
role: RoleView, 
/**
 * What is rehearsed as somebody who signs in as for real; nothing where everything shows and is granted.
 */
rehearses: Rehearsal | null, };

export type PlanKindView = RemedyKind | Purpose;

export type PlanNote = { "code": "sharepoint-removed-address", 
/**
 * The removed addresses.
 */
addresses: Array<string>, } | { "code": "sharepoint-all", 
/**
 * The guest's address.
 */
address: string, } | { "code": "sign-in-address", 
/**
 * The removed address.
 */
address: string, } | { "code": "no-main-address" } | { "code": "owner-stays" } | { "code": "old-main-stays", 
/**
 * That address.
 */
address: string, } | { "code": "may-be-refused", 
/**
 * The address.
 */
address: string, 
/**
 * The account's name.
 */
owner: string, } | { "code": "was-refused", 
/**
 * The address.
 */
address: string, 
/**
 * The object's name.
 */
owner: string, } | { "code": "mailbox-address" } | { "code": "licences-lost", 
/**
 * How many.
 */
count: number, } | { "code": "hidden-groups-not-seen" } | { "code": "may-take-no-guests", 
/**
 * The groups' names.
 */
groups: Array<string>, } | { "code": "channels-left" } | { "code": "out-meanwhile" } | { "code": "guest-settings-not-seen" } | { "code": "added-again" } | { "code": "membership-may-change", 
/**
 * The groups' names.
 */
groups: Array<string>, } | { "code": "rules-not-all-seen" } | { "code": "writes-the-same-again" } | { "code": "mail-cannot-be-emptied" } | { "code": "must-accept-again" } | { "code": "must-accept" } | { "code": "removed-until-accepted" } | { "code": "inviter-is-sponsor" } | { "code": "own-message" } | { "code": "not-added-by-you", 
/**
 * The group's name.
 */
group: string, } | { "code": "invited-account-removed" } | { "code": "mail-goes-as-before" } | { "code": "same-account" } | { "code": "link-shown-once", 
/**
 * Whether Microsoft mails it besides; if not, whoever invites passes it on.
 */
mailed: boolean, } | { "code": "may-arrive-twice" } | { "code": "not-restored" } | { "code": "apps-replayed", 
/**
 * How many.
 */
count: number, } | { "code": "sponsors-replayed", 
/**
 * How many.
 */
count: number, } | { "code": "owns-objects", 
/**
 * How many.
 */
count: number, } | { "code": "profile-replayed" } | { "code": "invitation-characters", 
/**
 * The characters, each once.
 */
characters: Array<string>, } | { "code": "new-account-removed" } | { "code": "original-comes-back" } | { "code": "account-comes-back" } | { "code": "groups-show-afterwards" } | { "code": "address-taken", 
/**
 * The address.
 */
address: string, 
/**
 * The object's name.
 */
owner: string, } | { "code": "user-name-taken", 
/**
 * The account's name.
 */
owner: string, } | { "code": "taken-not-all-seen" } | { "code": "comes-back-without", 
/**
 * The addresses.
 */
addresses: Array<string>, } | { "code": "not-seen", 
/**
 * What could not be read.
 */
what: Relationship, } | { "code": "reads-back-first" };

export type PlanView = { 
/**
 * The one-time id `confirm` takes. Absent while something is missing.
 */
id: string | null, 
/**
 * What it would do.
 */
kind: PlanKindView, 
/**
 * For undo, continue and put back: which remedy it belongs to.
 */
of: RemedyKind | null, 
/**
 * The guest's name.
 */
guestName: string, 
/**
 * First name when known.
 */
givenName: string | null, 
/**
 * What is asked over the addresses; none where there is nothing to choose. The words are `choose-<question>`.
 */
question: AddressQuestion | null, 
/**
 * Addresses to choose from.
 */
addresses: Array<AddressChoice>, 
/**
 * Properties before and after.
 */
changes: Array<PropertyChange>, 
/**
 * Memberships.
 */
groups: Array<GroupFate>, 
/**
 * The language of the invitation, where there is one.
 */
invitationLanguage: string | null, 
/**
 * Whether the invitation is mailed, where there is one.
 */
sendInvitation: boolean | null, 
/**
 * What is chosen of somebody new; absent for whom the directory knows.
 */
newGuest: NewGuestView | null, 
/**
 * What may be lost.
 */
warnings: Array<PlanNote>, 
/**
 * What to know, and what it will not do.
 */
notes: Array<PlanNote>, 
/**
 * Is there a way back.
 */
undo: WayBack, 
/**
 * Whether what is confirmed deletes the guest's account. What a way back or on removes is said in its warnings.
 */
deletes: boolean, 
/**
 * Whether the person insists on the deletion in spite of a warning; none where there is nothing to insist on.
 */
insist: boolean | null, 
/**
 * Whether addresses that others have by now are given up; none where there are none to give up.
 */
withoutTaken: boolean | null, 
/**
 * What must be typed to confirm.
 */
confirmText: string | null, 
/**
 * The steps, in order.
 */
steps: Array<StepKind>, 
/**
 * What is missing.
 */
missing: Missing | null, };

export type PlannedGuest = { 
/**
 * Object id.
 */
id: string, 
/**
 * The name; the address where there is none.
 */
displayName: string, 
/**
 * Properties before and after.
 */
changes: Array<PropertyChange>, 
/**
 * What may be lost, or is to be known, of this guest in particular; what is to be known of all is in `notes`.
 */
warnings: Array<PlanNote>, };

export type PracticeAnswer = "given" | "declined" | "admin-needed";

export type PracticeView = { 
/**
 * Its name.
 */
organisation: string, 
/**
 * Who one may be.
 */
personas: Array<PersonaView>, };

export type PractiseAdminAct = { 
/**
 * The object that owns the address, as the report named it.
 */
owner: OwnerView, 
/**
 * What is done.
 */
act: PractisedAct, };

export type PractisedAct = { "does": "door", 
/**
 * Which.
 */
door: DoorKind, } | { "does": "put-back" } | { "does": "lists", 
/**
 * Object ids of the lists.
 */
lists: Array<string>, };

export type Preview = { 
/**
 * Object id of the guest; absent for an address that has no account.
 */
guest: string | null, 
/**
 * The address that was searched for.
 */
searched: string, 
/**
 * Object id of the chosen group.
 */
group: string | null, 
/**
 * Which remedy.
 */
remedy: RemedyKind, 
/**
 * What was chosen so far.
 */
choices: SelectionsView, 
/**
 * A fresh id, by which `cancel` can stop it.
 */
ticket: string, };

export type PreviewBatch = { 
/**
 * Which remedy; one of those that can be done for many.
 */
remedy: RemedyKind, 
/**
 * The object ids of the guests; at most five hundred.
 */
guests: Array<string>, 
/**
 * A fresh id, by which `cancel` can stop it.
 */
ticket: string, };

export type Problem = { 
/**
 * Its family.
 */
kind: Category, 
/**
 * Whether something was changed.
 */
changed: Changed, 
/**
 * What to quote, when there is something to quote.
 */
reference: Reference | null, 
/**
 * Whether the plan on screen is void, so that only a new one helps.
 */
voidsPlan: boolean, 
/**
 * Whether a change that ended so may have left the report on screen out of date.
 */
outdatesReport: boolean, 
/**
 * What can be searched for instead of what was typed, to be offered.
 */
searchInstead: Array<string>, } & ({ "code": "address-empty" } | { "code": "address-too-long", 
/**
 * How many.
 */
length: number, 
/**
 * The most that is accepted.
 */
limit: number, } | { "code": "address-several", 
/**
 * How many.
 */
count: number, } | { "code": "address-absent", 
/**
 * What was typed, or the beginning of it.
 */
typed: string, } | { "code": "address-accented", 
/**
 * The letter.
 */
letter: string, 
/**
 * The same address without accents.
 */
plain: string, } | { "code": "user-name-unknown", 
/**
 * The name, or the beginning of it.
 */
name: string, } | { "code": "id-unknown", 
/**
 * The id.
 */
id: string, } | { "code": "address-malformed", 
/**
 * What was typed, or the beginning of it.
 */
typed: string, } | { "code": "choice-invalid", 
/**
 * Which choice, by its name in the question.
 */
choice: string, } | { "code": "request-malformed" } | { "code": "typed-text-differs", 
/**
 * What was asked for.
 */
expected: string, } | { "code": "plan-used" } | { "code": "plan-stale" } | { "code": "change-running" } | { "code": "not-for-this-guest" } | { "code": "tenant-changed", 
/**
 * Microsoft Graph's name of it.
 */
property: string, } | { "code": "guest-gone" } | { "code": "group-not-writable", 
/**
 * The group's name.
 */
group: string, 
/**
 * Why not.
 */
why: WhyNot, } | { "code": "group-gone", 
/**
 * The group's name.
 */
group: string, } | { "code": "owner-no-more", 
/**
 * The group's name.
 */
group: string, } | { "code": "address-conflict", 
/**
 * The address.
 */
address: string, 
/**
 * The name of its owner, when it is known.
 */
owner: string | null, } | { "code": "return-refused", 
/**
 * What.
 */
part: TakenPart, 
/**
 * The name of whoever has it, when it is known.
 */
owner: string | null, } | { "code": "missing-right", 
/**
 * Why, as far as that is known.
 */
why: WhyRefused, } | { "code": "guests-may-not-search" } | { "code": "only-in-practice" } | { "code": "not-in-practice" } | { "code": "admin-act-refused", 
/**
 * Why.
 */
why: WhyAdminActRefused, } | { "code": "server-refused" } | { "code": "tracing-not-set-up" } | { "code": "group-without-mail", 
/**
 * The group's name.
 */
group: string, } | { "code": "invitation-refused", 
/**
 * The address it was for.
 */
address: string, 
/**
 * The name of its owner, where that is why and it is known.
 */
owner: string | null, } | { "code": "invitation-other-account", 
/**
 * Its object id.
 */
found: string, } | { "code": "not-invited", 
/**
 * At which address.
 */
address: string, 
/**
 * Why.
 */
why: WhyNotInvited, } | { "code": "invited-somebody-else", 
/**
 * The address it was for.
 */
address: string, 
/**
 * The account's object id.
 */
found: string, } | { "code": "cannot-undo" } | { "code": "guest-accepted" } | { "code": "record-damaged" } | { "code": "record-not-whole" } | { "code": "changed-since" } | { "code": "cancelled" } | { "code": "unreachable" } | { "code": "answer-lost" } | { "code": "not-visible-in-time" } | { "code": "server-unavailable", 
/**
 * HTTP status.
 */
status: number, } | { "code": "throttled" } | { "code": "not-signed-in" } | { "code": "sign-in-expired" } | { "code": "persona-unknown", 
/**
 * The key that was asked for, or the beginning of it.
 */
persona: string, } | { "code": "sign-in-refused", 
/**
 * Why.
 */
reason: SignInReason, } | { "code": "sign-in-declined" } | { "code": "sign-in-timed-out" } | { "code": "code-expired" } | { "code": "sign-in-untrusted", 
/**
 * What of it is not ours, in one word.
 */
what: string, } | { "code": "other-organisation", 
/**
 * The one that is set up.
 */
expected: string, 
/**
 * The one that was signed in to.
 */
found: string, } | { "code": "other-person" } | { "code": "browser-not-opened" } | { "code": "folder-not-opened" } | { "code": "no-listener" } | { "code": "more-proof" } | { "code": "no-organisation" } | { "code": "organisation-managed" } | { "code": "organisation-unreadable", 
/**
 * Why not.
 */
what: UnreadableFile, } | { "code": "organisation-unknown-field", 
/**
 * Its name in the file, or the beginning of it.
 */
field: string, } | { "code": "organisation-missing", 
/**
 * Its name in the file.
 */
field: string, } | { "code": "organisation-invalid", 
/**
 * Its name in the file.
 */
field: string, } | { "code": "organisation-custom-hosts" } | { "code": "hand-over-unreadable", 
/**
 * Why not.
 */
what: UnreadableHandOver, } | { "code": "hand-over-elsewhere", 
/**
 * The organisation's name, as the file says.
 */
organisation: string, } | { "code": "too-many-handed-over", 
/**
 * The most.
 */
most: number, } | { "code": "group-not-read" } | { "code": "mail-too-long" } | { "code": "mail-not-opened" } | { "code": "save-dialog-open" } | { "code": "switched-off" } | { "code": "azure-cli-missing" } | { "code": "azure-cli-not-signed-in" } | { "code": "azure-cli-other-tenant", 
/**
 * The one that is set up.
 */
expected: string, } | { "code": "azure-cli-failed" } | { "code": "permission-missing", 
/**
 * Microsoft's names of those that are missing.
 */
permissions: Array<string>, 
/**
 * The remedy they are for.
 */
remedy: RemedyKind, } | { "code": "permission-fixed", 
/**
 * Microsoft's names of those that are missing; none when they were asked for beforehand.
 */
permissions: Array<string>, } | { "code": "sign-out-incomplete", 
/**
 * What.
 */
what: NotRemoved, } | { "code": "no-network" } | { "code": "captive-portal" } | { "code": "proxy-unreachable" } | { "code": "proxy-sign-in" } | { "code": "untrusted-certificate" } | { "code": "wrong-clock", 
/**
 * By how many minutes, when that could be told.
 */
minutes: number | null, } | { "code": "newer-file", 
/**
 * Its name.
 */
file: string, } | { "code": "file-trouble", 
/**
 * Its name.
 */
file: string, } | { "code": "answer-malformed" } | { "code": "internal" });

export type ProgressUpdate = { 
/**
 * The sequence number to ask with next.
 */
sequence: number, 
/**
 * The change under way or just ended.
 */
change: ChangeView | null, };

export type PropertyChange = { 
/**
 * Microsoft Graph's name.
 */
property: string, 
/**
 * Values before. Empty: known to be empty.
 */
before: Array<string>, 
/**
 * Values after, as planned or as seen. Absent: not known.
 */
after: Array<string> | null, };

export type PropertyView = { 
/**
 * Microsoft Graph's name; people's word for it is `property-<name>`.
 */
name: string, 
/**
 * Shown under "only what matters".
 */
matters: boolean, 
/**
 * How bad.
 */
severity: Severity, 
/**
 * The word at the end.
 */
state: RowState, 
/**
 * What stands there.
 */
value: ValueView, 
/**
 * What it means for mail; the words are `meaning-<code>`.
 */
meaning: Meaning | null, };

export type Purpose = "apply" | "undo" | "continue" | "put-back";

export type PutBackView = { 
/**
 * The change's id.
 */
change: string, 
/**
 * Whether that change is undone or put back: which preview leads there.
 */
followUp: FollowUp, 
/**
 * When it began, ISO 8601 in UTC.
 */
at: string, };

export type ReadHandOver = { 
/**
 * Its text.
 */
text: string, };

export type Realisation = "seen" | "not-seen-yet" | "no" | "unknown";

export type Reason = { "code": "resolve-conflict", 
/**
 * How it is resolved.
 */
resolution: Resolution, } | { "code": "nobody-has-the-address" } | { "code": "comes-back-with-everything" } | { "code": "not-accepted-yet" } | { "code": "not-in-the-group" } | { "code": "fills-the-main-address" } | { "code": "writes-the-same-again" } | { "code": "changes-where-mail-goes" } | { "code": "leaves-one-address" } | { "code": "subscribes-again" } | { "code": "changes-how-they-sign-in" } | { "code": "makes-a-new-account" };

export type RecentSearch = { 
/**
 * What was searched for, as it was understood.
 */
address: string, 
/**
 * What was found then.
 */
verdict: Verdict, 
/**
 * When, ISO 8601 in UTC.
 */
at: string, };

export type RecentSearches = { 
/**
 * They are kept when the app ends.
 */
kept: boolean, 
/**
 * The newest first, each address once.
 */
searches: Array<RecentSearch>, };

export type RecordEnd = "whole" | "cut-off" | "unknown" | "unkept";

export type RedeemLinkView = { 
/**
 * The link; none where it is not known any more. Sending the invitation again gives a new one.
 */
link: string | null, };

export type Reference = { 
/**
 * HTTP status of the answer.
 */
status: number | null, 
/**
 * Microsoft Graph's error code.
 */
code: string | null, 
/**
 * The server's own sentence, quoted.
 */
message: string | null, 
/**
 * Microsoft Graph's `request-id`, or the trace id of a sign-in.
 */
requestId: string | null, 
/**
 * The correlation id of a sign-in: what Microsoft's support asks for.
 */
correlationId: string | null, 
/**
 * When it happened, ISO 8601 in UTC.
 */
at: string | null, };

export type RegistrationScript = { 
/**
 * Which.
 */
kind: ScriptKind, 
/**
 * Which cloud it is for.
 */
cloud: MicrosoftCloud, };

export type RegistrationView = { 
/**
 * The redirect address to register.
 */
redirect: string, 
/**
 * The permissions to give it.
 */
permissions: Array<PermissionView>, };

export type Rehearsal = "permission" | "unseen-role";

export type Relationship = "memberOf" | "ownedObjects" | "appRoleAssignments" | "sponsors";

export type RemedyKind = "resolve-conflict" | "invite" | "restore" | "resend-invitation" | "add-to-group" | "set-mail" | "keep-one-address" | "renew-membership" | "reset-redemption" | "remove-and-invite";

export type RemedyView = { 
/**
 * Which.
 */
kind: RemedyKind, 
/**
 * At most one is.
 */
recommended: boolean, 
/**
 * Can it be pressed.
 */
availability: AvailabilityView, 
/**
 * It cannot help this guest now, whoever tries and in whatever way. What somebody else can do, or one can with
 * another sign-in, is not that.
 */
impossible: boolean, 
/**
 * What it does, or why it cannot.
 */
why: RemedyWhy, 
/**
 * Option 1 or 2 of Microsoft's article.
 */
option: number | null, 
/**
 * The permissions to be asked for before it can be previewed, by Microsoft's names; usually none.
 */
permissions: Array<string>, 
/**
 * What it stands behind.
 */
behind: Behind, };

export type RemedyWhy = Reason | CannotHelp | NotNow | MayNot;

export type RequestAnswer = "accepted" | "refused" | "none" | "seen-done" | "seen-not-done";

export type RequestKind = "write" | "delete" | "invite" | "profile" | "delete-new" | "restore" | "add-to-group" | "remove-from-group" | "sponsor" | "app" | "other";

export type RequestView = { 
/**
 * When it left, ISO 8601 in UTC.
 */
at: string, 
/**
 * What it was to do; the words are `request-<kind>`.
 */
kind: RequestKind, 
/**
 * What became of it; the words are `answer-<answer>`.
 */
answer: RequestAnswer, 
/**
 * HTTP status of an answer that was not yes.
 */
status: number | null, 
/**
 * Microsoft's code for a no.
 */
code: string | null, 
/**
 * The id by which Microsoft knows it.
 */
requestId: string | null, };

export type Resolution = "on-premises" | "remove-contact" | "change-user" | "change-guest" | "change-group" | "change-unseen";

export type ResultAction = "put-back" | "continue" | "undo" | "close" | "look-again" | "next";

export type ResultView = { 
/**
 * How it ended; the words are `outcome-<outcome>`.
 */
outcome: Outcome, 
/**
 * What became of what it set out to do; the words over the values after are `after-<made>`.
 */
made: Realisation, 
/**
 * Properties before, and after by what became of it.
 */
changes: Array<PropertyChange>, 
/**
 * What stays undone, e.g. groups that refused.
 */
left: Array<UnrestoredView>, 
/**
 * The diagnosis made afresh afterwards.
 */
report: GuestReport | null, 
/**
 * What stopped it.
 */
problem: Problem | null, 
/**
 * The link of the invitation that was sent; none where none was.
 */
redeemLink: RedeemLinkView | null, 
/**
 * What it says of the guest; none without a new diagnosis.
 */
conclusion: Conclusion | null, 
/**
 * Whether a new account was made in place of one that was deleted: SharePoint knows the old one.
 */
newAccount: boolean, 
/**
 * Whether it is asked if a test message arrived.
 */
asksTest: boolean, 
/**
 * The groups the guest is in now, by name, where they are part of what was seen.
 */
memberships: Array<string>, 
/**
 * Whether each step is worth showing: everything stands in them only when not all of it was done.
 */
showsSteps: boolean, 
/**
 * What can be done from here, in the order of the buttons.
 */
actions: Array<ResultAction>, 
/**
 * The one of them that is suggested.
 */
primary: ResultAction, 
/**
 * The remedy that `next` goes on to.
 */
next: RemedyKind | null, };

export type RetentionView = { 
/**
 * How long; the words are `retention-name-<retention>`.
 */
retention: HistoryRetention, };

export type RoleKind = "global-administrator" | "user-administrator" | "guest-inviter" | "reader" | "group-owner" | "member" | "guest" | "other";

export type RoleView = { 
/**
 * Which.
 */
kind: RoleKind, 
/**
 * The directory's name, for `other`.
 */
name: string, };

export type RowState = "wrong" | "attention" | "cause" | "fine" | "info" | "unknown";

export type Rule = "R0" | "R1" | "R2" | "R3" | "R4" | "R5" | "R6" | "R7" | "R8" | "R9" | "R10" | "R11" | "R12" | "R13" | "R14" | "R15" | "R16" | "R17";

export type SaveHandOver = { 
/**
 * What was typed or pasted.
 */
address: string, 
/**
 * Object id of the chosen group, if one is chosen.
 */
group: string | null, 
/**
 * Object id of the guest, when the person chose one of several.
 */
guest: string | null, 
/**
 * What whoever asks noticed, in their own words.
 */
note: string | null, 
/**
 * The language of whoever is asked.
 */
language: Language, 
/**
 * A fresh id, by which `cancel` can stop it.
 */
ticket: string, };

export type SaveHistory = { 
/**
 * Their ids, in the order in which they are to stand there.
 */
changes: Array<string>, 
/**
 * As what.
 */
form: HistoryForm, };

export type SaveScript = { 
/**
 * Of which way.
 */
script: ScriptFor, 
/**
 * Which of its two.
 */
part: ScriptPart, };

export type SaveSeveral = { 
/**
 * Who is meant; at most twenty.
 */
guests: Array<MeantGuest>, 
/**
 * Object id of the group.
 */
group: string, 
/**
 * What whoever asks noticed, in their own words.
 */
note: string | null, 
/**
 * The language of whoever is asked.
 */
language: Language, 
/**
 * A fresh id, by which `cancel` can stop it.
 */
ticket: string, };

export type SaveSurvey = { 
/**
 * Their object ids, in the order in which they are to stand there.
 */
guests: Array<string>, 
/**
 * As what.
 */
form: SurveyForm, };

export type SavedView = { 
/**
 * The whole path; None when the dialog that asks for it was closed: then nothing was saved.
 */
path: string | null, 
/**
 * What is in it.
 */
text: string, };

export type ScriptFor = { 
/**
 * The object that owns the address, as the report named it.
 */
owner: OwnerView, 
/**
 * The way.
 */
door: DoorKind, 
/**
 * The contact's lists, as the report named them.
 */
lists: Array<ListView>, };

export type ScriptKind = "azure-cli" | "power-shell";

export type ScriptPart = "door" | "lists";

export type ScriptView = { 
/**
 * What does it; none where no script does.
 */
text: string | null, 
/**
 * What puts the guest on the contact's lists; none without lists that Exchange can change.
 */
lists: string | null, };

export type SelectionsView = { 
/**
 * The address to keep, to set, or to invite.
 */
address: string | null, 
/**
 * Object ids of the groups to add the guest to again. Absent: all that can be.
 */
groups: Array<string> | null, 
/**
 * The language of the invitation, such as `nl-NL`.
 */
invitationLanguage: string | null, 
/**
 * Whether Microsoft sends the invitation mail.
 */
sendInvitation: boolean | null, 
/**
 * The name of somebody new.
 */
name: string | null, 
/**
 * A message to them, in place of Microsoft's.
 */
message: string | null, 
/**
 * The addresses of who is to answer for them, as typed.
 */
sponsors: Array<string>, 
/**
 * Whether the person insists on a deletion in spite of a warning.
 */
insist: boolean, 
/**
 * Whether addresses that others have by now are given up.
 */
withoutTaken: boolean, };

export type SetLanguage = { 
/**
 * Which.
 */
language: Language, };

export type SetRetention = { 
/**
 * How long.
 */
retention: HistoryRetention, };

export type SetTheme = { 
/**
 * Which.
 */
theme: Theme, };

export type Severity = "info" | "ok" | "warning" | "error";

export type SignIn = { 
/**
 * The persona's key.
 */
persona: string, };

export type SignInMethod = "browser" | "device-code" | "azure-cli";

export type SignInPage = { 
/**
 * Its address, to be opened in a browser of this computer. None while nobody is awaited, or not yet.
 */
address: string | null, 
/**
 * Whether the system took it to be opened.
 */
opened: boolean, };

export type SignInReason = "several-sessions" | "redirect-not-registered" | "account-not-in-tenant" | "no-such-account" | "account-locked" | "password-expired" | "account-disabled" | "silent-failed" | "tenant-missing" | "more-proof-needed" | "proof-expired" | "not-assigned" | "wrong-credentials" | "external-challenge" | "grant-revoked" | "not-multitenant" | "cross-tenant-blocked" | "device-not-compliant" | "app-not-approved" | "access-blocked" | "registration-risk" | "security-policy" | "code-redeemed" | "consent-missing" | "not-preauthorised" | "consent-declined" | "app-misconfigured" | "app-not-found" | "grant-invalid" | "code-pending" | "code-bad" | "code-expired" | "sign-in-expired" | "app-disabled" | "not-public-client" | "tenant-not-found" | "graph-not-requested" | "wrong-cloud" | "admin-consent-needed" | "admin-consent-requestable" | "not-usable-here" | "malformed-request" | "busy" | "unknown";

export type SinceLastSurvey = { 
/**
 * When the one before began, ISO 8601 in UTC.
 */
at: string, 
/**
 * How many are listed now who were not then.
 */
new: number, 
/**
 * How many were listed then, and have a main address now.
 */
repaired: number, };

export type SponsorView = { 
/**
 * What was typed.
 */
typed: string, 
/**
 * Whom it leads to.
 */
displayName: string | null, 
/**
 * Why it leads to nobody. The words are `sponsor-why-<code>`.
 */
why: WhyNoSponsor | null, };

export type StartSurvey = { 
/**
 * How deep it looks.
 */
depth: SurveyDepth, };

export type Status = { 
/**
 * The app's version.
 */
version: string, 
/**
 * The language in force: the setting, or else the system's.
 */
language: Language, 
/**
 * How the window looks.
 */
appearance: Appearance, 
/**
 * The practice organisation.
 */
practice: PracticeView, 
/**
 * The organisation one can sign in to, when one is known.
 */
organisation: OrganisationView | null, 
/**
 * Whether the machine's managed settings switch every repair off.
 */
readOnly: boolean, 
/**
 * What becomes of a sign-in when the app ends; not known before it was looked at.
 */
keeping: Persistence | null, 
/**
 * Whether a sign-in was kept that can be gone on with (`resume`).
 */
stored: boolean, 
/**
 * Who is signed in.
 */
account: AccountView | null, 
/**
 * An address given at launch, to be looked up at once.
 */
find: string | null, 
/**
 * Changes of this organisation that were begun and not finished.
 */
unfinished: number, 
/**
 * The oldest of them.
 */
oldestUnfinished: UnfinishedView | null, };

export type StepKind = "compare" | "write-other-mails" | "write-mail" | "delete" | "await-gone" | "invite" | "await-new" | "add-to-groups" | "add-to-group" | "remove-from-group" | "await-out" | "replay" | "delete-new" | "restore" | "read-back" | "diagnose-again";

export type StepParts = { 
/**
 * How many are done.
 */
done: number, 
/**
 * How many there are.
 */
total: number, };

export type StepState = "waiting" | "running" | "done" | "not-yet-visible" | "refused" | "unknown" | "skipped" | "not-reached";

export type StepView = { 
/**
 * Which; the words are `step-<kind>`.
 */
kind: StepKind, 
/**
 * How it stands.
 */
state: StepState, 
/**
 * How many of its parts are done, where it has parts.
 */
parts: StepParts | null, };

export type Stoppable = { 
/**
 * A fresh id, by which `cancel` can stop it.
 */
ticket: string, };

export type SubjectView = { 
/**
 * Object id.
 */
id: string, 
/**
 * Display name.
 */
displayName: string, 
/**
 * First name, when known, for friendlier sentences.
 */
givenName: string | null, };

export type SurveyCause = "main-address-missing" | "owned-by-contact" | "owned-by-account" | "owned-by-group" | "no-address" | "blocked-as-well" | "two-main-addresses" | "blocked" | "invitation-open" | "not-all-read";

export type SurveyDepth = "quick" | "thorough";

export type SurveyForm = "csv" | "json";

export type SurveyNews = { 
/**
 * The sequence number to ask with next.
 */
sequence: number, 
/**
 * The survey under way, or the one that was kept; none where there is none. Another id than asked with: what is
 * here of the one before goes.
 */
survey: SurveyView | null, 
/**
 * The guests who are new, or stand otherwise, since the sequence number asked with; in no order.
 */
guests: Array<SurveyedGuest>, 
/**
 * There are more of them: to be asked for at once.
 */
more: boolean, };

export type SurveyPhase = "running" | "paused" | "stopped" | "done";

export type SurveyView = { 
/**
 * Its id.
 */
id: string, 
/**
 * How deep it looks.
 */
depth: SurveyDepth, 
/**
 * How it stands; the words are `survey-phase-<phase>`.
 */
phase: SurveyPhase, 
/**
 * How the guests were asked for; none before the first answer. The words are `survey-way-<way>`.
 */
way: SurveyWay | null, 
/**
 * When it began, ISO 8601 in UTC.
 */
startedAt: string, 
/**
 * When its last answer came, ISO 8601 in UTC; none before the first.
 */
seenAt: string | null, 
/**
 * How many seconds it worked so far, its pauses not counted.
 */
seconds: number, 
/**
 * How many guests the organisation has; none where it was not told.
 */
total: number | null, 
/**
 * How many accounts were read so far.
 */
read: number, 
/**
 * How many of them are to be looked at a second time.
 */
found: number, 
/**
 * How many of those were.
 */
examined: number, 
/**
 * How many seconds are left by what it took so far; none while that cannot be said.
 */
secondsLeft: number | null, 
/**
 * For how many seconds Microsoft asked to wait; none while it does not.
 */
wait: number | null, 
/**
 * Why it stopped by itself; none where it did not.
 */
problem: Problem | null, 
/**
 * How it compares with the one before; none without one, and before this one is done.
 */
since: SinceLastSurvey | null, };

export type SurveyWay = "candidates" | "guests-without-mail" | "every-external" | "every-guest";

export type SurveyedGuest = { 
/**
 * Object id.
 */
id: string, 
/**
 * The name; the address where there is none.
 */
displayName: string, 
/**
 * The main address, or the one they were invited at. Empty where there is none.
 */
address: string, 
/**
 * What they are searched for with: the address, or the object id where nobody could type that.
 */
typed: string, 
/**
 * Why; the words are `survey-cause-<cause>`.
 */
cause: SurveyCause, 
/**
 * The name of whatever has one of their addresses; none where nothing has.
 */
inTheWay: string | null, 
/**
 * The names of their groups; none where they were not read.
 */
groups: Array<string> | null, 
/**
 * Since when they are a guest, ISO 8601 in UTC; none where it was not read.
 */
guestSince: string | null, 
/**
 * They were not listed by the survey before; none where there was none.
 */
new: boolean | null, 
/**
 * The remedy by which they can be repaired together with others; none where one at a time is the way.
 */
together: RemedyKind | null, 
/**
 * They were repaired since they were listed, and seen to be.
 */
repaired: boolean, };

export type TakenPart = "address" | "user-name" | "not-said";

export type TenantKind = "practice" | "real";

export type TestMessage = "arrived" | "missing" | "not-yet";

export type TestQuestion = "open" | "put-off" | "arrived" | "missing";

export type TestedPermission = { 
/**
 * Which, and what for.
 */
permission: PermissionView, 
/**
 * What was found.
 */
state: PermissionState, };

export type TestedPermissions = { 
/**
 * In the order they are needed.
 */
permissions: Array<TestedPermission>, };

export type TextView = { 
/**
 * The text.
 */
text: string, };

export type Theme = "system" | "light" | "dark";

export type ThenRow = { 
/**
 * The property's name.
 */
name: string, 
/**
 * What stood there, as the file says: the very value of the report where that says the same.
 */
value: ValueView, };

export type TraceConclusion = "no-messages" | "at-the-guests" | "not-sent-to-them" | "not-delivered" | "kept-back-here" | "stopped-at-group" | "under-way" | "cannot-tell";

export type TraceMessages = { 
/**
 * The guest's object id.
 */
guest: string, 
/**
 * The group's object id.
 */
group: string, 
/**
 * By which it can be cancelled.
 */
ticket: string, };

export type TraceOffer = { 
/**
 * Microsoft's names of the permissions that are missing; asked for before the first look.
 */
permissions: Array<string>, };

export type TraceView = { 
/**
 * The group's name.
 */
group: string, 
/**
 * The address of the group that was asked about.
 */
groupAddress: string, 
/**
 * The addresses of the guest that were asked about.
 */
guestAddresses: Array<string>, 
/**
 * When it was read, ISO 8601 in UTC.
 */
at: string, 
/**
 * How many days before that are told.
 */
days: number, 
/**
 * What the messages say together; the words are `trace-<conclusion>`.
 */
conclusion: TraceConclusion, 
/**
 * The messages, the newest first.
 */
messages: Array<TracedMessageView>, 
/**
 * Whether all of them were read.
 */
complete: boolean, };

export type TracedMessageView = { 
/**
 * When Exchange received it, ISO 8601 in UTC.
 */
at: string, 
/**
 * What became of it; the words are `fate-<fate>`.
 */
fate: MessageFate, };

export type TryNext = { 
/**
 * The address that was searched for.
 */
address: string, 
/**
 * The group the message was sent to, where one is chosen: what is tried next may be about it.
 */
group: string | null, 
/**
 * By what the question is stopped.
 */
ticket: string, };

export type UnfinishedView = { 
/**
 * The guest's name.
 */
guestName: string, 
/**
 * When it began, ISO 8601 in UTC.
 */
at: string, };

export type UnreadableFile = "not-json" | "too-large";

export type UnreadableHandOver = "too-large" | "not-one" | "damaged" | "newer";

export type UnrestoredView = { "code": "group", 
/**
 * Its name.
 */
group: string, } | { "code": "app", 
/**
 * The name of the app.
 */
app: string, } | { "code": "sponsor" } | { "code": "profile" } | { "code": "group-not-seen", 
/**
 * Its name.
 */
group: string, } | { "code": "app-not-seen", 
/**
 * The name of the app.
 */
app: string, } | { "code": "sponsor-not-seen" } | { "code": "profile-not-seen" } | { "code": "proxy-not-added" } | { "code": "address", 
/**
 * The address.
 */
address: string, } | { "code": "not-seen", 
/**
 * What.
 */
what: Relationship, };

export type ValueView = { "is": "empty" } | { "is": "unknown" } | { "is": "texts", 
/**
 * The lines.
 */
texts: Array<string>, } | { "is": "truth", 
/**
 * Which.
 */
truth: boolean, } | { "is": "moment", 
/**
 * When.
 */
at: string, } | { "is": "redemption", 
/**
 * Microsoft's word: `Accepted` or `PendingAcceptance`.
 */
state: string, 
/**
 * Since when, ISO 8601.
 */
at: string | null, } | { "is": "owner", 
/**
 * What it is.
 */
owner: OwnerView, };

export type Verdict = "ambiguous" | "deleted" | "not-a-guest" | "cannot-tell" | "not-found" | "guest-access-off" | "not-member" | "conflict" | "misconfigured" | "no-address" | "mail-elsewhere" | "blocked" | "pending" | "healthy";

export type Watch = { 
/**
 * The sequence number last seen; 0 at first.
 */
after: number, };

export type WatchSurvey = { 
/**
 * Of which survey there are guests here already; absent at first.
 */
id: string | null, 
/**
 * The sequence number last seen; 0 at first, and where nothing of it is here.
 */
after: number, };

export type WayBack = "full" | "partial" | "restore" | "delete-again" | "impossible";

export type WhyAdminActRefused = "not-as-expected" | "address-taken" | "nobody-there";

export type WhyLeftOut = { "code": "nothing-to-repair" } | { "code": "address-owned", 
/**
 * Its name, or its id.
 */
owner: string, } | { "code": "several-addresses" } | { "code": "invited-not-certain" } | { "code": "does-not-fit" } | { "code": "synced" } | { "code": "not-allowed" } | { "code": "protected" } | { "code": "gone" } | { "code": "not-read" } | { "code": "changed-since" };

export type WhyNoSponsor = "no-address" | "nobody" | "several" | "guest";

export type WhyNot = "dynamic" | "on-premises" | "distribution-list" | "mail-enabled-security" | "role-assignable" | "takes-no-guests" | "unknown";

export type WhyNotDone = "not-allowed" | "restricted-unit" | "holds-role" | "address-taken" | "gone" | "changed-since" | "refused" | "not-reached" | "cancelled" | "not-known";

export type WhyNotInvited = "own-domain" | "by-policy" | "already-there" | "blocked-account" | "characters" | "not-on-the-account" | "unexplained";

export type WhyRefused = "not-known" | "restricted-unit" | "holds-role" | "role-is-there" | "no-role";

export type WordsIn = { 
/**
 * Which.
 */
language: Language, };

export type Zoom = { 
/**
 * Which way.
 */
step: ZoomStep, };

export type ZoomStep = "larger" | "smaller" | "whole";

/** The one list of commands: what is asked with, and what is answered. */
export interface Commands {
  /** Who is signed in, which language, what the app was started with. */
  status: { ask: Nothing; answer: Status };
  /** What a later start handed to this window: an address, or the text of a hand-over file (long poll). */
  handed: { ask: Nothing; answer: HandedView };
  /** The words of the page in one language. */
  words: { ask: WordsIn; answer: TextView };
  /** Sign in to the practice organisation as one of its personas. */
  sign_in: { ask: SignIn; answer: Status };
  /** Go on with the sign-in that was kept: no browser, no question. */
  resume: { ask: Patient; answer: Status };
  /** Sign in to the organisation with the system's browser; answers when that is done. */
  sign_in_browser: { ask: Patient; answer: Status };
  /** The page that a sign-in, or a question for permission, waits at in the browser (long poll). */
  sign_in_page: { ask: Nothing; answer: SignInPage };
  /** Ask for a code to sign in with on another device. */
  sign_in_code: { ask: Patient; answer: CodeView };
  /** Wait until the code was used; answers when one is signed in. */
  sign_in_code_wait: { ask: Patient; answer: Status };
  /** Use the sign-in of the Azure CLI on this computer. */
  sign_in_azure_cli: { ask: Patient; answer: Status };
  /** Ask for the permissions of a remedy, with the system's browser. */
  permit: { ask: Permit; answer: Status };
  /** Answer Microsoft's demand for a fresh confirmation, with the system's browser. */
  prove: { ask: Patient; answer: Status };
  /** What to register in the organisation, and which permissions to give it. */
  registration: { ask: Nothing; answer: RegistrationView };
  /** A script that registers the app, to copy. */
  registration_script: { ask: RegistrationScript; answer: TextView };
  /** Take over an organisation file. */
  open_organisation: { ask: OpenOrganisation; answer: Status };
  /** Make an organisation of the values of the form. */
  make_organisation: { ask: MakeOrganisation; answer: Status };
  /** Forget the organisation that was chosen here. */
  forget_organisation: { ask: Nothing; answer: Status };
  /** Save the organisation file, to be given to colleagues. */
  save_organisation: { ask: Nothing; answer: SavedView };
  /** The link by which an admin permits the app, to copy. */
  consent_link: { ask: Patient; answer: TextView };
  /** Ask for an admin's consent, with the system's browser. */
  ask_consent: { ask: Patient; answer: Nothing };
  /** Test which permissions were granted. */
  test_permissions: { ask: Patient; answer: TestedPermissions };
  /** Sign out: everything of the sign-in is removed from this computer. */
  sign_out: { ask: Nothing; answer: Status };
  /** Put the practice organisation back to how it began. */
  start_over: { ask: Nothing; answer: Status };
  /** Choose the language; kept in the settings. */
  set_language: { ask: SetLanguage; answer: Status };
  /** Choose between light and dark; kept in the settings. */
  set_theme: { ask: SetTheme; answer: Appearance };
  /** Draw text and controls larger or smaller; kept in the settings. */
  zoom: { ask: Zoom; answer: Appearance };
  /** How long changes stay in the history. */
  retention: { ask: Nothing; answer: RetentionView };
  /** How many changes would go if they stayed for so long. Changes nothing. */
  old_changes: { ask: SetRetention; answer: OldChangesView };
  /** Keep changes for so long from now on, and remove what is older, for good. */
  set_retention: { ask: SetRetention; answer: OldChangesView };
  /** Where the app keeps what it keeps. */
  data_folder: { ask: Nothing; answer: DataFolder };
  /** What whoever helps has to know of this app, without a name, an address or an id of anybody. */
  diagnostic_report: { ask: Nothing; answer: TextView };
  /** The groups one may choose from. */
  groups: { ask: Nothing; answer: GroupChoices };
  /** The groups one owns. */
  owned_groups: { ask: Stoppable; answer: OwnedGroups };
  /** How the guests of some of them stand. */
  guests_of_groups: { ask: OfGroups; answer: GuestsOfGroups };
  /** Save what was read of a group's guests, as a table for a spreadsheet. */
  save_guests: { ask: OfGroup; answer: SavedView };
  /** How the check of all guests stands, and whom it found (long poll). */
  survey: { ask: WatchSurvey; answer: SurveyNews };
  /** Look at all guests of the organisation: who else gets no mail? */
  start_survey: { ask: StartSurvey; answer: Nothing };
  /** Pause it: what was read stays. */
  pause_survey: { ask: Nothing; answer: Nothing };
  /** Go on with it, also after the app was started again. */
  resume_survey: { ask: Nothing; answer: Nothing };
  /** End it with what was read. */
  stop_survey: { ask: Nothing; answer: Nothing };
  /** Remove from this computer what checks found. */
  forget_survey: { ask: Nothing; answer: Nothing };
  /** Save some of the guests it found, as a table for a spreadsheet or for programs. */
  save_survey: { ask: SaveSurvey; answer: SavedView };
  /** Make a plan that repairs many guests. Changes nothing. */
  preview_batch: { ask: PreviewBatch; answer: BatchPlanView };
  /** Carry it out, one guest after another. */
  confirm_batch: { ask: ConfirmBatch; answer: BatchStarted };
  /** Go on after three failures in a row. */
  continue_batch: { ask: OfBatch; answer: Nothing };
  /** Wait for news of the batch under way (long poll). */
  watch_batch: { ask: Watch; answer: BatchUpdate };
  /** Find a guest by any address, and diagnose. */
  find: { ask: Find; answer: GuestReport };
  /** Whom one looked up last. */
  recent: { ask: Nothing; answer: RecentSearches };
  /** Keep them when the app ends, or no more. */
  keep_recent: { ask: KeepRecent; answer: RecentSearches };
  /** Remove all of them. */
  forget_recent: { ask: Nothing; answer: RecentSearches };
  /** Remove what is stored here of one guest, as far as it can be removed, and say what cannot. */
  forget_guest: { ask: ForgetGuest; answer: ForgottenGuest };
  /** Make a plan for a remedy. Changes nothing. */
  preview: { ask: Preview; answer: PlanView };
  /** Make a plan that undoes a change. */
  preview_undo: { ask: OfChange; answer: PlanView };
  /** Make a plan that goes on with an interrupted change. */
  preview_continue: { ask: OfChange; answer: PlanView };
  /** Make a plan that puts the original account back. */
  preview_put_back: { ask: OfChange; answer: PlanView };
  /** Carry out a plan. */
  confirm: { ask: Confirm; answer: ChangeStarted };
  /** Wait for news of the change under way (long poll). */
  watch: { ask: Watch; answer: ProgressUpdate };
  /** Stop a question, or a change between two of its steps. */
  cancel: { ask: Cancel; answer: Nothing };
  /** All recorded changes in this organisation. */
  history: { ask: Nothing; answer: History };
  /** Save some of them, as a table for a spreadsheet or as lines for programs. */
  save_history: { ask: SaveHistory; answer: SavedView };
  /** Record whether the test message after a change arrived. */
  note_test: { ask: NoteTest; answer: Nothing };
  /** Look at a guest whose test message did not arrive, and say what to try next. */
  try_next: { ask: TryNext; answer: NextToTryView };
  /** What became of the mail to a group, on its way to a guest. */
  trace_messages: { ask: TraceMessages; answer: TraceView };
  /** Ask for the permission that this needs, with the system's browser. */
  permit_trace: { ask: PermitTrace; answer: Status };
  /** Somebody writes to a group, in the practice organisation only. */
  practise_message: { ask: OfGroup; answer: Nothing };
  /** Look again whether an object still owns the address of a guest. */
  check_conflict: { ask: CheckConflict; answer: ConflictChecked };
  /** The scripts of one way out of a conflict, to read and copy. */
  exchange_script: { ask: ScriptFor; answer: ScriptView };
  /** Save one of them, to be run or given to somebody. */
  save_script: { ask: SaveScript; answer: SavedView };
  /** Do what an admin of Exchange would do, in the practice organisation only. */
  practise_admin_act: { ask: PractiseAdminAct; answer: Nothing };
  /** Ask an admin: open the mail program with a text. */
  ask_by_mail: { ask: AskByMail; answer: Nothing };
  /** Save what is asked of an admin as a file. */
  save_hand_over: { ask: SaveHandOver; answer: SavedView };
  /** Save what is asked of an admin about several guests of a group, as one file. */
  save_several: { ask: SaveSeveral; answer: SavedView };
  /** Whom a file that was handed over is about; nothing is asked of the directory. */
  read_hand_over: { ask: ReadHandOver; answer: HandOverContents };
  /** Open a file that was handed over; everything is read afresh. */
  open_hand_over: { ask: OpenHandOver; answer: HandOverView };
  /** Open a page in the system's browser. */
  open: { ask: Destination; answer: Nothing };
}
