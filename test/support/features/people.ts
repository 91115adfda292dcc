import { emailMatchingUsecases } from '../../../src/features/people/identification/email-matching-usecases.ts'
import { identificationUsecases } from '../../../src/features/people/identification/usecases.ts'
import { peopleFileStore } from '../../../src/features/people/people-file/store.ts'
import { directionChoiceUsecases } from '../../../src/features/people/person/direction-usecases.ts'
import { peopleStore } from '../../../src/features/people/person/store.ts'
import { personUsecases } from '../../../src/features/people/person/usecases.ts'
import { pilotUsecases } from '../../../src/features/people/pilots/usecases.ts'
import { reachStore } from '../../../src/features/people/reach/store.ts'
import { reachTracking, reachUsecases } from '../../../src/features/people/reach/usecases.ts'
import { roleAssignment } from '../../../src/features/people/roles/assignment-usecases.ts'
import { roleStore } from '../../../src/features/people/roles/store.ts'
import { roleUsecases } from '../../../src/features/people/roles/usecases.ts'
import { languageChoices } from '../../../src/i18n/choices.ts'
import { BUILT_IN } from '../../../src/i18n/partial.ts'

type MatchingParts = Omit<Parameters<typeof emailMatchingUsecases>[0], 'store' | 'peopleFile'>
type RoleParts = Omit<Parameters<typeof roleUsecases>[0], 'store' | 'roles'>
type ChoiceParts = Omit<Parameters<typeof directionChoiceUsecases>[0], 'store'>
type Parts = MatchingParts & RoleParts & ChoiceParts & { readonly organisers: readonly string[] }

/** The rooms of the feature as one object. */
export function peopleOn(given: Parts) {
  const parts = {
    ...given,
    store: peopleStore,
    peopleFile: peopleFileStore,
    reach: reachStore,
    roles: roleStore,
  }
  const tracking = reachTracking(parts)
  const contact = emailMatchingUsecases(parts)
  const { obeyOperator } = roleAssignment(parts)
  return {
    ...personUsecases({ ...parts, languages: languageChoices(BUILT_IN) }),
    ...directionChoiceUsecases(parts),
    ...reachUsecases({ ...parts, record: tracking.record }),
    ...pilotUsecases(parts),
    ...identificationUsecases({ ...parts, contact, obeyOperator, reach: tracking }),
    assignRole: roleUsecases(parts).assignRole,
    askWho: contact.ask,
  }
}
