import { Notice } from '../../parts/notices/notice.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { type Crumb, SectionHead } from './section-head.tsx'

/** Shown instead of a form to a reader without rights: why, and a link back. */
export function ReadOnlyNotice({ title, trail }: { title: string; trail: Crumb }) {
  const { say } = useSession().translator
  return (
    <>
      <SectionHead title={title} trail={[trail]} />
      <Notice tone="neutral">{say('organiser.reads')}</Notice>
    </>
  )
}
