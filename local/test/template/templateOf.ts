import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadTemplate } from '../../src/template/loadTemplate.ts';
import type { Template } from '../../src/template/Template.ts';

export const ACCOUNT = { accountId: '000000000000', region: 'us-east-1', endpoint: 'http://127.0.0.1:4000' };

type Resources = Readonly<Record<string, { Type: string; Properties?: unknown; [attribute: string]: unknown }>>;

/** An assembly with one stack, `Shop`, of the given resources and sections, with what else lies beside them, as it would be read from `cdk.out`. */
export function templateOf(
  resources: Resources,
  sections: object = {},
  assets: object = { files: {} },
  files: Readonly<Record<string, object>> = {},
): Template {
  const directory = mkdtempSync(join(tmpdir(), 'payroll-template-'));
  writeFileSync(join(directory, 'Shop.template.json'), JSON.stringify({ Resources: resources, ...sections }));
  writeFileSync(join(directory, 'Shop.assets.json'), JSON.stringify(assets));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(directory, name), JSON.stringify(content));
  const template = loadTemplate(directory, ACCOUNT);
  rmSync(directory, { recursive: true });
  return template;
}
