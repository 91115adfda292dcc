import type { SynthesisView } from '../../../contract/ideas/synthesis.ts'
import { useSession } from '../../parts/page/context.tsx'
import { sectionAddress } from '../parts/address.ts'
import { publishedText } from './publication-texts.ts'

/** How many ideas stand where and are cited, what everybody reads now, and who proposes sentences. */
export function Coverage({ view }: { view: SynthesisView }) {
  const { translator, programme } = useSession()
  const { say } = translator
  const { coverage, axis, model } = view
  const { ideas, placed, aside, alone, cited } = coverage
  const themes = `${sectionAddress('ideas', 'themes')}?${new URLSearchParams({ axis })}`
  if (ideas === 0) return <p className="card synthesis-coverage">{say('synthesis.page.none')}</p>
  return (
    <section className="card synthesis-coverage" aria-label={say('synthesis.page.coverage.name')}>
      <p>{say('synthesis.page.coverage', { ideas, placed, aside, alone, cited })}</p>
      <p>{publishedText(view, translator, programme.today)}</p>
      {model !== undefined && <p className="quiet">{say('synthesis.page.model', { model })}</p>}
      <p>
        <a href={themes}>{say('synthesis.page.themes')}</a>
      </p>
    </section>
  )
}
