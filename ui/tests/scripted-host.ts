import { readFileSync, readdirSync } from 'node:fs';
import type {
  Commands,
  GuestReport,
  HistoryEntry,
  Language,
  OrganisationView,
  PlanView,
  Problem,
  ResultView,
  Status,
} from '../src/host/contract';
import type { Host } from '../src/host/host';

type Name = keyof Commands;
type Answer<K extends Name> =
  | Commands[K]['answer']
  | ((ask: Commands[K]['ask']) => Commands[K]['answer'] | Promise<Commands[K]['answer']>);

/** The words of a language as Rust hands them out: all its files but that of the documents. */
export function wordsOf(language: Language): string {
  const folder = `locales/${language}`;
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ftl') && name !== 'documents.ftl')
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
    .join('\n');
}

/** What the window asks of itself, whatever the story is about. */
const unheard: Name[] = ['handed', 'recent', 'sign_in_page', 'watch_batch'];

/** A host that answers what the story says, and remembers what it was asked. */
export class ScriptedHost implements Host {
  readonly asked: { name: Name; ask: unknown }[] = [];
  readonly #script = new Map<Name, unknown>([
    // Nobody starts the app a second time.
    ['handed', () => new Promise(() => undefined)],
    ['recent', { kept: false, searches: [] }],
    ['retention', { retention: 'always' }],
    // No page is open yet.
    ['sign_in_page', () => new Promise(() => undefined)],
    // No batch is under way.
    ['watch_batch', () => new Promise(() => undefined)],
    ['words', (ask: Commands['words']['ask']) => ({ text: wordsOf(ask.language) })],
  ]);

  answers<K extends Name>(name: K, answer: Answer<K>): this {
    this.#script.set(name, answer);
    return this;
  }

  refuses(name: Name, problem: Problem): this {
    this.#script.set(name, () => Promise.reject(problem));
    return this;
  }

  async call<K extends Name>(name: K, ask: Commands[K]['ask']): Promise<Commands[K]['answer']> {
    if (!unheard.includes(name)) this.asked.push({ name, ask: structuredClone(ask) });
    const answer = this.#script.get(name) as Answer<K> | undefined;
    if (answer === undefined) throw new Error(`the story has no answer to ${name}`);
    return typeof answer === 'function' ? (answer as (ask: unknown) => Commands[K]['answer'])(ask) : answer;
  }

  /** What a command was asked with, each time. */
  asks<K extends Name>(name: K): Commands[K]['ask'][] {
    return this.asked.filter((it) => it.name === name).map((it) => it.ask as Commands[K]['ask']);
  }
}

/** An answer that comes when the story says so. */
export function later<T>() {
  let give: (value: T) => void = () => undefined;
  let refuse: (problem: Problem) => void = () => undefined;
  const promise = new Promise<T>((resolve, reject) => {
    give = resolve;
    refuse = reject;
  });
  return { promise, give, refuse };
}

type Frame = Pick<
  Problem,
  'kind' | 'changed' | 'reference' | 'voidsPlan' | 'outdatesReport' | 'searchInstead'
>;
/** What comes with a code. */
type With<C extends Problem['code']> = Omit<Extract<Problem, { code: C }>, keyof Frame | 'code'>;
export const problem = <C extends Problem['code']>(
  code: C,
  ...[more]: Record<never, never> extends With<C> ? [more?: Partial<Frame>] : [more: With<C> & Partial<Frame>]
): Problem =>
  ({
    kind: 'bad-input',
    changed: 'no',
    reference: null,
    voidsPlan: false,
    outdatesReport: false,
    searchInstead: [],
    ...more,
    code,
  }) as Problem;

const anna = {
  displayName: 'Anna Bakker',
  userName: 'anna.bakker@contoso.nl',
  role: { kind: 'user-administrator', name: 'User Administrator' },
  organisation: 'Contoso',
  tenant: 'practice',
  persona: 'user-admin',
  tenantId: 'practice',
  way: null,
  adminCenter: true,
  otherThanLast: false,
  exchangeCenter: false,
} as const;

export const contoso = (more: Partial<OrganisationView> = {}): OrganisationView => ({
  name: 'Contoso',
  tenant: 'contoso.onmicrosoft.com',
  clientId: '7d2b5c1e-0000-4000-8000-000000000001',
  cloud: 'global',
  loginHost: 'login.microsoftonline.com',
  graphHost: 'graph.microsoft.com',
  help: 'servicedesk@contoso.nl',
  source: 'chosen',
  ...more,
});

export const status = (more: Partial<Status> = {}): Status => ({
  version: '0.1.0',
  language: 'en',
  appearance: { theme: 'system', zoom: 100 },
  practice: {
    organisation: 'Contoso',
    personas: [
      { key: 'owner', displayName: 'Bram Visser', role: { kind: 'group-owner', name: '' }, rehearses: null },
      { key: 'user-admin', displayName: 'Anna Bakker', role: anna.role, rehearses: null },
    ],
  },
  organisation: null,
  readOnly: false,
  keeping: 'kept',
  stored: false,
  account: null,
  find: null,
  unfinished: 0,
  oldestUnfinished: null,
  ...more,
});
/** The same user in the real organisation. */
export const signedInForReal = (more: Partial<Status> = {}): Status =>
  status({
    organisation: contoso(),
    account: {
      ...anna,
      tenant: 'real',
      persona: null,
      tenantId: 'tenant-1',
      way: 'browser',
      exchangeCenter: true,
    },
    ...more,
  });
