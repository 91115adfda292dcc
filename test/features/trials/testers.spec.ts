import assert from 'node:assert/strict'
import { randomIds } from '../../../src/kernel/crypto/ids.ts'
import {
  ahmed,
  camille,
  maelle,
  nadia,
  setTrials,
  sophie,
  TRIAL_PLAN,
} from '../../support/features/trials.ts'

describe('who tries a trial', () => {
  let on: Awaited<ReturnType<typeof setTrials>>
  let id = ''

  beforeEach(async () => {
    on = await setTrials()
    ;({ id } = await on.plan(on.initiative))
  })
  afterEach(() => on.stage.close())

  const refused = (code: string) => ({ name: 'Refusal', code })
  const trying = (who: typeof ahmed, yes = true) => on.act(who, 'put', '/tester', id, { trying: yes })
  const note = (who: typeof ahmed, text: string, nonce = randomIds.nonce()) =>
    on.act(who, 'post', '/notes', id, { text, nonce })
  const decide = () => on.decided(id, 'stop')

  it('is counted exactly and named, in the order in which they came, each once', async () => {
    await trying(camille)
    on.clock.advance(1_000)
    await trying(camille)
    const { testers, names, trying: mine, mine: carried } = await trying(nadia)
    assert.deepEqual([testers, names, mine, carried], [2, [camille.name, nadia.name], true, false])
    const left = await trying(camille, false)
    assert.deepEqual([left.testers, left.names, left.trying], [1, [nadia.name], false])
    assert.deepEqual((await trying(camille, false)).names, [nadia.name])
  })

  it('is no member for it, and is one at sixteen taps at once', async () => {
    await Promise.all(Array.from({ length: 16 }, (_, n) => trying(n % 2 === 0 ? camille : nadia)))
    const { testers } = await trying(camille)
    assert.equal(testers, 2)
    const { members } = (await on.sheet(nadia, on.initiative)) as unknown as { members: number }
    assert.equal(members, 1)
  })

  it('may leave one that is decided, where nobody comes any more', async () => {
    await trying(camille)
    await on.goTo('2027-04-30T09:00')
    await decide()
    await assert.rejects(trying(nadia), refused('trial-decided'))
    assert.equal((await trying(camille, false)).testers, 0)
  })

  it('signs lines, which stand under its idea, the latest first', async () => {
    await assert.rejects(note(nadia, 'Trop long'), refused('trial-not-trying'))
    await trying(camille)
    const nonce = randomIds.nonce()
    await note(camille, 'Deux relectures', nonce)
    on.clock.advance(1_000)
    await note(camille, 'Deux relectures', nonce)
    const { notes } = await note(ahmed, 'Un appel de moins')
    assert.deepEqual(
      notes.map(({ name, text }) => [name, text]),
      [
        [ahmed.name, 'Un appel de moins'],
        [camille.name, 'Deux relectures'],
      ],
    )
    const comments = await (await on.call(nadia))<{ items: readonly { text: string; id: string }[] }>(
      'get',
      '/ideas/:id/comments',
      { params: { id: on.initiative } },
    )
    assert.deepEqual(
      comments.items.map(({ text }) => text),
      ['Deux relectures', 'Un appel de moins'],
    )
    await assert.rejects(note(camille, 'x'.repeat(281)), refused('too-long'))
    await assert.rejects(note(camille, ' '), refused('empty-text'))
  })

  it('reads no line that was taken back or hidden', async () => {
    await trying(camille)
    const [first] = (await note(camille, 'Une ligne')).notes
    await (await on.call(camille))('post', '/comments/:id/withdraw', { params: { id: first?.id ?? '' } })
    assert.deepEqual((await on.trials(camille, on.initiative)).current?.notes, [])
    const [second] = (await note(camille, 'Une autre')).notes
    const hiding = { params: { id: second?.id ?? '' }, body: { reason: 'Un nom' } }
    await (await on.call(maelle))('post', '/comments/:id/hide', hiding)
    assert.deepEqual((await on.trials(nadia, on.initiative)).current?.notes, [])
  })

  it('is read without names by an observer, but for who chose to be listed', async () => {
    await on.seat({ objectId: 'observer', name: 'Omar Petit' }, undefined, 'observer')
    await trying(camille)
    await note(camille, 'Une ligne')
    const { current } = await on.trials({ objectId: 'observer', name: 'Omar Petit' }, on.initiative)
    assert.deepEqual([current?.names, current?.notes[0]?.name], [[camille.name], ''])
  })

  it('loses their place with a trial that is dropped', async () => {
    await trying(camille)
    await on.act(ahmed, 'del', '', id)
    await assert.rejects(trying(sophie), refused('gone'))
    assert.equal((await on.plan(on.initiative, TRIAL_PLAN)).testers, 0)
  })
})
