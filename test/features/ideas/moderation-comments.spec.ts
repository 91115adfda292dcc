import assert from 'node:assert/strict'
import { open } from '../../../src/db/index.ts'
import type { Actor } from '../../../src/kernel/access/actor.ts'
import { SECOND } from '../../../src/kernel/time/clock.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../../support/database/engines.ts'
import { featuresOn, freshForm } from '../../support/features/ideas.ts'

const WHY = 'Une personne y est nommée'
const SAID = 'Demandez plutôt à celle du bureau 12'

onEachEngine('a comment that is reported', engine => {
  const clock = fixedClock()
  const fresh = freshDatabase(engine, { clock })
  let { ideas, person } = {} as ReturnType<typeof featuresOn>
  let [camille, sophie, karim, maelle] = [] as unknown as [Actor, Actor, Actor, Actor]
  let idea = ''

  beforeEach(async () => {
    ;({ ideas, person } = featuresOn(fresh.db, clock))
    camille = await person('camille', 'lycees')
    sophie = await person('sophie', 'lycees')
    karim = await person('karim', 'europe')
    maelle = await person('maelle')
    idea = (await ideas.submit(camille, { text: 'Un vélo', axis: 'usager' }, freshForm(camille))).id
  })

  async function say(who = karim, text = SAID): Promise<string> {
    clock.advance(SECOND)
    return (await ideas.comment(who, idea, text, freshForm(who))).id
  }

  const waiting = async () => (await ideas.watchedComments(maelle, 'reported', 20)).items
  const seenBy = async (actor: Actor) => (await ideas.comments(actor, idea, 20)).items
  const textsFor = async (actor: Actor) => (await seenBy(actor)).map(({ text }) => text)
  const rowsOf = (table: 'idea_comment_report' | 'message' | 'audit') =>
    fresh.db.read(tx => open(tx).selectFrom(table).selectAll().execute()) as Promise<
      readonly Record<string, unknown>[]
    >
  const audited = async () =>
    (await rowsOf('audit')).map(({ act }) => String(act)).filter(act => act.includes('comment'))
  const told = async () =>
    (await rowsOf('message')).map(({ person_id, subject }) => {
      const { comment, step } = JSON.parse(String(subject))
      return [person_id, comment, step]
    })

  it('waits for organisers, counted once for each person, who is named to nobody, and stays in sight', async () => {
    const id = await say()
    await ideas.reportComment(sophie, id, '  ')
    await ideas.reportComment(sophie, id, 'Une deuxième fois')
    clock.advance(SECOND)
    await ideas.reportComment(camille, id, WHY)
    const [watched, ...others] = await waiting()
    assert.deepEqual(
      [watched?.comment.id, watched?.comment.reports, watched?.reasons, watched?.under.id, others],
      [id, 2, [WHY], idea, []],
    )
    const seen = JSON.stringify(watched)
    assert.ok(!seen.includes(sophie.id) && !seen.includes(sophie.name))
    assert.deepEqual(await textsFor(karim), [SAID])
    const marks = [sophie, karim].map(async who => (await seenBy(who))[0]?.reported)
    assert.deepEqual(await Promise.all(marks), [true, undefined])
    assert.deepEqual(await told(), [])
  })

  it('is nobody’s own, and reported with a reason of 280 characters at most', async () => {
    const id = await say()
    await assert.rejects(ideas.reportComment(karim, id, ''), { code: 'own-comment-reported' })
    await assert.rejects(ideas.reportComment(sophie, id, 'é'.repeat(281)), { code: 'too-long' })
    await assert.rejects(ideas.reportComment(sophie, 'gone', ''), { code: 'gone' })
    const observer: Actor = { ...sophie, role: 'observer' }
    await assert.rejects(ideas.reportComment(observer, id, ''), { code: 'role-needed' })
    for (const reader of [sophie, observer])
      await assert.rejects(ideas.watchedComments(reader, 'reported', 20), { code: 'role-needed' })
    assert.deepEqual(await waiting(), [])
  })

  it('comes up the oldest report first, a page at a time, and not under an idea taken back', async () => {
    const ids = [await say(karim, 'Un'), await say(karim, 'Deux'), await say(karim, 'Trois')]
    for (const at of [2, 0, 1]) {
      clock.advance(SECOND)
      await ideas.reportComment(sophie, ids[at] ?? '', '')
    }
    const first = await ideas.watchedComments(maelle, 'reported', 2)
    const second = await ideas.watchedComments(maelle, 'reported', 2, first.next)
    const order = [...first.items, ...second.items].map(({ comment }) => comment.text)
    assert.deepEqual([order, second.next], [['Trois', 'Un', 'Deux'], undefined])
    await ideas.undo(camille, idea)
    assert.deepEqual(await waiting(), [])
  })

  it('is kept as it is by organisers; the reasons are forgotten, and the same person asks no more', async () => {
    const id = await say()
    await ideas.reportComment(sophie, id, WHY)
    await assert.rejects(ideas.keepComment(karim, id), { code: 'role-needed' })
    await ideas.keepComment(maelle, id)
    await ideas.keepComment(maelle, id)
    await ideas.reportComment(sophie, id, 'Encore')
    assert.deepEqual([await waiting(), (await seenBy(sophie))[0]?.reported], [[], true])
    assert.deepEqual(
      (await rowsOf('idea_comment_report')).map(({ reason }) => reason),
      [null],
    )
    assert.deepEqual([await audited(), await told()], [['ideas.keep-comment'], []])
  })

  it('waits again with its reports once « Garder » is undone, however often, and not while it is hidden', async () => {
    const id = await say()
    clock.advance(SECOND)
    const since = clock.now()
    await ideas.reportComment(sophie, id, WHY)
    await ideas.reportComment(camille, id, '')
    await ideas.reopenComment(maelle, id)
    clock.advance(SECOND)
    await ideas.keepComment(maelle, id)
    await assert.rejects(ideas.reopenComment(karim, id), { code: 'role-needed' })
    for (let time = 0; time < 2; time++) await ideas.reopenComment(maelle, id)
    const [watched, ...others] = await waiting()
    assert.deepEqual(
      [watched?.comment.id, watched?.comment.reports, watched?.at, watched?.reasons, others],
      [id, 2, since, [], []],
    )
    assert.deepEqual(await audited(), ['ideas.keep-comment', 'ideas.reopen-comment'])
    await ideas.keepComment(maelle, id)
    await ideas.hideComment(maelle, id, WHY)
    await ideas.reopenComment(maelle, id)
    assert.deepEqual([await waiting(), (await audited()).length], [[], 4])
  })

  it('puts back only what was settled last, and nothing where others wait already', async () => {
    const id = await say()
    await ideas.reportComment(sophie, id, '')
    await ideas.keepComment(maelle, id)
    clock.advance(SECOND)
    await ideas.reportComment(camille, id, '')
    await ideas.reopenComment(maelle, id)
    assert.equal((await waiting())[0]?.comment.reports, 1)
    await ideas.keepComment(maelle, id)
    await ideas.reopenComment(maelle, id)
    assert.equal((await waiting())[0]?.comment.reports, 1)
  })

  it('is hidden at once from all but who wrote it and organisers; and shown again', async () => {
    const id = await say()
    await say(sophie, 'Oui')
    await ideas.reportComment(sophie, id, WHY)
    await assert.rejects(ideas.hideComment(sophie, id, WHY), { code: 'role-needed' })
    await assert.rejects(ideas.hideComment(maelle, id, ' '), { code: 'empty-text' })
    for (const reason of [WHY, 'Autre chose']) await ideas.hideComment(maelle, id, reason)
    assert.deepEqual(await Promise.all([sophie, karim, maelle].map(textsFor)), [
      ['Oui'],
      [SAID, 'Oui'],
      [SAID, 'Oui'],
    ])
    assert.deepEqual([(await seenBy(karim))[0]?.hidden?.reason, await waiting()], [WHY, []])
    assert.equal((await ideas.show(sophie, idea)).comments, 1)
    await assert.rejects(ideas.reportComment(camille, id, ''), { code: 'gone' })
    const { items } = await ideas.watchedComments(maelle, 'hidden', 20)
    assert.deepEqual(
      items.map(({ comment }) => comment.id),
      [id],
    )
    clock.advance(SECOND)
    for (let time = 0; time < 2; time++) await ideas.restoreComment(maelle, id)
    assert.deepEqual([await textsFor(sophie), (await ideas.show(sophie, idea)).comments], [[SAID, 'Oui'], 2])
    assert.deepEqual((await audited()).sort(), ['ideas.hide-comment', 'ideas.restore-comment'])
  })

  it('does not name in the queue whoever stays unnamed under their own idea', async () => {
    await ideas.unname(camille, idea)
    const id = await say(camille, 'Je précise')
    await ideas.reportComment(karim, id, '')
    const [watched] = await waiting()
    assert.deepEqual([watched?.comment.authorName, watched?.comment.ofAuthor], ['', true])
  })

  it('is taken back by who wrote it alone, counts and waits no more, and comes back with its reports', async () => {
    const id = await say()
    await ideas.reportComment(sophie, id, WHY)
    for (const who of [sophie, camille, maelle])
      await assert.rejects(ideas.withdrawComment(who, id), { code: 'not-yours' })
    for (let time = 0; time < 2; time++) await ideas.withdrawComment(karim, id)
    assert.deepEqual(await Promise.all([sophie, karim, maelle].map(textsFor)), [[], [], []])
    assert.deepEqual([await waiting(), (await ideas.show(sophie, idea)).comments], [[], 0])
    for (const act of [
      () => ideas.reportComment(camille, id, ''),
      () => ideas.hideComment(maelle, id, WHY),
      () => ideas.keepComment(maelle, id),
      () => ideas.ownComment(karim, id),
    ])
      await assert.rejects(act(), { code: 'gone' })
    await assert.rejects(ideas.undoWithdrawComment(maelle, id), { code: 'not-yours' })
    for (let time = 0; time < 2; time++) await ideas.undoWithdrawComment(karim, id)
    const [watched] = await waiting()
    assert.deepEqual([await textsFor(sophie), watched?.reasons], [[SAID], [WHY]])
    assert.deepEqual([(await ideas.show(sophie, idea)).comments, await audited(), await told()], [1, [], []])
  })

  it('taken back while it is hidden, waits among the hidden no more', async () => {
    const id = await say()
    await ideas.hideComment(maelle, id, WHY)
    await ideas.withdrawComment(karim, id)
    assert.deepEqual((await ideas.watchedComments(maelle, 'hidden', 20)).items, [])
    await ideas.undoWithdrawComment(karim, id)
    assert.deepEqual([await textsFor(sophie), (await ideas.show(sophie, idea)).comments], [[], 0])
  })

  it('is not kept anew by a repeat of what was taken back', async () => {
    const keys = freshForm(karim)
    const { id } = await ideas.comment(karim, idea, SAID, keys)
    await ideas.withdrawComment(karim, id)
    await assert.rejects(ideas.comment(karim, idea, SAID, keys), { code: 'comment-withdrawn' })
    assert.deepEqual(await textsFor(karim), [])
  })

  it('taken back, leaves nothing of its words under an unnamed idea whose author is erased', async () => {
    await ideas.unname(camille, idea)
    const [kept, id] = [await say(camille, 'Je précise'), await say(camille, 'Je me trompe')]
    await ideas.withdrawComment(camille, id)
    await fresh.db.transact(tx => ideas.leave(tx, camille.id, 'unname'))
    const left = await fresh.db.read(tx => open(tx).selectFrom('idea_comment').select('id').execute())
    assert.deepEqual(
      left.map(row => row.id),
      [kept],
    )
  })

  it('goes with its reports when its author’s data go', async () => {
    const id = await say()
    await ideas.reportComment(sophie, id, WHY)
    await fresh.db.transact(tx => ideas.leave(tx, karim.id, 'unname'))
    assert.deepEqual([await textsFor(maelle), await rowsOf('idea_comment_report')], [[], []])
  })
})
