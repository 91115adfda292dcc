import { arrive } from './arrivals.ts'
import type { Ledger } from './ledger.ts'
import { sixPeople } from './people.ts'
import { at, openPlay } from './play.ts'
import { createStage } from './stage.ts'

type Options = { readonly url: string; readonly start: string; readonly workshop: string }

/** Ten days from `start` on, with one workshop at ten on the day `workshop`: only the pilot is ever written to. */
export async function playQuietly({ url, start, workshop }: Options): Promise<Ledger> {
  const six = sixPeople('fr')
  const people = Object.values(six)
  const play = await openPlay({ url, people, language: 'fr', start: at(start, '08:00') })
  try {
    const stage = createStage(play, six)
    await arrive(stage, start)
    const when = { date: workshop, start: '10:00', end: '12:00' }
    await stage.announce({ title: stage.t.schools, axis: 'usager', ...when })
    await play.until(workshop, '12:00')
    return play.ledger
  } finally {
    await play.world.close()
  }
}
