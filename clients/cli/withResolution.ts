/** What is wrong and what mends it: some messages say both. */
export const withResolution = ({ message, resolution }: { message: string; resolution: string }): string =>
  message.includes(resolution) ? message : `${message} ${resolution}`;
