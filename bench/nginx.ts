import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import tls from 'node:tls'
import { certify } from '../test/support/machine/certificate.ts'
import { nginxProgram } from '../test/support/machine/machine.ts'
import { freePort } from '../test/support/machine/port.ts'

/** The ports that infra/nginx/faire.conf names, in its order. */
const NAMED = ['3978', '3979'] as const

/** A certificate that this process trusts. */
function trusted(folder: string): ReturnType<typeof certify> {
  const made = certify(folder)
  tls.setDefaultCACertificates([...tls.getCACertificates('default'), readFileSync(made.certificate, 'utf8')])
  return made
}

/** What an operator changes in infra/nginx/faire.conf: where it listens, what it passes on to, its certificate. */
function adapted(folder: string, ports: readonly number[], plain: number, secure: number): string {
  const { certificate, key } = trusted(folder)
  const text = readFileSync(new URL('../infra/nginx/faire.conf', import.meta.url), 'utf8')
  return NAMED.reduce(
    (conf, named, at) =>
      ports[at] === undefined
        ? conf.replace(new RegExp(`^ *server 127.0.0.1:${named} .*\n`, 'm'), '')
        : conf.replace(`127.0.0.1:${named}`, `127.0.0.1:${ports[at]}`),
    text
      .replace(/^ *listen \[::\].*\n/gm, '')
      .replace('listen 80;', `listen 127.0.0.1:${plain};`)
      .replace('listen 443 ssl;', `listen 127.0.0.1:${secure} ssl;`)
      .replace('/var/cache/nginx-faire', `${folder}/cache`)
      .replaceAll('/var/log/nginx/', `${folder}/`)
      .replace(/ssl_certificate .*;/, `ssl_certificate ${certificate};`)
      .replace(/ssl_certificate_key .*;/, `ssl_certificate_key ${key};`),
  )
}

/**
 * The nginx of this machine with our own file, in front of the instances at `ports`, on loopback.
 * @throws Error where there is none.
 */
export async function startNginx(folder: string, ports: readonly number[]) {
  const bin = nginxProgram()
  if (bin === undefined) throw new Error('nginx is needed: apt-get install -y --no-install-recommends nginx')
  const [plain, secure] = [await freePort(), await freePort()]
  writeFileSync(join(folder, 'faire.conf'), adapted(folder, ports, plain, secure))
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    what => `${what}_temp_path ${folder}/${what};`,
  )
  writeFileSync(
    join(folder, 'nginx.conf'),
    // Its own folder is nobody else's: who is root starts its workers as root.
    `${process.getuid?.() === 0 ? 'user root; ' : ''}daemon off; pid ${folder}/nginx.pid; error_log ${folder}/error.log;
    events { worker_connections 4096; }
    http { access_log ${folder}/access.log; ${temporary.join(' ')} include ${folder}/faire.conf; }`,
  )
  const child = spawn(bin, ['-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const origin = `https://localhost:${secure}`
  const isUp = () =>
    fetch(`${origin}/metrics`).then(
      ({ status }) => status === 404,
      () => false,
    )
  while (!(await isUp())) {
    if (child.exitCode !== null) throw new Error(`nginx ended with ${child.exitCode}`)
    await setTimeout(20)
  }
  return {
    origin,
    /** Where the plain port leads on to the other. */
    plain: `http://127.0.0.1:${plain}`,
    async stop(): Promise<void> {
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
    },
  }
}
