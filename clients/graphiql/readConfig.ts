/** What the page needs of `/config.json`, which the local engine serves for the dashboard. */
export interface GraphiqlConfig {
  graphqlUrl: string;
  userPoolClientId: string;
  userPoolEndpoint: string;
  sampleUsers: SampleUser[];
}

/** Exists on this machine alone, and so its password is no secret. */
export interface SampleUser {
  username: string;
  group: string;
  password: string;
}

export async function readConfig(): Promise<GraphiqlConfig> {
  const response = await fetch('/config.json', { cache: 'no-store' });
  if (!response.ok) throw new Error(`/config.json answered ${response.status}.`);
  return (await response.json()) as GraphiqlConfig;
}
