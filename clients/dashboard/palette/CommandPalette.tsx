import { useCallback, useContext, useMemo, useState } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Dialog } from 'react-aria-components/Dialog';
import { Input } from 'react-aria-components/Input';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Text } from 'react-aria-components/Text';
import { TextField } from 'react-aria-components/TextField';
import { PayrollRunsDocument } from '../../generated/operations/graphql.ts';
import { execute } from '../api/execute.ts';
import { useAnswer } from '../api/useAnswer.ts';
import { CompanyContext } from '../company/CompanyContext.ts';
import '../components/ModalDialog.css';
import type { Place } from '../navigation/placesOf.ts';
import type { Run } from '../run/Run.ts';
import { endSession } from '../session/endSession.ts';
import { mayReadRuns } from '../session/Session.ts';
import { useSession } from '../session/SessionContext.ts';
import './CommandPalette.css';
import { commandsFor, type PaletteCommand, runCommand, standingCommands } from './PaletteCommand.ts';

/** The latest runs: who looks for an older one has its id, or the list of runs. */
const RUNS = 50;

export interface CommandPaletteProps {
  places: readonly Place[];
  onClose: () => void;
}

/** One field that leads anywhere: the arrow keys choose, Enter goes, Escape closes. */
export function CommandPalette({ places, onClose }: CommandPaletteProps) {
  const session = useSession();
  const isOffice = mayReadRuns(session);
  const payGroups = useContext(CompanyContext).value?.payGroups;
  const [typed, setTyped] = useState('');
  const readRuns = useCallback(
    async (): Promise<readonly Run[]> =>
      isOffice ? ((await execute(PayrollRunsDocument, { first: RUNS })).payrollRuns?.nodes ?? []) : [],
    [isOffice],
  );
  const runs = useAnswer(readRuns);
  const commands = useMemo(() => {
    const nameOf = (id: string) => payGroups?.find(({ payGroupId }) => payGroupId === id)?.name ?? id;
    return [
      ...standingCommands(places, session),
      ...(runs.value ?? []).map((run) => runCommand(run, nameOf(run.payGroupId))),
    ];
  }, [places, session, payGroups, runs.value]);
  const offered = useMemo(() => commandsFor(typed, commands, session), [typed, commands, session]);
  const choose = ({ href }: PaletteCommand) => {
    onClose();
    if (href === undefined) void endSession();
    else window.location.hash = href;
  };
  return (
    <ModalOverlay
      className="modal-overlay palette-overlay"
      isOpen
      isDismissable
      onOpenChange={(open) => !open && onClose()}
    >
      <Modal className="modal palette">
        <Dialog className="palette-dialog" aria-label="Go to">
          <Autocomplete inputValue={typed} onInputChange={setTyped}>
            <TextField className="field palette-field" aria-label="Where to?" autoFocus>
              {/* What it filters is open all the time. */}
              <Input
                role="combobox"
                aria-expanded="true"
                placeholder="A screen, a run by its id or period, an action"
              />
            </TextField>
            <ListBox
              className="palette-list"
              aria-label="Screens, runs and actions"
              items={offered}
              selectionMode="none"
              renderEmptyState={() => <p className="palette-empty">Nothing fits. A run is found by its id, too.</p>}
              onAction={(key) => {
                const chosen = offered.find(({ id }) => id === key);
                if (chosen) choose(chosen);
              }}
            >
              {({ id, text, detail }) => (
                <ListBoxItem id={id} className="palette-item" textValue={text}>
                  <Text slot="label">
                    <bdi>{text}</bdi>
                  </Text>
                  <Text slot="description" className="palette-detail">
                    {detail}
                  </Text>
                </ListBoxItem>
              )}
            </ListBox>
          </Autocomplete>
          {runs.fault && <p className="palette-empty bad">The runs cannot be listed: {runs.fault.message}</p>}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
