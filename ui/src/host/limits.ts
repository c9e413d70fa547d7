/**
 * How much a field takes, in characters, so that nobody types what is cut off or refused afterwards. Not more than the
 * program takes, which has limits of its own; they are to come with the contract, and stand nowhere else in the page.
 */
export const limits = {
  /** The reason of a change, or a ticket number: a line. */
  reason: 200,
  /** The name of a guest (Microsoft Graph: user resource, displayName). */
  name: 256,
  /** A message to somebody who is invited. */
  message: 500,
  /** How many answer for a guest. */
  sponsors: 5,
  /** A value of an organisation: as long as an address may be. */
  value: 320,
} as const;
