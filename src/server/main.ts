import { join } from 'node:path'

/** `node:sqlite` as we use it is in Node 24; an older one would stop on a line nobody can read. */
const neededNode = 24

if (Number(process.versions.node.split('.')[0]) < neededNode) {
  process.stderr.write(
    `Permanence needs Node ${neededNode}, this is ${process.versions.node}: start it with "npm start".\n`,
  )
  process.exitCode = 2
} else {
  const { main } = await import('./run.ts')
  await main(process.argv[2] ?? 'serve', join(import.meta.dirname, '../client'))
}
