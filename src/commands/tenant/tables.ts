import type { TenantItem, TenantList } from './items.ts'

/** A place for the answer, on paper: a box beside each word, or a line for a number. */
function boxesOf({ answer, on }: TenantItem): string {
  const boxes =
    answer.kind === 'choice'
      ? answer.of.map(word => `☐\u00a0${word}`).join(' ')
      : `……${answer.unit === '' ? '' : `\u00a0${answer.unit}`}`
  return on ? on.map(device => `${device}\u00a0: ${boxes}`).join('<br>') : boxes
}

/** The list as a page has it: a heading and a table for each half-hour. */
export function tablesOf({ groups, items }: TenantList): string {
  const sections = groups.map(({ id, title, need }) => {
    const rows = items
      .filter(({ group }) => group === id)
      .map(item => `| ${item.id} | ${item.do} | ${item.look} | ${boxesOf(item)} | ${item.changes} |`)
    return [
      `### ${id}. ${title}`,
      '',
      `${need}.`,
      '',
      '| | à faire | à regarder | réponse | ce qu’elle change |',
      '| --- | --- | --- | --- | --- |',
      ...rows,
    ].join('\n')
  })
  return sections.join('\n\n')
}
