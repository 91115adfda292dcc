import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import type { PlaceChanged } from '../../../conversation/protocol/incoming.ts'
import type { TeamMemberUsecases } from './team-members-usecases.ts'

/** Lookups are scheduled, since Teams must not be called before its event is answered. */
export function teamMemberHandlers(members: TeamMemberUsecases) {
  async function changed({ place, ...event }: PlaceChanged): Promise<void> {
    if (!place.team) return
    const address = place.channelAddress ?? place.address
    if (event.kind === 'installed') await members.teamMet(place.team.id, address)
    if (event.kind === 'members') await members.joined(address, place.team.id, event.added)
  }

  return {
    // Not `people.joined`: one after another, since lookups stop once nobody is expected any more.
    asks: ['people.roster'],
    facts: {
      'people.roster': async ({ payload: { team, begun, page } }) => {
        await members.readPage({ team: String(team), begunAt: Number(begun), page: Number(page) })
        return []
      },
      'people.joined': async ({ payload: { at, member } }) => {
        await members.askMember(String(at), String(member))
        return []
      },
      'people.expected': async ({ payload }) => {
        await members.readAgain(String(payload.after))
        return []
      },
    },
    places: [(_, event) => changed(event)],
  } satisfies Handlers
}
