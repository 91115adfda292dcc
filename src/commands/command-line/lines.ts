export type Say = (line: string) => void

/** Prints lines on `stream`. When the reader closes the pipe (`| head`, EPIPE) the command ends. */
export function linesTo(stream: NodeJS.WriteStream): Say {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit()
  })
  return line => void stream.write(`${line}\n`)
}
