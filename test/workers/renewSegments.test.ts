import { expect, test } from 'vitest';
import type { RunRecord } from '../../table/payrollRun.ts';
import { renewSegments } from '../../workers/preparation/renewSegments.ts';
import type { RosterEntry, Segment } from '../../workflows/payrollRun.ts';

/* A retry takes some employees anew and leaves everybody else exactly as they were frozen. */

const RUN = { calculation: 1, recalculation: { scope: 'EMPLOYEES', employeeIds: ['b'] } } as RunRecord;
const employer = (ratePpm: number, more = {}) => ({ unemployment: { TX: { ratePpm }, ...more }, headcount: 4 });

const segment = (number: number, employees: RosterEntry[], more: Partial<Segment> = {}) =>
  ({ segment: number, calculation: 1, employer: employer(27_000), employees, ...more }) as Segment;

const FROZEN = [
  segment(0, [
    ['a', 1, 0],
    ['b', 1, 1],
  ]),
  segment(1, [
    ['c', 1, 0],
    ['d', 1, 0],
  ]),
];
const renewed = new Set(['b']);

test('the employee who is named is taken at the versions of now, with the segment that holds them', () => {
  const now: RosterEntry[] = [
    ['a', 1, 0],
    ['b', 2, 3],
    ['c', 1, 0],
    ['d', 1, 0],
  ];
  const { segments, isCurrent } = renewSegments(RUN, FROZEN, now, employer(27_000), renewed);
  expect(segments[0]).toMatchObject({
    calculation: 2,
    employees: [
      ['a', 1, 0],
      ['b', 2, 3],
    ],
  });
  expect(segments[1]).toBe(FROZEN[1]);
  expect(isCurrent).toBe(true);
});

test.each<[string, RosterEntry[]]>([
  [
    'somebody else was edited',
    [
      ['a', 2, 0],
      ['b', 2, 1],
      ['c', 1, 0],
      ['d', 1, 0],
    ],
  ],
  [
    'something was entered for somebody else',
    [
      ['a', 1, 1],
      ['b', 2, 1],
      ['c', 1, 0],
      ['d', 1, 0],
    ],
  ],
  [
    'somebody left',
    [
      ['a', 1, 0],
      ['b', 2, 1],
      ['c', 1, 0],
    ],
  ],
  [
    'somebody joined',
    [
      ['a', 1, 0],
      ['b', 2, 1],
      ['c', 1, 0],
      ['d', 1, 0],
      ['e', 1, 0],
    ],
  ],
  [
    'the employee who is named left',
    [
      ['a', 1, 0],
      ['c', 1, 0],
      ['d', 1, 0],
    ],
  ],
])('a retry is not of what is recorded now when %s', (_case, now) => {
  expect(renewSegments(RUN, FROZEN, now, employer(27_000), renewed).isCurrent).toBe(false);
});

test('an unemployment rate that was missing is added, and one that was there is kept for the others', () => {
  const { segments } = renewSegments(
    RUN,
    FROZEN,
    [['b', 2, 1]],
    employer(31_000, { CA: { ratePpm: 34_000 } }),
    renewed,
  );
  expect(segments[0]?.employer.unemployment).toEqual({ TX: { ratePpm: 27_000 }, CA: { ratePpm: 34_000 } });
});

test('who is left out stays left out, and comes back when a retry names them', () => {
  const leavesOut = { ...RUN, recalculation: { scope: 'EMPLOYEES', excludedIds: ['c'] } } as RunRecord;
  const without = renewSegments(leavesOut, FROZEN, [], employer(27_000), new Set());
  expect(without.segments[0]).toBe(FROZEN[0]);
  expect(without.segments[1]).toMatchObject({ calculation: 2, excludedIds: ['c'] });

  const later = { ...RUN, calculation: 2 } as RunRecord;
  const still = renewSegments(later, without.segments, [], employer(27_000), renewed);
  expect(still.segments[1]).toMatchObject({ calculation: 2, excludedIds: ['c'] });
  const names = { ...later, recalculation: { scope: 'EMPLOYEES', employeeIds: ['c'] } } as RunRecord;
  const back = renewSegments(names, still.segments, [], employer(27_000), new Set(['c']));
  expect(back.segments[1]).not.toHaveProperty('excludedIds');
});
