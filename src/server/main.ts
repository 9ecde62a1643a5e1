import { createServer } from 'node:http'

const port = Number(process.env.PORT ?? 4173)
createServer((_request, response) => response.end('Permanence')).listen(port, '127.0.0.1')
