/**
 * What may still be open when a programme ends: unanswered, promised, or prepared and not done. Of what belongs to one person,
 * such as commitments, there is none.
 */
const OPEN_KINDS = [
  'ideas',
  'ideas-due',
  'ballots-open',
  'ballots-prepared',
  'ballots-unfollowed',
  'workshops-coming',
  'workshops-unsummarised',
  'steps-promised',
  'steps-late',
  'steps-asked',
  'trials',
  'trials-due',
  'broadcasts-drafts',
  'broadcasts-sending',
] as const
export type OpenKind = (typeof OPEN_KINDS)[number]
