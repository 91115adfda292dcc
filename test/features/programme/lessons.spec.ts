import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { MethodFault } from '../../../src/features/programme/method/fault.ts'
import { parseMethodFile } from '../../../src/features/programme/method/parser.ts'
import { methodText } from '../../../src/features/programme/method/writer.ts'
import { MOST_LESSONS } from '../../../src/features/programme/programme/lesson.ts'
import { readBack, written } from '../../../src/features/programme/schema/formats.ts'
import type { LessonsView } from '../../../src/tabs/contract/programme/lessons.ts'
import type {
  MethodCheckView,
  MethodFileView,
  WholeProgrammeView,
} from '../../../src/tabs/contract/programme/method.ts'
import { camille, maelle, type OneOfEach, setOneOfEach } from '../../support/product/one-of-each.ts'

const OCCITANIE = readFileSync('programmes/occitanie.yaml', 'utf8')
const LESSON = { text: 'Une journée par bassin, et non au siège', axis: 'equipe' }
const withLessons = (lines: string) => `${OCCITANIE}\nlessons:\n${lines.replace(/^/gm, '  - ')}\n`

describe('what a method file says was learnt', () => {
  it('is nothing where the file says nothing, and then an earlier version reads what is stored', () => {
    const content = parseMethodFile(OCCITANIE)
    assert.deepEqual(content.lessons, [])
    assert.doesNotMatch(written(content), /lessons/)
    assert.doesNotMatch(methodText(content), /lessons/)
  })

  it('is about an axis, a phase or the whole, and comes back as it was written', () => {
    const lines = '{ axis: equipe, text: Un }\n{ phase: explorer, text: Deux }\n{ text: Trois }'
    const content = parseMethodFile(withLessons(lines))
    const wanted = [{ axis: 'equipe', text: 'Un' }, { phase: 'explorer', text: 'Deux' }, { text: 'Trois' }]
    assert.deepEqual(content.lessons, wanted)
    assert.deepEqual(parseMethodFile(methodText(content)), content)
    assert.deepEqual(readBack(written(content)), content)
  })

  for (const [what, line, fault] of [
    [
      'an axis that the file does not have',
      '{ axis: ailleurs, text: Un }',
      /lessons\.0\.axis: is about ailleurs/,
    ],
    ['a phase that the file does not have', '{ phase: ailleurs, text: Un }', /lessons\.0\.phase: is about/],
    ['a text that is too long', `{ text: ${'a'.repeat(501)} }`, /500 characters at most/],
    ['who wrote it', '{ text: Un, author: Camille }', /author: is not a key/],
  ] as const)
    it(`is refused where it has ${what}`, () => {
      assert.throws(
        () => parseMethodFile(withLessons(line)),
        (error: unknown) => {
          assert.ok(error instanceof MethodFault)
          assert.match(error.message, fault)
          return true
        },
      )
    })
})

describe('a lesson that the Lab’ writes down', () => {
  let table: OneOfEach
  beforeEach(async () => {
    table = await setOneOfEach()
  })
  afterEach(() => table.close())

  const add = (body: object, who = maelle) =>
    table.call(who, 'post', '/programme/lessons', { body: { ...body } }) as Promise<LessonsView>
  const remove = (body: object) =>
    table.call(maelle, 'post', '/programme/lessons/remove', { body: { ...body } }) as Promise<LessonsView>
  const exported = async () =>
    ((await table.call(maelle, 'post', '/programme/export')) as MethodFileView).text
  const whole = () => table.call(maelle, 'get', '/programme/whole') as Promise<WholeProgrammeView>

  it('is kept at once with the method, once however often it is sent, and waits for no restart', async () => {
    await add(LESSON)
    assert.deepEqual((await add({ ...LESSON, text: ` ${LESSON.text} ` })).lessons, [LESSON])
    const { lessons, pending } = await whole()
    assert.deepEqual([lessons, pending], [[LESSON], []])
    assert.deepEqual(parseMethodFile(await exported()).lessons, [LESSON])
  })

  it('is kept by two organisers at once, and goes when it is taken away', async () => {
    await Promise.all([add(LESSON), add({ text: 'Répondre à chaque idée' })])
    assert.equal((await whole()).lessons.length, 2)
    assert.deepEqual((await remove(LESSON)).lessons, [{ text: 'Répondre à chaque idée' }])
    assert.deepEqual((await remove(LESSON)).lessons, [{ text: 'Répondre à chaque idée' }])
  })

  it('is refused empty, too long, about nothing known, from an agent, and beyond what a method holds', async () => {
    await assert.rejects(add({ text: ' ' }), { code: 'empty-text' })
    await assert.rejects(add({ text: 'a'.repeat(501) }), { code: 'too-long' })
    await assert.rejects(add({ text: 'Un', axis: 'ailleurs' }), { code: 'gone' })
    await assert.rejects(add(LESSON, camille), { code: 'role-needed' })
    for (let at = 0; at < MOST_LESSONS; at++) await add({ text: `Acquis ${at}` })
    await assert.rejects(add(LESSON), { code: 'lessons-full' })
  })

  it('is told of when another method file is taken in', async () => {
    await add(LESSON)
    const text = (await exported()).replace(LESSON.text, 'Une journée par lycée')
    const { changes } = (await table.call(maelle, 'post', '/programme/check', { body: { text } })) as Extract<
      MethodCheckView,
      { changes: unknown }
    >
    assert.deepEqual(
      changes.map(({ of, act, id, facet }) => [of, act, id, facet]),
      [
        ['lesson', 'removed', LESSON.text, 'equipe'],
        ['lesson', 'added', 'Une journée par lycée', 'equipe'],
      ],
    )
  })
})
