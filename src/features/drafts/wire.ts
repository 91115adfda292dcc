import type { RewordingUsecases } from '../grounding/index.ts'
import type { Programme } from '../programme/index.ts'
import { draftRoutes } from './routes.ts'
import { draftUsecases } from './usecases.ts'

type Deps = {
  readonly programme: Programme
  readonly rewording: RewordingUsecases
  readonly troubled: (text: string) => boolean
}

export function wireDrafts({ programme, rewording, troubled }: Deps) {
  return { handlers: {}, routes: draftRoutes(draftUsecases({ programme, rewording, troubled })) }
}
