import type { Role } from '../../../src/kernel/access/role.ts'
import { languageOf } from '../../../src/kernel/text/language.ts'
import type { Person } from '../../support/sign-in/cast.ts'
import { GENERAL } from '../../support/teams/index.ts'
import type { Stage } from './stage.ts'

/** Roles are given by whoever installs the product; one's Direction one says oneself. */
async function appoint({ play }: Stage, person: Person, role: Role, direction: string): Promise<void> {
  const { people } = play.world.app
  const { id } = await people.greet({ ...person, language: languageOf(person.locale) })
  await people.assignRole(id, role, [direction])
}

/** From nine to ten on the first day: the app comes to the team, and to all but Nadia. */
export async function arrive(stage: Stage, day: string): Promise<void> {
  const { play, six, maelle, ines, pascal, camille, owen, t } = stage
  await appoint(stage, six.ines, 'pilot', 'mobilites')
  await appoint(stage, six.pascal, 'manager', 'lycees')
  await play.until(day, '09:00')
  await maelle.does(t.addsToTeam, async () => {
    for (let times = 0; times < 2; times++) await maelle.gestures().installs(GENERAL)
  })
  for (const one of [maelle, ines, pascal, camille, owen]) {
    await one.does(t.adds, async () => {
      for (let times = 0; times < 2; times++) await one.gestures().installs()
    })
    const { direction = '' } = one.who
    await one.opens(play.lastTo(one.who, 'welcome'), { verb: 'people.direction' }, { direction })
  }
}
