/** AWS's quotas for state machines (Step Functions developer guide, "Service quotas"); enforced, so that a run that fits here fits there. */
export const MAX_PAYLOAD_BYTES = 262_144;
export const MAX_DEFINITION_BYTES = 1_048_576;
export const MAX_HISTORY_EVENTS = 25_000;
export const MAX_VARIABLES_BYTES = 10 * 1_048_576;
export const MAX_EXPRESS_DURATION_MS = 5 * 60_000;
export const MAX_STANDARD_DURATION_MS = 365 * 86_400_000;
export const MAX_INLINE_CONCURRENCY = 40;
export const MAX_DISTRIBUTED_CONCURRENCY = 10_000;
export const MAX_TASK_TIMEOUT_SECONDS = 99_999_999;
export const EXPRESSION_TIME_LIMIT_MS = 1_000;
export const REDRIVE_WINDOW_MS = 14 * 86_400_000;
/** How many client tokens of RedriveExecution are remembered for an execution, and for how long. */
export const REDRIVE_TOKENS = 10;
export const REDRIVE_TOKEN_WINDOW_MS = 15 * 60_000;
