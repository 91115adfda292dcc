import type { Key } from '../../../../i18n/words.ts'
import type { EventView } from '../../../contract/thread.ts'
import type { Translator } from '../words/translator.ts'

/** What each kind of event says. */
const WORDS: Readonly<Record<string, Key>> = {
  received: 'thread.received',
  axis: 'thread.axis',
  corrected: 'thread.corrected',
  commented: 'thread.commented',
  answered: 'thread.answered',
  balloted: 'thread.balloted',
  result: 'thread.result',
  committed: 'thread.committed',
  withdrawn: 'thread.withdrawn',
  studied: 'thread.studied',
  retained: 'thread.retained',
  aside: 'thread.aside',
  merged: 'thread.merged',
  unmerged: 'thread.unmerged',
  hidden: 'thread.hidden',
  restored: 'thread.restored',
  initiative: 'thread.initiative',
  phase: 'thread.phase',
  inspired: 'thread.inspired',
  released: 'thread.released',
  'next-kept': 'thread.next-kept',
  'next-promised': 'thread.next-promised',
  outcome: 'thread.outcome',
  'trial-begun': 'thread.trial-begun',
  'trial-decided': 'thread.trial-decided',
  kept: 'thread.kept',
  due: 'thread.due',
}

const DECISIONS: Readonly<Record<string, Key>> = {
  generalise: 'trial.decision.as.generalise',
  adjust: 'trial.decision.as.adjust',
  stop: 'trial.decision.as.stop',
}

/** What was decided on a trial; undefined of a decision that this page has no word for yet. */
export function decisionText(decision: string, { say }: Translator): string | undefined {
  const word = Object.hasOwn(DECISIONS, decision) ? DECISIONS[decision] : undefined
  return word && say(word)
}

/** « Réponse donnée, par Pascal Vidal ». A kind that this page has no word for yet says so plainly. */
export function eventText({ kind, by }: EventView, { say }: Translator): string {
  const what = say(WORDS[kind] ?? 'thread.other')
  return by ? say('thread.by', { what, by }) : what
}
