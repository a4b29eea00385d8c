import { type Preparer, preparationInWords } from '../../../payroll/preparers.ts';
import { Actor } from './Actor.tsx';

/** Whose work a run's amounts follow from, and what each did: for who decides whether to approve it. */
export function PreparerList({ preparers }: { preparers: readonly Preparer[] }) {
  if (preparers.length === 0) return null;
  return (
    <>
      <p>Prepared by:</p>
      <ul>
        {preparers.map((preparer) => (
          <li key={preparer.actor}>
            <Actor id={preparer.actor} />: {preparationInWords(preparer)}
          </li>
        ))}
      </ul>
    </>
  );
}
