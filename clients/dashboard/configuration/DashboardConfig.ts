/** What the page reads from `/config.json` of its own origin. */
export interface DashboardConfig {
  /** `https://….appsync-api.<region>.amazonaws.com/graphql`, a custom domain, or the local engine's `http://…/graphql`. */
  graphqlUrl: string;
  region: string;
  userPoolId: string;
  userPoolClientId: string;
  /** Absent on AWS, where the region names the endpoint. */
  userPoolEndpoint?: string;
  /** Sign-ins on offer with one click: only where everybody who can open the page may use them. */
  sampleUsers?: SampleUser[];
}

export interface SampleUser {
  username: string;
  group: string;
  password: string;
}
