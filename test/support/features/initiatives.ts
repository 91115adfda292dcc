import { descentStore } from '../../../src/features/initiatives/descent/store.ts'
import { descentUsecases } from '../../../src/features/initiatives/descent/usecases.ts'
import { galleryStore } from '../../../src/features/initiatives/gallery/store.ts'
import { galleryUsecases } from '../../../src/features/initiatives/gallery/usecases.ts'
import { initiativeContext } from '../../../src/features/initiatives/initiative/context-usecases.ts'
import type { TrialWords } from '../../../src/features/initiatives/initiative/domain.ts'
import { membershipStore } from '../../../src/features/initiatives/initiative/membership-store.ts'
import { stepTelling } from '../../../src/features/initiatives/initiative/step-usecases.ts'
import { initiativeStore } from '../../../src/features/initiatives/initiative/store.ts'
import { initiativeTrials } from '../../../src/features/initiatives/initiative/trial-usecases.ts'
import { initiativeUsecases } from '../../../src/features/initiatives/initiative/usecases.ts'
import { memberStore } from '../../../src/features/initiatives/members/store.ts'
import { memberUsecases } from '../../../src/features/initiatives/members/usecases.ts'
import { programme } from '../programme/programme.ts'

type Parts = Omit<
  Parameters<typeof initiativeContext>[0] &
    Parameters<typeof initiativeUsecases>[0] &
    Parameters<typeof memberUsecases>[0],
  'store' | 'membership' | 'initiatives' | 'context' | 'sheet' | 'tell' | 'trialOf'
> &
  Pick<Parameters<typeof initiativeTrials>[0], 'thread' | 'clock'> & { readonly trials?: TrialWords }

const UNTRIED: TrialWords = {
  whys: async () => new Map(),
  testers: async () => new Map(),
  places: async () => ({ trying: [], generalised: [] }),
  hypothesis: async () => undefined,
}

/** All rooms of initiatives, on one database, none of which tries anything. */
export function initiativesOn(parts: Parts) {
  const [store, membership] = [initiativeStore, membershipStore]
  const context = initiativeContext({ ...parts, store, membership })
  const tell = stepTelling({ membership, ideas: parts.ideas })
  const rooms = { ...parts, trials: parts.trials ?? UNTRIED, initiatives: store, membership, context, tell }
  const { lineageOf, ...descent } = descentUsecases({ ...rooms, store: descentStore, programme })
  const trialOf = async () => undefined
  const gallery = galleryUsecases({ ...rooms, store: galleryStore, lineageOf, trialOf })
  const { sheet } = gallery
  return {
    ...gallery,
    ...descent,
    ...memberUsecases({ ...rooms, store: memberStore }),
    ...initiativeUsecases({ ...rooms, store, sheet }),
    ...initiativeTrials({ ...rooms, store }),
  }
}
