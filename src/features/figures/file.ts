import type { CommitmentUsecases } from '../commitments/index.ts'
import type { InitiativeUsecases } from '../initiatives/index.ts'
import type { DirectionUsecases } from '../workshops/index.ts'
import type { FiguresPage } from './page.ts'

export type Workshops = Pick<DirectionUsecases, 'ofDirection'>
export type Commitments = Pick<CommitmentUsecases, 'stagesOf'>
export type Initiatives = Pick<InitiativeUsecases, 'list'>

/** The figures of a Direction's page, as the actor sees them at a moment (milliseconds). */
export type FileContent = {
  readonly at: number
  readonly page: FiguresPage
  readonly stages: Awaited<ReturnType<Commitments['stagesOf']>>
  readonly initiatives: Awaited<ReturnType<Initiatives['list']>>['items']
  readonly workshops: Awaited<ReturnType<Workshops['ofDirection']>>['items']
}
