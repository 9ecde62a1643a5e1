/* The rules of storage again, in a real browser: on Dexie as well as in memory. */
import './store.test.ts'
import './saving.test.ts'
import './receiving.test.ts'
import './sequence.test.ts'
import './vault/gate.test.ts'
