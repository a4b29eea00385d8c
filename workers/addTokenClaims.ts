import type { PreTokenGenerationV2TriggerEvent } from 'aws-lambda';

/** Company ids build keys, so nothing in one may look like the end of a key's member. */
const COMPANY_ID = /^[\w-]{1,40}$/;

/**
 * Pre-token-generation trigger: copies the user's company and employee number into the access token, which is the token
 * that clients send. Both attributes are immutable and set by the administrator who made the user.
 */
export const handler = async (event: PreTokenGenerationV2TriggerEvent): Promise<PreTokenGenerationV2TriggerEvent> => {
  const attributes = event.request.userAttributes;
  const companyId = attributes['custom:companyId'];
  if (companyId && !COMPANY_ID.test(companyId))
    throw new Error(`custom:companyId "${companyId}" must be 1 to 40 letters, digits, "-" or "_": correct the user.`);
  const employeeId = attributes['custom:employeeId'];
  const claimsToAddOrOverride = {
    ...(companyId ? { companyId } : {}),
    ...(employeeId ? { employeeId } : {}),
  };
  event.response = {
    claimsAndScopeOverrideDetails: {
      accessTokenGeneration: { claimsToAddOrOverride },
      idTokenGeneration: { claimsToAddOrOverride },
    },
  };
  return event;
};
