import assert from 'node:assert/strict'
import { MINUTE, SECOND } from '../../../src/kernel/time/clock.ts'
import type { ColleagueView } from '../../../src/tabs/contract/attendance.ts'
import type { BallotView } from '../../../src/tabs/contract/ballots/ballots.ts'
import type { RoomVotePage, RoomVoteView } from '../../../src/tabs/contract/ballots/room-votes.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import { onEachEngine } from '../../support/database/engines.ts'
import { freshBot } from '../../support/product/bot.ts'
import { found, says, saysNothingOf } from '../../support/product/card-assertions.ts'
import { voteFor } from '../../support/product/vote.ts'
import { CAMILLE, HELENE, KARIM, MAELLE, NADIA, type Person } from '../../support/sign-in/cast.ts'
import { WORKSHOPS } from '../../support/teams/index.ts'
import { beginWorkshop } from './room-steps.ts'

onEachEngine('a vote of the room, in Teams', engine => {
  const at = freshBot(engine)
  beforeEach(() => at.bot.seat([CAMILLE, KARIM, NADIA, HELENE]))

  const comeIn = async (workshop: string, person: Person) => {
    const lab = at.bot.api(MAELLE)
    const name = encodeURIComponent(person.name)
    const { items } = await lab.get<Page<ColleagueView>>(`/attendance/${workshop}/colleagues?name=${name}`)
    await lab.post(`/attendance/${workshop}/walk-ins`, { person: found(items[0], 'a colleague').id })
  }

  it('comes first when who is there types « voter », is voted in on the card, and is posted nowhere', async () => {
    const { bot } = at
    const workshop = await beginWorkshop(bot)
    await comeIn(workshop, CAMILLE)
    const posts = bot.as(KARIM).reads(WORKSHOPS).length
    const asked = {
      question: 'On commence par laquelle',
      options: ['Un banc', 'Un abri'],
      kind: 'single',
      minutes: 5,
      nonce: 'room-vote-1-nonce',
    }
    const { ballot } = await bot.api(MAELLE).post<RoomVoteView>(`/workshops/${workshop}/room-vote`, asked)
    await bot.settle()
    assert.equal(bot.as(KARIM).reads(WORKSHOPS).length, posts)

    const card = await bot.as(CAMILLE).says('voter')
    says(card, ballot.question, 'réservé aux personnes présentes')
    const voted = await bot.as(CAMILLE).presses(card, voteFor('Un banc'))
    says(voted, 'Votre vote est enregistré', 'Les totaux paraîtront à la clôture')
    saysNothingOf(await bot.as(KARIM).says('voter'), ballot.question)

    // Somebody who comes in meanwhile is asked as well.
    await comeIn(workshop, KARIM)
    const late = await bot.as(KARIM).says('voter')
    await bot.as(KARIM).presses(late, voteFor('Un banc'))
    await bot.later(6 * MINUTE + SECOND)
    const result = await bot.api(MAELLE).get<RoomVotePage>(`/workshops/${workshop}/room-vote`)
    const { state, votes, options } = found(result.vote, 'the vote').ballot
    assert.deepEqual([state, votes, options.map(option => option.votes)], ['closed', 2, [2, 0]])
    const { items } = await bot.api(NADIA).get<Page<BallotView>>('/ballots')
    assert.deepEqual(items, [])
    assert.equal(bot.as(KARIM).reads(WORKSHOPS).length, posts)
  })
})
