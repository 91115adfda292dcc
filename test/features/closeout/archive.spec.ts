import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse as parseYaml } from 'yaml'
import { programme as command } from '../../../src/commands/programme.ts'
import { open } from '../../../src/db/index.ts'
import { methodJsonSchema } from '../../../src/features/programme/schema/json-schema.ts'
import { Flow } from '../../../src/kernel/requests/route.ts'
import { type Unzipped, unzip, unzipElsewhere } from '../../support/features/second-reader.ts'
import { camille, maelle, type OneOfEach, setOneOfEach } from '../../support/product/one-of-each.ts'
import { setStage } from '../../support/product/stage.ts'

const NAMES = [
  'LISEZMOI.md',
  'README.md',
  'bilan.html',
  'donnees-ouvertes.json',
  'donnees-ouvertes.schema.json',
  'tableaux/ateliers.csv',
  'tableaux/scrutins.csv',
  'tableaux/initiatives.csv',
  'tableaux/essais.csv',
  'tableaux/idees.csv',
  'methode.yaml',
  'method.schema.json',
]
const LESSON = { text: 'Une journée par bassin, et non au siège', axis: 'equipe' }
const DATES = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?Z)?$/

async function bytesOf(answer: unknown): Promise<Buffer> {
  assert.ok(answer instanceof Flow)
  assert.match(answer.name, /^\d{4}-\d\d-\d\d-occitanie-archive\.zip$/)
  const parts: Buffer[] = []
  for await (const part of answer.parts) parts.push(Buffer.from(part))
  await answer.end()
  return Buffer.concat(parts)
}

