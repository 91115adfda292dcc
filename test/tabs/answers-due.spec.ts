import { deepEqual, equal } from 'node:assert/strict'
import { byDue } from '../../src/tabs/client/direction/ideas/waiting.ts'
import { changeText, subjectText } from '../../src/tabs/client/organiser/programme/change-texts.ts'
import { dueTexts } from '../../src/tabs/client/parts/ideas/due-text.ts'
import type { IdeaView } from '../../src/tabs/contract/ideas/ideas.ts'
import { voice } from './translators.ts'

const HERE = 'Direction des lycées'
const PROGRAMME = { today: '2027-02-10' }
const NOTHING = { directions: [], axes: [], phases: [] }

describe('an answer that is due, in the tab', () => {
  const text = (due: IdeaView['due'], page?: string) =>
    dueTexts({ ...(due && { due }) }, PROGRAMME, voice('fr'), page)
      .join()
      .replaceAll('\u00A0', ' ')

  it('says by which day and by whom, then that it is late, and nothing where none is due', () => {
    equal(text({ on: '2027-03-12', direction: HERE, late: false }), `Réponse due le 12 mars (${HERE})`)
    equal(
      text({ on: '2027-02-01', direction: HERE, late: true }),
      `Réponse en retard depuis le 1er février (${HERE})`,
    )
    equal(text({ on: '2027-03-12', late: false }), 'Réponse due le 12 mars par le Lab’')
    equal(text({ on: '2027-02-01', late: true }), 'Réponse du Lab’ en retard depuis le 1er février')
    equal(text(undefined), '')
  })

  it('does not name the Direction on its own page', () => {
    equal(text({ on: '2027-03-12', direction: HERE, late: false }, HERE), 'Réponse due le 12 mars')
    equal(
      text({ on: '2027-02-01', direction: HERE, late: true }, HERE),
      'Réponse en retard depuis le 1er février',
    )
    equal(
      text({ on: '2027-03-12', direction: HERE, late: false }, 'Lab’'),
      `Réponse due le 12 mars (${HERE})`,
    )
  })

  it('stands first where the Direction owes it, the earliest first, and where the Lab’ does like any other', () => {
    const [soon, later] = ['2027-03-01', '2027-04-01'].map(on => ({ on, direction: HERE, late: false }))
    const labs = { on: '2027-02-11', late: false }
    const ideas = [{ due: labs }, { due: undefined }, { due: later }, { due: soon }]
    const order = ideas.toSorted((one, other) => byDue(one.due, other.due)).map(({ due }) => due)
    deepEqual(order, [soon, later, labs, undefined])
    equal(byDue(labs, undefined), 0)
    equal(byDue(soon, labs) < 0, true)
    equal(byDue(later, soon) > 0, true)
  })

  it('is told of a threshold that an import adds, and that what is due already keeps its day', () => {
    const change = { of: 'threshold', act: 'added', id: '30/3/30/direction', stands: [] } as const
    const subject = subjectText(voice('fr'), NOTHING, change).replaceAll('\u00A0', ' ')
    equal(subject, '30 soutiens de 3 Directions : réponse sous 30 jours, par la Direction de l’idée')
    equal(changeText(voice('fr'), change), 'ajouté. Une réponse déjà due garde son jour.')
    const any = subjectText(voice('fr'), NOTHING, { ...change, id: '20/0/1/lab' })
    equal(any.replaceAll('\u00A0', ' '), '20 soutiens : réponse sous 1 jour, par le Lab’')
  })
})
