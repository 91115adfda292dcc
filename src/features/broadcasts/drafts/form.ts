import { z } from 'zod'
import { ROLES, type Role } from '../../../kernel/access/role.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { ID, ID_OR_NONE } from '../../../kernel/text/id-format.ts'
import type { BroadcastSubject, TargetAudience } from '../audience/domain.ts'
import type { BroadcastDraft } from '../broadcast/domain.ts'

// What is no text counts as left empty.
const typed = z.string().catch('')

/** The form's fields as they were typed, under the ids of its inputs; `nonce` names the rendering. */
export const formFields = z.object({
  text: typed,
  /** `everybody`, `directions`, `channels`, `role:pilot`, `workshop:ID`. */
  audience: typed,
  /** Ids, with commas between them, as a choice of several is sent. */
  directions: typed,
  /** `workshop:ID`, `ballot:ID`; anything else is none. */
  thing: typed,
  nonce: typed,
  /** The draft that is changed; '' for a new one. */
  broadcast: z.string().regex(ID_OR_NONE).catch(''),
})
export type BroadcastFormFields = z.infer<typeof formFields>

/** What a choice of nothing is sent as: a choice has a value. */
export const NO_THING = 'none'

export const EMPTY_FORM: BroadcastFormFields = {
  text: '',
  audience: '',
  directions: '',
  thing: '',
  nonce: '',
  broadcast: '',
}

/** More than a programme can have, so that what is refused is still counted. */
const DIRECTIONS_READ = 500

const isRole = (name: string): name is Role => ROLES.some(role => role === name)

function parts(value: string): readonly [string, string] {
  const at = value.indexOf(':')
  return at < 0 ? [value, ''] : [value.slice(0, at), value.slice(at + 1)]
}

/** Whether the audience is one for which Directions are chosen. */
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
  return (kind === 'workshop' || kind === 'ballot') && ID.test(id) ? { kind, id } : undefined
}

/** What the form shows of a draft. Of several roles, which only the API can name, it shows the first. */
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
