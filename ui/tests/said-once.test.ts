import { screen, within } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PlanView, ResultView, Verdict } from '../src/host/contract';
import { outcomeMeaning, outcomeTitle } from '../src/screens/change/outcome';
import { notesOf, wayBack } from '../src/screens/change/plan-words';
import { learn, plain, speak } from '../src/words/words.svelte';
import { ScriptedHost, healthy, pieter, plan, problem, result, signedIn, wordsOf } from './scripted-host';
import { open, problem as shownProblem, search } from './user';

learn('en', wordsOf('en'));
beforeEach(() => speak('en'));

const found = (report = pieter()) =>
  new ScriptedHost().answers('status', signedIn()).answers('groups', { groups: [] }).answers('find', report);

describe('The title of a result', () => {
  const title = (more: Partial<ResultView>, kind: PlanView['kind'] = 'set-mail') =>
    plain(outcomeTitle(result({ report: healthy(), ...more }), kind));

  it('says that the guest has a main address, where one was written and everything is seen to be right', () => {
    expect(title({ conclusion: 'directory-right' })).toBe('Pieter Jansen has a main address now. We checked');
  });

  it.each([
    ['of another change', { conclusion: 'directory-right' }, 'keep-one-address'],
    ['where something is still found', { conclusion: 'as-found' }, 'set-mail'],
    ['where the address is still missing', { conclusion: 'still-missing' }, 'set-mail'],
  ] as const)('claims no main address %s', (_, more, kind) => {
    expect(title(more, kind)).toBe('Done. We checked');
  });

  it('says who was invited again', () => {
    expect(title({}, 'remove-and-invite')).toBe('Pieter Jansen was removed and invited again. We checked');
  });

  it('claims nothing that was not done', () => {
    expect(title({ outcome: 'interrupted' }, 'remove-and-invite')).toBe('Stopped half-way');
    expect(title({ outcome: 'refused', conclusion: 'directory-right' })).toBe('Refused: nothing was changed');
  });
});

describe('A change that stopped half-way', () => {
  const meaning = (state: 'done' | 'not-reached') =>
    outcomeMeaning('interrupted', [
      { kind: 'delete', state, parts: null },
      { kind: 'invite', state: 'refused', parts: null },
    ]);

  it('says first of all that the account is gone, where it is', () => {
    expect(meaning('done')).toBe('The account was removed and is not back yet. Put it back, or go on.');
  });

  it('says nothing of the kind where it is not', () => {
    expect(meaning('not-reached')).toMatch(/^Part of the change was carried out/);
  });
});

describe('The way back of a preview', () => {
  const setMail = plan({
    kind: 'set-mail',
    undo: 'impossible',
    notes: [{ code: 'mail-cannot-be-emptied' }, { code: 'no-main-address' }],
  });

  it('says what stays possible, and no note says it again', () => {
    expect(wayBack(setMail)).toBe('You can choose another main address later, but not make it empty again');
    expect(notesOf(setMail).map(({ code }) => code)).toEqual(['no-main-address']);
  });

  it('leaves the note where it says something else', () => {
    const back = { ...setMail, undo: 'partial' } as const;
    expect(wayBack(back)).toBe('Can be undone in part, from History');
    expect(notesOf(back)).toEqual(setMail.notes);
  });

  it.each([
    ['undo', 'Repairing again stays possible'],
    ['put-back', 'Repairing again stays possible'],
    ['resend-invitation', 'Cannot be undone'],
  ] as const)('of %s is: %s', (kind, said) => {
    expect(wayBack(plan({ kind, undo: 'impossible' }))).toBe(said);
  });
});

describe('The Guest screen', () => {
  it('says of what was typed wrongly what it is, without a heading over it', async () => {
    await open(found().refuses('find', problem('address-malformed', { typed: 'no address' })));
    await search('no address');
    const [first] = (await shownProblem()).querySelectorAll('p');
    expect(first?.textContent).toBe('That does not look like an e‑mail address');
  });

  it('says over any other problem what kind it is', async () => {
    await open(found().refuses('find', problem('unreachable', { kind: 'unreachable' })));
    await search();
    expect((await shownProblem()).querySelector('p')?.textContent).toBe('No answer');
  });

  it('has no advice to choose beside the list to choose from, and keeps other advice', async () => {
    await open(
      found(pieter({ verdict: 'ambiguous', remedies: [], advice: ['choose-guest', 'search-again'] })),
    );
    await search();
    const advice = within(await screen.findByTestId('advice')).getAllByRole('listitem');
    expect(advice.map((it) => it.dataset['advice'])).toEqual(['search-again']);
  });

  it.each<[Verdict, RegExp]>([
    ['blocked', /they are not why signing in is blocked\.$/],
    ['pending', /what is open is the invitation\.$/],
    ['mail-elsewhere', /There is a main address already\./],
    ['not-member', /these do not make the guest one\.$/],
    ['healthy', /What was found does not ask for these\.$/],
  ])('says with Do it anyway why it will not help: %s', async (verdict, why) => {
    const [remedy] = pieter().remedies;
    if (!remedy) throw new Error('Pieter has remedies');
    await open(
      found(pieter({ verdict, remedies: [{ ...remedy, recommended: false, behind: 'do-it-anyway' }] })),
    );
    await search();
    expect((await screen.findByTestId('do-anyway')).textContent.trim()).toMatch(why);
  });
});
