import assert from 'node:assert/strict'
import fc from 'fast-check'
import { differencesOf } from '../../../src/features/programme/import/differences.ts'
import type { ProgrammeContent } from '../../../src/features/programme/programme/domain.ts'
import { anyProgramme } from '../../support/programme/arbitrary-programme.ts'
import { programme } from '../../support/programme/programme.ts'

const content: ProgrammeContent = programme
const [first, ...others] = content.directions
const said = (after: Partial<ProgrammeContent>, before = content) =>
  differencesOf(before, { ...content, ...after }).map(({ sentence }) => sentence)

describe('what changes from one method file to another', () => {
  it('is nothing between a programme and itself', () => {
    fc.assert(fc.property(anyProgramme, any => differencesOf(any, any).length === 0))
  })

  it('is something between any two that differ', () => {
    fc.assert(
      fc.property(anyProgramme, anyProgramme, (one, other) => {
        const same = JSON.stringify(one) === JSON.stringify(other)
        return same || differencesOf(one, other).length > 0
      }),
    )
  })

  it('is told of an axis by its id, language by language', () => {
    const axes = content.axes.map(axis =>
      axis.id === 'usager' ? { ...axis, title: { ...axis.title, fr: 'Écouter' } } : axis,
    )
    const before = content.axes[2]?.title.fr
    assert.deepEqual(said({ axes }), [
      `Axis "usager": title in French changes from "${before}" to "Écouter".`,
    ])
  })

  it('tells what comes, what goes and what stands elsewhere', () => {
    const parcs = { id: 'parcs', name: 'Pôle parcs', headcount: 12 }
    assert.deepEqual(said({ directions: [...others, parcs] }), [
      `Direction "${first?.id}" is removed.`,
      'Direction "parcs" is added: "Pôle parcs", 12 agents.',
    ])
    const [one, two, ...rest] = content.axes
    const axes = [two, one, ...rest].flatMap(axis => axis ?? [])
    assert.deepEqual(said({ axes }), [
      'The axes stand in another order: territoires, transitions, usager, employeur, equipe.',
    ])
  })

  it('tells of the rules of nudges', () => {
    const [digest, ...rules] = content.nudges
    const nudges = [{ id: 'veille', kind: 'workshop-tomorrow', at: '0 8 * * *' } as const, ...rules]
    const slower = nudges.map(rule => (rule.kind === 'my-horizon' ? { ...rule, days: 5, off: true } : rule))
    assert.deepEqual(said({ nudges: slower }), [
      `Nudge rule "${digest?.id}" is removed.`,
      'Nudge rule "veille" is added: workshop-tomorrow at "0 8 * * *".',
      'Nudge rule "my-horizon": days ahead changes from "3" to "5".',
      'Nudge rule "my-horizon": state changes from "on" to "off".',
    ])
  })

  it('tells of thresholds, and that what is due already keeps its day', () => {
    const before = {
      ...content,
      thresholds: [{ supports: 30, directions: 3, days: 30, by: 'direction' }],
    } as const
    assert.deepEqual(said({ thresholds: [{ supports: 20, days: 15, by: 'lab' }] }, before), [
      'The threshold of 30 supports of 3 Directions, an answer within 30 days by the idea’s Direction is removed; answers already due keep their day.',
      'The threshold of 20 supports, an answer within 15 days by the Lab’ is added; answers already due keep their day.',
    ])
  })

  it('marks removals, and says of which axis or Direction each is', () => {
    const [gone] = differencesOf(content, { ...content, directions: others })
    assert.deepEqual(gone?.about, { under: 'direction', id: first?.id })
    assert.equal(gone?.removed, true)
  })

  it('tells of the calendar and of words', () => {
    const closures = [{ from: '2026-12-21', until: '2027-01-03' }]
    const words = { fr: { 'direction.title': 'Mon pôle' }, en: {} }
    assert.deepEqual(said({ calendar: { ...content.calendar, region: '57', closures }, words }), [
      'The region of the public holidays changes from "none" to "57".',
      'The closure from 2026-12-21 until 2027-01-01 is removed.',
      'The closure from 2027-08-02 until 2027-08-20 is removed.',
      'A closure from 2026-12-21 until 2027-01-03 is added.',
      'The text "direction.title" in French becomes "Mon pôle".',
    ])
    assert.deepEqual(said({}, { ...content, words }), [
      'The text "direction.title" in French is the catalogue’s own again.',
    ])
  })
})
