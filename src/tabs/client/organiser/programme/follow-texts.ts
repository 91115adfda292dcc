import type { MethodFollowView, PartVersionView } from '../../../contract/programme/form.ts'
import type { ProgrammeView } from '../../../contract/programme/programme.ts'
import { momentText, plainDay } from '../../parts/words/days.ts'
import type { Translator } from '../../parts/words/translator.ts'

type Named = Pick<ProgrammeView, 'phases' | 'today'>

/** One thing that follows from a change. `ruleName`: a rule's, by its id. */
export function followText(
  translator: Translator,
  { phases, today }: Named,
  { code, id = '', things = 0, people, day = '', asks }: MethodFollowView,
  ruleName: (id: string) => string,
): string {
  const { say } = translator
  const phase = phases.find(each => each.id === id)?.title ?? id
  const date = day === '' ? '' : plainDay(day, today, translator)
  switch (code) {
    case 'phase-ballots':
      return say('method.follows.phase-ballots', { count: things, phase, day: date })
    case 'phase-workshops':
      return say('method.follows.phase-workshops', { count: things, phase, day: date })
    case 'kept-until':
      return asks ? say('method.follows.erased') : say('method.follows.kept-until', { day: date })
    case 'cards-keep':
      return say('method.follows.cards-keep')
    case 'closed-workshops':
      return say('method.follows.closed-workshops', { count: things, day: plainDay(id, today, translator) })
    case 'ideas-there':
      return say('method.follows.ideas-there', { count: things, supports: Number(id) })
    case 'rule-pilots':
      return people === undefined
        ? ''
        : say('method.follows.rule-pilots', { count: people, rule: ruleName(id) })
    default:
      return people === undefined
        ? ''
        : say('method.follows.rule-agents', { count: people, rule: ruleName(id) })
  }
}

const ACTS = {
  seed: 'method.version.seed',
  import: 'method.version.import',
  change: 'method.version.change',
  undo: 'method.version.undo',
} as const

/** « Version 4 · modifiée par Nadia Ferrer · 30 novembre, 8 h 47 » */
export function versionText(
  translator: Translator,
  { version, act, at, by }: PartVersionView,
  today: string,
): string {
  const { say } = translator
  const head = say('method.version.number', { version })
  const who = by === undefined ? [] : [by]
  return [head, say(ACTS[act]), ...who, momentText(at, today, translator)].join('\u00A0· ')
}