describe('the archive of a programme', () => {
  let table: OneOfEach
  let zip: Buffer
  let files: Unzipped
  const archive = async (who = maelle) =>
    bytesOf(await table.call(who, 'post', '/closing/archive', { body: {} }))
  const textOf = (name: string) => files.get(name)?.toString('utf8') ?? ''

  before(async () => {
    table = await setOneOfEach()
    await table.stage.settle()
    await table.call(maelle, 'post', '/programme/lessons', { body: LESSON })
    await table.call(maelle, 'post', '/closing', { body: { left: 1_000, sure: true } })
    await table.stage.settle()
    zip = await archive()
    files = unzip(zip)
  })
  after(() => table.close())

  it('holds what its page says, the same as another program reads it', () => {
    assert.deepEqual([...files.keys()], NAMES)
    const elsewhere = unzipElsewhere(zip)
    if (!elsewhere) return
    try {
      assert.deepEqual([...elsewhere.files], [...files])
    } finally {
      rmSync(elsewhere.folder, { recursive: true })
    }
  })

  it('is the same to the byte when nothing changed', async () => {
    assert.ok((await archive()).equals(zip))
  })

  it('says what it is in both languages, since when the programme is closed, and how to take it up', () => {
    const [french, english] = [textOf('LISEZMOI.md'), textOf('README.md')]
    assert.match(
      french,
      /^# Faire Administration\u00A0: archive du programme\n\nRégion Occitanie · .* · clos le jeudi 22\u00A0avril 2027/,
    )
    assert.match(english, /closed on .*\n\nThese files are read without the app/)
    for (const name of NAMES.filter(name => !/\.md$|^tableaux/.test(name))) {
      assert.ok(french.includes(name) && english.includes(name), name)
    }
    assert.doesNotMatch(french + english, /\{|undefined/)
  })

  it('has open data that the published schema takes, and the schema beside it', () => {
    const published = JSON.parse(readFileSync('docs/open-data.schema.json', 'utf8'))
    assert.deepEqual(JSON.parse(textOf('donnees-ouvertes.schema.json')), published)
    const ajv = new Ajv2020({ allErrors: true, strict: false, formats: { 'date-time': DATES } })
    const isValid = ajv.compile(JSON.parse(textOf('donnees-ouvertes.schema.json')))
    assert.ok(isValid(JSON.parse(textOf('donnees-ouvertes.json'))), JSON.stringify(isValid.errors))
  })

  it('has tables of the same, that a spreadsheet opens', () => {
    const data = JSON.parse(textOf('donnees-ouvertes.json'))
    const rows = (name: string) => textOf(`tableaux/${name}.csv`).trim().split('\r\n').length - 1
    assert.equal(rows('ateliers'), data.workshops.length)
    assert.equal(rows('initiatives'), data.initiatives.length)
    assert.ok(textOf('tableaux/ateliers.csv').startsWith('\uFEFFtitle;axis;startsAt'))
  })

  it('has a method with what was learnt, that its schema takes', () => {
    const ajv = new Ajv2020({ allErrors: true, strict: false, formats: { date: DATES, uri: true } })
    const isValid = ajv.compile(JSON.parse(textOf('method.schema.json')))
    const method = parseYaml(textOf('methode.yaml')) as { readonly lessons?: unknown }
    assert.ok(isValid(method), JSON.stringify(isValid.errors))
    assert.deepEqual(method.lessons, [LESSON])
    assert.deepEqual(JSON.parse(textOf('method.schema.json')), JSON.parse(JSON.stringify(methodJsonSchema())))
  })

  it('is taken as the method of a second programme, which starts with it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'faire-second-'))
    const [method, database] = [join(folder, 'methode.yaml'), `file:${join(folder, 'second.sqlite')}`]
    writeFileSync(method, textOf('methode.yaml'))
    const said: string[] = []
    const say = (line: string) => void said.push(line)
    try {
      assert.equal(await command(['check', method], say, say), 0, said.join('\n'))
      const first = await setStage({ url: database, programmeFile: method, organisers: ['maelle'] })
      const { lessons, axes } = first.app.programme
      await first.close()
      assert.deepEqual([lessons, axes.length], [[LESSON], 5])
      // And into a database that has one already.
      const env = { DATABASE_URL: database }
      assert.equal(await command(['import', method], say, say, env), 0, said.join('\n'))
      assert.match(said.join('\n'), /The database says the same already/)
      const again = await setStage({ url: database, organisers: ['maelle'] })
      assert.equal(again.app.programme.name, 'Faire Administration')
      await again.close()
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('names nobody, and holds no id and no words of an agent but titles of initiatives', async () => {
    const held = await table.stage.app.database.read(async tx => {
      const db = open(tx)
      const [people, ideas, comments, commitments, titles] = [
        await db.selectFrom('person').select(['id', 'name', 'object_id']).execute(),
        await db.selectFrom('idea').select(['id', 'text']).execute(),
        await db.selectFrom('idea_comment').select(['id', 'text']).execute(),
        await db.selectFrom('commitment').select(['id', 'text']).execute(),
        await db.selectFrom('initiative').select('title').execute(),
      ]
      const open_ = new Set(titles.map(({ title }) => title))
      return [...people, ...ideas, ...comments, ...commitments]
        .flatMap(row => Object.values(row).map(String))
        .filter(text => text.length > 6 && !open_.has(text))
    })
    assert.ok(held.length > 12)
    for (const [name, content] of files)
      for (const text of held) assert.ok(!content.includes(text), `${name} holds « ${text} »`)
  })

  it('is handed to organisers alone, and the journal keeps each time', async () => {
    await assert.rejects(table.call(camille, 'post', '/closing/archive', { body: {} }), {
      code: 'role-needed',
    })
    await table.actor(camille, 'observer')
    await assert.rejects(table.call(camille, 'post', '/closing/archive', { body: {} }), {
      code: 'role-needed',
    })
    const { items } = (await table.call(maelle, 'get', '/audit')) as { items: { act: string }[] }
    assert.ok(items.some(({ act }) => act === 'closeout.archive'))
  })

  it('of a programme where nothing happened says that there is no review, and is whole besides', async () => {
    const stage = await setStage({ organisers: ['maelle'] })
    try {
      const tenant = 'aaaaaaaa-0000-4000-8000-000000000001'
      const actor = await stage.app.people.greet({ ...maelle, tenant, language: 'fr' })
      const route = stage.app.routes.find(({ path }) => path === '/closing/archive')
      const asked = { actor, params: {}, query: {}, body: {}, sentence: () => '' }
      const held = unzip(await bytesOf(await route?.run(asked)))
      assert.deepEqual(
        [...held.keys()],
        NAMES.filter(name => name !== 'bilan.html'),
      )
      assert.match(String(held.get('LISEZMOI.md')), /Pas de `bilan.html`/)
    } finally {
      await stage.close()
    }
  })
})
