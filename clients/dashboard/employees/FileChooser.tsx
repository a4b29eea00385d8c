import { Button } from 'react-aria-components/Button';
import { DropZone } from 'react-aria-components/DropZone';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { Text } from 'react-aria-components/Text';
import { downloadFile } from '../components/downloadFile.ts';
import { emptyFileCsv } from './rowsCsv.ts';

/** Takes a file that is dropped or chosen. */
export function FileChooser({ onFile }: { onFile: (file: File) => void }) {
  return (
    <DropZone
      className="file-drop"
      onDrop={({ items }) => {
        const [dropped] = items.filter((item) => item.kind === 'file');
        if (dropped) void dropped.getFile().then(onFile);
      }}
    >
      <Text slot="label" className="file-drop-label">
        Drop an employee file here
      </Text>
      <p className="muted">
        Comma-separated values, an employee a row, the columns named in the first line. Empty cells and columns that are
        not there leave alone what is on file; what changes is shown before anything is sent.
      </p>
      <div className="button-row">
        <FileTrigger
          acceptedFileTypes={['.csv', 'text/csv']}
          onSelect={(files) => {
            const [chosen] = files ?? [];
            if (chosen) onFile(chosen);
          }}
        >
          <Button className="button button-primary">Choose a file…</Button>
        </FileTrigger>
        <Button className="button" onPress={() => downloadFile('employees.csv', 'text/csv', emptyFileCsv())}>
          Download an empty file
        </Button>
      </div>
    </DropZone>
  );
}
