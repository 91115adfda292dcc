/**
 * Who takes part. Somebody is known from their first gesture: object id, tenant, name, personal chat; nothing is
 * fetched about them. The Direction is asked once and may be corrected; French until they say otherwise. Who answers for a
 * Direction comes from the people file, or is handed on.
 */

export type { MailsOf } from './contact-usecases.ts'
export type { Person } from './domain.ts'
export type { Why } from './reach.ts'
export type { PostEnd } from './reach-usecases.ts'
export { type Greeting, type PeopleStore, type PeopleUsecases, peopleUsecases } from './usecases.ts'
