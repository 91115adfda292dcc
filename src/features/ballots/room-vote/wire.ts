import type { Words } from '../../../i18n/words.ts'
import type { Language } from '../../../kernel/text/language.ts'
import { tableVoteRoom } from '../table-votes/wire.ts'
import { roomVoteRoutes } from './routes.ts'
import { sequelSentence } from './screen-cards.ts'
import { screenUsecases } from './screen-usecases.ts'
import { roomVoteUsecases } from './usecases.ts'

type Parts = Omit<Parameters<typeof roomVoteUsecases>[0], 'roomQuestion' | 'ideas'> &
  Pick<Parameters<typeof roomVoteRoutes>[0], 'voteLink'> &
  Pick<Parameters<typeof screenUsecases>[0], 'posted'> & {
    /** The programme's own, in which a room is asked. */
    readonly home: Language
    readonly words: (language: Language) => Words
  }

type All = Omit<Parts, 'ideas'> &
  Parameters<typeof tableVoteRoom>[0] &
  Pick<Parameters<typeof roomVoteUsecases>[0], 'ideas'>

function roomVoteRoom(parts: Parts & Pick<All, 'ideas'>) {
  const { workshops, attendance, ideas, hosts, secrets, clock, store, read } = parts
  const { openDraft, show, posted, words, home, voteLink } = parts
  const roomQuestion = () => words(home).say('ballot.room.question')
  const { openRoom, roomVote } = roomVoteUsecases({
    workshops,
    attendance,
    ideas,
    hosts,
    secrets,
    roomQuestion,
    clock,
    store,
    read,
    openDraft,
    show,
  })
  const screens = screenUsecases({ posted, sentenceOf: ballot => sequelSentence(words(home), ballot) })
  return { openRoom, screens, routes: roomVoteRoutes({ openRoom, roomVote, voteLink }) }
}

/** Votes at a workshop: of one table on its ideas, and of everybody who is there; and what a screen shows of any vote. */
export function workshopVotes(parts: All) {
  const table = tableVoteRoom(parts)
  const { openRoom, screens, routes } = roomVoteRoom(parts)
  return {
    usecases: {
      openRoomVote: openRoom,
      roomBallot: screens.roomBallot,
      roomOutcome: screens.roomOutcome,
    },
    handlers: table.handlers,
    routes: [...table.routes, ...routes],
  }
}
