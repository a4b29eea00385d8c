import { useCallback, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { HooksDocument } from '../../generated/operations/graphql.ts';
import { execute } from '../api/execute.ts';
import { useAnswer } from '../api/useAnswer.ts';
import { FaultNotice } from '../components/FaultNotice.tsx';
import { Panel } from '../components/Panel.tsx';
import { ScreenTitle } from '../components/ScreenTitle.tsx';
import { useKeptFocus } from '../components/useKeptFocus.ts';
import { Waiting } from '../components/Waiting.tsx';
import '../runs/RunsScreen.css';
import { mayStartAndCancel } from '../session/Session.ts';
import { useSession } from '../session/SessionContext.ts';
import { DeleteHookDialog } from './DeleteHookDialog.tsx';
import type { Hook } from './Hook.ts';
import { HookDialog } from './HookDialog.tsx';
import './hooks.css';
import { HookTable } from './HookTable.tsx';
import { WaitingCallPanel } from './WaitingCallPanel.tsx';

const readHooks = async () => (await execute(HooksDocument, {})).hooks ?? [];

type Open = { is: 'new' } | { is: 'change' | 'delete'; hook: Hook };

/** What the company asked to be told, or to be asked, in the course of every run; and the runs that wait for an answer. */
export function HooksScreen() {
  const mayEdit = mayStartAndCancel(useSession());
  const [saved, setSaved] = useState(0);
  const [open, setOpen] = useState<Open>();
  const { value: hooks, fault, retry } = useAnswer(useCallback(readHooks, []), String(saved));
  useKeptFocus(hooks);
  const close = () => setOpen(undefined);
  const done = () => {
    close();
    setSaved((number) => number + 1);
  };
  return (
    <>
      <div className="screen-head">
        <ScreenTitle title="Hooks" />
        {mayEdit && (
          <div className="button-row">
            <Button className="button button-primary" onPress={() => setOpen({ is: 'new' })}>
              Add a hook…
            </Button>
          </div>
        )}
      </div>
      <WaitingCallPanel mayAnswer={mayEdit} />
      {fault && <FaultNotice fault={fault} onRetry={retry} />}
      {hooks === undefined && !fault && <Waiting what="the hooks" />}
      {hooks && (
        <Panel title="Called in every run">
          {hooks.length === 0 ? (
            <p className="muted">There are none: runs go from step to step without telling or asking another system.</p>
          ) : (
            <HookTable
              hooks={hooks}
              {...(mayEdit
                ? {
                    onChange: (hook: Hook) => setOpen({ is: 'change', hook }),
                    onDelete: (hook: Hook) => setOpen({ is: 'delete', hook }),
                  }
                : {})}
            />
          )}
        </Panel>
      )}
      {(open?.is === 'new' || open?.is === 'change') && (
        <HookDialog hook={open.is === 'change' ? open.hook : undefined} onClose={close} onDone={done} />
      )}
      {open?.is === 'delete' && <DeleteHookDialog hook={open.hook} onClose={close} onDone={done} />}
    </>
  );
}
