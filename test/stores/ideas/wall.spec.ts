import assert from 'node:assert/strict'
import { open } from '../../../src/db/index.ts'
import { ideaNames } from '../../../src/features/ideas/erasure/expiry-store.ts'
import type { Actor } from '../../../src/kernel/access/actor.ts'
import { HOUR, MINUTE } from '../../../src/kernel/time/clock.ts'
import type { WallView } from '../../../src/tabs/contract/room/wall.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../../support/database/engines.ts'
import { featuresOn, freshForm } from '../../support/features/ideas.ts'
import { line, WORKSHOP, workshopAt } from '../../support/workshops/harvest.ts'
import { followWall } from '../../support/workshops/wall.ts'

onEachEngine('a wall', engine => {
  let clock = fixedClock()
  const fresh = freshDatabase(engine, { clock: { now: () => clock.now() } })
  let { ideas, person } = {} as ReturnType<typeof featuresOn>
  let [lab, camille, sophie] = [] as unknown as Actor[] as [Actor, Actor, Actor]
  let screen = followWall(() => ideas.wall(WORKSHOP))

  beforeEach(async () => {
    clock = fixedClock()
    const workshop = workshopAt(clock.now() - HOUR, clock.now)
    ;({ ideas, person } = featuresOn(fresh.db, clock, workshop))
    lab = await person('maelle')
    camille = await person('camille', 'lycees')
    sophie = await person('sophie', 'culture')
    screen = followWall(after => ideas.wall(WORKSHOP, after))
  })

  let sent = 0
  const typed = async (text: string, change = {}) => {
    const [result] = await ideas.harvest(lab, WORKSHOP, [line(`key ${sent++}`, text, change)])
    assert.ok(result && 'id' in result)
    return result.id
  }
  const said = async (author: Actor, text: string) =>
    (await ideas.collect(author, { workshop: WORKSHOP, table: '', text, axis: 'equipe' }, freshForm(author)))
      .id
  const texts = () => screen.ideas().map(({ text }) => text)
  /** What one reading tells after an act. */
  async function told(act: () => Promise<unknown>): Promise<WallView> {
    await screen.read()
    await act()
    return screen.read()
  }

  it('is empty where nothing was said, and no wall where there is no workshop', async () => {
    const { revision, ...empty } = await screen.read()
    assert.deepEqual(empty, { whole: true, ideas: [], gone: [] })
    assert.deepEqual(await screen.read(), { revision, whole: false, ideas: [], gone: [] })
    await assert.rejects(ideas.wall('n0where'), { code: 'gone' })
  })

  it('tells what a table and a phone send, once each, and nothing when nothing changed', async () => {
    await typed('Un banc devant l’accueil')
    await said(camille, 'Des horaires du soir')
    const first = await screen.read()
    assert.deepEqual([first.whole, first.ideas.length], [true, 2])
    assert.deepEqual(await screen.read(), { revision: first.revision, whole: false, ideas: [], gone: [] })
    const next = await told(() => typed('Un même badge partout'))
    assert.deepEqual([next.whole, next.ideas.map(({ text }) => text)], [false, ['Un même badge partout']])
  })

  it('has the ideas of its own workshop alone', async () => {
    await ideas.submit(camille, { text: 'Dite ailleurs' }, freshForm(camille))
    await typed('Dite ici')
    await screen.read()
    assert.deepEqual(texts(), ['Dite ici'])
  })

  it('names nobody: a table where the idea is the table’s, no author, no person who is credited', async () => {
    await typed('Un banc')
    await typed('Un jardin', { by: 'person', name: 'Nadia Ferrer' })
    await typed('Un préau', { by: 'nobody' })
    await said(camille, 'Un atelier vélo')
    const { ideas: all } = await screen.read()
    assert.deepEqual(
      all.map(({ text, table = '' }) => [text, table]),
      [
        ['Un banc', '4'],
        ['Un jardin', ''],
        ['Un préau', ''],
        ['Un atelier vélo', ''],
      ],
    )
    assert.doesNotMatch(JSON.stringify(all), /Nadia|camille/)
  })

  it('counts supports as everywhere, and tells each that changes', async () => {
    const id = await said(camille, 'Un banc')
    const one = async (act: () => Promise<unknown>) => (await told(act)).ideas.map(({ supports }) => supports)
    assert.equal((await screen.read()).ideas[0]?.supports, 0)
    assert.deepEqual(await one(() => ideas.support(sophie, id, true)), [2])
    assert.deepEqual(await one(() => ideas.support(sophie, id, true)), [])
    assert.deepEqual(await one(() => ideas.support(sophie, id, false)), [0])
  })

  it('takes away what its author takes back or a facilitator undoes', async () => {
    const id = await said(camille, 'Un banc')
    assert.deepEqual((await told(() => ideas.undo(camille, id))).gone, [id])
    const other = await typed('Un jardin')
    await ideas.undoHarvest(lab, WORKSHOP, [`key ${sent - 1}`])
    assert.deepEqual((await screen.read()).gone, [other])
    assert.deepEqual(texts(), [])
  })

  it('takes away what organisers hide, and has it again once they show it', async () => {
    const id = await typed('Un banc')
    assert.deepEqual((await told(() => ideas.hide(lab, id, 'Blessante'))).gone, [id])
    assert.deepEqual(
      (await told(() => ideas.restore(lab, id))).ideas.map(idea => idea.id),
      [id],
    )
  })

  it('tells other words and another axis', async () => {
    const id = await said(camille, 'Un banc')
    await told(() => ideas.correct(camille, id, { text: 'Un banc à l’ombre' }))
    assert.deepEqual(texts(), ['Un banc à l’ombre'])
    await told(() => ideas.setAxis(camille, id, 'usager'))
    assert.deepEqual(screen.ideas()[0]?.axis, 'usager')
  })

  it('takes away an idea that is merged, tells what the other counts, and has both again once they are apart', async () => {
    const [from, into] = [await said(camille, 'Un banc'), await said(sophie, 'Un banc à l’ombre')]
    const merged = await told(() => ideas.merge(lab, from, into))
    assert.deepEqual([merged.gone, merged.ideas.map(({ supports }) => supports)], [[from], [2]])
    await ideas.undoMerge(lab, from)
    await screen.read()
    assert.deepEqual(texts().length, 2)
  })

  it('takes away the words of somebody whose data is erased, and keeps as it was what showed no name', async () => {
    const gone = await said(camille, 'Un banc')
    const { id: unnamed } = await ideas.collect(
      camille,
      { workshop: WORKSHOP, table: '', text: 'Un jardin', axis: 'equipe', unnamed: true },
      freshForm(camille),
    )
    const supported = await typed('Un préau')
    await ideas.support(camille, supported, true)
    const told_ = await told(() => fresh.db.transact(tx => ideas.leave(tx, camille.id, 'unname')))
    assert.deepEqual(told_.gone, [gone])
    assert.deepEqual(
      told_.ideas.map(({ id, supports }) => [id, supports]),
      [[supported, 0]],
    )
    assert.ok(screen.ideas().some(({ id }) => id === unnamed))
  })

  it('counts the support of an author whose name is kept no longer, as everywhere', async () => {
    const id = await said(camille, 'Un banc')
    const after = await told(() => fresh.db.transact(tx => ideaNames.erase(tx, clock.now() + 1, 10)))
    assert.deepEqual(
      after.ideas.map(idea => [idea.id, idea.supports]),
      [[id, 1]],
    )
  })

  it('says nothing of what it does not show: comments, reports, answers, decisions, a name taken off', async () => {
    const id = await said(camille, 'Un banc')
    await ideas.support(sophie, id, true)
    const nothing = await told(async () => {
      await ideas.comment(sophie, id, 'Oui', freshForm(sophie))
      await ideas.report(sophie, id, 'Pas ici')
      await ideas.answer(lab, id, 'C’est noté')
      await ideas.decide(lab, id, { step: 'retained' })
      await ideas.unname(camille, id)
    })
    assert.deepEqual([nothing.ideas, nothing.gone], [[], []])
  })

  it('gives a hundred at a time, and all of them to who asks on', async () => {
    for (let at = 0; at < 250; at += 50)
      await ideas.harvest(
        lab,
        WORKSHOP,
        Array.from({ length: 50 }, (_, n) => line(`many ${at + n}`, `Idée ${at + n}`)),
      )
    const pages = [await ideas.wall(WORKSHOP)]
    for (let last = pages.at(-1); last?.more; last = pages.at(-1))
      pages.push(await ideas.wall(WORKSHOP, last.revision))
    assert.deepEqual(
      pages.map(({ ideas: told, whole }) => [told.length, whole]),
      [
        [100, true],
        [100, false],
        [50, false],
      ],
    )
    assert.equal(new Set(pages.flatMap(({ ideas: told }) => told.map(({ id }) => id))).size, 250)
  })

  it('loses nothing when what was told changes between two pages', async () => {
    const ids: string[] = []
    for (let n = 0; n < 101; n++) ids.push(await typed(`Idée ${n}`))
    const first = await ideas.wall(WORKSHOP)
    await ideas.hide(lab, ids[0] as string, 'Blessante')
    const second = await ideas.wall(WORKSHOP, first.revision)
    assert.deepEqual(
      second.ideas.map(({ id }) => id),
      [ids[100]],
    )
    assert.deepEqual(second.gone, [ids[0]])
  })

  it('is told whole to a revision that it does not know', async () => {
    await typed('Un banc')
    const { revision } = await ideas.wall(WORKSHOP)
    const ahead = revision.replace(/\d+$/, '9999')
    for (const unknown of [
      '',
      'x',
      '-1',
      '7',
      ahead,
      revision.replace(/^./, '?'),
      `${revision}9`.slice(0, 190),
    ]) {
      const { whole, ideas: shown } = await ideas.wall(WORKSHOP, unknown)
      assert.deepEqual([unknown, whole, shown.length], [unknown, true, 1])
    }
  })

  describe('kept from the room', () => {
    it('hides an idea from itself alone, shows it again, and says each twice for nothing', async () => {
      const id = await typed('Un banc')
      const hide = (hidden: boolean) => ideas.hideOnWall(lab, WORKSHOP, id, hidden)
      const hidden = await told(() => hide(true))
      assert.deepEqual([hidden.gone, texts()], [[id], []])
      assert.equal((await ideas.show(camille, id)).text, 'Un banc')
      assert.equal(await ideas.wallShown(id), false)
      const again = await told(() => hide(true))
      assert.equal(again.revision, hidden.revision)
      await told(() => hide(false))
      assert.deepEqual([texts(), await ideas.wallShown(id)], [['Un banc'], true])
    })

    it('stays hidden through whatever else happens to it', async () => {
      const id = await said(camille, 'Un banc')
      await ideas.hideOnWall(lab, WORKSHOP, id, true)
      await ideas.correct(camille, id, { text: 'Un banc à l’ombre' })
      await ideas.hide(lab, id, 'Blessante')
      await ideas.restore(lab, id)
      await ideas.support(sophie, id, true)
      await screen.read()
      assert.deepEqual(texts(), [])
      assert.deepEqual(
        (await ideas.hiddenOnWall(lab, WORKSHOP, 20)).items.map(({ id: hidden }) => hidden),
        [id],
      )
    })

    it('is tended by organisers and who facilitates the workshop as a whole, never by who has a table alone', async () => {
      const id = await typed('Un banc')
      const whole = await person('ahmed')
      const table = await person('ines')
      const workshops = {
        ...workshopAt(clock.now() - HOUR, clock.now),
        leaderIn: async (_tx: unknown, _id: string, who: string) =>
          who === whole.id ? { person: who } : who === table.id ? { person: who, table: 4 } : undefined,
      }
      const { ideas: there } = featuresOn(fresh.db, clock, workshops)
      await there.hideOnWall(whole, WORKSHOP, id, true)
      for (const who of [table, camille]) {
        await assert.rejects(there.hideOnWall(who, WORKSHOP, id, false), { code: 'wall-not-yours' })
        await assert.rejects(there.approveOnWall(who, WORKSHOP, id), { code: 'wall-not-yours' })
        await assert.rejects(there.waitingOnWall(who, WORKSHOP, 20), { code: 'wall-not-yours' })
        await assert.rejects(there.hiddenOnWall(who, WORKSHOP, 20), { code: 'wall-not-yours' })
      }
      assert.equal(await there.wallShown(id), false)
    })

    it('hides nothing of another workshop, and nothing that is no idea', async () => {
      const { id } = await ideas.submit(camille, { text: 'Dite ailleurs' }, freshForm(camille))
      for (const wrong of [id, 'n0thing'])
        await assert.rejects(ideas.hideOnWall(lab, WORKSHOP, wrong, true), { code: 'gone' })
      await assert.rejects(ideas.hideOnWall(lab, 'n0where', id, true), { code: 'gone' })
    })
  })

  describe('read first', () => {
    const review = (reviewed: boolean) => fresh.db.transact(tx => ideas.reviewFirst(tx, WORKSHOP, reviewed))
    const waiting = async () => (await ideas.waitingOnWall(lab, WORKSHOP, 20)).items.map(({ text }) => text)

    it('keeps what stands, shows nothing new until it is approved, and everything once it is over', async () => {
      await typed('Déjà là')
      await review(true)
      const [first, second] = [await typed('Un banc'), await typed('Un jardin')]
      await screen.read()
      assert.deepEqual([texts(), await waiting()], [['Déjà là'], ['Un banc', 'Un jardin']])
      await told(() => ideas.approveOnWall(lab, WORKSHOP, first))
      await told(() => ideas.approveOnWall(lab, WORKSHOP, first))
      assert.deepEqual([texts().sort(), await waiting()], [['Déjà là', 'Un banc'], ['Un jardin']])
      await ideas.hideOnWall(lab, WORKSHOP, second, true)
      assert.deepEqual(await waiting(), [])
      await typed('Un préau')
      await review(false)
      assert.equal((await screen.read()).whole, true)
      assert.deepEqual([texts().sort(), await waiting()], [['Déjà là', 'Un banc', 'Un préau'], []])
    })

    it('has other words wait again, and approves none that were not read', async () => {
      await review(true)
      const id = await said(camille, 'Un banc')
      await ideas.approveOnWall(lab, WORKSHOP, id, 'Un banc')
      const changed = await told(() => ideas.correct(camille, id, { text: 'Une injure' }))
      assert.deepEqual([changed.gone, texts(), await waiting()], [[id], [], ['Une injure']])
      await assert.rejects(ideas.approveOnWall(lab, WORKSHOP, id, 'Un banc'), { code: 'wall-reworded' })
      await ideas.approveOnWall(lab, WORKSHOP, id, 'Une injure')
      assert.equal(await ideas.wallShown(id), true)
    })

    it('has words that stood before wait as well, once their author changes them', async () => {
      const id = await said(camille, 'Un banc')
      await review(true)
      await ideas.correct(camille, id, { text: 'Une injure' })
      await screen.read()
      assert.deepEqual(texts(), [])
    })

    it('asks nothing twice: said again, nobody reads the wall anew', async () => {
      await typed('Un banc')
      await review(true)
      const { revision } = await screen.read()
      await review(true)
      assert.deepEqual((await screen.read()).revision, revision)
    })

    it('is read by pages', async () => {
      await review(true)
      for (let n = 0; n < 5; n++) await typed(`Idée ${n}`)
      const first = await ideas.waitingOnWall(lab, WORKSHOP, 3)
      assert.ok('next' in first)
      const second = await ideas.waitingOnWall(lab, WORKSHOP, 3, first.next)
      assert.deepEqual(
        [first.items.length, second.items.map(({ text }) => text), 'next' in second],
        [3, ['Idée 3', 'Idée 4'], false],
      )
      await assert.rejects(ideas.waitingOnWall(lab, WORKSHOP, 3, 'x'), { code: 'malformed' })
    })
  })

  describe('of those alike', () => {
    const groups = () => {
      const all = screen.ideas()
      return [...Map.groupBy(all, ({ id, group }) => group ?? id).values()]
        .map(each => each.map(({ text }) => text).sort())
        .sort()
    }

    it('names them by one likeness, that of the first to come', async () => {
      const first = await typed('Un garage à vélos fermé')
      await typed('Des bancs devant l’accueil')
      await said(camille, 'Des garages à vélo fermés')
      await said(sophie, 'Garage à vélo, bien fermé')
      await screen.read()
      assert.deepEqual(groups(), [
        ['Des bancs devant l’accueil'],
        ['Des garages à vélo fermés', 'Garage à vélo, bien fermé', 'Un garage à vélos fermé'],
      ])
      assert.equal(screen.ideas().filter(({ group }) => group === first).length, 2)
    })

    it('keeps them together when the first goes, is hidden or says something else', async () => {
      const first = await said(camille, 'Un garage à vélos fermé')
      await said(sophie, 'Des garages à vélo fermés')
      await ideas.correct(camille, first, { text: 'Peser les restes à la cantine' })
      await typed('Garage à vélo, bien fermé')
      await typed('Les restes de la cantine, les peser')
      await screen.read()
      assert.deepEqual(groups(), [
        ['Des garages à vélo fermés', 'Garage à vélo, bien fermé'],
        ['Les restes de la cantine, les peser', 'Peser les restes à la cantine'],
      ])
      await ideas.undo(camille, first)
      await typed('Peser les restes de cantine')
      await screen.read()
      assert.deepEqual(groups().at(-1), [
        'Les restes de la cantine, les peser',
        'Peser les restes de cantine',
      ])
    })

    it('leaves alone what has no word to compare', async () => {
      await typed('🌳🌳🌳')
      await typed('🌳🌳🌳', { anyway: true })
      await screen.read()
      assert.deepEqual(groups().length, 2)
    })

    it('does not know the walls of others', async () => {
      await ideas.submit(camille, { text: 'Un garage à vélos fermé' }, freshForm(camille))
      await typed('Des garages à vélo fermés')
      await screen.read()
      assert.equal(screen.ideas()[0]?.group, undefined)
    })
  })

  it('shows what cannot be seen or turns others round cleaned, as everywhere, and 280 emoji whole', async () => {
    const emoji = '👩🏽‍🚀'.repeat(280)
    await typed('\u202Eesrevni\u2066 Un\u0000 banc\u2069')
    await typed(emoji)
    await typed('שלום \u200Fעולם')
    await screen.read()
    assert.deepEqual(texts(), ['esrevni Un banc', emoji, 'שלום \u200Fעולם'])
  })

  it('has one row for each idea of a workshop, and none for others', async () => {
    await typed('Un banc')
    await ideas.submit(camille, { text: 'Dite ailleurs' }, freshForm(camille))
    const rows = await fresh.db.read(tx => open(tx).selectFrom('wall_idea').selectAll().execute())
    assert.equal(rows.length, 1)
    clock.advance(MINUTE)
  })
})
