import { expect, test } from 'vitest';
import { dataDirectoryHint, HELP, startOptionsOf } from '../../demo/startOptions.ts';

test('a start without options listens on 4000, keeps its data in .payroll and shows the sample', () => {
  expect(startOptionsOf([])).toEqual({ port: 4000, dataDirectory: '.payroll', showsDemo: true });
  expect(startOptionsOf(['--port', '0', '--data-dir', 'x', '--no-demo'])).toEqual({
    ...{ port: 0, dataDirectory: 'x', showsDemo: false },
  });
});

test('help is printed, and a wrong option is refused in one line with the way out', () => {
  expect(startOptionsOf(['--help'])).toEqual({ print: HELP, exitCode: 0 });
  expect(startOptionsOf(['--prot', '1'])).toEqual({
    print: "Unknown option '--prot'. See npm start -- --help",
    exitCode: 2,
  });
  expect(startOptionsOf(['--port', 'abc'])).toMatchObject({
    print: expect.stringContaining('"abc"') as string,
    exitCode: 2,
  });
});

test('the hint names the data directory where it is not the usual one', () => {
  expect(dataDirectoryHint('.payroll')).toBe('');
  expect(dataDirectoryHint('/tmp/my data')).toBe(' --data-dir "/tmp/my data"');
});
