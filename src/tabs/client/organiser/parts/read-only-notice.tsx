import { Notice } from '../../parts/notices/notice.tsx'
import { useGround } from '../../parts/page/context.tsx'
import { type Crumb, SectionHead } from './section-head.tsx'

/** In the place of a form, to whom only reads: why it is not there, and the way to what is. */
export function OnlyRead({ title, trail }: { title: string; trail: Crumb }) {
  const { say } = useGround().speech
  return (
    <>
      <SectionHead title={title} trail={[trail]} />
      <Notice tone="neutral">{say('organiser.reads')}</Notice>
    </>
  )
}
