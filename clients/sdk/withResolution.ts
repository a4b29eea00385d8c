/** What is wrong and the way out, each once: some messages name both. */
export const withResolution = ({ message, resolution }: { message: string; resolution: string }): string =>
  message.includes(resolution) ? message : `${message} ${resolution}`;
