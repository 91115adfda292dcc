import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { KEPT_MONTHS } from '../../src/features/programme/retention/domain.ts'
import { DATA_FORMAT, DERIVED, fieldOf, KINDS } from '../../src/features/rights/data-file.ts'
import { TRACES } from '../../src/features/rights/personal-data-map-store.ts'
import { randomIds } from '../../src/kernel/crypto/ids.ts'
import { isoIn } from '../../src/kernel/time/time-zone.ts'
import type { CommentView, IdeaView } from '../../src/tabs/contract/ideas/ideas.ts'
import type { Page } from '../../src/tabs/contract/primitives.ts'
import type { DataLineView, HeldView } from '../../src/tabs/contract/rights.ts'
import { openWorld } from '../support/product/world.ts'
import { CAMILLE, NADIA } from '../support/sign-in/cast.ts'

/** The table of docs/mes-donnees.md: fields by kind. */
function documented(): ReadonlyMap<string, readonly string[]> {
  const text = readFileSync(new URL('../../docs/mes-donnees.md', import.meta.url), 'utf8')
  const lines = [...text.matchAll(/^\| `(\w+)` +\|(.*)\|$/gm)]
  return new Map(
    lines.map(([, kind = '', fields = '']) => [
      kind,
      [...fields.matchAll(/`(\w+)`/g)].map(([, f = '']) => f),
    ]),
  )
}

const fieldsOf = (name: string, columns: readonly string[]) => ({
  name,
  fields: [...columns, ...(DERIVED[name] ?? [])].map(fieldOf),
})

type Row = Readonly<Record<string, string | number | boolean | null>>
type Document = {
  readonly format: string
  readonly madeAt: string
  readonly notHere: readonly string[]
  readonly parts: readonly {
    readonly part: string
    readonly title: string
    readonly until: string
    readonly records: readonly { readonly kind: string; readonly rows: readonly Row[] }[]
  }[]
}

