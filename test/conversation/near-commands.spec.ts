import assert from 'node:assert/strict'
import fc from 'fast-check'
import { createNearest } from '../../src/conversation/routing/near-commands.ts'
import type { Actor } from '../../src/kernel/access/actor.ts'
import { setStage } from '../support/product/stage.ts'

const AGENT: Actor = { id: 'camille', name: 'Camille Martin', role: 'agent', language: 'fr' }

describe('what a message that is no command was meant for', () => {
  let nearest: ReturnType<typeof createNearest>
  before(async () => {
    const stage = await setStage()
    nearest = createNearest(stage.app.handlers.flatMap(({ commands = [] }) => commands))
    await stage.close()
  })
  const meant = (typed: string) => nearest(typed, AGENT).meant?.name

  it('is a command with a slip of a letter, a missing apostrophe, a doubled letter', () => {
    const slips: readonly (readonly [typed: string, name: string])[] = [
      ['atteliers', 'ateliers'],
      ['ateleirs', 'ateliers'],
      ['Les ateliers svp', 'ateliers'],
      ['bonjour je voudrais m’inscrire', 'ateliers'],
      ['inscritpion', 'ateliers'],
      ['votter', 'voter'],
      ['mengager', 'engager'],
      ['m engager', 'engager'],
      ['m’engagé', 'engager'],
      ['engagment', 'engager'],
      ['iniciatives', 'initiatives'],
      ['mes donées', 'mes-donnees'],
      ['stopp', 'coups-de-pouce'],
    ]
    for (const [typed, name] of slips) assert.equal(meant(typed), name, typed)
  })

  it('is none where the word is an ordinary one, though a letter away', () => {
    for (const typed of [
      'vite',
      'votre',
      'idéal',
      'idem',
      'ménager',
      'langage',
      'sites',
      'longue',
      'arène',
      'ballon',
    ])
      assert.equal(meant(typed), undefined, typed)
  })

  it('is none where the message says more than a command', () => {
    for (const typed of [
      'vos ateliers tombent toujours un mercredi',
      'aider les nouveaux',
      'stop aux barquettes',
      'x'.repeat(9_000),
    ])
      assert.equal(meant(typed), undefined, typed)
  })

  it('keeps what follows a word with a slip that takes text', () => {
    for (const typed of ['iddée ouvrir un potager', 'idé: ouvrir un potager']) {
      const { begun } = nearest(typed, AGENT)
      assert.deepEqual([begun?.command.name, begun?.text], ['idee', 'ouvrir un potager'], typed)
    }
    assert.equal(nearest('idéal pour les réunions', AGENT).begun, undefined)
  })

  it('names the commands whose words stand in it', () => {
    assert.deepEqual(nearest('y a-t-il un atelier près de Mende', AGENT).named, ['ateliers'])
    assert.deepEqual(nearest('quand finit le vote', AGENT).named, ['voter'])
  })

  it('is of those alone that its author may run', () => {
    const names = (typed: string, role: Actor['role'], deputy = false) => {
      const actor = { ...AGENT, role, ...(deputy && { deputy: true as const }) }
      const { meant: whole, named } = nearest(typed, actor)
      return [whole?.name, ...named]
    }
    assert.deepEqual(names('une meilleure diffusion des informations', 'agent'), [undefined])
    assert.deepEqual(names('une meilleure diffusion des informations', 'organiser'), [undefined, 'envois'])
    assert.deepEqual(names('anonce', 'agent'), [undefined])
    assert.deepEqual(names('anonce', 'organiser'), ['annoncer'])
    assert.deepEqual(names('passer le relai', 'pilot'), ['passer-le-relais'])
    assert.deepEqual(names('passer le relai', 'pilot', true), [undefined])
  })

  it('is looked for in any message whatever, at a cost that does not grow with it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3_000 }), typed => {
        nearest(typed, AGENT)
      }),
      { numRuns: 200 },
    )
  })
})
