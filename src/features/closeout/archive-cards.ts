import type { Words } from '../../i18n/words.ts'
import type { ReadmeFacts } from './domain.ts'

/** What the archive is and how to read it without us: Markdown. */
export function readmeText({ say, day }: Words, facts: ReadmeFacts): string {
  const { name, organisation, at, closing, reviewed } = facts
  const state = closing
    ? say('archive.closed', { date: day(closing.at), count: closing.left })
    : say('archive.open')
  const files = [
    reviewed ? say('archive.review') : say('archive.review.none'),
    say('archive.open-data'),
    say('archive.tables'),
    say('archive.method'),
  ]
  const parts = [
    `# ${say('archive.title', { name })}`,
    [organisation, say('archive.made', { date: day(at) }), state].join(' · '),
    say('archive.about'),
    `## ${say('archive.files')}`,
    files.map(line => `- ${line}`).join('\n'),
    `## ${say('archive.again')}`,
    say('archive.again.how'),
    ['    npm run programme -- check methode.yaml', '    PROGRAMME_FILE=methode.yaml npm start'].join('\n'),
    say('archive.again.import'),
    `## ${say('archive.without')}`,
    say('archive.without.what'),
  ]
  return `${parts.join('\n\n')}\n`
}
