import { describe, expect, it } from 'vitest';
import type { SurveyedGuest } from '../src/host/contract';
import type { SortBy } from '../src/state/found-guests';
import type { Wanted } from '../src/state/guest-table';
import { KnownGuests } from '../src/state/known-guests';
import { SurveyList } from '../src/state/survey-list.svelte';
import { conflict, found } from './survey-stories';

const known = (...guests: SurveyedGuest[]): KnownGuests => {
  const all = new KnownGuests();
  all.take(guests);
  return all;
};
const sorted = (all: KnownGuests, by: SortBy, down = false): string[] => {
  const table = all.table();
  return Array.from(table.inOrder({ by, down }), (place) => table.at(place)?.displayName ?? '');
};
const shown = (all: KnownGuests, wanted: Partial<Wanted>): string[] => {
  const table = all.table();
  const { shown: among } = table.sifted({ text: '', cause: null, onlyNew: false, ...wanted });
  return Array.from(among).flatMap((is, place) => (is === 1 ? [table.at(place)?.displayName ?? ''] : []));
};

describe('The order of the guests who were found', () => {
  it('is the one of a language: accents and capitals beside their letters, the 9 before the 10', () => {
    const all = known(
      ...['Zoë', 'Østen', 'guest 10', 'Émile', 'eva', 'Guest 9', 'Olga', 'Anna'].map((it) => found(it)),
    );
    const order = ['Anna', 'Émile', 'eva', 'Guest 9', 'guest 10', 'Olga', 'Østen', 'Zoë'];
    expect(sorted(all, 'displayName')).toEqual(order);
    expect(sorted(all, 'displayName', true)).toEqual([...order].reverse());
  });

  it('has those last who have nothing to be sorted by, and leaves alike ones as they came, either way', () => {
    const all = known(
      found('Anna'),
      conflict('Bart'),
      found('Carla', { groups: null }),
      found('Dirk', { groups: ['Arnhem'] }),
      found('Els', { groups: [] }),
      found('Finn'),
    );
    expect(sorted(all, 'groups')).toEqual(['Dirk', 'Anna', 'Bart', 'Finn', 'Carla', 'Els']);
    expect(sorted(all, 'groups', true)).toEqual(['Anna', 'Bart', 'Finn', 'Dirk', 'Carla', 'Els']);
  });

  it('takes in who comes later, and who is called otherwise now', () => {
    const all = known(found('Anna'), found('Sofie'));
    sorted(all, 'displayName');
    all.take([found('Jan'), found('Sofie', { displayName: 'Beatrix' })]);
    expect(sorted(all, 'displayName')).toEqual(['Anna', 'Beatrix', 'Jan']);
    all.clear();
    expect(sorted(all, 'displayName')).toEqual([]);
  });
});

describe('Who is looked for among the guests who were found', () => {
  it('has the text in one of the things that are looked through, and not across two of them', () => {
    const all = known(
      found('Anna', { groups: ['Oost'] }),
      found('Sofie', { groups: ['West'] }),
      found('Ans'),
    );
    expect(shown(all, { text: 'an' })).toEqual(['Anna', 'Ans']);
    expect(shown(all, { text: 'west' })).toEqual(['Sofie']);
    expect(shown(all, { text: 'sales nl' })).toEqual(['Ans']);
    expect(shown(all, { text: 'oostsofie' })).toEqual([]);
    expect(shown(all, { text: 's' })).toEqual(['Anna', 'Sofie', 'Ans']);
  });

  it('is told with and without those who were known', () => {
    const all = known(found('Anna', { new: true }), found('Ans'), conflict('Jan', { new: true }));
    expect(shown(all, { text: 'an', onlyNew: true })).toEqual(['Anna', 'Jan']);
    expect(shown(all, { cause: 'owned-by-contact' })).toEqual(['Jan']);
    expect(all.table().sifted({ text: 'an', cause: 'main-address-missing', onlyNew: true })).toMatchObject({
      all: 2,
      fresh: 1,
    });
  });
});

describe('Guests of whom more come at once', () => {
  const names = (list: SurveyList) =>
    list.groups.flatMap(({ guests }) => guests.map(({ displayName }) => displayName));

  it('are listed together: the first of them at once, and all of them with the last', () => {
    const list = new SurveyList();
    list.take([found('Sofie')], true);
    expect(names(list)).toEqual(['Sofie']);
    list.take([found('Jan')], true);
    expect(names(list)).toEqual(['Sofie']);
    list.take([], false);
    expect(names(list)).toEqual(['Sofie', 'Jan']);
  });
});
