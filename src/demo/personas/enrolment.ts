import type { PeopleUsecases } from '../../features/people/index.ts'
import type { Programme } from '../../features/programme/index.ts'
import { DEMO_TENANT, PERSONAS } from './personas.ts'

/** Registers the personas, each with role and Direction; keeps later changes. */
export async function registerPersonas(people: PeopleUsecases, programme: Programme): Promise<void> {
  for (const { objectId, name, role, direction } of PERSONAS) {
    const greeting = { tenant: DEMO_TENANT, objectId, name, language: programme.language }
    const actor = await people.greet(greeting)
    const wanted = direction === undefined ? undefined : programme.directions[direction]?.id
    const leads = wanted === undefined || role === 'agent' ? [] : [wanted]
    if (actor.role !== role) await people.assignRole(actor.id, role, leads)
    if (wanted !== undefined && actor.direction === undefined) await people.chooseDirection(actor, wanted)
  }
}
