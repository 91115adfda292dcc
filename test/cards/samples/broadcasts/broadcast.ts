import type { TargetAudience } from '../../../../src/features/broadcasts/audience/domain.ts'
import {
  type BroadcastListCard,
  type BroadcastSheetCard,
  listCard,
  sheetCard,
} from '../../../../src/features/broadcasts/broadcast/cards.ts'
import type { Broadcast } from '../../../../src/features/broadcasts/broadcast/domain.ts'
import {
  type BroadcastMessageCard,
  messageCard,
} from '../../../../src/features/broadcasts/broadcast/message-cards.ts'
import type { BroadcastSeen, BroadcastStage } from '../../../../src/features/broadcasts/broadcast/progress.ts'
import { foot } from '../../../../src/features/messages/index.ts'
import type { Words } from '../../../../src/i18n/words.ts'
import { cleanLine } from '../../../../src/kernel/text/text.ts'
import { programme } from '../../../support/programme/programme.ts'
import type { Said, Samples } from '../../sample.ts'
import { ballot } from '../ballots/ballot.ts'
import { openSeries, series } from '../workshops/series.ts'
import { workshop } from '../workshops/workshop.ts'

const NOW = Date.UTC(2027, 3, 22, 8)
/** Monday the 26th, at nine. */
const PLANNED = Date.UTC(2027, 3, 26, 7)
const NONE = {
  recipients: 0,
  sent: 0,
  waiting: 0,
  unreachable: 0,
  blocked: 0,
  notInstalled: 0,
  unknown: 0,
  stopped: 0,
  others: 0,
}

const SENT = { ...NONE, recipients: 6_700, sent: 4_120, unreachable: 212, blocked: 12, notInstalled: 200 }
const FIGURES: Readonly<Record<BroadcastStage, typeof NONE>> = {
  draft: NONE,
  planned: NONE,
  running: { ...SENT, waiting: 2_350, unknown: 8, stopped: 10 },
  paused: { ...SENT, waiting: 2_350, unknown: 8, stopped: 10 },
  stopped: { ...SENT, unknown: 8, stopped: 2_360 },
  done: { ...SENT, sent: 6_470, unknown: 8, stopped: 10 },
}

const REHEARSAL = {
  recipients: 6_700,
  reached: 6_470,
  over: 340,
  paused: 25,
  stopped: 18,
  blocked: 12,
  notInstalled: 200,
  noAccount: 430,
  observers: 2,
}

function broadcast(said: Said, audience: TargetAudience = { kind: 'everybody' }): Broadcast {
  return {
    id: 'c1',
    author: 'p1',
    text: [
      cleanLine(said('Les journées du 7 mai approchent : il reste des places à Narbonne et à Albi.')),
      cleanLine(said('Venez avec une idée, même petite. Une phrase suffit, et vous pouvez venir à deux.')),
    ].join('\n'),
    audience,
    version: 1,
    state: 'draft',
    people: 0,
    again: 0,
    createdAt: NOW,
    changedAt: NOW,
  }
}

/** A text as long as it may be, of what weighs most on a card. */
export const longest = 'Réparer, relire… *partager* !\n'.repeat(19) + '['.repeat(400)

