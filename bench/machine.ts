import { cpus, loadavg, totalmem } from 'node:os'

/** What the numbers were read off on: the first line of `--json`. Memory in MB; `load` of the last minute, before anything ran. */
export function machine(postgres: boolean) {
  const all = cpus()
  return {
    cores: all.length,
    model: all[0]?.model.trim() ?? 'unknown',
    memory: Math.round(totalmem() / 1e6),
    node: process.version,
    engine: postgres ? 'postgres' : `sqlite ${process.versions.sqlite}`,
    load: Number((loadavg()[0] ?? 0).toFixed(1)),
  }
}

/** The same in words. */
export function machineOf({ cores, model, memory, node, engine, load }: ReturnType<typeof machine>): string {
  return `${cores} cores (${model}), ${Math.round(memory / 1_000)} GB, Node ${node}, ${engine}, load ${load} before`
}
