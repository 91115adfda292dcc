import { ideaStore } from '../../../src/features/ideas/idea/store.ts'
import { membershipStore } from '../../../src/features/initiatives/initiative/membership-store.ts'
import { initiativeStore } from '../../../src/features/initiatives/initiative/store.ts'
import type { InitiativeTrial } from '../../../src/features/trials/trial/domain.ts'
import { trialStore } from '../../../src/features/trials/trial/store.ts'
import type { Tx } from '../../../src/kernel/storage/tx.ts'

const SHEET = { problem: '', story: '', inspiring: '', outcome: '', phase: 'test', resources: [] } as const

/** A trial of an initiative `i-<id>` that `p` carries, with one question `m-<id>`. */
export async function addTrial(
  tx: Tx,
  id: string,
  more: Partial<InitiativeTrial> = {},
  at = 1,
): Promise<void> {
  const initiative = `i-${id}`
  const counts = { supports: 0, directions: 0, comments: 0 }
  await ideaStore(tx).add({ id: initiative, author: 'p', text: id, state: 'initiative', ...counts, at })
  await initiativeStore(tx).add({ ...SHEET, id: initiative, title: id, owner: 'p', members: 0, at })
  await initiativeStore(tx).setTrial(initiative, 'running')
  await membershipStore(tx).join(initiative, 'p', at)
  await trialStore(tx).add({
    id,
    initiative,
    number: 1,
    hypothesis: { ifWe: 'relisons', expected: 'c’est clair' },
    change: '',
    directions: ['culture'],
    site: '',
    from: '2027-04-23',
    until: '2027-05-21',
    rhythm: 'weekly',
    measures: [{ id: `m-${id}`, kind: 'question', text: 'Clair ?', better: 'up' }],
    turn: 1,
    at,
    ...more,
  })
}
