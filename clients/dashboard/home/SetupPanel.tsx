import { useCallback, useContext, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { useAnswer } from '../api/useAnswer.ts';
import { CompanyContext } from '../company/CompanyContext.ts';
import { FaultNotice } from '../components/FaultNotice.tsx';
import { Panel } from '../components/Panel.tsx';
import { Waiting } from '../components/Waiting.tsx';
import { formatCount } from '../format/formatCount.ts';
import { hrefOf } from '../navigation/Route.ts';
import { UpcomingTable } from '../schedules/UpcomingTable.tsx';
import '../schedules/schedules.css';
import { SetupForm, type SetupFormProps } from '../SetupForm.tsx';
import { readSettings } from '../settings/readSettings.ts';

type Open = SetupFormProps['form'];

interface Step {
  title: string;
  /** What is recorded; undefined: it is still to be done. */
  done: string | undefined;
  /** What it is for, and what happens without it. */
  why: string;
  act: { text: string; open: Open } | { text: string; href: string }[];
}

/** The way from an empty company to its first run. Every step is saved by itself, and stays open to change in Settings. */
export function SetupPanel() {
  const company = useContext(CompanyContext);
  const [saved, setSaved] = useState(0);
  const [open, setOpen] = useState<Open>();
  const { value, fault, retry } = useAnswer(useCallback(readSettings, []), String(saved));
  const close = () => setOpen(undefined);
  const done = () => {
    close();
    setSaved((number) => number + 1);
    company.retry();
  };
  const { payGroups = [], employeeCount = 0 } = company.value ?? {};
  const steps = value ? stepsOf(value, payGroups, employeeCount) : [];
  const next = steps.findIndex((step) => step.done === undefined);
  return (
    <Panel title="Set up payroll" aside={<span className="muted">Each step is saved by itself</span>}>
      {fault && <FaultNotice fault={fault} onRetry={retry} />}
      {value === undefined && !fault && <Waiting what="what is set up" />}
      <ol className="setup-steps">
        {steps.map((step, index) => (
          <li key={step.title} className={step.done === undefined ? '' : 'setup-done'}>
            <div>
              <h3>
                {step.title} {step.done !== undefined && <span className="badge badge-good">Done</span>}
              </h3>
              <p className="muted">{step.done ?? step.why}</p>
            </div>
            <div className="button-row">
              {Array.isArray(step.act)
                ? step.act.map(({ text, href }, place) => (
                    <a key={text} className={classOf(index === next && place === 0)} href={href}>
                      {text}
                    </a>
                  ))
                : [step.act].map(({ text, open: what }) => (
                    <Button
                      key={text}
                      className={classOf(index === next)}
                      isDisabled={index > 0 && value?.company === undefined}
                      onPress={() => setOpen(what)}
                    >
                      {text}
                    </Button>
                  ))}
            </div>
          </li>
        ))}
      </ol>
      {payGroups.map(({ payGroupId, name, version }) => (
        <section key={payGroupId} className="setup-dates" aria-label={`Pay dates of ${name}`}>
          <h3>
            Next pay dates of <bdi>{name}</bdi>
          </h3>
          <UpcomingTable payGroupId={payGroupId} name={name} revision={String(version)} />
        </section>
      ))}
      {open && value && <SetupForm form={open} company={value.company} onClose={close} onDone={done} />}
    </Panel>
  );
}

const classOf = (isNext: boolean): string => (isNext ? 'button button-primary' : 'button');

function stepsOf(
  { company, accounts }: Awaited<ReturnType<typeof readSettings>>,
  payGroups: readonly { name: string }[],
  employeeCount: number,
): Step[] {
  const rates = company?.unemploymentRates ?? [];
  return [
    {
      title: 'Company',
      done: company?.name,
      why: 'Its name, and who may approve a run.',
      act: { text: company ? 'Change…' : 'Enter the company…', open: 'company' },
    },
    {
      title: 'State unemployment rates',
      done: rates.length > 0 ? rates.map(({ state }) => state).join(', ') : undefined,
      why: 'From the yearly notice of each state where somebody works. Employees of a state without one fail.',
      act: { text: rates.length > 0 ? 'Change…' : 'Enter the rates…', open: 'rates' },
    },
    {
      title: 'Bank account',
      done: accounts.length > 0 ? accounts.map(({ name }) => name).join(', ') : undefined,
      why: 'The account that wages are paid from. Without one everybody is paid by check.',
      act: { text: accounts.length > 0 ? 'Add another…' : 'Add the account…', open: 'account' },
    },
    {
      title: 'Pay group',
      done: payGroups.length > 0 ? payGroups.map(({ name }) => name).join(', ') : undefined,
      why: 'How often and on which days people are paid. The next pay dates are shown below.',
      act: { text: payGroups.length > 0 ? 'Add another…' : 'Add a pay group…', open: 'payGroup' },
    },
    {
      title: 'Employees',
      done: employeeCount > 0 ? `${formatCount(employeeCount)} added` : undefined,
      why: 'From a file with one row for each person, or one by one.',
      act: [
        { text: 'Import a file', href: hrefOf({ screen: 'employeeImport' }) },
        { text: 'Add one', href: hrefOf({ screen: 'hire' }) },
      ],
    },
    {
      title: 'First run',
      done: undefined,
      why: 'Enter the hours of the period, then start its run. Nothing is paid before somebody approves it.',
      act: [
        { text: 'Enter hours', href: hrefOf({ screen: 'hours' }) },
        { text: 'Start a run', href: hrefOf({ screen: 'start' }) },
      ],
    },
  ];
}
