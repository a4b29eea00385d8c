/** Why something was refused or failed, without the fix that the service's message ends with: the fix stands beside it. */
export function reasonOf({ message, resolution }: { message: string; resolution: string }): string {
  return message.endsWith(resolution) ? message.slice(0, -resolution.length).trimEnd() : message;
}
