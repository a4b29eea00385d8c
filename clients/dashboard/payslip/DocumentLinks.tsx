import { useEffect, useRef, useState } from 'react';
import type { DocumentFormat } from '../../generated/schema.ts';
import type { ApiFault } from '../api/ApiFault.ts';
import { faultOf } from '../api/faultOf.ts';
import { BusyButton } from '../components/BusyButton.tsx';
import { FaultNotice } from '../components/FaultNotice.tsx';
import { Panel } from '../components/Panel.tsx';
import { formatInstant } from '../format/formatInstant.ts';

/** An address that holds for some minutes, or null while there is no document. */
export type ReadDocument = (format: DocumentFormat) => Promise<{ url: string; expiresAt: string } | null | undefined>;

const FORMATS: readonly { format: DocumentFormat; text: string }[] = [
  { format: 'PDF', text: 'PDF' },
  { format: 'HTML', text: 'Web page' },
];

/** The payslip as a file. Its address is asked for when it is wanted, because it holds for a quarter of an hour. */
export function DocumentLinks({ read }: { read: ReadDocument }) {
  return (
    <Panel title="Documents">
      <ul className="documents">
        {FORMATS.map(({ format, text }) => (
          <li key={format}>
            <span>{text}</span>
            <DocumentLink text={text} read={() => read(format)} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

type State =
  | { is: 'unread' | 'reading' | 'missing' }
  | { is: 'there'; url: string; expiresAt: string }
  | { is: 'failed'; fault: ApiFault };

function DocumentLink({ text, read }: { text: string; read: () => ReturnType<ReadDocument> }) {
  const [state, setState] = useState<State>({ is: 'unread' });
  const link = useRef<HTMLAnchorElement>(null);
  const expiresAt = state.is === 'there' ? state.expiresAt : undefined;
  useEffect(() => {
    if (expiresAt === undefined) return;
    link.current?.focus(); // it stands where the button was that had the focus
    const timer = setTimeout(() => setState({ is: 'unread' }), Date.parse(expiresAt) - Date.now());
    return () => clearTimeout(timer);
  }, [expiresAt]);
  const prepare = async () => {
    if (state.is === 'reading') return;
    setState({ is: 'reading' });
    try {
      const found = await read();
      setState(found ? { is: 'there', ...found } : { is: 'missing' });
    } catch (error) {
      setState({ is: 'failed', fault: faultOf(error) });
    }
  };
  if (state.is === 'there')
    return (
      <a
        ref={link}
        className="button button-primary"
        href={state.url}
        target="_blank"
        rel="noreferrer"
        title={`The link holds until ${formatInstant(state.expiresAt)}`}
      >
        Open the {text === 'PDF' ? text : text.toLowerCase()}
        <span className="visually-hidden"> in a new tab</span>
      </a>
    );
  return (
    <>
      <BusyButton
        className="button"
        aria-label={`Prepare the ${text}`}
        isBusy={state.is === 'reading'}
        onPress={() => void prepare()}
      >
        {state.is === 'reading' ? 'Preparing…' : 'Prepare'}
      </BusyButton>
      <div role="status" className="documents-outcome">
        {state.is === 'missing' && <p className="muted">There is no document until the run is paid.</p>}
      </div>
      {state.is === 'failed' && <FaultNotice fault={state.fault} onRetry={() => void prepare()} />}
    </>
  );
}
