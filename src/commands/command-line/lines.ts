export type Say = (line: string) => void

/**
 * Says each line on `stream`. Whoever reads it may have read enough (`| head`): then the command ends, without an answer
 * that nobody would get.
 */
export function linesTo(stream: NodeJS.WriteStream): Say {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit()
  })
  return line => void stream.write(`${line}\n`)
}
