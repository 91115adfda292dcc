import type { Tx } from '../../../kernel/storage/tx.ts'
import type { StepContextParts } from '../step/context-usecases.ts'
import { givenBack, type NextStep, unasked } from '../step/domain.ts'
import { backFact, changedFact } from '../step/facts.ts'

type Parts = Pick<StepContextParts, 'store' | 'transact' | 'note'>

export type StepErasureUsecases = ReturnType<typeof stepErasureUsecases>

/** The step without the person: what they promised is with who asked them again. */
function without(step: NextStep, person: string): NextStep {
  const free = step.asked === person ? { ...unasked(step), turn: step.turn + 1 } : step
  const { asker, ...anonymous } = free
  const left = asker === person ? anonymous : free
  if (left.holder !== person) return left
  if (left.state === 'promised') return givenBack(left)
  const { holder: _, named: __, ...ended } = left
  return ended
}

/** What becomes of steps when a colleague leaves: none is lost. */
export function stepErasureUsecases({ store, transact, note }: Parts) {
  async function part(tx: Tx, step: NextStep, person: string): Promise<void> {
    const unknown = step.state === 'proposed' && step.asker === person
    if (unknown) return store(tx).remove(step.id)
    const left = without(step, person)
    await store(tx).change(left)
    if (step.state !== 'proposed') await note(tx, changedFact(left))
    if (left.turn !== step.turn) await note(tx, backFact(left))
  }

  return {
    /** In the transaction that erases the person. */
    async leave(tx: Tx, person: string): Promise<void> {
      for (;;) {
        const page = await store(tx).touching(person)
        for (const { id } of page) {
          const step = await store(tx).lock(id)
          if (step) await part(tx, step, person)
        }
        if (page.length === 0) return
      }
    },

    /** They work elsewhere: what they promised for another Direction goes back, and they are asked for it no more. */
    move: (person: string, direction: string): Promise<void> =>
      transact(async tx => {
        for (const { id } of await store(tx).touching(person)) {
          const step = await store(tx).lock(id)
          if (step?.direction === undefined || step.direction === direction || step.asker === person) continue
          if (step.holder !== person && step.asked !== person) continue
          if (step.state !== 'proposed' && step.state !== 'promised') continue
          await part(tx, step, person)
        }
      }),
  }
}
