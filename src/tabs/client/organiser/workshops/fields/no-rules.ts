import type { RulesInput } from '../../../../contract/workshops/planning.ts'

/** Rules of seats until somebody says otherwise. */
export const NO_RULES: RulesInput = {
  ...{ reserved: 0, quotas: false, releaseDays: 0, openDate: '', openTime: '' },
  ...{ closeDays: 0, confirmHours: 24 },
}
