import type { Actor } from '../../../kernel/access/actor.ts'
import { exact } from '../../../kernel/personal-data/counts.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRequest, ApiRoute } from '../../../kernel/requests/route.ts'
import { formKey } from '../../../kernel/storage/idempotency.ts'
import {
  type BroadcastAudience,
  type BroadcastChoices,
  type BroadcastFigures,
  type BroadcastPreview,
  type BroadcastRehearsal,
  type BroadcastView,
  broadcastAgain,
  broadcastChange,
  broadcastInput,
  broadcastStart,
} from '../../../tabs/contract/broadcasts.ts'
import { idParams, type Page, pageQuery } from '../../../tabs/contract/primitives.ts'
import { type Rehearsal, shownChoices } from '../audience/rehearsal.ts'
import type { Typed } from '../drafts/usecases.ts'
import type { Titles } from './domain.ts'
import { type BroadcastSeen, type Progress, shownLater } from './progress.ts'
import type { BroadcastUsecases } from './usecases.ts'

const PAGE = 20

/** About the installation, for organisers and observers only. */
const shown = (count: number) => exact('reach', count)

function figuresOf(progress: Progress): BroadcastFigures {
  const { tally } = progress
  const { recipients, sent, waiting, unreachable, blocked, notInstalled, unknown, stopped, others } = tally
  return {
    recipients: shown(recipients),
    handled: shown(recipients - waiting),
    sent: shown(sent),
    waiting: shown(waiting),
    unreachable: shown(unreachable),
    blocked: shown(blocked),
    notInstalled: shown(notInstalled),
    unknown: shown(unknown),
    stopped: shown(stopped),
    others: shown(others),
    later: shownLater(progress),
  }
}

function rehearsalView(rehearsal: Rehearsal): BroadcastRehearsal {
  const { recipients, reached, blocked, notInstalled, noAccount, observers } = rehearsal
  return {
    recipients: shown(recipients),
    reached: shown(reached),
    ...shownChoices(rehearsal),
    blocked: shown(blocked),
    notInstalled: shown(notInstalled),
    noAccount: shown(noAccount),
    observers: shown(observers),
  }
}

function viewOf({ broadcast, progress, rehearsal }: BroadcastSeen, titles: Titles): BroadcastView {
  const { id, text, audience, thing, version, again, createdAt, startedAt, until } = broadcast
  const { stage: state, leavesAt, endsAt, perSecond } = progress
  return {
    id,
    text,
    audience: audience as BroadcastAudience,
    state,
    version,
    again,
    createdAt,
    titles,
    figures: figuresOf(progress),
    ...(thing && { thing }),
    ...(startedAt !== undefined && { startedAt }),
    ...(leavesAt !== undefined && { leavesAt }),
    ...(endsAt !== undefined && { endsAt }),
    ...(until !== undefined && { goesUntil: until }),
    ...(perSecond !== undefined && { perSecond }),
    ...(rehearsal && { rehearsal: rehearsalView(rehearsal) }),
  }
}

/** An absent field stays absent. */
function typedIn({ text, audience, thing }: ReturnType<typeof broadcastChange.parse>): Typed {
  return { text, audience, ...(thing && { thing }) }
}

const idIn = ({ params }: ApiRequest) => parse(idParams, params).id

type Parts = {
  readonly broadcasts: BroadcastUsecases
  /** The card that goes out, in each language. */
  readonly preview: (actor: Actor, id: string) => Promise<readonly BroadcastPreview[]>
}

export function broadcastRoutes({ broadcasts, preview }: Parts): ApiRoute[] {
  const called = async (seen: BroadcastSeen) => viewOf(seen, await broadcasts.titles(seen.broadcast))
  const view = async (actor: Actor, id: string) => called(await broadcasts.show(actor, id))

  /** An act on one, and how it stands after it. */
  const act = (path: string, run: (id: string, request: ApiRequest) => Promise<void>): ApiRoute => ({
    method: 'post',
    path: `/broadcasts/:id/${path}`,
    run: async request => {
      await run(idIn(request), request)
      return view(request.actor, idIn(request))
    },
  })

  return [
    {
      method: 'get',
      path: '/broadcasts',
      run: async ({ actor, query }): Promise<Page<BroadcastView>> => {
        const { items, ...next } = await broadcasts.list(actor, PAGE, parse(pageQuery, query).after)
        const views: BroadcastView[] = []
        for (const seen of items) views.push(await called(seen))
        return { items: views, ...next }
      },
    },
    {
      method: 'get',
      path: '/broadcasts/choices',
      run: async ({ actor }): Promise<BroadcastChoices> => broadcasts.choices(actor),
    },
    { method: 'get', path: '/broadcasts/:id', run: request => view(request.actor, idIn(request)) },
    {
      method: 'get',
      path: '/broadcasts/:id/preview',
      run: async request => ({ items: await preview(request.actor, idIn(request)) }),
    },
    {
      method: 'post',
      path: '/broadcasts',
      run: async ({ actor, body }) => {
        const { nonce, ...typed } = parse(broadcastInput, body)
        const keys = [formKey(actor.id, nonce, typedIn(typed))]
        return view(actor, await broadcasts.write(actor, typedIn(typed), keys))
      },
    },
    {
      method: 'put',
      path: '/broadcasts/:id',
      run: async request => {
        await broadcasts.rewrite(request.actor, idIn(request), typedIn(parse(broadcastChange, request.body)))
        return view(request.actor, idIn(request))
      },
    },
    {
      method: 'post',
      path: '/broadcasts/:id/remove',
      run: async request => {
        await broadcasts.remove(request.actor, idIn(request))
        return {}
      },
    },
    act('rehearsal', (id, { actor }) => broadcasts.rehearse(actor, id)),
    act('start', (id, { actor, body }) => broadcasts.start(actor, id, parse(broadcastStart, body).version)),
    act('pause', (id, { actor }) => broadcasts.pause(actor, id)),
    act('go-on', (id, { actor }) => broadcasts.goOn(actor, id)),
    act('stop', (id, { actor }) => broadcasts.stop(actor, id)),
    act('again', (id, { actor, body }) => broadcasts.again(actor, id, parse(broadcastAgain, body).again)),
  ]
}
