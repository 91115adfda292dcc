import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import { dateIn } from '../../../kernel/time/time-zone.ts'
import type { NextStepShown, StepUsecases } from '../../next-steps/index.ts'
import type { PeopleUsecases } from '../../people/index.ts'
import type { Programme } from '../../programme/index.ts'
import { isOwedByDirection, waitsForAnswer } from './answer-due.ts'
import type { Idea, IdeaNamed, IdeaSource, Joined } from './domain.ts'
import type { IdeaStore } from './rows.ts'
import { carriesSteps } from './step-subject.ts'

export type NamingParts = {
  readonly read: Transact
  readonly people: Pick<PeopleUsecases, 'names'>
  readonly nextSteps: Pick<StepUsecases, 'shownOn'>
  /**
   * What is shown instead of an author for an idea of a whole table; in the programme's language unless given another.
   */
  readonly tableCredit: (table: string, language?: Language) => string
  readonly programme: Pick<Programme, 'direction' | 'zone'>
  readonly clock: Clock
}

/** The merge group that the idea is shown with: those merged into it, or the one it was merged into. */
function groupOf({ id, root }: Idea, others: readonly Idea[], seen: (idea: Idea) => Joined) {
  const joined = others.filter(each => each.root === id).map(seen)
  const leads = others.find(each => each.id === root)
  return { ...(joined.length > 0 && { joined }), ...(leads && { leads: seen(leads) }) }
}

const idsBehind = (root: string, others: readonly Idea[]) =>
  others.flatMap(each => (each.root === root ? [each.id] : []))

/** Who an idea comes from, and what follows of it, as others may read it. */
export function namingOf(
  parts: NamingParts & { readonly ideaStore: (tx: Tx) => Pick<IdeaStore, 'find' | 'joinedWith'> },
) {
  const { ideaStore, read, people, nextSteps, tableCredit, programme, clock } = parts

  /** Ideas merged into each of these, and those that these were merged into: no query where nothing is merged. */
  async function groupsOf(ideas: readonly Idea[]): Promise<readonly Idea[]> {
    return read(async tx => {
      const joined = await ideaStore(tx).joinedWith(ideas.map(({ id }) => id))
      const leading: Idea[] = []
      for (const id of new Set(ideas.flatMap(({ root }) => root ?? []))) {
        const idea = await ideaStore(tx).find(id)
        if (idea) leading.push(idea)
      }
      return [...joined, ...leading]
    })
  }

  /** The ideas that inspired some of these and may still be read. */
  async function sourcesOf(ideas: readonly Idea[]): Promise<ReadonlyMap<string, IdeaSource>> {
    const ids = [...new Set(ideas.flatMap(({ inspiredBy }) => inspiredBy ?? []))]
    if (ids.length === 0) return new Map()
    return read(async tx => {
      const found = new Map<string, IdeaSource>()
      for (const id of ids) {
        const source = await ideaStore(tx).find(id)
        if (source && !source.hidden && source.state !== 'withdrawn') found.set(id, { id, text: source.text })
      }
      return found
    })
  }

  /** What follows of each that was retained, whichever of those that it stands for it was promised on. */
  async function nextOf(
    ideas: readonly Idea[],
    others: readonly Idea[],
  ): Promise<(idea: Idea) => readonly NextStepShown[]> {
    const wanted = ideas.filter(carriesSteps)
    const groups = new Map(wanted.map(({ id }) => [id, [id, ...idsBehind(id, others)]]))
    const found =
      wanted.length === 0 ? undefined : await nextSteps.shownOn('idea', [...groups.values()].flat())
    return ({ id }) => (groups.get(id) ?? []).flatMap(each => found?.get(each) ?? [])
  }

  function owedOf(idea: Idea): Pick<IdeaNamed, 'owed'> {
    const { due, direction: id = '' } = idea
    if (!due || !waitsForAnswer(idea)) return {}
    const direction = isOwedByDirection(idea) ? programme.direction(id)?.name : undefined
    const late = dateIn(clock.now(), programme.zone) > due.on
    return { owed: { on: due.on, late, ...(direction !== undefined && { direction }) } }
  }

  async function named(
    ideas: readonly Idea[],
    language?: Language,
    known?: readonly Idea[],
  ): Promise<readonly IdeaNamed[]> {
    const [others, sources] = [known ?? (await groupsOf(ideas)), await sourcesOf(ideas)]
    const wanted = [...ideas, ...others].flatMap(({ author, unnamed, answer, decision }) =>
      [unnamed ? undefined : author, answer?.by, decision?.by].filter(id => id !== undefined),
    )
    const names = await people.names([...new Set(wanted)])
    const next = await nextOf(ideas, others)
    const nameOf = ({ unnamed, author, credit, origin }: Idea) => {
      if (credit) return credit.by === 'table' ? tableCredit(origin?.table ?? '', language) : credit.name
      return (unnamed ? undefined : names.get(author)) ?? ''
    }
    const joinedOf = (idea: Idea): Joined => ({
      id: idea.id,
      text: idea.hidden ? '' : idea.text,
      authorName: nameOf(idea),
    })
    return ideas.map(idea => {
      const source = sources.get(idea.inspiredBy ?? '')
      return {
        ...idea,
        ...groupOf(idea, others, joinedOf),
        ...(source && { source }),
        ...(next(idea).length > 0 && { next: next(idea) }),
        ...owedOf(idea),
        authorName: nameOf(idea),
        answererName: names.get(idea.answer?.by ?? '') ?? '',
        deciderName: names.get(idea.decision?.by ?? '') ?? '',
      }
    })
  }

  return {
    groupsOf,
    named,

    /** What follows of each that was retained. */
    followedBy: async (ideas: readonly Idea[]) => nextOf(ideas, await groupsOf(ideas)),
  }
}
