import { hrefOf, RUN_SECTIONS, type RunSection } from '../navigation/Route.ts';
import './RunNavigation.css';

const WORDS: Readonly<Record<RunSection, string>> = {
  overview: 'Overview',
  payments: 'Payments',
  comparison: 'Changes since last run',
  reports: 'Reports',
};

/** The parts of a run's screen. */
export function RunNavigation({ runId, section }: { runId: string; section: RunSection }) {
  return (
    <nav aria-label="This run" className="run-navigation">
      {RUN_SECTIONS.map((name) => (
        <a
          key={name}
          href={hrefOf({ screen: 'run', runId, section: name })}
          {...(name === section ? { 'aria-current': 'page' as const } : {})}
        >
          {WORDS[name]}
        </a>
      ))}
    </nav>
  );
}
