import type { Wiring } from '../../conversation/wiring.ts'
import type { Actor } from '../../kernel/access/actor.ts'
import type { Measure } from '../../kernel/personal-data/measure.ts'
import { dateIn } from '../../kernel/time/time-zone.ts'
import type { ChannelUsecases } from '../channels/index.ts'
import type { IdeaUsecases } from '../ideas/index.ts'
import type { PeopleUsecases } from '../people/index.ts'
import type { Programme } from '../programme/index.ts'
import type { ThreadUsecases } from '../thread/index.ts'
import { endingVerbs } from './changes/ending-handlers.ts'
import { endingUsecases } from './changes/ending-usecases.ts'
import { changeVerbs } from './changes/handlers.ts'
import { moveVerbs } from './changes/horizon-handlers.ts'
import { moveUsecases } from './changes/horizon-usecases.ts'
import { changeRoutes } from './changes/routes.ts'
import { changeUsecases } from './changes/usecases.ts'
import { dueStore } from './commitment/due-store.ts'
import { dueUsecases } from './commitment/due-usecases.ts'
import type { CommitmentDraft } from './commitment/form-cards.ts'
import { formReplies } from './commitment/form-handlers.ts'
import { commitmentHandlers } from './commitment/handlers.ts'
import { ideaTelling } from './commitment/idea-usecases.ts'
import { commitmentReplies } from './commitment/reply-handlers.ts'
import { commitmentRoutes } from './commitment/routes.ts'
import { commitmentStore } from './commitment/store.ts'
import { commitmentUsecases } from './commitment/usecases.ts'
import { commitmentViews } from './commitment/view-routes.ts'
import { noteVerbs } from './notes/handlers.ts'
import { noteRoutes } from './notes/routes.ts'
import { noteStore } from './notes/store.ts'
import { noteUsecases } from './notes/usecases.ts'
import { publicationRoom } from './publication/wire.ts'
import { sharedVerbs } from './sharing/handlers.ts'
import { sharedRoutes } from './sharing/routes.ts'
import { sharedStore, unsharedCells } from './sharing/store.ts'
import { sharedUsecases } from './sharing/usecases.ts'
import { shareVerbs } from './sharing/visibility-handlers.ts'
import { storyEntries, storyRoom } from './stories/wire.ts'

type Deps = {
  readonly programme: Pick<Programme, 'axes' | 'axis' | 'direction' | 'directions'>
  readonly people: Pick<PeopleUsecases, 'names' | 'pilotsAndDeputies' | 'tookPart'>
  readonly channels: Pick<ChannelUsecases, 'announce' | 'announced' | 'targets'>
  readonly ideas: Pick<IdeaUsecases, 'show' | 'byIds' | 'notifyFollowers'>
  readonly thread: Pick<ThreadUsecases, 'add'>
  readonly isClosed: () => Promise<boolean>
}

const measures: readonly Measure[] = [{ name: 'commitments-unshared', count: unsharedCells }]

/** The use-cases of each room. */
function commitmentRooms(wiring: Wiring, { programme, people, channels, ideas, thread, isClosed }: Deps) {
  const { transact, read, once, note, clock, ids, zone } = wiring
  const store = commitmentStore
  const today = () => dateIn(clock.now(), zone)
  const telling = ideaTelling({ store, transact, note, clock, ideas, thread })
  const commitments = commitmentUsecases({
    store,
    transact,
    read,
    once,
    clock,
    ids,
    today,
    people,
    programme,
    ideas,
    telling,
  })
  const { take } = commitments
  const told = storyRoom(wiring, { commitments: store, people, channels, programme, isClosed })
  const { targets } = told.places
  return {
    telling,
    commitments,
    due: dueUsecases({ read, dues: dueStore }),
    endings: endingUsecases({ store, transact, clock, telling, dropStory: told.stories.drop }),
    move: moveUsecases({ store, transact, today }).move,
    change: changeUsecases({ store, transact, once, clock, ids, programme, today, telling }).change,
    notes: noteUsecases({ store: noteStore, commitments: store, transact, read, once, clock, ids }),
    sharing: sharedUsecases({ store: sharedStore, commitments: store, take, read, people, programme }),
    told,
    published: publicationRoom(wiring, { targets, channels, people, programme }),
  }
}

export function wireCommitments(wiring: Wiring, deps: Deps) {
  const { words, clock, ids, zone } = wiring
  const { programme, ideas } = deps
  const rooms = commitmentRooms(wiring, deps)
  const { telling, commitments, due, endings, move, change, notes, sharing, told, published } = rooms
  const { mayTell } = told.places
  const { show, today } = commitments
  const replies = commitmentReplies({ programme, words, clock, mayTell })
  const form = formReplies({ programme, words, ids, today }, replies)
  const own = commitmentHandlers({ commitments, telling, ideas, form, programme, words }, replies)
  const view = commitmentViews({ zone, clock, mayTell })
  const stories = storyEntries(wiring, told, { show, replies, view })
  return {
    usecases: {
      show,
      today,
      take: commitments.take,
      mine: commitments.mine,
      stagesOf: sharing.stagesOf,
      near: sharing.near,
      due: due.due,
      progress: due.progress,
      sharedDue: due.sharedDue,
      takenFrom: due.takenFrom,
      storiesWait: published.publication.waiting,
    },
    /** One that was just taken, and the form to take one, for whoever makes them of a sentence. */
    drawn: {
      one: (...[actor, commitment, notice]: Parameters<typeof replies.one>) =>
        replies.one(actor, commitment, notice, false, true),
      form: (actor: Actor, draft: CommitmentDraft) => form(actor, { ...draft, nonce: '' }),
    },
    handlers: {
      ...own,
      verbs: {
        ...own.verbs,
        ...changeVerbs({ commitments, change, programme, words, ids }, replies),
        ...endingVerbs({ show, endings }, replies),
        ...moveVerbs({ show, move }, replies),
        ...noteVerbs({ show, notes, programme, words, ids }, replies),
        ...shareVerbs({ show, change, programme, words }, replies),
        ...sharedVerbs({ sharing, form, programme, words }, replies),
        ...stories.verbs,
        ...published.verbs,
      },
      facts: { ...own.facts, ...published.facts },
    },
    routes: [
      ...commitmentRoutes(commitments, view),
      ...changeRoutes({ change, move, endings }, view),
      ...noteRoutes(notes, zone, view),
      ...sharedRoutes(sharing, view),
      ...stories.routes,
      ...published.routes,
    ],
    measures,
    erasures: [told.stories.leave],
  }
}
