import type { InitiativeFollowing } from '../../initiatives/index.ts'
import type { TrialEnding } from './domain.ts'

/** What an initiative is whose trial has begun. */
export const beganAs: InitiativeFollowing = { trial: 'running', phase: 'test' }

/** What remains of its latest trial on the initiative; nothing of one that is to be adjusted. */
export function endedAs(kind: TrialEnding['kind'] | undefined): InitiativeFollowing['trial'] {
  if (kind === 'generalise') return 'generalised'
  return kind === 'stop' ? 'stopped' : undefined
}
