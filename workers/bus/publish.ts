import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';

const eventBridge = new EventBridgeClient({});

/**
 * Puts one domain event on the bus and makes sure that the bus took it. Delivery is at least once, so every consumer
 * must bear a second copy.
 */
export async function publish(detailType: string, detail: Record<string, unknown>): Promise<void> {
  const { Entries } = await eventBridge.send(
    new PutEventsCommand({
      Entries: [
        {
          EventBusName: process.env.EVENT_BUS_NAME,
          Source: 'payroll',
          DetailType: detailType,
          Detail: JSON.stringify(detail),
        },
      ],
    }),
  );
  const refusal = Entries?.[0];
  if (refusal?.ErrorCode)
    throw new Error(`the bus refused ${detailType}: ${refusal.ErrorCode} ${refusal.ErrorMessage}`);
}
