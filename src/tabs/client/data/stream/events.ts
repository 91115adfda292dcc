import type { ChangeTopic } from '../../../../kernel/storage/change-topic.ts'
import type { Events } from '../../../contract/events.ts'

/** Why a stream ended: as the server said, or the connection was lost. */
export type StreamEnd = Events['end']['why'] | 'lost'

type Ears = {
  /** Anything came, if only a sign of life. */
  readonly lives: () => void
  readonly changed: (topics: readonly ChangeTopic[]) => void
}

/** Reads a stream of events to its end. Rejects when the connection breaks. */
export async function readEvents(body: ReadableStream<Uint8Array>, ears: Ears): Promise<StreamEnd> {
  const reader = body.pipeThrough(new TextDecoderStream() as TransformStream<Uint8Array, string>).getReader()
  for (let text = ''; ; ) {
    const { done, value } = await reader.read()
    if (done) return 'lost'
    ears.lives()
    const blocks = (text + value).split('\n\n')
    text = blocks.pop() ?? ''
    for (const block of blocks) {
      const data = /^data: (.*)$/m.exec(block)?.[1]
      if (data === undefined) continue
      const told: Partial<Events['changed'] & Events['end']> = JSON.parse(data)
      if (told.topics) ears.changed(told.topics)
      if (told.why) return told.why
    }
  }
}
