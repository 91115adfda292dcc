import type { Wiring } from '../../conversation/wiring.ts'
import { type Shown, smallGroups } from '../../kernel/personal-data/counts.ts'
import type { Tx } from '../../kernel/storage/tx.ts'
import type { ChannelUsecases } from '../channels/index.ts'
import type { IdeaUsecases } from '../ideas/index.ts'
import type { MessageUsecases } from '../messages/index.ts'
import type { PeopleUsecases } from '../people/index.ts'
import type { Programme } from '../programme/index.ts'
import type { ThreadUsecases } from '../thread/index.ts'
import { descentRoutes } from './descent/routes.ts'
import { descentStore } from './descent/store.ts'
import { descentUsecases } from './descent/usecases.ts'
import { galleryHandlers } from './gallery/handlers.ts'
import { galleryRoutes } from './gallery/routes.ts'
import { galleryStore } from './gallery/store.ts'
import { galleryUsecases } from './gallery/usecases.ts'
import { initiativeContext } from './initiative/context-usecases.ts'
import type { TrialOnSheet, TrialWords } from './initiative/domain.ts'
import { editVerbs } from './initiative/edit-handlers.ts'
import { initiativeVerbs } from './initiative/handlers.ts'
import { membershipStore } from './initiative/membership-store.ts'
import { initiativeReplies } from './initiative/reply-handlers.ts'
import { initiativeRoutes } from './initiative/routes.ts'
import { stepTelling } from './initiative/step-usecases.ts'
import { initiativeStore } from './initiative/store.ts'
import { initiativeTrials } from './initiative/trial-usecases.ts'
import { initiativeUsecases } from './initiative/usecases.ts'
import { sheetViews } from './initiative/view-routes.ts'
import { memberVerbs } from './members/handlers.ts'
import { memberRoutes } from './members/routes.ts'
import { memberStore } from './members/store.ts'
import { memberUsecases } from './members/usecases.ts'
import { channelCardFacts } from './notifications/channel-handlers.ts'
import { drawingNews } from './notifications/drawn-handlers.ts'
import { messageHandlers } from './notifications/handlers.ts'

type Deps = {
  readonly programme: Programme
  readonly channels: Pick<ChannelUsecases, 'find' | 'isShut'>
  readonly people: Pick<PeopleUsecases, 'names' | 'tookPart'>
  readonly messages: Pick<MessageUsecases, 'tell' | 'claim' | 'drop' | 'show'>
  readonly ideas: Pick<
    IdeaUsecases,
    | 'hold'
    | 'redraw'
    | 'seenByIds'
    | 'posted'
    | 'submit'
    | 'becomeInitiative'
    | 'notifyFollowers'
    | 'support'
    | 'hasCommented'
  >
  readonly thread: Pick<ThreadUsecases, 'add'>
  readonly commitments: { readonly takenFrom: (idea: string) => Promise<Shown> }
  /** Of the feature to the right, once it is made. */
  readonly trials: () => TrialWords
  readonly trialOf: TrialOnSheet
}

/** The use-cases of each room. */
function initiativeRooms(
  wiring: Wiring,
  { programme, people, messages, ideas, thread, trialOf, trials: made }: Deps,
) {
  const { transact, read, once, note, audit, clock, ids } = wiring
  const [store, membership] = [initiativeStore, membershipStore]
  const trials: TrialWords = {
    whys: ids => made().whys(ids),
    testers: ids => made().testers(ids),
    places: id => made().places(id),
    hypothesis: id => made().hypothesis(id),
  }
  const small = smallGroups(programme.directions)
  const context = initiativeContext({ store, membership, transact, read, people, ideas })
  const descent = descentUsecases({
    store: (tx: Tx) => descentStore(tx, small),
    initiatives: store,
    context,
    read,
    programme,
    trials,
  })
  const gallery = galleryUsecases({
    store: (tx: Tx) => galleryStore(tx, small),
    initiatives: store,
    membership,
    context,
    read,
    people,
    ideas,
    trials,
    trialOf,
    lineageOf: descent.lineageOf,
  })
  const { sheet } = gallery
  const tell = stepTelling({ membership, ideas })
  return {
    seenOne: context.seenOne,
    trials: initiativeTrials({ store, context, ideas, tell, thread, clock }),
    descent,
    gallery,
    members: memberUsecases({
      store: memberStore,
      initiatives: store,
      membership,
      context,
      transact,
      read,
      note,
      audit,
      clock,
      people,
      messages,
      ideas,
    }),
    initiatives: initiativeUsecases({
      store,
      membership,
      context,
      sheet,
      transact,
      once,
      clock,
      ids,
      people,
      tell,
      ideas,
    }),
  }
}

export function wireInitiatives(wiring: Wiring, deps: Deps) {
  const { words, home, ids } = wiring
  const { programme, channels, messages, ideas, commitments } = deps
  const { descent, gallery, members, initiatives, seenOne, trials } = initiativeRooms(wiring, deps)
  const { sheet } = gallery
  const replies = initiativeReplies({ sheet, programme, words })
  const listed = galleryHandlers({ gallery, programme, words }, replies)
  const drawing = drawingNews({ members, gallery, ideas, programme, words }, replies)
  const told = messageHandlers({ drawing, members, messages, words })
  const views = sheetViews({ sheet, committed: commitments.takenFrom })
  return {
    usecases: {
      list: gallery.list,
      join: members.join,
      seenOne,
      posted: gallery.posted,
      held: trials.held,
      follow: trials.follow,
      redraw: trials.redraw,
    },
    /** A move of an initiative, as a line of a card that tells several, or on a card of its own. */
    moves: { line: drawing.line, drawn: drawing.drawn, together: drawing.together },
    handlers: {
      commands: listed.commands,
      verbs: {
        ...listed.verbs,
        ...initiativeVerbs({ initiatives, sheet, ideas, programme, words }, replies),
        ...editVerbs({ initiatives, sheet, programme, words, ids }, replies),
        ...memberVerbs({ members, sheet, programme, words }, replies),
        ...told.verbs,
      },
      facts: {
        ...told.facts,
        ...channelCardFacts({ gallery, channels, programme, words, home }, replies),
      },
    },
    routes: [
      ...galleryRoutes(gallery),
      ...descentRoutes(descent),
      ...initiativeRoutes(initiatives, views),
      ...memberRoutes(members, views),
    ],
  }
}
