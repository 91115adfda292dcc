import type { BroadcastFigures, BroadcastRehearsal } from '../../../../contract/broadcasts.ts'
import type { Translator } from '../../../parts/words/translator.ts'
import type { Reason } from './reasons.tsx'

const told = (reasons: readonly Reason[]) => reasons.filter(({ count }) => count > 0)

type Unreached = Pick<BroadcastFigures, 'blocked' | 'notInstalled'>

function unreachedReasons({ say }: Translator, { blocked, notInstalled }: Unreached): readonly Reason[] {
  return [
    {
      id: 'not-installed',
      text: say('cast.tab.why.not-installed'),
      count: notInstalled,
      help: say('cast.tab.why.not-installed.help'),
    },
    {
      id: 'blocked',
      text: say('cast.tab.why.blocked'),
      count: blocked,
      help: say('cast.tab.why.choice.help'),
    },
  ]
}

function shutReason({ say }: Translator, count: number): Reason {
  return { id: 'shut', text: say('cast.tab.why.shut'), count, help: say('cast.tab.why.shut.help') }
}

/** Who would not get it, or later. What people chose themselves comes rounded. */
export function rehearsalReasons(
  translator: Translator,
  rehearsal: BroadcastRehearsal,
  places: boolean,
): readonly Reason[] {
  const { say } = translator
  if (places) return told([shutReason(translator, rehearsal.notInstalled)])
  const { over, paused, stopped, noAccount, observers } = rehearsal
  return told([
    ...unreachedReasons(translator, rehearsal),
    { id: 'over', text: say('cast.tab.why.over'), count: over, help: say('cast.tab.why.over.help') },
    { id: 'paused', text: say('cast.tab.why.paused'), count: paused, help: say('cast.tab.why.paused.help') },
    {
      id: 'stopped',
      text: say('cast.tab.why.stopped-topic'),
      count: stopped,
      help: say('cast.tab.why.choice.help'),
    },
    {
      id: 'no-account',
      text: say('cast.tab.why.no-account'),
      count: noAccount,
      help: say('cast.tab.why.no-account.help'),
    },
    {
      id: 'observers',
      text: say('cast.tab.why.observers'),
      count: observers,
      help: say('cast.tab.why.observers.help'),
    },
  ])
}

/** Who did not get it, or gets it later. `mayRepeat`: what nothing confirmed can be sent once more. */
export function runReasons(
  translator: Translator,
  figures: BroadcastFigures,
  { places, mayRepeat }: { readonly places: boolean; readonly mayRepeat: boolean },
): readonly Reason[] {
  const { say } = translator
  const { unreachable, blocked, notInstalled, later, others, unknown } = figures
  const known = blocked + notInstalled
  return told([
    ...(places ? [] : unreachedReasons(translator, figures)),
    shutReason(translator, places ? unreachable : 0),
    {
      id: 'unsaid',
      text: say('cast.tab.why.refused'),
      count: places ? 0 : unreachable - known,
      help: say('cast.tab.why.not-installed.help'),
    },
    { id: 'later', text: say('cast.tab.why.later'), count: later, help: say('cast.tab.why.later.help') },
    {
      id: 'unknown',
      text: say('cast.tab.why.unknown'),
      count: unknown,
      help: say(mayRepeat ? 'cast.tab.why.unknown.help' : 'cast.tab.why.unknown.late'),
    },
    { id: 'others', text: say('cast.tab.why.others'), count: others, help: say('cast.tab.why.others.help') },
  ])
}
