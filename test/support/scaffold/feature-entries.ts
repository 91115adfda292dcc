import { before, type Entry, imported, instead, last, sorted, texts } from './entries.ts'
import type { Names } from './names.ts'
import { readEntries } from './store-entries.ts'

/** What a new feature must have besides files of its own: its place in each list that the product or its tests keep. */
export function featureEntries(names: Names, number: string, months?: number): readonly Entry[] {
  return [
    ...placeOf(names),
    ...databaseOf(names, number),
    ...wordsOf(names),
    ...testsOf(names, months),
    ...pagesOf(names, months),
  ]
}

/** Left of `figures`: it may use all that people do, and is counted by nobody yet. */
function placeOf({ name, Name }: Names): readonly Entry[] {
  return [
    before('test/architecture/features.ts', "  'figures',", `  '${name}',`),
    instead('ARCHITECTURE.md', ' ◀ figures', ` ◀ ${name} ◀ figures`),
    before(
      'ARCHITECTURE.md',
      '- `figures` ',
      `- \`${name}\` say here in a line what it holds, and what it never does`,
    ),
    imported('src/composition/features.ts', `import { wire${Name} } from '../features/${name}/wire.ts'`),
    before('src/composition/features.ts', '  const counted = [', `  const ${name}Wire = wire${Name}(wiring)`),
    last('src/composition/features.ts', '  const acting = [', `${name}Wire`),
  ]
}

function databaseOf({ name, one, One }: Names, number: string): readonly Entry[] {
  return [
    imported('src/db/tables/index.ts', `import type { ${One}Tables } from './${name}.ts'`),
    instead('src/db/tables/index.ts', '  LimitTables', `  LimitTables & ${One}Tables`),
    imported('src/db/migrations/index.ts', `import { ${name} } from './${number}-${name}.ts'`),
    {
      path: 'src/db/migrations/index.ts',
      change: text => text.replace(/\}\n$/, `  '${number}-${name}': ${name},\n}\n`),
    },
    before(
      'src/db/transactions/table-topics.ts',
      '  // Counted once a day',
      `  // No page shows it yet.\n  ${one}: null,`,
    ),
    before('src/features/rights/personal-data-map-store.ts', "  trace('event', 'person_id'", traceOf(one)),
    before('src/features/rights/cleared-tables.ts', "  'commitment',", `  '${one}',`),
    before('src/features/rights/data-file.ts', "  'event.person_id'", `  '${one}.author': '${name}',`),
  ]
}

function traceOf(one: string): string {
  return `  trace('${one}', 'author', { fate: 'delete', told: ['ideas', 'text', 'created_at'] }),`
}

/** Its own words come with it; these stand among those of others. */
function wordsOf({ name, one }: Names): readonly Entry[] {
  const said = { fr: `Vos lignes (${name})`, en: `Your lines (${name})` }
  return (['fr', 'en'] as const).flatMap(language => [
    imported(`src/i18n/${language}/index.ts`, `import ${name} from './${name}.json' with { type: 'json' }`),
    before(`src/i18n/${language}/index.ts`, '  ...tabs,', `  ...${name},`),
    texts(`src/i18n/${language}/conversation.json`, { [`command.${name}`]: `Notes (${name})` }),
    texts(`src/i18n/${language}/rights.json`, { [`data.row.${one}`]: said[language] }),
  ])
}

function testsOf({ name, one, ONE, fr }: Names, months?: number): readonly Entry[] {
  const inputs = 'test/support/product/inputs.ts'
  const doors = 'test/features/walk/doors.ts'
  const rows = 'test/features/walk/rows.ts'
  const oneDoor = 'test/features/two-doors/one-door.ts'
  return [
    imported('test/cards/samples.ts', `import { ${one}Samples } from './samples/${name}.ts'`),
    instead('test/cards/samples.ts', '  rightsSamples,', `  rightsSamples,\n  ${one}Samples,`),
    sorted('test/cards/tab-places.ts', 'export const TAB_PLACES', `  '${name}/list': LIST,`),
    before(inputs, "    'rights.data': {},", `    '${name}.list': {},`),
    before(
      inputs,
      "    'get /audit': {},",
      `    'get /${name}': {},\n    'post /${name}': { body: { text: 'Une ligne', nonce: randomIds.nonce() } },`,
    ),
    before(doors, "  'rights.data':", `  '${name}.list': to('${name}.read', 'oneself'),`),
    before(
      doors,
      "  'get /audit':",
      `  'get /${name}': to('${name}.read', 'oneself'),\n  'post /${name}': to('${name}.write'),`,
    ),
    before(doors, "  'mes-donnees':", `  ${name}: to('${name}.read', 'oneself'),`),
    before('test/features/walk/attempt.ts', "  'mes-donnees': 'mes données',", `  ${name}: '${fr}',`),
    before(oneDoor, "  'rights.data',", `  '${name}.list',`),
    before(
      oneDoor,
      "  'put /me/calendar':",
      `  'post /${name}': 'the chat takes the same line as words that are typed',`,
    ),
    imported(rows, `import { ${ONE}_PERMISSIONS as ${name} } from '../../../src/features/${name}/domain.ts'`),
    last(rows, 'Permission>>>> = {', name),
    ...readEntries(`src/features/${name}/store.ts`, `${one}Store`, {
      [`lines of ${name}`]: "writtenBy('p', 20)",
      [`lines of ${name}, the next page`]: "writtenBy('p', 20, after)",
      ...(months !== undefined && { [`lines of ${name} that are old`]: 'forget(5, 20)' }),
    }),
  ]
}

/** `months`: for how many a line is kept; without, until its author is erased, and the page asks why. */
function pagesOf({ name, one }: Names, months?: number): readonly Entry[] {
  const kept = months === undefined ? 'effacement' : name
  const rows = [
    `### \`${one}\``,
    '',
    'À écrire : ce que la table garde, et qui le voit.',
    '',
    '| colonne | donnée | pourquoi | durée | qui la voit |',
    '| --- | --- | --- | --- | --- |',
    `| \`id\` | non | retrouver la ligne | ${kept} | serveur |`,
    `| \`author\` | pseudonyme | savoir de qui elle est | ${kept} | serveur |`,
    `| \`text\` | texte | la montrer à la personne | ${kept} | soi |`,
    `| \`created_at\` | fait | la dater | ${kept} | soi |`,
    '',
  ]
  const asks = `| \`${one}\` | \`text\` | à écrire : pourquoi ce texte reste, ou une date à donner |`
  const says = `- \`${name}\`\u00a0: effacée la nuit qui suit les ${months} mois (de 31 jours) où elle est gardée.`
  return [
    months === undefined
      ? before('docs/donnees.md', '| `idea_box` ', asks)
      : before('docs/donnees.md', '- `90 jours`', says),
    before('docs/donnees.md', '### `figure_week`', rows.join('\n')),
    before(
      'docs/mes-donnees.md',
      '| `threadStep`',
      `| \`${name}\` | Vos lignes (${name}) : \`text\` · \`createdAt\` |`,
    ),
    before(
      'CHANGELOG.md',
      '## 1.0.0',
      `- ${name}: say here, in the words of who facilitates, what one can do now.\n`,
    ),
  ]
}
