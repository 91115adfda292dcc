import type { Wiring } from '../../../conversation/wiring.ts'
import type { DoorUsecases, Workshop } from '../../workshops/index.ts'
import { addressUsecases } from './usecases.ts'

type Deps = {
  readonly publicUrl: string
  readonly linkSecret: string
  readonly workshops: Pick<DoorUsecases, 'around'>
  readonly wantedByShort: (workshop: Workshop, short: string) => string | undefined
}

/** Short addresses of the room, of this server. */
export function wireAddress(wiring: Wiring, { publicUrl, linkSecret, workshops, wantedByShort }: Deps) {
  const { read, clock, zone, tabLink } = wiring
  const edges = { read, clock, zone, tabLink }
  return addressUsecases({ ...edges, origin: publicUrl, secret: linkSecret, workshops, wantedByShort })
}