export function broadcastSamples(words: Words, said: Said) {
  const voice = { words, programme }
  const titles = { audience: '', thing: '' }
  const seen = (stage: BroadcastStage, more: Partial<BroadcastSeen> = {}): BroadcastSeen => ({
    broadcast: broadcast(said),
    progress: {
      stage,
      tally: FIGURES[stage],
      later: stage === 'running' ? 120 : 0,
      ...(stage === 'running' && { endsAt: NOW + 52_000 }),
      ...(stage === 'planned' && { leavesAt: PLANNED }),
    },
    ...more,
  })
  const planned = seen('planned', {
    broadcast: { ...broadcast(said), plan: { at: PLANNED } },
    rehearsal: REHEARSAL,
  })
  const sheet = (each: BroadcastSeen, mayAct = true) => sheetCard(voice, each, { titles, mayAct, now: NOW })
  const toWorkshop = broadcast(said, { kind: 'workshop', workshop: 'w1' })
  const inChannels = broadcast(said, { kind: 'channels', directions: ['lycees', 'culture'] })
  const named = { audience: cleanLine(said('Le lycée, demain')), thing: cleanLine(said('Le lycée, demain')) }
  const running = ballot(said)
  const message = { id: 'm1', round: 1 }
  const seated = series(said, [{ mine: 'yes' }, { mine: 'waiting', stage: 'full' }, {}])
  const opens = { opensAt: NOW + 3_600_000, quotas: true, reserved: 6, place: longest.slice(0, 120) }
  const early = { opensAt: workshop(said).now + 3_600_000, reminded: true as const }
  const soon = series(
    said,
    Array.from({ length: 12 }, () => opens),
  )
  return {
    'broadcasts/broadcast/sheet': [
      sheet(seen('draft', { rehearsal: REHEARSAL })),
      sheet(seen('draft')),
      sheet(planned),
      sheet({ ...planned, progress: { ...planned.progress, leavesAt: PLANNED + 86_400_000 } }),
      sheet(seen('draft', { broadcast: { ...broadcast(said), plan: { at: PLANNED, off: 'changed' } } })),
      sheet(
        seen('draft', {
          broadcast: { ...broadcast(said), plan: { at: PLANNED, off: 'cancelled' } },
          rehearsal: REHEARSAL,
        }),
      ),
      sheet(seen('running')),
      sheet(seen('paused')),
      sheetCard(voice, seen('running'), { titles, mayAct: true, now: NOW, asked: 'stop' }),
      sheetCard(voice, seen('draft'), { titles, mayAct: true, now: NOW, asked: 'remove' }),
      sheet(seen('done')),
      sheet(seen('stopped'), false),
      sheet(seen('running'), false),
      sheetCard(
        voice,
        seen('draft', {
          broadcast: { ...toWorkshop, text: longest, thing: { kind: 'ballot', id: 'b1' } },
        }),
        { titles: named, mayAct: true, now: NOW },
      ),
      sheetCard(
        voice,
        seen('done', {
          broadcast: { ...inChannels, thing: { kind: 'workshop', id: 'w1' } },
          progress: {
            stage: 'done',
            tally: { ...NONE, recipients: 12, sent: 9, unreachable: 1, unknown: 1, others: 1 },
            later: 0,
          },
        }),
        { titles: named, mayAct: true, now: NOW },
      ),
    ],
    'broadcasts/broadcast/list': [
      listCard(
        voice,
        {
          items: (['draft', 'planned', 'running', 'stopped'] as const).map(stage => ({
            glance: seen(stage),
            titles,
          })),
          next: '5-c1',
        },
        { mayWrite: true, now: NOW },
      ),
      listCard(voice, { items: [] }, { mayWrite: true, now: NOW }),
      listCard(voice, { items: [{ glance: seen('done'), titles }] }, { mayWrite: false, now: NOW }),
    ],
    'broadcasts/broadcast/message': [
      messageCard(
        voice,
        {
          broadcast: broadcast(said),
          titles,
          seen: { kind: 'workshop', workshop: workshop(said) },
        },
        foot(words, message),
      ),
      messageCard(
        voice,
        { broadcast: broadcast(said), titles, seen: { kind: 'ballot', ballot: running } },
        foot(words, message),
      ),
      messageCard(voice, { broadcast: broadcast(said), titles }, foot(words, message)),
      messageCard(voice, { broadcast: { ...toWorkshop, text: longest }, titles: named, preview: true }),
      messageCard(voice, {
        broadcast: inChannels,
        titles,
        seen: { kind: 'workshop', workshop: { ...workshop(said), stage: 'over' } },
      }),
      messageCard(
        voice,
        {
          broadcast: broadcast(said),
          titles,
          seen: { kind: 'ballot', ballot: { ...running, stage: 'closed' } },
        },
        foot(words, message),
      ),
      messageCard(
        voice,
        {
          broadcast: broadcast(said),
          titles,
          seen: { kind: 'series', series: openSeries(said), known: true },
        },
        foot(words, message),
      ),
      messageCard(
        voice,
        { broadcast: broadcast(said), titles, seen: { kind: 'series', series: seated, known: true } },
        foot(words, message),
      ),
      messageCard(
        voice,
        {
          broadcast: { ...toWorkshop, text: longest },
          titles: named,
          seen: { kind: 'series', series: soon, known: true },
        },
        foot(words, message),
      ),
      messageCard(
        voice,
        {
          broadcast: broadcast(said),
          titles,
          seen: { kind: 'workshop', workshop: { ...workshop(said), ...early } },
        },
        foot(words, message),
      ),
      messageCard(voice, {
        broadcast: inChannels,
        titles,
        seen: { kind: 'series', series: openSeries(said), known: false },
      }),
    ],
  } satisfies Samples<BroadcastListCard | BroadcastMessageCard | BroadcastSheetCard>
}
