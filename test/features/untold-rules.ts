import { MINUTE } from '../../src/kernel/time/clock.ts'

/** Undo window of a decision (ms), written again independently of the product. */
const MEANWHILE = 10 * MINUTE

type Kind = 'decision' | 'answer'
/** An act without a notification so far. */
type Act = {
  readonly kind: Kind
  readonly idea: string
  readonly step: string
  readonly why: string
  readonly by: string
  readonly number: number
  readonly until: number
}
type Standing = { readonly state: string; readonly why: string; readonly answer: string }
/** A step in effect whose notification is still due. */
type Telling = { readonly reason: string; readonly by: string; readonly state: string; readonly turn: number }

function after(standing: Standing, { kind, step, why }: Act): Standing {
  if (kind === 'decision') return { ...standing, state: step, why: step === 'aside' ? why : '' }
  const waits = standing.answer === '' && ['received', 'studied'].includes(standing.state)
  return { ...standing, answer: why, state: waits ? 'answered' : standing.state }
}

/** The programme's promises for one idea of `author`, written again independently of the product. `now`: ms. */
export function rulesFor(author: string, began: number) {
  const supporters = new Set([author])
  const told = new Set<string>()
  let acts: readonly Act[] = []
  let tellings: readonly Telling[] = []
  let standing: Standing = { state: 'received', why: '', answer: '' }
  let [turn, now, number] = [0, began, 0]

  const last = (kind: Kind) => acts.findLast(act => act.kind === kind)
  const lasting = () => acts.filter(act => last(act.kind) === act)
  const seen = () => lasting().reduce(after, standing)
  const gone = () => standing.state === 'withdrawn'
  const did = (act: Pick<Act, 'kind' | 'idea' | 'step' | 'why' | 'by'>) => {
    number += 1
    acts = [...acts, { ...act, number, until: now + MEANWHILE }]
  }

  function comesTrue(act: Act): void {
    acts = acts.filter(({ kind, number }) => kind !== act.kind || number > act.number)
    if (gone()) return
    const { idea, step, by } = act
    if (act.kind === 'answer' && standing.answer === '')
      tellings = [...tellings, { reason: `idea-answered:${idea}`, by, state: '', turn: 0 }]
    if (act.kind === 'decision' && standing.state !== step) {
      turn += 1
      tellings = [...tellings, { reason: `idea:${idea}:${step}:${turn}`, by, state: step, turn }]
    }
    standing = after(standing, act)
  }

  return {
    told,
    standing: () => [standing.state, standing.answer, standing.why],
    decided(idea: string, step: string, by: string, why: string) {
      const { state, why: before } = seen()
      if (gone() || (state === step && (step !== 'aside' || before === why))) return
      did({ kind: 'decision', idea, step, why, by })
    },
    answered(idea: string, by: string, why: string) {
      if (gone() || seen().answer === why) return
      did({ kind: 'answer', idea, step: 'answered', why, by })
    },
    takenBack(kind: Kind) {
      if (gone()) return
      const act = last(kind)
      acts = acts.filter(each => each !== act)
    },
    supported(person: string, on: boolean) {
      if (gone()) return
      if (on) supporters.add(person)
      else supporters.delete(person)
    },
    undone() {
      if (now < began + MEANWHILE) standing = { ...standing, state: 'withdrawn' }
    },
    waited(ms: number) {
      now += ms
    },
    delivered() {
      for (
        let due = lasting().find(({ until }) => until <= now);
        due;
        due = lasting().find(({ until }) => until <= now)
      )
        comesTrue(due)
      for (const one of tellings) {
        const holds = one.state === '' ? !gone() : standing.state === one.state && turn === one.turn
        if (!holds) continue
        for (const person of supporters) if (person !== one.by) told.add(`${person} ${one.reason}`)
      }
      tellings = []
    },
  }
}
