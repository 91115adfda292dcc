import { useCallback, useEffect, useState } from 'react'
import type { BallotChoices } from '../../../contract/ballots/drafts.ts'
import { useSession } from '../../parts/page/context.tsx'
import { askedOf, type BallotFormDraft, type BallotFormFault, keepDraft, keptDraft, leftBy } from './form.ts'
import { usualEnd } from './presets.ts'

/** The typed fields, kept in this window, and their errors. */
export function useBallotDraft(choices: BallotChoices) {
  const { today } = useSession().programme
  const [draft, setDraft] = useState<BallotFormDraft>(() => {
    const kept = keptDraft(usualEnd(today))
    const channels = kept.channels.filter(each => choices.channels.some(({ id }) => id === each))
    const known = kept.places.length > 0 || channels.length > 0
    return known
      ? { ...kept, channels }
      : { ...kept, ...askedOf(kept.audience, { ...kept, placed: false }, choices), placed: false }
  })
  const [faults, setFaults] = useState<readonly BallotFormFault[]>([])
  useEffect(() => keepDraft(draft), [draft])
  const change = useCallback((part: Partial<BallotFormDraft>) => {
    setFaults(before => leftBy(part, before))
    setDraft(before => ({ ...before, ...part }))
  }, [])
  return { draft, faults, setFaults, change }
}
