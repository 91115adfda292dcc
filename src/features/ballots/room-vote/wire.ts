import type { Words } from '../../../i18n/words.ts'
import type { Language } from '../../../kernel/text/language.ts'
import { tableVoteRoom } from '../table-votes/wire.ts'
import { roomVoteRoutes } from './routes.ts'
import { roomVoteUsecases } from './usecases.ts'

type Parts = Omit<Parameters<typeof roomVoteUsecases>[0], 'roomQuestion'> &
  Pick<Parameters<typeof roomVoteRoutes>[0], 'tabLink'> & {
    /** The programme's own, in which a room is asked. */
    readonly home: Language
    readonly words: (language: Language) => Words
  }

function roomVoteRoom(parts: Parts) {
  const { workshops, attendance, ideas, hosts, secrets, clock, store, read } = parts
  const { openDraft, show, words, home, tabLink } = parts
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
  return { openRoom, routes: roomVoteRoutes({ openRoom, roomVote, tabLink }) }
}

/** Votes at a workshop: of one table on its ideas, and of everybody who is there. */
export function workshopVotes(parts: Parts & Parameters<typeof tableVoteRoom>[0]) {
  const table = tableVoteRoom(parts)
  const { openRoom, routes } = roomVoteRoom(parts)
  return {
    openRoomVote: openRoom,
    handlers: table.handlers,
    routes: [...table.routes, ...routes],
  }
}
