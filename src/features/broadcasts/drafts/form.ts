import { z } from 'zod'
import { ROLES, type Role } from '../../../kernel/access/role.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { ID, ID_OR_NONE } from '../../../kernel/text/id-format.ts'
import type { BroadcastSubject, TargetAudience } from '../audience/domain.ts'
import type { BroadcastDraft } from '../broadcast/domain.ts'

// Fields that are not text count as empty.
const typed = z.string().catch('')

/** The form's fields as typed, under the ids of its inputs; `nonce` identifies the rendering. */
export const formFields = z.object({
  text: typed,
  /** `everybody`, `directions`, `channels`, `role:pilot`, `workshop:ID`. */
  audience: typed,
  /** Ids separated by commas, as a multiple choice sends them. */
  directions: typed,
  /** `workshop:ID`, `series:ID`, `ballot:ID`; anything else is none. */
  thing: typed,
  nonce: typed,
  /** The draft to be changed; '' for a new one. */
  broadcast: z.string().regex(ID_OR_NONE).catch(''),
})
export type BroadcastFormFields = z.infer<typeof formFields>

/** Value of an empty choice: Teams requires one. */
export const NO_THING = 'none'

export const EMPTY_FORM: BroadcastFormFields = {
  text: '',
  audience: '',
  directions: '',
  thing: '',
  nonce: '',
  broadcast: '',
}

/** Exceeds the limit of a programme, so that an excess is still reported with its count. */
const DIRECTIONS_READ = 500

const isRole = (name: string): name is Role => ROLES.some(role => role === name)

function parts(value: string): readonly [string, string] {
  const at = value.indexOf(':')
  return at < 0 ? [value, ''] : [value.slice(0, at), value.slice(at + 1)]
}

/** Whether Directions are chosen for this audience. */
export function ofDirections({ audience }: Pick<BroadcastFormFields, 'audience'>): boolean {
  return audience === 'directions' || audience === 'channels'
}

/** @throws Refusal `audience-missing` */
export function audienceIn({
  audience,
  directions,
}: Pick<BroadcastFormFields, 'audience' | 'directions'>): TargetAudience {
  const [kind, name] = parts(audience)
  const ids = directions.split(',').map(id => id.trim())
  const chosen = ids.filter(id => ID.test(id)).slice(0, DIRECTIONS_READ)
  if (kind === 'everybody') return { kind }
  if (kind === 'directions' || kind === 'channels') return { kind, directions: chosen }
  if (kind === 'role' && isRole(name)) return { kind: 'roles', roles: [name] }
  if (kind === 'workshop' && ID.test(name)) return { kind, workshop: name }
  throw new Refusal('audience-missing')
}

export function thingIn({ thing }: Pick<BroadcastFormFields, 'thing'>): BroadcastSubject | undefined {
  const [kind, id] = parts(thing)
  return (kind === 'workshop' || kind === 'series' || kind === 'ballot') && ID.test(id)
    ? { kind, id }
    : undefined
}

/** Fields of an existing draft. Of several roles, which only the API can set, the form shows the first. */
export function fieldsOf({
  text,
  audience,
  thing,
}: BroadcastDraft): Omit<BroadcastFormFields, 'nonce' | 'broadcast'> {
  const directions = 'directions' in audience ? audience.directions.join() : ''
  const value = { roles: () => `role:${'roles' in audience ? (audience.roles[0] ?? '') : ''}` }
  return {
    text,
    audience:
      audience.kind === 'roles'
        ? value.roles()
        : audience.kind === 'workshop'
          ? `workshop:${audience.workshop}`
          : audience.kind,
    directions,
    thing: thing ? `${thing.kind}:${thing.id}` : '',
  }
}
