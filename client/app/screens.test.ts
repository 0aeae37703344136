import { describe, expect, it } from 'vitest';
import type { Session } from '../platform/api/session.js';
import { mayOpen, organiserMenu, screens } from './screens.js';

type Can = Session['can'];
const nothing: Can = {
  organise: false,
  manageMembers: false,
  makeSlips: false,
  seeUnitProgress: false,
  hostQna: false,
  operate: false,
};
const person: Session['member'] = {
  id: 'a',
  fullName: 'Lê Mai',
  code: 'HD-1',
  unit: null,
  roles: [],
  preferences: { language: null, scheme: null, shortcuts: null },
  passwordGivenBy: null,
};
const who = (can: Partial<Can>, member = person) => ({ member, can: { ...nothing, ...can } });

const people = {
  guest: { member: null, can: nothing },
  member: who({}),
  coordinator: who({ makeSlips: true, seeUnitProgress: true }),
  moderator: who({ hostQna: true }),
  organiser: who({ organise: true }),
  unitAdmin: who({ manageMembers: true, makeSlips: true, seeUnitProgress: true }),
  wholeAdmin: who({ manageMembers: true, makeSlips: true, seeUnitProgress: true, operate: true }),
};
type Person = keyof typeof people;

const everybody: Person[] = [
  'guest',
  'member',
  'coordinator',
  'moderator',
  'organiser',
  'unitAdmin',
  'wholeAdmin',
];
const members = everybody.slice(1);

/** Written by hand from who is to work with what; a page that is missing here fails the test. */
const table: Record<string, Person[]> = {
  '/': members,
  '/contests': members,
  '/contests/:id': members,
  '/contests/:contestId/rounds/:roundId/standings': members,
  '/contests/:contestId/rounds/:roundId/standings/print': members,
  '/attempts/:id': members,
  '/attempts/:id/result': members,
  '/organise/contests': ['organiser'],
  '/organise/contests/:id': ['organiser'],
  '/organise/contests/:id/:step': ['organiser'],
  '/organise/rounds/:id/attempts': ['organiser'],
  '/organise/attempts/:id': ['organiser'],
  '/organise/questions': ['organiser'],
  '/organise/questions/new': ['organiser'],
  '/organise/questions/import': ['organiser'],
  '/organise/questions/:id': ['organiser'],
  '/organise/questions/:id/edit': ['organiser'],
  '/sign-in': everybody,
  '/vao': everybody,
  '/account': members,
  '/organise/members': ['coordinator', 'unitAdmin', 'wholeAdmin'],
  '/organise/members/import': ['unitAdmin', 'wholeAdmin'],
  '/organise/members/import/:id': ['unitAdmin', 'wholeAdmin'],
  '/organise/members/:id': ['coordinator', 'unitAdmin', 'wholeAdmin'],
  '/organise/units': ['unitAdmin', 'wholeAdmin'],
  '/qna': members,
  '/q/:code?': everybody,
  '/qna/:id': everybody,
  '/qna/:id/projector': members,
  '/qna/:id/remote': members,
  '/qna/:id/presenter': members,
  '/qna/:id/ledger': everybody,
  '/qna/keys': members,
  '/qna/:id/desk': members,
  '/organise/qna': ['moderator'],
  '/organise/qna/new': ['moderator'],
  '/organise/qna/:id': members,
  '/organise/turnout': ['coordinator', 'unitAdmin', 'wholeAdmin'],
  '/organise/turnout/print': ['coordinator', 'unitAdmin', 'wholeAdmin'],
  '/organise/failed-jobs': ['wholeAdmin'],
  '/dev/kit': everybody,
};

describe('who may open a page', () => {
  it.each(screens.map((screen) => ({ ...screen })))('$path', ({ path, for: audience }) => {
    const allowed = everybody.filter((name) => mayOpen(audience, people[name]));
    expect(allowed).toEqual(table[path]);
  });

  it('is said of every page once', () => {
    expect(screens.map(({ path }) => path).sort()).toEqual(Object.keys(table).sort());
  });
});

describe("the organiser's menu", () => {
  it.each<[Person, string[]]>([
    ['guest', []],
    ['member', []],
    ['coordinator', ['/organise/turnout', '/organise/members']],
    ['moderator', ['/organise/qna']],
    ['organiser', ['/organise/contests', '/organise/questions']],
    ['unitAdmin', ['/organise/turnout', '/organise/members', '/organise/units']],
    ['wholeAdmin', ['/organise/turnout', '/organise/members', '/organise/units', '/organise/failed-jobs']],
  ])('of a %s leads to what they may open, and nowhere else', (name, paths) => {
    expect(organiserMenu(people[name]).map(({ to }) => to)).toEqual(paths);
  });
});
