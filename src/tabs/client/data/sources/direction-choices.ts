import type { MeView } from '../../../contract/people/people.ts'
import type { DirectionView, ProgrammeView } from '../../../contract/programme/programme.ts'

/** The Directions to choose among, each once. */
type OfferedDirections = {
  readonly led: readonly DirectionView[]
  readonly own: readonly DirectionView[]
  readonly others: readonly DirectionView[]
}

/** Whether they are in charge of the Direction: its next steps are theirs to see to. */
export function isInCharge({ role, leads }: Pick<MeView, 'role' | 'leads'>, direction: string): boolean {
  return role === 'organiser' || (role === 'manager' && leads.some(({ id }) => id === direction))
}

type Me = Pick<MeView, 'leads' | 'direction'>
type Programme = Pick<ProgrammeView, 'directions'>

/** Directions that the person answers for, then their own, then all others, each in the programme's order. */
export function offeredTo({ leads, direction }: Me, { directions }: Programme): OfferedDirections {
  const leading = new Set(leads.map(({ id }) => id))
  const led = directions.filter(({ id }) => leading.has(id))
  const own = directions.filter(({ id }) => id === direction?.id && !leading.has(id))
  const others = directions.filter(({ id }) => id !== direction?.id && !leading.has(id))
  return { led, own, others }
}

/** The one to begin with: what the address or a link hints at when it exists, else the first led, else their own. */
export function firstShown(me: Me, programme: Programme, hint: string): string | undefined {
  const { led, own } = offeredTo(me, programme)
  const hinted = programme.directions.find(({ id }) => id === hint)
  return (hinted ?? led[0] ?? own[0])?.id
}
