import { Refusal } from '../../kernel/errors/refusal.ts'
import { COME_BACK, MOST_AT_ONCE } from './domain.ts'

/** Limits how many exports run at a time in this process. */
export type ExportSlots = {
  /** @returns a function that frees the slot, idempotent. @throws Refusal `exports-busy` */
  readonly take: () => () => void
}

export function createSlots(most = MOST_AT_ONCE): ExportSlots {
  let taken = 0
  return {
    take() {
      if (taken >= most) throw new Refusal('exports-busy', { seconds: COME_BACK })
      taken += 1
      let held = true
      return () => {
        if (held) taken -= 1
        held = false
      }
    },
  }
}
