import type { DashboardConfig } from './DashboardConfig.ts';

const REQUIRED = ['graphqlUrl', 'region', 'userPoolId', 'userPoolClientId'] as const;

/** Reads `/config.json`; throws an error that tells the person who deployed the page what to do. */
export async function readDashboardConfig(): Promise<DashboardConfig> {
  const response = await fetch('/config.json', { cache: 'no-store' });
  if (!response.ok) throw new Error(`/config.json answered ${response.status}.`);
  const config = (await response.json()) as Partial<DashboardConfig>;
  const missing = REQUIRED.filter((name) => !config[name]);
  if (missing.length > 0) throw new Error(`/config.json has no ${missing.join(', ')}.`);
  return config as DashboardConfig;
}
