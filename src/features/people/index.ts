/**
 * Who takes part. Somebody is known from their first gesture: object id, tenant, name, personal chat; or, when the people
 * file expects them, as a member of a team where the bot is. The Direction is asked once and may be corrected; French until
 * they say otherwise.
 */

export type { Person } from './person/domain.ts'
export { type Greeting, type PeopleStore, type PeopleUsecases, peopleUsecases } from './person/usecases.ts'
export type { Why } from './reach/domain.ts'
export type { PostEnd } from './reach/usecases.ts'
export type { LeavingUsecases } from './roles/erasure-usecases.ts'
