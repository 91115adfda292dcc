import assert from 'node:assert/strict'
import { setStage } from '../support/product/stage.ts'
import { sharedWords, type TypedCommand, whoTakes } from '../support/product/typed-words.ts'

const command = (name: string, fr: readonly string[], en: readonly string[] = []): TypedCommand => ({
  name,
  words: { fr, en },
})

describe('the words that are typed', () => {
  it('lead to one command each, and none to help and to a command', async () => {
    const stage = await setStage()
    const commands = stage.app.handlers.flatMap(({ commands = [] }) => commands)
    await stage.close()
    assert.ok(commands.length > 10)
    const faults = sharedWords(commands)
    assert.equal(faults.length, 0, `\n${faults.join('\n')}`)
  })
})

describe('the rule that a word leads to one command', () => {
  const VOTER = command('voter', ['voter', 'scrutin'], ['vote'])

  it('takes a word that one command has in both languages', () => {
    assert.deepEqual(sharedWords([VOTER, command('initiatives', ['initiatives'], ['initiatives'])]), [])
  })

  it('refuses a word that help answers to, whatever its case and accents, and names both', () => {
    assert.deepEqual(sharedWords([VOTER, command('thanks', ['remercier'], ['Thanks'])]), [
      '« thanks » is typed for aide and for thanks: give one of them another word',
    ])
    assert.equal(sharedWords([command('gratitude', ['Mérci'])]).length, 1)
  })

  it('refuses a word of another command in either language, and what its button says', () => {
    assert.deepEqual(sharedWords([VOTER, command('polls', ['sondage'], ['Scrutin'])]), [
      '« scrutin » is typed for voter and for polls: give one of them another word',
    ])
    // The button of `mes-donnees` says « Mes données ».
    const data = command('mes-donnees', ['RGPD'])
    assert.equal(sharedWords([data, command('files', ['mes donnees'])]).length, 1)
  })

  it('says by whom a word is taken, also one that is known by its shape', () => {
    const codes = {
      ...command('presence', ['présent']),
      reads: (line: string) => (line === 'bcdfgh' ? line : undefined),
    }
    assert.equal(whoTakes([VOTER, codes], 'merci'), 'aide')
    assert.equal(whoTakes([VOTER, codes], 'PRESENT'), 'presence')
    assert.equal(whoTakes([VOTER, codes], 'bcdfgh'), 'presence')
    assert.equal(whoTakes([VOTER, codes], 'lanterne'), undefined)
  })
})
