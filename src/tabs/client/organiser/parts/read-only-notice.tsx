import { Notice } from '../../parts/notices/notice.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { type Crumb, SectionHead } from './section-head.tsx'

/** In the place of a form, to whom only reads: why it is not there, and the way to what is. */
export function ReadOnlyNotice({ title, trail }: { title: string; trail: Crumb }) {
  const { say } = useSession().translator
  return (
    <>
      <SectionHead title={title} trail={[trail]} />
      <Notice tone="neutral">{say('organiser.reads')}</Notice>
    </>
  )
}
