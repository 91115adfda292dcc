import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { parseMethodFile } from '../../../src/features/programme/method/parser.ts'
import { phaseState, programmeOf } from '../../../src/features/programme/programme/domain.ts'
import { pageWords, programmeRoutes } from '../../../src/features/programme/programme/routes.ts'
import type { Actor } from '../../../src/kernel/access/actor.ts'
import type { Language } from '../../../src/kernel/text/language.ts'
import { pageKeys } from '../../../src/tabs/build/words.ts'
import type { ProgrammeView } from '../../../src/tabs/contract/programme/programme.ts'

const text = readFileSync(new URL('../../../programmes/occitanie.yaml', import.meta.url), 'utf8')
const programme = programmeOf(parseMethodFile(text))
const settled = async () => {}
const claire: Actor = { id: 'p-claire', name: 'Claire', role: 'agent', language: 'fr' }

async function ask(moment: string, actor = claire): Promise<ProgrammeView> {
  const clock = { now: () => Date.parse(moment) }
  const [route] = programmeRoutes({
    programme,
    clock,
    partialTexts: () => undefined,
    settled,
    closedAt: async () => undefined,
  })
  return (await route?.run({
    actor,
    params: {},
    query: {},
    body: undefined,
    sentence: String,
  })) as ProgrammeView
}

describe('the programme', () => {
  it('finds an axis and a Direction by id, and nothing under an unknown one', () => {
    assert.equal(programme.axis('equipe')?.title.fr, 'Faire équipe')
    assert.equal(programme.direction('lycees')?.name, 'Direction des lycées')
    assert.equal(programme.axis('constructor'), undefined)
    assert.equal(programme.headcount, 6_700)
  })

  it('has one current phase at most on any day, and never goes back', () => {
    const day = fc.date({ min: new Date('2026-01-01'), max: new Date('2028-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(day, date => {
        const states = programme.phases.map(phase => phaseState(phase, date.toISOString().slice(0, 10)))
        return /^(done )*(current )?(coming )*$/.test(states.map(state => `${state} `).join(''))
      }),
    )
  })
})

describe('GET /programme', () => {
  it('speaks the language of the person who asks', async () => {
    const french = await ask('2026-11-25T09:00:00Z')
    const english = await ask('2026-11-25T09:00:00Z', { ...claire, language: 'en' })
    assert.equal(french.axes[4]?.title, 'Faire équipe')
    assert.equal(english.axes[4]?.title, 'Working as one team')
    assert.equal(english.phases[0]?.title, 'Explore')
    assert.equal(english.directions[29]?.name, 'Direction des lycées')
  })

  it('takes today from the programme’s own zone: Paris is a day ahead of London at night', async () => {
    assert.equal((await ask('2027-02-28T22:30:00Z')).phases[0]?.state, 'current')
    const next = await ask('2027-02-28T23:30:00Z')
    assert.equal(next.today, '2027-03-01')
    assert.deepEqual(
      next.phases.map(phase => phase.state),
      ['done', 'current', 'coming'],
    )
  })

  it('gives the texts that a page says in place of its own, in the person’s language', async () => {
    const words = { fr: { 'direction.title': 'Mon pôle', 'help.title': 'Aide' }, en: {} }
    const [route] = programmeRoutes({
      programme: { ...programme, words },
      clock: { now: () => 0 },
      partialTexts: language =>
        language === 'fr-simple'
          ? { rules: 'fr', texts: { 'direction.title': 'Ma Direction', 'help.title': 'Aide' } }
          : undefined,
      closedAt: async () => undefined,
      settled,
    })
    const view = (language: Language) =>
      route?.run({ actor: { ...claire, language }, params: {}, query: {}, body: undefined, sentence: String })
    assert.deepEqual(((await view('fr')) as ProgrammeView).words, { 'direction.title': 'Mon pôle' })
    assert.deepEqual(((await view('en')) as ProgrammeView).words, {})
    assert.equal(((await view('fr')) as ProgrammeView).partial, undefined)
    const simple = (await view('fr-simple')) as ProgrammeView
    assert.deepEqual(simple.words, { 'direction.title': 'Mon pôle' })
    assert.deepEqual(simple.partial, { rules: 'fr', texts: { 'direction.title': 'Ma Direction' } })
  })

  it('leaves out no text that a page names', () => {
    const own = Object.fromEntries(pageKeys('src/tabs/client').map(key => [key, key]))
    assert.ok(Object.keys(own).length > 200)
    assert.deepEqual(pageWords(own), own)
  })

  it('tells no headcount', async () => {
    assert.doesNotMatch(JSON.stringify(await ask('2026-11-25T09:00:00Z')), /headcount|4490/)
  })
})