describe('the file of what is held about somebody', () => {
  it('is documented kind by kind, field by field, under names that no table has to keep', () => {
    const told = TRACES.flatMap(({ table, column, told: how }) =>
      'columns' in how ? [fieldsOf(`${table}.${column}`, how.columns)] : [],
    )
    assert.deepEqual(Object.keys(KINDS).sort(), told.map(({ name }) => name).sort())
    const kinds = new Map(told.map(({ name, fields }) => [KINDS[name] ?? '', fields]))
    assert.equal(kinds.size, told.length, 'no two kinds are called the same')
    assert.deepEqual([...documented()].sort(), [...kinds].sort())
  })

  it('says moments with how far they are from UTC, in winter and in summer, before it and after', () => {
    const at = (text: string) => Date.parse(text)
    assert.equal(isoIn(at('2027-01-15T08:30:05Z'), 'Europe/Paris'), '2027-01-15T09:30:05+01:00')
    assert.equal(isoIn(at('2027-07-15T23:30:05Z'), 'Europe/Paris'), '2027-07-16T01:30:05+02:00')
    assert.equal(isoIn(at('2027-07-15T01:30:05Z'), 'America/Martinique'), '2027-07-14T21:30:05-04:00')
    assert.equal(isoIn(at('2027-07-15T01:30:05Z'), 'UTC'), '2027-07-15T01:30:05+00:00')
  })

  it('counts ideas and not what stands around them, has the idea’s own id, and says when with a zone', async () => {
    const world = await openWorld()
    for (const { who, direction } of [
      { who: CAMILLE, direction: CAMILLE.direction },
      { who: NADIA, direction: NADIA.direction },
    ]) {
      await world.api(who).get('/me')
      await world.api(who).put('/me', { direction })
    }
    const drop = (text: string) =>
      world.api(CAMILLE).post<IdeaView>('/ideas', { text, axis: 'usager', nonce: randomIds.nonce() })
    const [idea] = [await drop('Une permanence le soir'), await drop('Relire nos courriers')]
    await world
      .api(CAMILLE)
      .post(`/ideas/${idea.id}/comments`, { text: 'Le mardi', nonce: randomIds.nonce() })
    const before = await world.api(CAMILLE).get<HeldView>('/me/data')
    const { count, around = [], rest = 0 } = before.parts.find(({ part }) => part === 'ideas') ?? {}
    // One's own idea counts one's own support.
    const supports = { kind: 'support', count: 2 }
    assert.deepEqual([count, around], [2, [supports, { kind: 'comment', count: 1 }]])
    assert.ok(rest > 0)
    assert.equal(before.choice, false)
    await world.api(NADIA).put(`/ideas/${idea.id}/support`, { support: true })
    assert.equal((await world.api(CAMILLE).get<HeldView>('/me/data')).choice, true)

    const document = await world.api(CAMILLE).post<Document>('/me/data/file', {})
    assert.equal(document.format, DATA_FORMAT)
    assert.equal(document.notHere.length, 3)
    const until = document.parts.find(({ part }) => part === 'passing')?.until ?? ''
    assert.match(until, new RegExp(`${KEPT_MONTHS.posts}\\smois`))
    const ideas = document.parts.find(({ part }) => part === 'ideas')
    const rows = ideas?.records.find(({ kind }) => kind === 'idea')?.rows ?? []
    assert.ok(rows.some(({ id, unnamed }) => id === idea.id && unnamed === false))
    const all = document.parts.flatMap(({ records }) => records.flatMap(record => record.rows))
    const numbers = all.flatMap(row => Object.values(row)).filter(value => typeof value === 'number')
    assert.deepEqual(
      numbers.filter(value => value > 1e9),
      [],
      'no moment is a number',
    )
    const moments = [document.madeAt, ...all.flatMap(row => row.createdAt ?? [])]
    assert.ok(moments.length > 4)
    for (const moment of moments)
      assert.match(String(moment), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/)
    await world.close()
  })

  it('marks what was taken back, counts it apart, and says each step and support in words', async () => {
    const world = await openWorld()
    const camille = world.api(CAMILLE)
    for (const who of [CAMILLE, NADIA]) await world.api(who).get('/me')
    const drop = (who: typeof CAMILLE, text: string) =>
      world.api(who).post<IdeaView>('/ideas', { text, axis: 'usager', nonce: randomIds.nonce() })
    await drop(CAMILLE, 'Une permanence le soir')
    const gone = await drop(CAMILLE, 'Relire nos courriers')
    const theirs = await drop(NADIA, 'Un banc devant chaque accueil')
    const said = { text: 'Le mardi', nonce: randomIds.nonce() }
    const { id: comment } = await camille.post<CommentView>(`/ideas/${theirs.id}/comments`, said)
    await camille.put(`/ideas/${theirs.id}/support`, { support: true })
    await camille.post(`/comments/${comment}/withdraw`, {})
    await camille.post(`/ideas/${gone.id}/undo`, {})
    await world.api(NADIA).post(`/ideas/${theirs.id}/undo`, {})

    const { parts } = await camille.get<HeldView>('/me/data')
    const ideas = parts.find(({ part }) => part === 'ideas')
    assert.deepEqual([ideas?.count, ideas?.withdrawn], [2, 1])
    const comments = ideas?.around.find(({ kind }) => kind === 'comment')
    assert.deepEqual(comments, { kind: 'comment', count: 1, withdrawn: 1 })

    const { items } = await camille.get<Page<DataLineView>>('/me/data/parts/ideas')
    const marks = items.flatMap(({ text, mark }) => (mark === undefined ? [] : [`${text} ${mark}`]))
    assert.equal(marks.length, 2)
    assert.match(marks.join('\n'), /Relire nos courriers Retirée le .* \d{4}, plus montrée/)
    assert.match(marks.join('\n'), /Le mardi Retiré le .* \d{4}, plus montré$/m)
    assert.ok(items.every(({ text = '' }) => text !== ''))
    const supports = items.flatMap(({ what, text }) => (what === 'Un soutien' ? [text] : []))
    assert.deepEqual(supports.sort(), [
      'Relire nos courriers',
      'Une idée plus montrée',
      'Une permanence le soir',
    ])
    const steps = items.flatMap(({ facts = [] }) =>
      facts.flatMap(({ label, value }) => (label === 'Étape' ? [value] : [])),
    )
    assert.ok(steps.includes('Idée proposée') && steps.includes('Idée retirée'))

    const page = await camille.text('/me/data/file', { as: 'page' })
    assert.match(page, /<strong>Retirée le .*, plus montrée<\/strong>/)
    const document = await camille.post<Document>('/me/data/file', {})
    const rows = document.parts.flatMap(({ records }) => records.filter(({ kind }) => kind === 'idea'))
    const all = rows.flatMap(({ rows }) => rows)
    const [kept, back] = [false, true].map(isGone => all.find(({ text }) => (text === gone.text) === isGone))
    assert.equal(kept?.withdrawnAt, null)
    assert.match(String(back?.withdrawnAt), /^\d{4}-\d\d-\d\dT/)
    await world.close()
  })

  it('is a page to read as well, with every field of the other, in which nobody’s words are markup', async () => {
    const world = await openWorld()
    await world.api(CAMILLE).get('/me')
    const text = 'Relire <script>alert("&")</script> nos courriers'
    const idea = { text, axis: 'usager', nonce: randomIds.nonce() }
    await world.api(CAMILLE).post<IdeaView>('/ideas', idea)
    const { parts } = await world.api(CAMILLE).post<Document>('/me/data/file', { as: 'data' })
    const page = await world.api(CAMILLE).text('/me/data/file', { as: 'page' })
    assert.ok(page.startsWith('<!doctype html><html lang="fr">'))
    assert.doesNotMatch(page, /<script|\$\{/)
    const escaped = (value: unknown) =>
      String(value ?? '')
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
    const rows = parts.flatMap(({ records }) => records.flatMap(({ rows }) => rows))
    assert.equal(page.split('<article>').length - 1, rows.length)
    // Requests made in between are stored by now as well.
    for (const row of rows)
      for (const [field, value] of Object.entries(row))
        assert.ok(page.includes(`<dt>${field}</dt><dd>${escaped(value)}</dd>`), `${field}: ${value}`)
    await world.close()
  })
})
