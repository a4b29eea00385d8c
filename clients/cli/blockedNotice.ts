/** What is said while the firewall makes an import wait. */
export const blockedNotice = (pauseMs: number): string =>
  `The firewall lets 10,000 requests of one address through in five minutes: going on in ${pauseMs / 1000} s.`;
