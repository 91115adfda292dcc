import { useStage } from './context.tsx'

/** Which page of several is shown: the others come by themselves. */
export function PageNumber({ at, pages }: { at: number; pages: number }) {
  const { say } = useStage().translator
  if (pages < 2) return null
  return <p className="page-number">{say('screen.page', { page: at + 1, pages })}</p>
}
