import type { BroadcastAudience, BroadcastInput, BroadcastView } from '../../../../contract/broadcasts.ts'
import type { Translator } from '../../../parts/words/translator.ts'
import type { PersonRole } from '../broadcast/texts.ts'

/** The form as it is typed: what was chosen for another kind of audience stays, should one come back to it. */
export type Fields = {
  readonly text: string
  readonly kind: BroadcastAudience['kind'] | ''
  readonly directions: readonly string[]
  readonly role: PersonRole | ''
  readonly workshop: string
  /** `kind:id`, or '' for none. */
  readonly thing: string
}

export const EMPTY: Fields = { text: '', kind: '', directions: [], role: '', workshop: '', thing: '' }

/** Several roles, which the API alone can name, show as the first. */
export function fieldsOf({ text, audience, thing }: BroadcastView): Fields {
  return {
    ...EMPTY,
    text,
    kind: audience.kind,
    thing: thing ? `${thing.kind}:${thing.id}` : '',
    ...('directions' in audience && { directions: audience.directions }),
    ...('roles' in audience && { role: audience.roles[0] ?? '' }),
    ...('workshop' in audience && { workshop: audience.workshop }),
  }
}

export function isEmpty({ text }: Fields): boolean {
  return text.trim() === ''
}

/** Directions that one may name at most, and lines of a text. */
export const DIRECTIONS_LIMIT = 40
export const LINES_LIMIT = 20
export const TEXT_LIMIT = 1_000

/** What is wrong with whom it is for; absent when nothing is. */
export function audienceFault({ say }: Translator, fields: Fields): string | undefined {
  const { kind, directions, role, workshop } = fields
  switch (kind) {
    case '':
      return say('refusal.audience-missing')
    case 'directions':
    case 'channels':
      if (directions.length === 0) return say('refusal.directions-missing')
      return directions.length > DIRECTIONS_LIMIT
        ? say('refusal.directions-many', { max: DIRECTIONS_LIMIT })
        : undefined
    case 'roles':
      return role === '' ? say('cast.tab.role-missing') : undefined
    case 'workshop':
      return workshop === '' ? say('cast.tab.workshop-missing') : undefined
    default:
      return undefined
  }
}

function audienceOf({ kind, directions, role, workshop }: Fields): BroadcastAudience {
  if (kind === 'directions' || kind === 'channels') return { kind, directions: [...directions] }
  if (kind === 'roles' && role !== '') return { kind, roles: [role] }
  if (kind === 'workshop') return { kind, workshop }
  return { kind: 'everybody' }
}

/** What is sent; asked for only once nothing is wrong. */
export function draftOf(fields: Fields): Omit<BroadcastInput, 'nonce'> {
  const [kind, id] = fields.thing.split(':')
  const draft = { text: fields.text, audience: audienceOf(fields) }
  if (id && (kind === 'workshop' || kind === 'series' || kind === 'ballot'))
    return { ...draft, thing: { kind, id } }
  return draft
}
