import { Application } from '@microsoft/teams-ai/lib/Application.js'
import type { TurnState } from '@microsoft/teams-ai/lib/TurnState.js'
import type { TurnContext } from 'botbuilder'
import type { Incoming, Linked, Pressed, Quoted, Searched, Typed } from '../conversation/protocol/incoming.ts'
import type { Rated, RenderedAnswer, SearchResult, SearchResults } from '../conversation/protocol/rendered.ts'
import { Unavailable } from '../kernel/errors/unavailable.ts'
import type { Logger } from '../kernel/monitoring/logger.ts'
import type { Activity } from './activity.ts'
import {
  dialogCard,
  dialogWords,
  invokeCard,
  invokeError,
  invokeNothing,
  invokeTaken,
  messageWith,
  searchResults,
  searchWords,
} from './answer-activities.ts'
import { eventOf, executeOf, isAutomatic, messageOf, ratingOf } from './incoming.ts'
import { dialogPressOf, linkedOf, quotedOf, searchedOf, urlOf } from './message-extension.ts'
import type { Answering } from './retried-replies.ts'

/**
 * Answers one incoming event. Rejects with Unavailable for events without an actor; for any other error a neutral
 * sentence is sent.
 */
export type Route = (incoming: Incoming) => Promise<RenderedAnswer | undefined>

export type Routes = {
  readonly receive: Route
  /** Answers a search; never rejects. */
  readonly search: (searched: Searched) => Promise<SearchResults>
  /** The card of a pasted link; undefined leaves it a link. Never rejects. */
  readonly unfold: (linked: Linked) => Promise<SearchResult | undefined>
  /** The same for whoever has not installed the app. */
  readonly preview: (url: string) => SearchResult | undefined
  /** Counts a thumb under a message of the bot. */
  readonly rated: (rated: Rated) => void
}

/** Sentences for when no card can be rendered, by the client's locale. */
export type Sentences = (locale: string) => {
  readonly fault: (reference: string) => string
  /** For an unknown button or invoke. */
  readonly unknown: string
  /** Title of a dialog. */
  readonly title: string
}

type TurnParts = {
  readonly routes: Routes
  readonly tenants: readonly string[]
  readonly sentences: Sentences
  readonly reference: () => string
  readonly answer: Answering
  readonly log: Logger
}

/** The SDK passes on the very object that was parsed at the endpoint. */
function activityOf(context: TurnContext): Activity {
  return context.activity as unknown as Activity
}

/**
 * Overrides the typing timer, which the SDK starts whatever the option says: extra calls, with its own hidden
 * retries.
 */
class Quiet extends Application<TurnState> {
  override startTypingTimer(): void {}
}

