// JavaScript, because an older Node stops on a .ts file with a message nobody can use.
const neededNode = 24

if (Number(process.versions.node.split('.')[0]) < neededNode) {
  console.error(
    `Permanence needs Node ${neededNode} and this is ${process.versions.node}: install Node ${neededNode}, then run npm ci and npm start again.`,
  )
  process.exitCode = 2
} else {
  await import('./freshBuild.ts')
  await import('../dist/server/main.js')
}