export const signedIn = (more: Partial<Status> = {}): Status => status({ account: { ...anna }, ...more });

/** Pieter Jansen: no main address, two other addresses. */
export const pieter = (more: Partial<GuestReport> = {}): GuestReport => ({
  searched: 'pieter@northwindtraders.com',
  chosen: null,
  verdict: 'misconfigured',
  subject: { id: 'guest-1', displayName: 'Pieter Jansen', givenName: 'Pieter' },
  cause: { code: 'misconfigured', count: 2 },
  owner: null,
  conflict: null,
  candidates: [],
  putBack: null,
  also: [],
  asks: [],
  findings: [{ rule: 'R5', severity: 'error', code: 'misconfigured', owner: null }],
  properties: [
    {
      name: 'mail',
      matters: true,
      severity: 'error',
      state: 'wrong',
      value: { is: 'empty' },
      meaning: { code: 'no-main-address' },
    },
    {
      name: 'otherMails',
      matters: true,
      severity: 'error',
      state: 'wrong',
      value: {
        is: 'texts',
        texts: ['pieter@northwindtraders.com', 'pieter.jansen@northwindtraders.example'],
      },
      meaning: { code: 'several-without-main' },
    },
    {
      name: 'faxNumber',
      matters: false,
      severity: 'info',
      state: 'unknown',
      value: { is: 'unknown' },
      meaning: null,
    },
  ],
  remedies: [
    {
      kind: 'set-mail',
      recommended: true,
      availability: 'ready',
      impossible: false,
      why: { code: 'fills-the-main-address' },
      option: null,
      permissions: [],
      behind: 'nothing',
    },
    {
      kind: 'keep-one-address',
      recommended: false,
      availability: 'ready',
      impossible: false,
      why: { code: 'leaves-one-address' },
      option: 1,
      permissions: [],
      behind: 'nothing',
    },
    {
      kind: 'remove-and-invite',
      recommended: false,
      availability: 'disabled',
      impossible: false,
      why: { code: 'not-you', roles: ['Global Administrator'] },
      option: 2,
      permissions: [],
      behind: 'nothing',
    },
  ],
  advice: [],
  checklist: [
    { kind: 'member', state: 'no-group', group: null },
    { kind: 'junk-folder', state: 'ask-the-guest', group: null },
  ],
  group: null,
  memberships: ['Sales NL'],
  linkable: true,
  trace: null,
  ...more,
});

export const healthy = (): GuestReport =>
  pieter({
    verdict: 'healthy',
    cause: { code: 'healthy', primary: 'pieter@northwindtraders.com', name: 'Pieter' },
    remedies: [],
  });

export const plan = (more: Partial<PlanView> = {}): PlanView => ({
  id: 'plan-1',
  kind: 'keep-one-address',
  of: null,
  guestName: 'Pieter Jansen',
  givenName: 'Pieter',
  question: 'keep',
  addresses: [
    { address: 'pieter@northwindtraders.com', chosen: true, note: 'invited' },
    { address: 'pieter.jansen@northwindtraders.example', chosen: false, note: null },
  ],
  changes: [
    {
      property: 'otherMails',
      before: ['pieter@northwindtraders.com', 'pieter.jansen@northwindtraders.example'],
      after: ['pieter@northwindtraders.com'],
    },
  ],
  groups: [],
  invitationLanguage: null,
  sendInvitation: null,
  newGuest: null,
  warnings: [],
  notes: [{ code: 'no-main-address' }],
  undo: 'full',
  deletes: false,
  insist: null,
  withoutTaken: null,
  confirmText: null,
  steps: ['compare', 'write-other-mails', 'read-back', 'diagnose-again'],
  missing: null,
  ...more,
});

export const result = (more: Partial<ResultView> = {}): ResultView => ({
  outcome: 'done',
  made: 'seen',
  changes: plan().changes,
  left: [],
  report: pieter({ verdict: 'no-address', cause: { code: 'no-address', missing: 'one-other-address' } }),
  problem: null,
  newAccount: false,
  asksTest: false,
  conclusion: 'as-found',
  memberships: [],
  redeemLink: null,
  showsSteps: false,
  actions: ['undo', 'close'],
  primary: 'close',
  next: null,
  ...more,
});

export const historyEntry = (more: Partial<HistoryEntry> = {}): HistoryEntry => ({
  id: 'change-1',
  at: '2026-11-22T10:00:00Z',
  by: 'Anna Bakker',
  guestName: 'Pieter Jansen',
  address: 'pieter@northwindtraders.com',
  kind: 'keep-one-address',
  of: null,
  state: 'done',
  reason: null,
  made: 'seen',
  changes: plan().changes,
  canUndo: false,
  canContinue: false,
  canPutBack: false,
  left: [],
  back: 'none',
  redeemLink: null,
  test: null,
  takesBack: null,
  batch: null,
  seenAt: '2026-11-22T10:00:05Z',
  whyNotDone: null,
  requests: [],
  ...more,
});