/** One turn of the SDK: dispatches invokes, messages and events, and sends the answer to each. */
export function createTurn({ routes, tenants, sentences, reference, log, answer: say }: TurnParts) {
  const { receive: route, search, unfold, preview, rated } = routes
  const said = ({ locale }: Activity) => sentences(locale ?? '')

  function fault(activity: Activity, error: unknown): string {
    const ref = reference()
    log.error({ reference: ref, type: activity.type, err: error }, 'a turn failed')
    return said(activity).fault(ref)
  }

  async function pressed(context: TurnContext): Promise<void> {
    const activity = activityOf(context)
    // Never act on `refresh`, which nobody pressed: votes would be cast by scrolling.
    if (isAutomatic(activity)) return send(context, invokeNothing())
    const incoming = executeOf(activity, tenants)
    if (!incoming) return send(context, invokeError(400, said(activity).unknown))
    const answer = await route(incoming)
    await send(context, answer ? invokeCard(answer.card) : invokeNothing())
  }

  /** In a dialog each answer replaces the card; without an answer it closes. */
  async function inDialog(context: TurnContext, incoming: Quoted | Pressed | undefined): Promise<void> {
    const { title, unknown } = said(activityOf(context))
    if (!incoming) return send(context, dialogWords(unknown))
    const answer = await route(incoming)
    await send(context, answer ? dialogCard(title, answer.card) : invokeNothing())
  }

  async function searched(context: TurnContext): Promise<void> {
    const activity = activityOf(context)
    const incoming = searchedOf(activity, tenants)
    if (!incoming) return send(context, searchWords(said(activity).unknown))
    const found = await search(incoming)
    await send(context, 'sentence' in found ? searchWords(found.sentence) : searchResults(found.results))
  }

  /** A link without a card stays a link: Teams wants a result all the same. */
  async function linked(context: TurnContext): Promise<void> {
    const incoming = linkedOf(activityOf(context), tenants)
    const card = incoming && (await unfold(incoming))
    await send(context, searchResults(card ? [card] : []))
  }

  /** Nothing but the address is handed on: neither who, nor where, nor in which language. */
  async function previewed(context: TurnContext): Promise<void> {
    const url = urlOf(activityOf(context))
    const card = url === undefined ? undefined : preview(url)
    await send(context, searchResults(card ? [card] : []))
  }

  /** The message extension. Unsupported calls get no results. */
  async function extended(context: TurnContext): Promise<void> {
    const activity = activityOf(context)
    if (activity.name === QUERY) return searched(context)
    if (activity.name === LINK) return linked(context)
    if (activity.name === ANONYMOUS_LINK) return previewed(context)
    if (activity.name === OPEN) return inDialog(context, quotedOf(activity, tenants))
    if (activity.name === SUBMIT) return inDialog(context, dialogPressOf(activity, tenants))
    return send(context, searchResults([]))
  }

  /** Taken whatever it is: Teams thanks for it itself, and shows an error to whoever is refused. */
  async function thumbed(context: TurnContext): Promise<void> {
    const rating = ratingOf(activityOf(context), tenants)
    if (rating) rated(rating)
    await send(context, invokeTaken())
  }

  async function invoked(context: TurnContext): Promise<void> {
    const { name } = activityOf(context)
    if (name === THUMB) return thumbed(context)
    return name?.startsWith(EXTENSION) ? extended(context) : pressed(context)
  }

  /** A fault as the invoke's own response type: any other would be shown as an error of the client. */
  function invokeFault({ name }: Activity, sentence: string): object {
    if (name === OPEN || name === SUBMIT) return dialogWords(sentence)
    if (name === LINK || name === ANONYMOUS_LINK) return searchResults([])
    return name?.startsWith(EXTENSION) ? searchWords(sentence) : invokeError(500, sentence)
  }

  /** Typed messages and Action.Submit are answered by a new message. */
  async function spoken(context: TurnContext): Promise<void> {
    const incoming = messageOf(activityOf(context), tenants)
    const answer = await routed(context, incoming)
    if (!answer) return
    const sent = await say(activityOf(context), messageWith(answer))
    if (sent) await answer.posted?.(sent)
  }

  async function routed(
    context: TurnContext,
    incoming: Typed | Pressed,
  ): Promise<RenderedAnswer | undefined> {
    try {
      return await route(incoming)
    } catch (error) {
      const activity = activityOf(context)
      await say(activity, { type: 'message', text: fault(activity, error) })
      return undefined
    }
  }

  async function noted(context: TurnContext): Promise<void> {
    const incoming = eventOf(activityOf(context), tenants)
    if (incoming) await route(incoming)
  }

  async function send(context: TurnContext, activity: object): Promise<void> {
    await context.sendActivity(activity)
  }

  // No storage: turn state loses concurrent writes. No typing timer: it is shared by all turns. Invokes never go
  // through actionExecute, which after one card with `refresh` pushes every later answer to everybody. Mentions are
  // removed by `textOf`: the SDK fails on one without a mentioned account.
  const app = new Quiet({ removeRecipientMention: false })
  app.addRoute(async ({ activity }) => activity.type === 'invoke', invoked, true)
  app.addRoute(async ({ activity }) => activity.type === 'message', spoken)
  app.addRoute(async ({ activity }) => EVENTS.includes(activity.type), noted)

  return {
    run: async (context: TurnContext): Promise<void> => {
      await app.run(context)
    },
    /** Error handler: an invoke still gets a sentence, where the SDK would answer an empty 501. */
    failed: async (context: TurnContext, error: unknown): Promise<void> => {
      const activity = activityOf(context)
      if (error instanceof Unavailable && EVENTS.includes(activity.type)) throw error
      const sentence = fault(activity, error)
      if (activity.type === 'invoke') await send(context, invokeFault(activity, sentence))
    },
  }
}

const EXTENSION = 'composeExtension/'
const QUERY = `${EXTENSION}query`
const LINK = `${EXTENSION}queryLink`
const ANONYMOUS_LINK = `${EXTENSION}anonymousQueryLink`
const OPEN = `${EXTENSION}fetchTask`
const SUBMIT = `${EXTENSION}submitAction`
const THUMB = 'message/submitAction'
// An edit, a deletion or a reaction (messageUpdate, messageDelete, messageReaction) is no event of ours: Teams wants no answer.
const EVENTS: readonly string[] = ['installationUpdate', 'conversationUpdate']
