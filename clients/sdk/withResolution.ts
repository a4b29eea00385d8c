/** What is wrong and what to do, where one text must hold both. */
export const withResolution = ({ message, resolution }: { message: string; resolution: string }): string =>
  `${message} ${resolution}`;
