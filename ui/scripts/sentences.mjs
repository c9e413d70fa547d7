// Compares sentences with the codes of the contract: each code has one, none is without its code, and none speaks of
// what does not come with its code.

/**
 * Sentences that are chosen by a code, and the type the code is of: `by` where the field is not `code`, `given` for
 * what the page itself adds (its types see that it does).
 */
export const families = {
  verdict: { type: 'Verdict' },
  'help-verdict': { type: 'Verdict' },
  'theme-name': { type: 'Theme' },
  glance: { type: 'Glance' },
  'glance-why': { type: 'GlanceReason' },
  'survey-cause': { type: 'SurveyCause' },
  'survey-phase': { type: 'SurveyPhase' },
  'survey-way': { type: 'SurveyWay' },
  'batch-phase': { type: 'BatchPhase' },
  'left-out': { type: 'WhyLeftOut' },
  'no-list': { type: 'GuestList', by: 'is', without: ['read', 'failed'] },
  cause: { type: 'CauseView' },
  also: { type: 'Also', given: ['name'] },
  finding: { type: 'FindingView' },
  meaning: { type: 'Meaning' },
  'row-state': { type: 'RowState' },
  remedy: { type: 'RemedyKind' },
  'remedy-why': { type: 'RemedyWhy' },
  plan: { type: 'PlanKindView' },
  choose: { type: 'AddressQuestion', given: ['name'] },
  'plan-note': { type: 'PlanNote' },
  'plan-missing': { type: 'Missing' },
  'sponsor-why': { type: 'WhyNoSponsor' },
  step: { type: 'StepKind' },
  'step-state': { type: 'StepState' },
  outcome: { type: 'Outcome', given: ['name', 'what', 'removed'] },
  after: { type: 'Realisation' },
  left: { type: 'UnrestoredView' },
  // A sign-in that was refused has the words of its reason.
  problem: { type: 'Problem', without: ['sign-in-refused'] },
  'sign-in-reason': { type: 'SignInReason' },
  // Of what was typed nothing was refused and nothing went wrong: the title says what it is.
  'problem-kind': { type: 'Category', without: ['bad-input'] },
  changed: { type: 'Changed' },
  role: { type: 'RoleKind' },
  'role-can': { type: 'RoleKind' },
  rehearses: { type: 'Rehearsal' },
  'permit-answer': { type: 'PracticeAnswer' },
  check: { type: 'CheckView', by: 'kind' },
  traced: { type: 'TraceConclusion', given: ['name', 'group', 'days'] },
  fate: { type: 'MessageFate' },
  owner: { type: 'OwnerKind' },
  advice: { type: 'Advice' },
  door: { type: 'DoorKind' },
  'door-cost': { type: 'DoorCostView' },
  'door-back': { type: 'DoorBack' },
  'door-brief': { type: 'DoorBack' },
  'door-path': { type: 'DoorPath' },
  standing: { type: 'ConflictState', given: ['time', 'owner', 'address'] },
  'address-note': { type: 'AddressOrigin' },
  'group-why': { type: 'WhyNot' },
  undo: { type: 'WayBack', given: ['kind'] },
  'history-state': { type: 'ChangeStatus' },
  'not-done': { type: 'WhyNotDone' },
  request: { type: 'RequestKind' },
  answer: { type: 'RequestAnswer' },
  // Of a record that is whole there is nothing to say.
  'record-end': { type: 'RecordEnd', without: ['whole'] },
  cloud: { type: 'MicrosoftCloud' },
  'organisation-source': { type: 'OrganisationSource' },
  keeping: { type: 'Persistence' },
  'permission-state': { type: 'PermissionState' },
  wait: { type: 'SignInMethod' },
  way: { type: 'SignInMethod', given: ['organisation'] },
  'way-in': { type: 'SignInMethod' },
};

/** Sentences that name what may be nothing, where it never is: a membership is known only of a group that was chosen. */
const always = new Set(['check-member $group']);

const categories = new Set(['zero', 'one', 'two', 'few', 'many', 'other']);

/** What is wrong with the keys a sentence chooses by. */
function keys(about, { kind, texts, none }, keys) {
  const known = (key) =>
    key === 'none' ? none : kind === 'number' ? categories.has(key) || /^\d+$/.test(key) : false;
  const wrong = keys.filter((key) => {
    if (key === 'other') return kind === 'closed' && texts.every((text) => keys.includes(text));
    return !(kind === 'closed' ? texts.includes(key) || (key === 'none' && none) : known(key));
  });
  return wrong.map((key) => `${about} chooses [${key}], which never comes`);
}

/**
 * What is wrong between the sentences (id, or `id.attribute`, with the variables and choices of each language) and the
 * codes of a contract. `named`: the sentences that the page asks for by their whole id.
 */
export function compareWithCodes(sentences, contract, named, wanted = families) {
  const complaints = [];
  const codes = Object.fromEntries(
    Object.entries(wanted).map(([family, { type, by, without = [] }]) => {
      const all = contract.codes(type, by);
      for (const code of without) {
        if (!all.delete(code)) complaints.push(`${type} has no code ${code} to be without words`);
      }
      return [family, all];
    }),
  );
  const longest = Object.keys(wanted).sort((a, b) => b.length - a.length);
  /** The code that a sentence belongs to, if it belongs to one. */
  const belonging = (id) => {
    const name = id.split('.')[0];
    for (const family of longest.filter((it) => name.startsWith(`${it}-`))) {
      const code = name.slice(family.length + 1);
      if (codes[family].has(code)) return { family, variables: codes[family].get(code) };
    }
    return null;
  };
  for (const [family, all] of Object.entries(codes)) {
    for (const code of all.keys()) {
      if (!sentences.has(`${family}-${code}`)) {
        complaints.push(`${family}-${code} is missing: ${wanted[family].type} has that code`);
      }
    }
  }
  for (const [id, { variables, choices, unguarded }] of sentences) {
    const found = belonging(id);
    if (!found && !named.has(id) && longest.some((family) => id.startsWith(`${family}-`))) {
      complaints.push(`${id} has no code, and the page does not ask for it`);
    }
    if (!found) continue;
    for (const name of variables) {
      if (wanted[found.family].given?.includes(name)) continue;
      const sent = found.variables.get(name);
      if (!sent) complaints.push(`${id} speaks of $${name}, which does not come with it`);
      else if (sent.none && sent.kind !== 'list' && unguarded.has(name) && !always.has(`${id} $${name}`)) {
        complaints.push(`${id} speaks of $${name}, which may be nothing, without choosing on [none]`);
      }
    }
    for (const [name, chosen] of choices) {
      const sent = found.variables.get(name);
      if (sent) complaints.push(...keys(`${id}: $${name}`, sent, chosen));
    }
  }
  return { complaints, belonging };
}
