import type { Wiring } from '../../conversation/wiring.ts'
import type { PeopleUsecases } from '../people/index.ts'
import { threadStore } from './store.ts'
import { threadUsecases } from './usecases.ts'

export function wireThread({ read }: Wiring, people: Pick<PeopleUsecases, 'names'>) {
  return { usecases: threadUsecases({ store: threadStore, read, people }) }
}
