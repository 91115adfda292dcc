import { equal } from 'node:assert/strict'
import { subjectText } from '../../src/tabs/client/organiser/programme/change-texts.ts'
import { voice } from './translators.ts'

const PROGRAMME = {
  directions: [{ id: 'lycees', name: 'Direction des lycées' }],
  axes: [{ id: 'equipe', title: 'Faire équipe' }],
  phases: [{ id: 'explorer', title: 'Explorer' }],
} as const
const change = { act: 'changed', facet: 'last day', from: '', to: '', stands: [] } as const

describe('a thing of the method file that changes', () => {
  const said = (of: 'axis' | 'direction' | 'phase', id: string) =>
    subjectText(voice('fr'), PROGRAMME, { ...change, of, id })

  it('is named as the programme names it, and by its id where it is new', () => {
    equal(said('axis', 'equipe'), 'Axe Faire équipe')
    equal(said('phase', 'explorer'), 'Phase Explorer')
    equal(said('direction', 'lycees'), 'Direction des lycées')
    equal(said('phase', 'essaimer'), 'Phase essaimer')
  })
})
