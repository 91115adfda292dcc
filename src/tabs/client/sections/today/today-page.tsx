import words from 'virtual:words/today'
import '../../look/today.css'
import { lazy, Suspense } from 'react'
import type { SectionProps } from '../../organiser/sections.ts'
import { Bones } from '../../page/bones.tsx'
import { learn } from '../../words/speech.ts'
import { Today } from './today.tsx'

learn(words)

const Channels = lazy(() => import('./channels.tsx'))

/** « Aujourd’hui »; and, from its first steps, the channels. */
export default function TodayPage({ call, path: [page] }: SectionProps) {
  if (page !== 'channels') return <Today call={call} />
  return (
    <Suspense fallback={<Bones />}>
      <Channels call={call} />
    </Suspense>
  )
}
