import type { Actor } from '../../kernel/access/actor.ts'
import type { DirectionFollowed, Followed, ProgrammeReview } from './domain.ts'

export type ReviewUsecases = {
  /** The whole programme. */
  readonly read: (actor: Actor) => Promise<ProgrammeReview>
  /** One line, of the programme or of one Direction. @throws Refusal `direction-unknown` */
  readonly followed: {
    (actor: Actor): Promise<Followed>
    (actor: Actor, direction: string | undefined): Promise<DirectionFollowed>
  }
}
